"""What was begun on the canvas and left with Escape leaves no trace, in project and picture."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_begun import BEGUN, BY_HAND, Begin, band, drag_one, first
from helpers.canvas_room import SHIFT, Canvas, open_canvas
from helpers.desks import edited, park
from rondo.ui import canvas as room
from rondo.ui.canvas.toolbox import TOOLS
from rondo.ui.canvas.tools.add_step import AddStepTool
from rondo.ui.canvas.tools.canvas_tool import CanvasTool
from rondo.ui.canvas.tools.connect import ConnectTool
from rondo.ui.canvas.tools.gesture import Gesture
from rondo.ui.canvas.tools.select import SelectTool
from rondofile.kinds import EditKind
from rondofile.nouns import notes

Key = Qt.Key


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def kinds_of(kind: type) -> set[type]:
    """Every class of the canvas that is one of those."""
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        importlib.import_module(module.name)
    found = set(kind.__subclasses__())
    return found | {one for each in found for one in each.__subclasses__()}


def test_every_gesture_and_every_tool_of_the_canvas_is_tried_here(canvas: Canvas) -> None:
    gestures = {one for one in kinds_of(Gesture) if one.__module__.startswith("rondo.")}
    assert gestures == set(BY_HAND.values()) and len(gestures) >= 8
    tools = {one for one in kinds_of(CanvasTool) if one.__module__.startswith("rondo.")}
    assert tools == {type(getattr(canvas.view.work.toolbox, name)) for name in TOOLS.values()}
    assert tools == {SelectTool, ConnectTool, AddStepTool}, "each has something begun above"


@pytest.mark.parametrize("begin", BEGUN, ids=lambda begin: begin.__name__)
def test_escape_leaves_project_and_picture_as_they_were(canvas: Canvas, begin: Begin) -> None:
    prepare(canvas)
    before, boxes, chosen = canvas.project, seen_places(canvas), canvas.chosen()
    end = begin(canvas)
    assert began(canvas, boxes), "nothing was begun that could be cancelled"
    if begin in BY_HAND:
        assert type(canvas.view.work.toolbox.tool._gesture) is BY_HAND[begin]  # type: ignore[union-attr]
    assert canvas.project is before, "the project changed before the end"
    canvas.key(Key.Key_Escape)
    if end is not None:
        canvas.let_go(end)
    assert canvas.project is before
    _, cell, sketch, _, _, editor = canvas.picture()
    assert (seen_places(canvas), cell, sketch, editor) == (boxes, None, None, None)
    assert chosen == (first(canvas),)
    canvas.key(Key.Key_Escape)
    canvas.key(Key.Key_Home)
    assert canvas.chosen() == (first(canvas),), "the keys choose again: no mode is left"


def prepare(canvas: Canvas) -> None:
    """A note lies on the map, the feelings are unfolded, the first step is chosen and pointed at."""
    edited(
        canvas.desk.session,
        EditKind.ADD_NOTE,
        lambda edit: notes.add(edit, canvas.scene.journey or "", "Ask", x=10, y=200),
    )
    canvas.settle()
    canvas.scene.picture.fold("curve", True)
    canvas.surface.fit()
    canvas.click(first(canvas))
    canvas.hover(canvas.at(first(canvas)))


def seen_places(canvas: Canvas) -> tuple[object, ...]:
    """Where cards and notes are seen, and the curve."""
    picture = canvas.scene.picture
    lying = tuple((key, picture.notes.box(key)) for key in picture.notes.ids())
    return canvas.picture()[0], lying, picture.bands.curve


def began(canvas: Canvas, boxes: object) -> bool:
    _, cell, sketch, _, _, editor = canvas.picture()
    return seen_places(canvas) != boxes or cell is not None or sketch is not None or editor is not None


def test_a_band_that_is_cancelled_chooses_what_was_chosen(canvas: Canvas) -> None:
    one, two = canvas.scene.step_ids()[:2]
    canvas.click(one)
    canvas.click(two, SHIFT)
    band(canvas)
    assert len(canvas.chosen()) > 2
    canvas.key(Key.Key_Escape)
    assert canvas.chosen() == (one, two)


def test_another_tool_cancels_what_one_had_begun(canvas: Canvas) -> None:
    before, boxes = canvas.project, canvas.picture()[0]
    end = drag_one(canvas)
    canvas.desk.actions["journey.add-step"].trigger()
    assert canvas.picture()[0] == boxes
    canvas.key(Key.Key_Escape)
    canvas.let_go(end)
    assert canvas.project is before and canvas.editor is None
