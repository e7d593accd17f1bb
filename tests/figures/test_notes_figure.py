"""Sticky notes as display lists: beside their step or on the map, with a line where they stand apart."""

from __future__ import annotations

import pytest

from helpers import engines
from rondo.figures.arranging.layout_values import Box
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.notes import LEAST, WIDTH, drawn_note, plan_notes
from rondo.figures.shapes import Line, Text
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.words import Words
from rondofile.records import Note

CARD = Box(100.0, 50.0, 112.0, 40.0)


@pytest.fixture
def pen(qapp: object) -> Pen:
    return Pen(load_theme(), engines.engine(), Words("en"), load("en"))


def test_a_note_stands_beside_its_step_or_on_the_map_and_not_without_its_card(pen: Pen) -> None:
    cards = {"s": CARD}
    told = [
        Note(id="a", journey="j", text="Ask", step="s", x=10, y=60),
        Note(id="b", journey="j", text="Look " * 40, x=5, y=7),
        Note(id="c", journey="j", text="Waits", step="inbox", x=0, y=0),
    ]
    found = plan_notes(told, cards.get, 40.0, 20.0, pen)
    assert list(found) == ["a", "b"]
    assert found["a"].box == Box(110.0, 110.0, WIDTH, LEAST)
    assert (found["b"].box.x, found["b"].box.y) == (45.0, 27.0) and found["b"].box.height > 2 * LEAST
    assert found["b"].block.height < found["b"].box.height, "the slip grows with what it says"


def test_a_note_apart_from_its_step_has_a_line_to_it(pen: Pen) -> None:
    note = Note(id="a", journey="j", text="Ask\ntwo families", step="s", x=10, y=60)
    plan = plan_notes([note], {"s": CARD}.get, 0.0, 0.0, pen)["a"]
    apart, over = drawn_note(plan, pen), drawn_note(plan.moved(0.0, -50.0), pen)
    (line,) = [shape for shape in apart.shapes if isinstance(shape, Line)]
    assert (line.y1, line.y2) == (110.0, 90.0) and CARD.x <= line.x2 <= CARD.right
    assert not [shape for shape in over.shapes if isinstance(shape, Line)]
    assert (apart.id, apart.role, apart.title) == ("note-a", "note", "Note: Ask two families")
    assert [shape.block.text for shape in apart.shapes if isinstance(shape, Text)] == ["Ask\ntwo families"]
    moved = plan.followed(5.0, 6.0)
    assert moved.step == Box(105.0, 56.0, 112.0, 40.0) and moved.box.x == plan.box.x + 5
