"""Steps carried off the canvas: the matrix opens under them, and in a cell they become an offer."""

from __future__ import annotations

from helpers.screen import Screen

CELL = "Respond to desire × Connected retailer"


def test_a_step_is_carried_from_the_canvas_into_a_cell_of_the_matrix(screen: Screen) -> None:
    program = screen.start("open", "--from", "theme-park")
    step = program.find("Step: Wish for a holiday together", "list item").middle
    tab = program.find("Matrix", "check box").middle
    screen.hand("mousemove", *step, "mousedown", 1, "sleep", 0.2)
    _glide(screen, step, tab)
    program.find(CELL, "table cell")
    cell = program.find(CELL, "table cell").middle
    _glide(screen, tab, cell)
    screen.hand("mouseup", 1)
    program.find("Undo Place an offer", "push button")
    screen.type("Tips that fit you")
    screen.keys("Return")
    offer = program.find("Tips that fit you", "list item")
    assert offer.box[1] > tab[1]
    program.find("Undo Change an offer", "push button")
    screen.keys("ctrl+z", "ctrl+z")
    program.until(lambda: not program.all("Tips that fit you", "list item"))


def _glide(screen: Screen, start: tuple[int, int], goal: tuple[int, int]) -> None:
    """The pointer goes there in steps as a hand does, and rests."""
    for part in range(1, 13):
        x, y = (round(a + (b - a) * part / 12) for a, b in zip(start, goal, strict=True))
        screen.hand("mousemove", x, y, "sleep", 0.05)
    screen.hand("mousemove", goal[0] + 1, goal[1], "sleep", 0.8)
