"""The Measures panel: the journey in numbers beside its redesign, live, and the steps behind each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.desks import edited, park, wait_for
from helpers.windows import open_window
from rondo.ui.main_window import MainWindow
from rondo.ui.measures.lines import Line
from rondo.ui.measures.panel import MeasuresPanel
from rondofile.enums import Identity, JourneyState
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Journey, Step


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    with open_window(tmp_path, park()) as window:
        window.carry_out("view.measures")
        yield window


def panel_of(window: MainWindow) -> MeasuresPanel:
    room = window.docks.measures.room
    assert isinstance(room, MeasuresPanel)
    return room


def lines_of(window: MainWindow) -> dict[str, Line]:
    model = panel_of(window).model
    found = [model.line(model.index(at)) for at in range(model.rowCount())]
    return {line.label: line for line in found if line is not None}


def test_the_panel_when_opened_then_says_today_and_redesigned(window: MainWindow) -> None:
    lines = lines_of(window)
    assert lines["Told again"].told == "5 → 0" and lines["Told again"].tone == "good"
    assert lines["We do not know it is the same person"].told == "3 of 5 → 0 of 6"
    assert lines["The customer"].tone == ""
    assert all(line.meaning for line in lines.values() if not line.is_heading)


def test_a_line_when_chosen_then_chooses_the_steps_behind_it(window: MainWindow) -> None:
    panel, desk = panel_of(window), window.desk
    journey = desk.session.project.get(Journey, desk.selection.journey or "")
    line = lines_of(window)["Told again"]
    at = next(n for n in range(panel.model.rowCount()) if panel.model.line(panel.model.index(n)) == line)
    panel.list.setCurrentIndex(panel.model.index(at))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    wanted = line.today if journey.state is JourneyState.AS_IS else line.redesigned
    assert wanted and set(desk.selection.ids_of(Step)) == set(wanted)


def test_an_edit_when_made_then_changes_the_number(window: MainWindow) -> None:
    desk = window.desk
    line = lines_of(window)["We do not know it is the same person"]
    edited(
        desk.session,
        EditKind.SET_STEPS,
        lambda edit: steps.set_fields(edit, line.today[:1], identity=Identity.CARRIED),
    )
    wait_for(lambda: lines_of(window)["We do not know it is the same person"].told == "2 of 5 → 0 of 6")
    desk.session.undo()
    wait_for(lambda: lines_of(window)["We do not know it is the same person"].told == "3 of 5 → 0 of 6")


def test_history_when_opened_then_takes_the_place_of_measures(window: MainWindow) -> None:
    docks, actions = window.docks, window.desk.actions
    assert docks.measures.is_shown() and actions["view.measures"].isChecked()
    window.carry_out("view.history")
    assert docks.history.is_shown() and not docks.measures.is_shown()
    window.carry_out("view.measures")
    assert docks.measures.is_shown() and not docks.history.is_shown()
    panel_of(window).closing_wanted.emit()
    assert not docks.measures.is_shown()
