"""Steps are moved, copied and led on in the table of a journey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.desks import park
from helpers.steps_room import Table, open_bare_table, open_table
from rondo.ui.journeys.step_chooser import StepChooser
from rondo.ui.steps.columns import Column
from rondofile.enums import Phase
from rondofile.records import Step

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def table(qapp: QApplication, tmp_path: Path) -> Iterator[Table]:
    with open_table(tmp_path, park()) as table:
        yield table


@pytest.fixture
def bare(qapp: QApplication, tmp_path: Path) -> Iterator[Table]:
    with open_bare_table(tmp_path) as table:
        yield table


def test_alt_and_an_arrow_changes_the_order_and_the_plain_way_with_it(table: Table) -> None:
    table.go("Choose")
    table.key(Key.Key_Up, ALT)
    assert table.said()[5:8] == ["Choose", "Compare dates, hotels and rides", "Book and pay"]
    assert {
        ("Notice that good dates are going", "Choose", "next"),
        ("Choose", "Compare dates, hotels and rides", "next"),
        ("Compare dates, hotels and rides", "Book and pay", "next"),
    } <= table.links()
    assert table.table.currentIndex().data() == "Choose"
    table.key(Key.Key_Down, ALT)
    assert table.project == park()


def test_alt_and_an_arrow_changes_the_phase_of_all_chosen(table: Table) -> None:
    table.go("Choose")
    table.key(Key.Key_Down, SHIFT)
    table.key(Key.Key_Right, ALT)
    named = table.steps()
    assert {named[title].phase for title in ("Choose", "Book and pay")} == {Phase.RESPOND}
    chosen = [table.project.get(Step, key).title for key in table.desk.selection.ids_of(Step)]
    assert sorted(chosen) == ["Book and pay", "Choose"]
    table.key(Key.Key_Left, ALT)
    assert {table.steps()[title].phase for title in ("Choose", "Book and pay")} == {Phase.REQUEST}


def test_a_waiting_step_is_sorted_by_key(bare: Table) -> None:
    bare.go("New step in Waiting")
    bare.key(Key.Key_Return)
    bare.type("Pack")
    bare.key(Key.Key_Return)
    bare.key(Key.Key_Escape)
    assert (bare.steps()["Pack"].phase, bare.links()) == (None, set())
    bare.go("Pack")
    for phase in (Phase.REPEAT, Phase.RESPOND):
        bare.key(Key.Key_Left, ALT)
        assert bare.steps()["Pack"].phase is phase


def test_steps_are_deleted_and_the_one_below_is_chosen(table: Table) -> None:
    table.go("Choose")
    table.do("edit.delete")
    assert "Choose" not in table.steps()
    assert [table.project.get(Step, key).title for key in table.desk.selection.ids_of(Step)] == [
        "Book and pay"
    ]


def test_copies_stand_below_with_their_links_and_pains(table: Table) -> None:
    table.go("Show paper tickets")
    table.key(Key.Key_Down, SHIFT)
    table.do("edit.duplicate")
    said = table.said()
    at = said.index("Stand in line")
    assert said[at + 1 : at + 3] == ["Show paper tickets", "Stand in line"]
    first, second = (table.project.get(Step, key) for key in table.desk.selection.ids_of(Step))
    assert {first.title, second.title} == {"Show paper tickets", "Stand in line"}
    assert table.project.marks_of(first.id) and table.project.marks_of(second.id)
    copied = [link for link in table.project.links_of(first.journey) if link.source in (first.id, second.id)]
    assert len(copied) == 1


def chooser_of(table: Table, title: str) -> StepChooser:
    table.go(title, Column.GOES_TO)
    table.key(Key.Key_Return)
    found = table.view.doing.chooser
    assert found is not None and found.isVisible()
    return found


def test_where_a_step_leads_is_chosen_from_a_list(table: Table) -> None:
    chooser = chooser_of(table, "Ride")
    shown = [chooser.model.index(row).data() for row in range(chooser.model.rowCount())]
    assert shown == list(table.steps())
    ticked = [
        step.title
        for row, step in enumerate(chooser.model.steps)
        if chooser.model.index(row).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    ]
    assert ticked == ["Wait for a table"]
    QTest.keyClicks(chooser.line, "stand in")
    QTest.keyClick(chooser.line, Key.Key_Return)
    table.settle()
    assert ("Ride", "Stand in line", "next") in table.links()
    assert table.cell("Ride", Column.GOES_TO) == "Wait for a table · Stand in line"
    again = chooser_of(table, "Ride")
    QTest.keyClicks(again.line, "stand in")
    QTest.keyClick(again.line, Key.Key_Return)
    table.settle()
    assert ("Ride", "Stand in line", "next") not in table.links()


def test_a_loop_and_a_branch_are_made_from_the_same_list(table: Table) -> None:
    chooser = chooser_of(table, "Wait for a table")
    chooser.kinds.button(1).click()
    QTest.keyClicks(chooser.line, "wish")
    QTest.keyClick(chooser.line, Key.Key_Return, SHIFT)
    table.settle()
    assert chooser.isVisible(), "Shift keeps the list open"
    QTest.keyClick(chooser.line, Key.Key_Escape)
    table.settle()
    branch = chooser_of(table, "Wait for a table")
    QTest.keyClicks(branch.line, "Eat a sandwich")
    QTest.keyClick(branch.line, Key.Key_Return)
    table.settle()
    assert {
        ("Wait for a table", "Wish for a holiday together", "returns"),
        ("Wait for a table", "Eat a sandwich", "next"),
    } <= table.links()


def test_the_step_that_begins_with_what_is_typed_is_meant(table: Table) -> None:
    chooser = chooser_of(table, "Notice that good dates are going")
    QTest.keyClicks(chooser.line, "ride")
    shown = [step.title for step in chooser.model.steps]
    assert shown == ["Compare dates, hotels and rides", "Ride"]
    assert chooser.list.currentIndex().row() == 1
    QTest.keyClick(chooser.line, Key.Key_Escape)


def test_what_cannot_be_joined_is_refused_with_a_sentence(table: Table) -> None:
    said: list[str] = []
    table.desk.notices.said.connect(lambda notice: said.append(notice.sentence))
    before = table.project
    chooser = chooser_of(table, "Ride")
    QTest.keyClicks(chooser.line, "ride")
    chooser.list.setCurrentIndex(chooser.model.index([s.title for s in chooser.model.steps].index("Ride")))
    QTest.keyClick(chooser.line, Key.Key_Return)
    table.settle()
    assert table.project == before and len(said) == 1


def test_a_menu_is_about_the_chosen_lines(table: Table) -> None:
    table.go("Choose")
    table.key(Key.Key_F10, SHIFT)
    menu = table.view.menu
    assert menu is not None and menu.isVisible()
    said = [action.text() for action in menu.actions() if not action.isSeparator()]
    label = table.desk.words
    assert [said[0], said[-1]] == [label("action.edit.rename"), label("action.edit.delete")]
    menu.close()
