"""Several steps joined into one, one divided into two: their origins go with them, each is one undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import SHIFT, Canvas, open_canvas
from helpers.desks import park
from rondo.strategy.changes.change import ChangeKind
from rondo.strategy.changes.difference import difference
from rondofile.kinds import EditKind
from rondofile.records import Step

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    """The redesign of the park."""
    with open_canvas(tmp_path, park()) as canvas:
        canvas.desk.selection.look_at("visit-new")
        canvas.settle()
        canvas.surface.setFocus()
        yield canvas


def test_joined_steps_are_one_that_comes_from_all_their_origins(canvas: Canvas) -> None:
    before = canvas.project
    canvas.desk.selection.choose(Step, "n-table", "n-ride")
    canvas.key(Qt.Key.Key_M, SHIFT)
    assert "n-table" not in {step.id for step in canvas.project.steps_of("visit-new")}
    assert {one.id for one in canvas.project.origins_of("n-ride")} == {"v-ride", "v-table"}
    assert canvas.editor is not None and canvas.chosen() == ("n-ride",)
    merged = difference(canvas.project, "visit", "visit-new").of(ChangeKind.MERGED)
    assert {"v-ride", "v-table"} in [{step.id for step in change.before} for change in merged]
    canvas.key(Qt.Key.Key_Escape)
    assert canvas.next_undo is EditKind.MERGE_STEPS
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_a_divided_step_leads_to_its_second_part_from_the_same_origin(canvas: Canvas) -> None:
    canvas.desk.selection.choose(Step, "n-choose")
    deed = canvas.view.deeds()["journey.split-step"]
    assert deed.possible()
    deed.do()
    canvas.settle()
    (second,) = canvas.chosen()
    assert canvas.editor is not None
    assert [one.id for one in canvas.project.origins_of(second)] == ["v-choose"]
    ends = {(link.source, link.target) for link in canvas.project.links_of("visit-new")}
    assert ("n-choose", second) in ends and (second, "n-book") in ends
    canvas.key(Qt.Key.Key_Escape)
    assert canvas.next_undo is EditKind.SPLIT_STEP


def test_one_step_is_not_joined_and_several_are_not_divided(canvas: Canvas) -> None:
    deeds = canvas.view.deeds()
    canvas.desk.selection.choose(Step, "n-choose")
    assert not deeds["journey.merge-steps"].possible() and deeds["journey.split-step"].possible()
    canvas.desk.selection.choose(Step, "n-choose", "n-book")
    assert deeds["journey.merge-steps"].possible() and not deeds["journey.split-step"].possible()
