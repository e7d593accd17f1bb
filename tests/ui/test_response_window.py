"""The response grid in a window: its keys act on the cell they are in, and letters stay letters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.desks import clear_away, edited, open_desk, park, settle, wait_for
from rondo.ui.main_window import MainWindow
from rondo.ui.responses.model import Spot
from rondo.ui.responses.view import ResponsesView
from rondofile.enums import Experience
from rondofile.kinds import EditKind
from rondofile.nouns import responses
from rondofile.records import Response, Step

C, H = Experience.CURATED_OFFERING, Experience.COACH_BEHAVIOR

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    with open_desk(tmp_path, park()) as desk:
        made = MainWindow(desk)
        made.resize(1280, 800)
        made.show()
        made.activateWindow()
        wait_for(made.isActiveWindow)
        yield made
        made.leave_session()
        clear_away()


def shown(window: MainWindow) -> ResponsesView:
    window.carry_out("journey.show-responses")
    settle(window.desk.session)
    view = window.view
    assert isinstance(view, ResponsesView)
    view.grid.setFocus()
    return view


def test_what_can_be_done_follows_the_keys_from_cell_to_cell_of_one_step(window: MainWindow) -> None:
    desk, view = window.desk, shown(window)
    here = desk.session.project.steps_of(desk.selection.journey or "")
    step = next(s for s in here if s.title == "Choose")
    edited(desk.session, EditKind.SET_RESPONSE, lambda edit: responses.put(edit, step.id, H, text="Ask once"))
    view.grid.go(Spot(step.id, C))
    assert not desk.actions["responses.make-step"].isEnabled()
    QTest.keyClick(view.grid, Qt.Key.Key_Right)
    assert view.grid.spot() == Spot(step.id, H)
    assert desk.actions["responses.make-step"].isEnabled()
    assert desk.selection.ids_of(Step) == (step.id,)
    QTest.keyClick(view.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(desk.session)
    settle(desk.session)
    (found,) = desk.session.project.all(Response)
    assert found.made_step is not None


def test_plus_is_a_dot_in_the_grid_and_a_letter_in_a_cell(window: MainWindow) -> None:
    desk, view = window.desk, shown(window)
    spot = view.grid.spot()
    QTest.keyClicks(view.grid, "+")
    settle(desk.session)
    QTest.keyClick(view.grid, Qt.Key.Key_F2)
    editor = view.grid.editor
    assert editor is not None
    QTest.keyClicks(editor.text, "a+b-c")
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    settle(desk.session)
    (found,) = desk.session.project.all(Response)
    assert spot is not None and (found.step, found.experience) == (spot.step, spot.experience)
    assert (found.text, found.votes) == ("a+b-c", 1)


def test_leaving_the_view_keeps_what_is_being_written(window: MainWindow) -> None:
    desk, view = window.desk, shown(window)
    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    assert view.grid.editor is not None
    QTest.keyClicks(view.grid.editor.text, "Half a thought")
    window.carry_out("view.matrix")
    settle(desk.session)
    (found,) = desk.session.project.all(Response)
    assert found.text == "Half a thought"
    desk.session.undo()
    settle(desk.session)
    assert window.view_key == "responses", "an undo shows what it took back"
