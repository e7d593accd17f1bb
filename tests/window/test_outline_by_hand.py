"""The outline with a real mouse, a real keyboard and the ear of a screen reader."""

from __future__ import annotations

from helpers.screen import Program, Screen


def items(program: Program, above: str) -> list[str]:
    """The names of the items of the list of that name."""
    seen = program.look()
    at = next(n for n, one in enumerate(seen) if one.name == above and one.role == "list")
    found = []
    for one in seen[at + 1 :]:
        if one.depth <= seen[at].depth:
            break
        if one.role == "list item":
            found.append(one.name)
    return found


def test_segments_are_heard_dragged_named_and_undone(screen: Screen) -> None:
    program = screen.start("open", "--from", "theme-park")
    program.find("Segments", "list")
    before = [
        "First-visit families",
        "First-visit families, planning at home",
        "First-visit families, when it rains at noon",
        "Annual pass holders",
        "Guests without a band",
    ]
    assert items(program, "Segments") == before
    first = program.find("First-visit families", "list item")
    last = program.find("Guests without a band", "list item")
    screen.drag(last.middle, (first.middle[0], first.box[1] + 4))
    program.until(lambda: items(program, "Segments")[0] == "Guests without a band")
    screen.keys("ctrl+z")
    program.until(lambda: items(program, "Segments") == before)
    screen.click(program.find("Annual pass holders", "list item").middle)
    screen.keys("F2")
    screen.type("Neighbours")
    screen.keys("Return")
    program.find("Neighbours", "list item")
    screen.keys("F2")
    screen.type("Nobody")
    screen.keys("Escape")
    assert items(program, "Segments")[3] == "Neighbours"
    screen.keys("alt+Up")
    program.until(lambda: items(program, "Segments")[0] == "Neighbours")


def test_the_steps_of_a_journey_are_reached_without_a_mouse(screen: Screen) -> None:
    program = screen.start("open", "--from", "theme-park")
    program.find("Segments", "list")
    screen.click(program.find("Family visit, today", "table cell").middle)
    screen.keys("End", "Return")
    program.find("Recognize, 2 steps", "table cell")
    screen.keys("Down", "Down")
    chosen = program.find("Wish for a holiday together", "table cell")
    assert "selected" in chosen.states
    program.until(lambda: "selected" in program.find("Step: Wish for a holiday together").states)
