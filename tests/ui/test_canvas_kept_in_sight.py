"""What a person works on stays in sight: the chosen step when keys zoom the map, a part that opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park
from rondofile.records import Step


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park(), (1000, 700)) as canvas:
        yield canvas


def box(canvas: Canvas, step: str) -> QRectF:
    found = canvas.hands.box(step)
    assert found is not None
    return found


def test_zooming_by_keys_keeps_the_chosen_step_in_view_and_else_the_middle(canvas: Canvas) -> None:
    surface = canvas.surface
    last = max(canvas.scene.step_ids(), key=lambda step: box(canvas, step).right())
    canvas.desk.selection.choose(Step, last)
    for deed in ("view.zoom-in", "view.zoom-in", "view.zoom-100", "view.zoom-out"):
        canvas.view.deeds()[deed].do()
        assert surface.seen().contains(box(canvas, last)), deed
    surface.look_first()
    surface.zoom_to(1.0)
    assert not surface.seen().intersects(box(canvas, last))
    before = surface.middle()
    canvas.view.deeds()["view.zoom-in"].do()
    assert (surface.middle() - before).manhattanLength() < 4


@pytest.mark.parametrize("part", ["curve", "rhythm"])
def test_a_part_below_the_map_is_in_sight_when_it_opens_and_nothing_moves_when_it_folds(
    canvas: Canvas, part: str
) -> None:
    surface, below = canvas.surface, canvas.scene.picture.below
    surface.zoom_to(1.0)
    canvas.scene.picture.fold(part, False)
    surface.look_first()
    assert below.folds[part].y > surface.seen().bottom()
    across = surface.horizontalScrollBar().value()
    canvas.view.deeds()[f"journey.{part}"].do()
    assert surface.seen().top() < below.folds[part].y < surface.seen().bottom() - 60
    assert surface.horizontalScrollBar().value() == across
    surface.look_first()
    canvas.view.deeds()[f"journey.{part}"].do()
    assert surface.verticalScrollBar().value() == surface.verticalScrollBar().minimum()
