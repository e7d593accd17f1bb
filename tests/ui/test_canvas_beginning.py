"""The first minute on the canvas: a double-click writes a step, and hints go when they are heeded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from rondo.strategy.framework.whole import load
from rondo.ui.files.new_project import first_project
from rondo.words import Words
from rondofile.enums import Phase
from rondofile.kinds import EditKind
from rondofile.nouns import steps


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, first_project(Words("en"), load("en"))) as canvas:
        yield canvas


def test_a_double_click_on_the_bare_paper_writes_in_the_nearest_cell(canvas: Canvas) -> None:
    plan, viewport = canvas.scene.plan, canvas.surface.viewport()
    assert plan is not None
    ground = QPoint(viewport.width() // 2, viewport.height() - 8)
    assert canvas.surface.mapToScene(ground).y() > plan.bottom, "there is no paper below the map"
    canvas.double_click(ground)
    canvas.type("Notice a scratch")
    canvas.key(Qt.Key.Key_Return)
    made = canvas.steps()["Notice a scratch"]
    assert made.phase in Phase and made.lane in {lane.id for lane in canvas.project.lanes_of(made.journey)}


def test_the_hint_goes_once_a_step_waits_in_the_inbox(canvas: Canvas) -> None:
    assert canvas.view.empty.isVisibleTo(canvas.view)
    journey = canvas.scene.journey
    canvas.desk.session.edit(EditKind.ADD_STEPS, lambda edit: steps.add(edit, journey, "Waits"))
    canvas.settle()
    assert not canvas.view.empty.isVisibleTo(canvas.view)
