"""Keys: letters are letters while somebody types, undo is the document's, and the room in charge acts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from helpers.answering import type_in
from helpers.desks import clear_away, edited, open_desk, park, settle, wait_for
from helpers.inspecting import field_named
from rondo.ui.frame.action_table import TABLE
from rondo.ui.inspector.panel import Inspector
from rondo.ui.main_window import MainWindow
from rondofile.enums import Architecture, Experience
from rondofile.kinds import EditKind
from rondofile.nouns import placements, segments
from rondofile.records import Placement, Segment, Step

LETTERS = "".join(
    key.lower() for spec in TABLE for key in spec.keys if isinstance(key, str) and len(key) == 1
)


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


def checked_in(window: MainWindow) -> set[str]:
    return {spec.id for spec, action in window.desk.actions.items() if action.isChecked()}


def test_letters_that_are_keys_of_actions_are_typed_into_a_field(window: MainWindow) -> None:
    assert len(LETTERS) > 8
    before = window.desk.session.project
    checked = checked_in(window)
    line = QLineEdit(window.rooms["journey"])
    line.show()
    line.setFocus()
    wait_for(line.hasFocus)
    for letter in LETTERS:
        QTest.keyClick(line, letter)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    settle(window.desk.session)
    assert line.text() == LETTERS[:-1]
    assert window.desk.session.project == before
    assert checked_in(window) == checked


def test_keys_of_the_views_turn_to_them_from_anywhere(window: MainWindow) -> None:
    for number, view in enumerate(("journey", "matrix", "architectures", "review", "brief"), start=1):
        QTest.keyClick(window, str(number), Qt.KeyboardModifier.ControlModifier)
        assert window.view_key == view


def test_panels_come_and_go_by_key(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert window.docks.outline.isHidden() and not window.desk.actions["view.outline"].isChecked()
    QTest.keyClick(window, Qt.Key.Key_F10)
    assert window.docks.inspector.isHidden()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert not window.docks.outline.isHidden() and window.desk.actions["view.outline"].isChecked()


def test_undo_turns_to_the_view_where_the_change_is_seen(window: MainWindow) -> None:
    desk = window.desk
    cell = (Experience.COACH_BEHAVIOR, Architecture.CONNECTED_RETAILER)
    edited(desk.session, EditKind.PLACE_OFFER, lambda edit: placements.place(edit, "A coach", cell))
    count = len(desk.session.project.all(Placement))
    window.show_view("brief")
    window.carry_out("edit.undo")
    settle(desk.session)
    assert len(desk.session.project.all(Placement)) == count - 1
    assert window.view_key == "matrix"


def test_undo_of_what_every_view_shows_stays_where_one_is(window: MainWindow) -> None:
    edited(window.desk.session, EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, "Crew"))
    window.show_view("architectures")
    window.carry_out("edit.undo")
    settle(window.desk.session)
    assert window.view_key == "architectures"


def test_what_cannot_be_done_is_not_offered(window: MainWindow) -> None:
    window.desk.selection.clear()
    actions = window.desk.actions
    assert not actions["edit.undo"].isEnabled() and not actions["strategy.place"].isEnabled()
    segment = window.desk.session.project.all(Segment)[0]
    window.desk.selection.choose(Segment, segment.id)
    assert actions["strategy.place"].isEnabled()


def test_escape_in_a_panel_takes_back_what_was_typed_and_then_goes_to_the_view(window: MainWindow) -> None:
    desk = window.desk
    step = desk.session.project.all(Step)[0]
    desk.selection.choose(Step, step.id)
    panel = window.inspector
    assert isinstance(panel, Inspector)
    title = field_named(panel, desk.words("inspector.step.title"))
    type_in(title, "Something else")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert panel.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    view = window.view
    assert view is not None and view.isAncestorOf(QApplication.focusWidget())
    assert desk.selection.ids == (step.id,)
    settle(desk.session)
    assert desk.session.project.get(Step, step.id).title == step.title
    window.outline.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert view.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("view", ["journey", "menus", "review"])
def test_a_new_offer_begins_in_the_chosen_cell_of_the_matrix_from_any_view(
    window: MainWindow, view: str
) -> None:
    desk = window.desk
    cell = (Experience.COACH_BEHAVIOR, Architecture.CONNECTED_RETAILER)
    before = {offer.id for offer in desk.session.project.all(Placement)}
    window.show_view("matrix")
    desk.selection.choose_cell(cell)
    window.go_to(view)
    assert desk.actions["strategy.new-offer"].isEnabled()
    window.carry_out("strategy.new-offer")
    settle(desk.session)
    (made,) = [offer for offer in desk.session.project.all(Placement) if offer.id not in before]
    assert window.view_key == "matrix"
    assert (made.experience, made.architecture) == cell
