"""The journey as a table: read, written and moved line by line, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from helpers.desks import edited, park
from helpers.steps_room import Table, open_bare_table, open_table
from rondo.ui.steps.columns import Column
from rondofile.enums import Actor, MarkKind, Phase, StepKind
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Lane, Step

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


def test_the_phases_stand_below_each_other_with_their_steps_in_order(table: Table) -> None:
    said = table.said()
    assert said[:5] == [
        "Recognize, 2 steps",
        "Wish for a holiday together",
        "Notice that good dates are going",
        "New step in Recognize",
        "Request, 3 steps",
    ]
    assert said[-4:] == [
        "Repeat, 0 steps",
        "New step in Repeat",
        "Waiting to be sorted, 0 steps",
        "New step in Waiting to be sorted",
    ]


def test_a_line_says_lane_who_kind_feeling_wait_pains_and_where_it_leads(table: Table) -> None:
    assert [table.cell("Stand in line", column) for column in Column] == [
        "Stand in line",
        "Rides",
        "The customer",
        "Receive",
        "Very bad",
        "45 min",
        "the day goes by in lines",
        "Ride",
    ]
    assert table.cell("Bill, photos, home", Column.GOES_TO) == "↩ Wish for a holiday together"


def test_a_title_is_written_in_place_and_escape_leaves_no_trace(table: Table) -> None:
    table.go("Choose")
    before = table.project
    table.key(Key.Key_F2)
    table.type("Nothing")
    table.key(Key.Key_Escape)
    assert table.project is before and QApplication.focusWidget() is table.table
    table.key(Key.Key_Return)
    table.type("Choose a date")
    table.key(Key.Key_Return)
    assert "Choose a date" in table.steps()
    assert table.table.currentIndex().data() == "Book and pay", "Enter goes on to the line below"


def test_steps_are_written_one_after_the_other_and_lie_on_the_way(table: Table) -> None:
    table.go("New step in Request")
    table.type("P")
    assert QApplication.focusWidget() is not table.table, "typing begins the step"
    table.type("ack")
    table.key(Key.Key_Return)
    table.type("Lock the door")
    table.key(Key.Key_Return)
    table.key(Key.Key_Escape)
    assert table.said()[7:11] == ["Book and pay", "Pack", "Lock the door", "New step in Request"]
    assert {
        ("Book and pay", "Pack", "next"),
        ("Pack", "Lock the door", "next"),
        ("Lock the door", "Check in at the desk", "next"),
    } <= table.links()
    assert ("Book and pay", "Check in at the desk", "next") not in table.links()
    assert table.steps()["Pack"].lane == table.steps()["Book and pay"].lane
    table.desk.session.undo()
    table.settle()
    assert "Lock the door" not in table.steps() and "Pack" in table.steps()


def test_a_journey_without_lanes_gets_its_first_one_with_its_first_step(bare: Table) -> None:
    bare.go("New step in Recognize")
    bare.key(Key.Key_Return)
    bare.type("Notice a scratch")
    bare.key(Key.Key_Return)
    bare.key(Key.Key_Escape)
    step = bare.steps()["Notice a scratch"]
    assert step.phase is Phase.RECOGNIZE
    assert bare.project.get(Lane, step.lane or "").name == "Customer"
    bare.go("New step in Request")
    bare.key(Key.Key_Return)
    bare.type("Choose a frame")
    bare.key(Key.Key_Return)
    assert bare.links() == {("Notice a scratch", "Choose a frame", "next")}


def test_a_list_sets_a_field_of_all_the_chosen_lines_in_one_edit(table: Table) -> None:
    before = table.project
    table.go("Check in at the desk", Column.WHO)
    for _ in range(2):
        table.key(Key.Key_Down, SHIFT)
    assert len(table.desk.selection.ids_of(Step)) == 3
    table.key(Key.Key_Return)
    table.choose("We")
    named = table.steps()
    for title in ("Check in at the desk", "Show paper tickets", "Stand in line"):
        assert named[title].actor is Actor.FIRM
    assert named["Ride"].actor is not Actor.FIRM
    table.desk.session.undo()
    table.settle()
    assert table.project == before


@pytest.mark.parametrize(
    ("column", "answer", "field", "value"),
    [
        (Column.KIND, "Decide", "kind", StepKind.DECIDE),
        (Column.FEELING, "Very good", "feeling", 2),
        (Column.FEELING, "Not known", "feeling", None),
    ],
)
def test_lists_hold_what_can_be_answered(
    table: Table, column: Column, answer: str, field: str, value: object
) -> None:
    table.go("Stand in line", column)
    table.key(Key.Key_Return)
    assert [action.text() for action in table.menu().actions() if action.isChecked()] == [
        table.cell("Stand in line", column)
    ]
    table.choose(answer)
    assert getattr(table.steps()["Stand in line"], field) == value


def test_a_lane_is_chosen_by_its_name(table: Table) -> None:
    table.go("Choose", Column.LANE)
    table.key(Key.Key_F2)
    table.choose("Booking site")
    assert table.cell("Choose", Column.LANE) == "Booking site"


def test_a_wait_is_typed_as_people_say_it_and_nonsense_is_refused(table: Table) -> None:
    for text, minutes in (("2 h", 120.0), ("long", 120.0), ("", None)):
        table.go("Ride", Column.WAIT)
        table.key(Key.Key_Return)
        table.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        table.key(Key.Key_Backspace)
        table.type(text)
        table.key(Key.Key_Return)
        assert table.steps()["Ride"].wait_minutes == minutes


def test_the_first_pain_is_written_changed_and_taken_away(table: Table) -> None:
    for text in ("nothing to drink", "nothing cold to drink", ""):
        table.go("Ride", Column.PAINS)
        table.key(Key.Key_Return)
        table.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        table.key(Key.Key_Backspace)
        table.type(text)
        table.key(Key.Key_Return)
        marks = table.project.marks_of(table.steps()["Ride"].id)
        assert [mark.text for mark in marks if mark.kind is MarkKind.PAIN] == ([text] if text else [])


def test_pasted_lines_are_steps_of_the_phase_where_the_keys_are(table: Table) -> None:
    QApplication.clipboard().setText("Pack\tFamily\nLock the door\n\n")
    table.go("Wish")
    table.do("edit.paste")
    assert table.said()[3:6] == ["Pack", "Lock the door", "New step in Recognize"]


def test_what_is_chosen_elsewhere_is_chosen_here_and_the_other_way_round(table: Table) -> None:
    key = table.steps()["Ride"].id
    table.desk.selection.choose(Step, key)
    assert table.table.currentIndex().data() == "Ride" and table.table.chosen() == (key,)
    table.go("Choose")
    assert table.desk.selection.ids_of(Step) == (table.steps()["Choose"].id,)
    table.key(Key.Key_Escape)
    assert table.desk.selection.ids_of(Step) == ()


def test_tab_goes_through_the_cells_and_out_at_the_end(table: Table) -> None:
    table.go("Choose")
    table.key(Key.Key_Tab)
    assert table.table.currentIndex().column() == Column.LANE
    table.key(Key.Key_Backtab, SHIFT)
    table.key(Key.Key_Backtab, SHIFT)
    index = table.table.currentIndex()
    assert (index.column(), index.siblingAtColumn(0).data()) == (
        Column.GOES_TO,
        "Compare dates, hotels and rides",
    )
    table.go("New step in Waiting")
    table.key(Key.Key_Tab)
    assert QApplication.focusWidget() is not table.table, "the keyboard may leave"


def test_a_phase_folds_and_says_so(table: Table) -> None:
    table.go("Request")
    table.key(Key.Key_Left)
    assert table.said()[4:6] == ["Request, 3 steps, folded", "Respond, 6 steps"]
    table.view.table.reveal(table.steps()["Choose"].id)
    assert "Choose" in table.said()
    table.go("Request")
    table.key(Key.Key_Return)
    assert "Choose" not in table.said()


def test_an_edit_elsewhere_leaves_lines_and_writing_where_they_are(table: Table) -> None:
    table.go("Choose")
    table.key(Key.Key_F2)
    table.type("Choose well")
    resets: list[None] = []
    table.table.steps.modelReset.connect(lambda: resets.append(None))
    other = table.steps()["Wish for a holiday together"]
    made = edited(
        table.desk.session,
        EditKind.ADD_STEPS,
        lambda edit: steps.add(
            edit, other.journey, "Dream", after=other.id, phase=other.phase, lane=other.lane
        ),
    )
    edited(table.desk.session, EditKind.DELETE_STEPS, lambda edit: steps.delete(edit, made.id))
    edited(
        table.desk.session,
        EditKind.MOVE_STEPS,
        lambda edit: steps.put(edit, [other.id], Phase.RESPOND, other.lane),
    )
    assert resets == [] and "Wish for a holiday together" in table.said()[8:]
    table.key(Key.Key_Return)
    assert "Choose well" in table.steps()


def test_a_chosen_line_is_renamed_also_where_the_keys_are_elsewhere(table: Table) -> None:
    table.go("Choose")
    row = table.table.steps.row_of(table.steps()["Ride"].id)
    assert row is not None
    table.table.selectionModel().select(
        table.table.steps.index(row, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    table.do("edit.rename")
    table.type("Ride again")
    table.key(Key.Key_Return)
    assert {"Choose", "Ride again"} <= set(table.steps())


def test_a_line_is_named_by_its_step_or_its_phase(table: Table) -> None:
    model = table.table.steps
    names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(4)]
    assert names == [
        "Recognize",
        "Wish for a holiday together",
        "Notice that good dates are going",
        "Recognize",
    ]


def test_what_is_cut_short_is_said_whole_and_plainly(table: Table) -> None:
    step = table.steps()["Choose"]
    long = "<b>Choose</b> " + "among very many things " * 6
    edited(table.desk.session, EditKind.RENAME_STEP, lambda edit: steps.rename(edit, step.id, long))
    table.settle()
    model = table.table.steps
    row = model.row_of(step.id)
    assert row is not None
    place = table.table.visualRect(model.index(row, Column.TITLE)).center()
    assert table.table.tip_at(place).startswith("<qt>&lt;b&gt;Choose")
    whole = table.table.visualRect(model.index(row, Column.KIND)).center()
    assert table.table.tip_at(whole) == ""
