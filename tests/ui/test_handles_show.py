"""The handle of a step shows when the pointer rests on it, not when it only passes by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park, wait_for
from rondo.ui.canvas.painting.marks_item import CONNECT_OUT, CONNECT_RADIUS, handle_of
from rondofile.records import Step


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park(), moves=True) as canvas:
        yield canvas


def test_a_handle_shows_after_a_moment_and_goes_at_once(canvas: Canvas) -> None:
    one, two = canvas.scene.step_ids()[:2]
    canvas.hover(canvas.at(one))
    canvas.hover(canvas.at(two))
    assert canvas.scene.stage.hovered is None, "the pointer only passed by"

    def shows() -> bool:
        canvas.hover(canvas.at(two))  # a window of another test that goes may call the pointer away
        return canvas.scene.stage.hovered == two

    wait_for(shows)
    canvas.hover(canvas.empty_ground())
    assert canvas.scene.stage.hovered is None


def test_a_handle_stands_above_or_below_the_label_of_a_link(canvas: Canvas) -> None:
    scene, moved = canvas.scene, 0
    assert scene.plan is not None
    chips = [chip for link in scene.plan.links if (chip := scene.plan.routes.chip(link))]
    assert len(chips) >= 2 and len(scene.step_ids()) >= 10
    for step in scene.step_ids():
        canvas.desk.selection.choose(Step, step)
        middle, box = handle_of(scene.stage, step), scene.box_of(step)
        assert middle is not None and box is not None and scene.handle_at(middle) == step
        round_it = QRectF(middle, middle).adjusted(*(-CONNECT_RADIUS,) * 2, *(CONNECT_RADIUS,) * 2)
        assert not any(round_it.intersects(QRectF(c.x, c.y, c.width, c.height)) for c in chips)
        beside = QPointF(box.right() + CONNECT_OUT, box.center().y())
        if middle != beside:
            moved += 1
            assert scene.link_at(beside) is not None
    assert 0 < moved < len(scene.step_ids())
