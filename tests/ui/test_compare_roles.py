"""Who could do it: choices by mouse and keyboard end in the project, and each is one step to undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from helpers.compared import compared
from helpers.desks import edited, open_desk, park, settle, wait_for
from rondo.ui.compare.roles.roles_page import RolesPage
from rondo.ui.compare.view import ArchitecturesView
from rondo.ui.desk import Desk
from rondofile.enums import Actor, Architecture
from rondofile.kinds import EditKind
from rondofile.nouns import comparison, journeys
from rondofile.project import Project
from rondofile.records import Journey, RoleChoice, Step

Role = QAccessible.Role
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MAKER, CROWD = Architecture.CONNECTED_MARKET_MAKER, Architecture.CROWD_ORCHESTRATOR


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, park()) as desk:
        desk.selection.look_at("visit-new")
        yield desk


@pytest.fixture
def page(desk: Desk) -> Iterator[RolesPage]:
    with compared(desk) as view:
        yield view.roles


def cell(page: RolesPage, step: str, architecture: Architecture) -> QModelIndex:
    row = page.table.roles.row_of(step)
    assert row is not None
    return page.table.roles.index(row, page.looking.columns.index(architecture) + 1)


def role(desk: Desk, step: str, architecture: Architecture) -> Actor | None:
    """What the project holds as chosen there."""
    choices = desk.session.project.all(RoleChoice)
    found = [one.role for one in choices if (one.step, one.architecture) == (step, architecture)]
    return found[0] if found else None


def opened() -> QMenu:
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def pick(menu: QMenu, name: str) -> None:
    action = next(action for action in menu.actions() if action.objectName() == name)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def click(page: RolesPage, index: QModelIndex) -> None:
    page.table.scrollTo(index)
    place = page.table.visualRect(index).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def texts(page: RolesPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_a_second_click_opens_the_list_and_a_choice_becomes_one_edit(desk: Desk, page: RolesPage) -> None:
    index = cell(page, "n-room", MAKER)
    click(page, index)
    assert QApplication.activePopupWidget() is None
    click(page, index)
    pick(opened(), Actor.MEMBER.value)
    settle(desk.session)
    assert role(desk, "n-room", MAKER) is Actor.MEMBER
    assert page.table.roles.assigned(index.row(), index.column()).chosen  # type: ignore[union-attr]
    desk.session.undo()
    settle(desk.session)
    assert role(desk, "n-room", MAKER) is None


def test_enter_opens_the_list_arrows_choose_and_delete_is_the_usual_again(
    desk: Desk, page: RolesPage
) -> None:
    page.table.setCurrentIndex(cell(page, "n-walkin", CROWD))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    menu = opened()
    assert menu.activeAction().objectName() == Actor.INDIVIDUAL.value
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle(desk.session)
    assert role(desk, "n-walkin", CROWD) is Actor.PARTNER
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    settle(desk.session)
    assert role(desk, "n-walkin", CROWD) is None
    before = desk.session.project
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    settle(desk.session)
    assert desk.session.project is before, "there was nothing to take back"


def test_escape_leaves_nothing(desk: Desk, page: RolesPage) -> None:
    before = desk.session.project
    page.table.setCurrentIndex(cell(page, "n-walkin", CROWD))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClick(opened(), Qt.Key.Key_Escape)
    settle(desk.session)
    assert QApplication.activePopupWidget() is None
    assert desk.session.project is before


def test_several_cells_are_chosen_in_one_edit(desk: Desk, page: RolesPage) -> None:
    page.table.setCurrentIndex(cell(page, "n-room", MAKER))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(page.table, key, Qt.KeyboardModifier.ShiftModifier)
    page.table.choose(Actor.NOBODY)
    settle(desk.session)
    chosen = {(s, a) for s in ("n-room", "n-walkin") for a in (MAKER, CROWD)}
    assert {cell for cell in chosen if role(desk, *cell) is Actor.NOBODY} == chosen
    desk.session.undo()
    settle(desk.session)
    assert not any(role(desk, *one) for one in chosen)


def test_a_step_that_stays_and_today_offer_no_list(desk: Desk, page: RolesPage) -> None:
    for index in (cell(page, "n-ride", MAKER), page.table.roles.index(0, 0)):
        page.table.setCurrentIndex(index)
        QTest.keyClick(page.table, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert QApplication.activePopupWidget() is None
    assert page.table.choosable() == []


def test_keeping_a_step_with_us_counts_it_out_and_asks_why(desk: Desk, page: RolesPage) -> None:
    assert page.headline.text() == "6 of 12 steps could move"
    page.table.setCurrentIndex(cell(page, "n-walkin", MAKER))
    QTest.mouseClick(page.bar.stays.box, Qt.MouseButton.LeftButton)
    settle(desk.session)
    assert desk.session.project.get(Step, "n-walkin").must_stay
    assert page.headline.text() == "5 of 12 steps could move"
    page.bar.reason.setFocus()
    QTest.keyClicks(page.bar.reason.box, "The law says so")
    page.bar.reason.commit()
    settle(desk.session)
    assert desk.session.project.get(Step, "n-walkin").must_stay_reason == "The law says so"
    assert "It must stay with us. The law says so" in texts(page)


def test_the_bar_says_why_the_framework_would_have_it_so(desk: Desk, page: RolesPage) -> None:
    page.table.setCurrentIndex(cell(page, "n-room", MAKER))
    kind = desk.session.project.get(Step, "n-room").kind
    assert kind is not None
    assert desk.framework.performer(kind, MAKER).reason in texts(page)


def test_choosing_goes_both_ways(desk: Desk, page: RolesPage) -> None:
    page.table.setCurrentIndex(cell(page, "n-room", MAKER))
    assert desk.selection.ids_of(Step) == ("n-room",)
    desk.selection.choose(Step, "n-table", "n-walkin")
    assert {one.row() for one in page.table.selectionModel().selectedIndexes()} == {
        page.table.roles.row_of("n-table"),
        page.table.roles.row_of("n-walkin"),
    }
    assert desk.selection.ids_of(Step) == ("n-table", "n-walkin"), "looking does not choose anew"


def test_a_part_of_the_journey_is_counted_alone(desk: Desk, page: RolesPage) -> None:
    page.choosers.part.changed.emit("n-day")
    QApplication.processEvents()
    assert page.table.roles.rowCount() == 4
    assert page.headline.text().endswith("of 4 steps could move")
    page.choosers.journey.changed.emit("evening")
    QApplication.processEvents()
    assert desk.selection.journey == "evening"
    assert page.table.roles.rowCount() == 6


def test_columns_are_chosen_two_stay_and_the_file_knows_nothing_of_it(desk: Desk, page: RolesPage) -> None:
    before = desk.session.project
    for architecture in Architecture:
        page.columns.click()
        menu = opened()
        pick(menu, architecture.value)
        assert menu.isVisible(), "one can go on ticking"
        QTest.keyClick(menu, Qt.Key.Key_Escape)
    settle(desk.session)
    assert len(page.looking.columns) == 2
    assert page.table.roles.columnCount() == 3
    assert desk.session.project is before
    again = ArchitecturesView(desk)
    assert again.looking.columns == page.looking.columns
    again.deleteLater()


def test_an_undone_choice_is_brought_into_sight(desk: Desk, page: RolesPage) -> None:
    edited(
        desk.session,
        EditKind.SET_ROLE,
        lambda edit: comparison.set_role(edit, "e-walk", MAKER, Actor.PARTNER),
    )
    found: list[object] = []
    desk.session.changed.connect(found.append)
    desk.session.undo()
    settle(desk.session)
    view = page.parentWidget().parentWidget()
    assert isinstance(view, ArchitecturesView)
    view.looking.open("criteria")
    view.reveal(found[-1])  # type: ignore[arg-type]
    assert view.looking.section == "roles"
    assert (desk.selection.journey, desk.selection.ids_of(Step)) == ("evening", ("e-walk",))


def test_the_picture_shows_the_same_steps_and_a_click_chooses_one(desk: Desk, page: RolesPage) -> None:
    wait_for(lambda: page.picture.figure is not None)
    assert page.picture.box_of(f"{CROWD}--step-n-table") is not None
    page.picture.clicked.emit(f"{CROWD}--step-n-table")
    assert desk.selection.ids_of(Step) == ("n-table",)
    assert page.table.currentIndex() == cell(page, "n-table", CROWD)


def test_the_table_is_a_table_with_names_for_those_who_cannot_see_it(page: RolesPage) -> None:
    found = QAccessible.queryAccessibleInterface(page.table)
    assert found is not None and found.role() == Role.Table
    assert found.text(QAccessible.Text.Name) == "Who would do each step"
    children = [found.child(place) for place in range(found.childCount())]
    said = {role: [c.text(QAccessible.Text.Name) for c in children if c.role() == role] for role in Role}
    assert said[Role.ColumnHeader][3] == "We bring firms to you"
    assert "Sit down at a table kept for us" in said[Role.RowHeader]
    assert len(said[Role.Cell]) == 12 * 6
    assert "a partner, chosen by us, passes to other hands" in said[Role.Cell]


def test_without_steps_the_page_says_the_one_next_thing(qapp: QApplication, tmp_path: Path) -> None:
    with open_desk(tmp_path, Project({})) as desk:
        view = ArchitecturesView(desk)
        view.show()
        asked: list[str] = []
        for key in ("journey.new", "view.journey"):
            desk.actions[key].triggered.connect(lambda _=False, key=key: asked.append(key))
        assert "No journey yet" in texts(view.roles)
        view.roles._empty.wanted.emit()
        made = edited(desk.session, EditKind.ADD_JOURNEY, lambda edit: journeys.add(edit, "Visit"))
        assert desk.session.project.find(Journey, made.id) is not None
        assert "This journey has no steps yet" in texts(view.roles)
        view.roles._empty.wanted.emit()
        assert asked == ["journey.new", "view.journey"]
        view.close()
        view.deleteLater()
