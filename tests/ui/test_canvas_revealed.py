"""A step that is brought into view lies beside the names that stay in sight, never under them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def canvas(tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park(), (720, 560)) as canvas:
        yield canvas


def uncovered(canvas: Canvas, step: str) -> bool:
    """Whether the whole card can be seen."""
    surface, box = canvas.surface, canvas.scene.box_of(step)
    assert box is not None
    places = (box.center(), box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
    return all(surface.seen().contains(at) and not surface.covers(at) for at in places)


@pytest.mark.parametrize(("across", "down"), [(0, 0), (1, 1), (1, 0)])
def test_every_step_that_is_revealed_lies_beside_the_names(canvas: Canvas, across: int, down: int) -> None:
    surface, steps = canvas.surface, canvas.scene.step_ids()
    surface.zoom_to(1.5)
    bars = surface.horizontalScrollBar(), surface.verticalScrollBar()
    assert len(steps) >= 10 and all(bar.maximum() > bar.minimum() for bar in bars)
    for step in steps:
        for bar, far in zip(bars, (across, down), strict=True):
            bar.setValue(bar.maximum() if far else bar.minimum())
        surface.reveal([step])
        assert uncovered(canvas, step), canvas.step(step).title


def test_what_is_in_view_already_stays_where_it_is(canvas: Canvas) -> None:
    surface = canvas.surface
    surface.zoom_to(1.0)
    surface.reveal([canvas.scene.step_ids()[4]])
    before = surface.seen()
    surface.reveal([canvas.scene.step_ids()[4]])
    assert surface.seen() == before


def test_a_title_is_written_beside_the_names(canvas: Canvas) -> None:
    surface = canvas.surface
    surface.zoom_to(1.5)
    first = canvas.scene.step_ids()[0]
    canvas.desk.selection.choose(type(canvas.step(first)), first)
    for bar in (surface.horizontalScrollBar(), surface.verticalScrollBar()):
        bar.setValue(bar.maximum())
    surface.setFocus()
    canvas.key(Qt.Key.Key_F2)
    assert canvas.editor is not None
    at = canvas.editor.geometry()
    for corner in (at.topLeft(), at.bottomRight()):
        assert not surface.covers(QPointF(surface.mapToScene(corner)))
