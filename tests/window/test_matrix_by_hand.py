"""The matrix with a real mouse, a real keyboard and the ear of a screen reader."""

from __future__ import annotations

from helpers.screen import Screen


def test_a_segment_is_dragged_into_a_cell_and_its_offer_is_told(screen: Screen) -> None:
    program = screen.start("open", "--from", "theme-park")
    program.find("Matrix")
    screen.keys("ctrl+2")
    table = program.find("Connected strategy matrix", "table")
    place = program.find("Respond to desire × Connected retailer", "table cell")
    assert table.box[2] > 300 and "Empty." in place.description
    screen.drag(program.find("First-visit families", "list item").middle, place.middle)
    box = program.find("Offer sentence")
    assert "focused" in box.states
    screen.type("Every stall takes the band")
    screen.keys("Return")
    told = program.find("Every stall takes the band", "list item")
    assert "First-visit families" in told.description
    cell = program.find("Respond to desire × Connected retailer", "table cell")
    assert cell.description == "1 offer: Every stall takes the band"
    left, top, width, height = cell.box
    assert left < told.middle[0] < left + width and top < told.middle[1] < top + height
    screen.keys("ctrl+Right")
    program.until(
        lambda: any(
            seen.name == "Respond to desire × Connected market maker"
            and seen.description == "1 offer: Every stall takes the band"
            for seen in program.look()
        )
    )
    screen.keys("ctrl+z", "ctrl+z", "ctrl+z")
    program.until(lambda: not program.all("Every stall takes the band"))
    assert program.find("Respond to desire × Connected retailer", "table cell").description.startswith(
        "Empty"
    )


def test_escape_while_dragging_leaves_the_offer_where_it_was(screen: Screen) -> None:
    program = screen.start("open", "--from", "theme-park")
    program.find("Matrix")
    screen.keys("ctrl+2")
    offer = program.find("Touch once: door, gate, till", "list item")
    goal = program.find("Respond to desire × Crowd orchestrator", "table cell").middle
    screen.hand("mousemove", *offer.middle, "mousedown", 1, "sleep", 0.2)
    screen.hand(
        "mousemove", *(at + 30 for at in offer.middle), "sleep", 0.1, "mousemove", *goal, "sleep", 0.3
    )
    screen.keys("Escape")
    screen.hand("mouseup", 1)
    assert program.find("Touch once: door, gate, till", "list item").box == offer.box
    assert program.find("Respond to desire × Crowd orchestrator", "table cell").description.startswith(
        "Empty"
    )
