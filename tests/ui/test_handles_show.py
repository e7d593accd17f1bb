"""The handle of a step shows when the pointer rests on it, not when it only passes by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park, wait_for


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park(), moves=True) as canvas:
        yield canvas


def test_a_handle_shows_after_a_moment_and_goes_at_once(canvas: Canvas) -> None:
    one, two = canvas.scene.step_ids()[:2]
    canvas.hover(canvas.at(one))
    canvas.hover(canvas.at(two))
    assert canvas.scene.stage.hovered is None, "the pointer only passed by"
    wait_for(lambda: canvas.scene.stage.hovered == two)
    canvas.hover(canvas.empty_ground())
    assert canvas.scene.stage.hovered is None
