"""The History panel: what was done, where one stands in it, and the way to any other point."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt import exceptions

from helpers.desks import open_desk, settle, wait_for
from helpers.history_room import HistoryRoom, open_history
from helpers.windows import quiet
from rondo.ui.history.drawing import HistoryDelegate
from rondo.ui.history.model import Index
from rondo.ui.history.panel import HistoryPanel
from rondo.ui.history.rows import RowKind
from rondo.ui.notices import Notice
from rondofile.changes import ChangeSet, Origin
from rondofile.kinds import EditKind
from rondofile.records import Segment, Step
from rondofile.working import history

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[HistoryRoom]:
    with open_history(tmp_path) as room:
        yield room


def test_earlier_sessions_stand_above_this_one_with_a_border(room: HistoryRoom) -> None:
    room.rename("Now")
    rows = room.rows()
    assert rows[0] == "Where it began"
    assert rows[1].startswith("Earlier session, yesterday ")
    assert rows[2:5] == ["Rename a step"] * 3
    assert rows[5].startswith("This session, today ")
    assert rows[6:] == ["Rename a step"]


def test_a_click_goes_there_and_back_in_one_change_that_is_revealed(room: HistoryRoom) -> None:
    heard: list[ChangeSet] = []
    room.session.changed.connect(heard.append)
    room.rename("Now")
    room.window.show_view("brief")
    room.click(1)
    assert room.title() == "Earlier 0"
    assert [changes.origin for changes in heard] == [Origin.EDIT, Origin.UNDO]
    assert room.window.view_key == "journey"
    assert room.panel.model.past.position == 1
    room.click(4)
    assert room.title() == "Now"
    assert len(heard) == 3 and heard[-1].origin is Origin.REDO
    room.click(0)
    assert room.title() not in ("Now", "Earlier 0") and not room.window.desk.actions["edit.undo"].isEnabled()


def test_enter_goes_to_the_line_of_the_keyboard_and_arrows_only_look(room: HistoryRoom) -> None:
    lines = room.panel.list
    assert lines.hasFocus(), "the key that shows history leads into it"
    QTest.keyClick(lines, Qt.Key.Key_Up)
    QTest.keyClick(lines, Qt.Key.Key_Up)
    room.settle()
    assert room.title() == "Earlier 2"
    QTest.keyClick(lines, Qt.Key.Key_Return)
    room.settle()
    assert room.title() == "Earlier 0"
    QTest.keyClick(lines, Qt.Key.Key_Up)
    here = room.here()
    assert here is not None and here.kind is RowKind.BEGINNING, "borders are passed over"
    QTest.keyClick(lines, Qt.Key.Key_End)
    QTest.keyClick(lines, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    room.settle()
    assert room.title() == "Earlier 2"


def test_undo_and_redo_move_the_present_and_leave_what_can_be_redone_below(room: HistoryRoom) -> None:
    QTest.keyClick(room.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert room.spoken(2).endswith("done, you are here") and room.spoken(3).endswith("can be redone")
    here = room.here()
    assert here is not None and here.step == 2
    room.rename("Instead")
    assert room.panel.model.past.top == 3 and room.rows()[-2].startswith("This session")
    assert room.spoken(3).startswith("Step 3 of 3, Rename a step, Instead · ")


def test_an_edit_adds_its_line_and_makes_nothing_else_anew(room: HistoryRoom) -> None:
    asked: list[int] = []
    resets: list[int] = []
    model = room.panel.model
    model.modelReset.connect(lambda: resets.append(1))
    model.rowsInserted.connect(lambda _, first, last: asked.append(last - first + 1))
    room.rename("A")
    room.rename("B", 1)
    assert asked == [2, 1] and resets == []
    room.rename("Bc", 1, "typed")
    room.rename("Bcd", 1, "typed")
    assert asked == [2, 1, 1, 1] and resets == []
    assert len(room.rows()) == 1 + 4 + 4, "typing on is the same line"
    assert "Bcd" in room.spoken(6)


def test_a_row_says_what_its_step_changed_under_pointer_and_keyboard(room: HistoryRoom) -> None:
    told, lines = room.panel.told, room.panel.list
    room.rename("Now")
    wait_for(lambda: told.text() == "Earlier 2 → Now")
    QTest.mouseMove(lines.viewport(), room.place_of(2))
    wait_for(lambda: told.text() == "Earlier 0 → Earlier 1")
    QTest.mouseMove(room.window.menuBar())
    QApplication.sendEvent(lines, QEvent(QEvent.Type.Leave))
    wait_for(lambda: told.text() == "Earlier 2 → Now")
    room.session.edit(EditKind.DELETE_STEPS, lambda edit: edit.delete(Step, *room.steps[:7]))
    room.settle()
    wait_for(lambda: told.text().startswith("Gone: Now, "))
    assert " more" in told.text().splitlines()[0]


def test_words_find_steps_by_what_was_done_to_what(room: HistoryRoom) -> None:
    room.rename("Now")
    room.session.edit(EditKind.ADD_SEGMENT, lambda edit: edit.insert(Segment(id="new", name="Grandparents")))
    room.settle()
    QTest.keyClicks(room.panel.line, "GRANDP seg")
    assert [row for row in room.rows() if "session" not in row] == ["Add a segment"]
    room.rename("While looking")
    assert len(room.rows()) == 2
    QTest.keyClicks(room.panel.line, "zzz")
    assert room.rows() == [] and room.panel.list.isHidden()
    room.panel.line.clear()
    assert len(room.rows()) == 9
    here = room.here()
    assert here is not None and here.step == 6


def test_a_screen_reader_hears_number_name_and_state_of_each_line(room: HistoryRoom) -> None:
    QTest.keyClick(room.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    whole = QAccessible.queryAccessibleInterface(room.panel.list)
    assert whole.role() == QAccessible.Role.List
    assert whole.text(QAccessible.Text.Name) == "What was done, oldest first"
    names = [whole.child(number).text(QAccessible.Text.Name) for number in range(whole.childCount())]
    assert names[0] == "Where it began"
    assert names[2].startswith("Step 1 of 3, Rename a step, Earlier 0 · ") and names[2].endswith(", done")
    assert names[3].endswith("you are here") and names[4].endswith("undone, can be redone")


def test_a_step_that_was_replaced_meanwhile_is_not_gone_to(room: HistoryRoom) -> None:
    """Between the look and the click something else took its place: that is said, nothing is undone."""
    room.session.undo()
    room.settle()
    old = room.panel.model.row(room.panel.model.index_of(3))
    assert old is not None
    room.rename("Instead")
    room.rename("And more", 1)
    room.session.undo()
    room.session.undo()
    room.settle()
    said: list[object] = []
    notices: list[Notice] = []
    room.session.trouble.connect(said.append)
    room.window.desk.notices.said.connect(notices.append)
    room.panel.go_to(old)
    room.settle()
    assert room.title() == "Earlier 1" and len(said) == 1
    assert [notice.sentence[:12] for notice in notices] == ["That step of"]


def test_the_panel_comes_and_goes_by_key_menu_and_its_own_button(room: HistoryRoom) -> None:
    window, docks = room.window, room.window.docks
    assert window.desk.actions["view.history"].isChecked() and docks.history.is_shown()
    QTest.mouseClick(room.panel._close, Qt.MouseButton.LeftButton)
    assert docks.history.isHidden() and not window.desk.actions["view.history"].isChecked()
    room.rename("Unseen")
    window.desk.actions["view.history"].trigger()
    room.settle()
    assert docks.history.is_shown() and "Unseen" in room.spoken(4)
    window.desk.actions["view.inspector"].trigger()
    assert docks.inspector.isHidden() and docks.history.is_shown()
    window.desk.actions["view.reset-layout"].trigger()
    assert docks.history.isHidden() and docks.inspector.is_shown()


def test_earlier_steps_that_went_are_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_history(tmp_path, earlier=6) as room:
        monkeypatch.setattr(history, "MOST_STEPS", 8)
        for number in range(4):
            room.rename(f"Now {number}", number)
        rows = room.rows()
        assert rows[0] == "Earlier steps are gone" and rows[1].startswith("Earlier session")
        assert len(rows) == 1 + 1 + 4 + 1 + 4
        assert room.spoken(3).startswith("Step 1 of 8, ")
        room.click(2)
        assert room.title() == "Earlier 1"


def test_five_thousand_steps_are_shown_and_followed_at_once(tmp_path: Path) -> None:
    many = 5_000
    with open_history(tmp_path, earlier=0) as room:
        _write_many(room, many)
        model = room.panel.model
        assert model.rowCount() == many + 2
        painted = _Painted(room)
        room.rename("On", 1)
        quiet(60)
        assert 0 < painted.rows < 60, "only what is in sight is drawn"
        room.click(many - 10)
        room.click(1)
        room.click(model.past.top)
        assert (room.title(1), painted.read < 3_000) == ("On", True)


def test_words_of_undo_say_how_many_of_what(room: HistoryRoom) -> None:
    actions = room.window.desk.actions
    room.session.edit(
        EditKind.MOVE_STEPS, lambda edit: [edit.change(Step, key, x=9) for key in room.steps[:3]]
    )
    room.settle()
    assert actions["edit.undo"].text() == "Undo Move 3 steps"
    assert actions["edit.undo"].toolTip().startswith("Undo Move 3 steps (")
    room.session.undo()
    room.settle()
    assert actions["edit.undo"].text() == "Undo Rename a step"
    assert actions["edit.redo"].text() == "Redo Move 3 steps"


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "Ongedaan maken: 3 stappen verplaatsen"), ("te", "రద్దు: 3 అడుగులను జరపడం")],
)
def test_other_languages_count_too(tmp_path: Path, language: str, text: str) -> None:
    with open_history(tmp_path, language=language) as room:
        room.session.edit(
            EditKind.MOVE_STEPS, lambda edit: [edit.change(Step, key, x=9) for key in room.steps[:3]]
        )
        room.settle()
        assert room.window.desk.actions["edit.undo"].text() == text
        assert room.rows()[-1] in text


class _Painted:
    """How many rows were drawn, and how often the model was read, from now on."""

    def __init__(self, room: HistoryRoom) -> None:
        self.rows = self.read = 0
        model, painted = room.panel.model, self
        data = model.data

        class Counting(HistoryDelegate):
            def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
                painted.rows += 1
                super().paint(painter, option, index)

        def counted(index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            painted.read += 1
            return data(index, role)

        model.data = counted  # type: ignore[method-assign]
        room.panel.list.setItemDelegate(Counting(room.window.desk, room.panel.list))


def _write_many(room: HistoryRoom, count: int) -> None:
    """So many steps of history, written in one transaction as edits write them."""
    key = room.steps[0]

    def write(document: object) -> None:
        work = document._place.work  # type: ignore[attr-defined]
        with work.transaction():
            work.connection.executemany(
                "INSERT INTO history (step, kind, at, bytes, nouns, session, rev, noun, count, name)"
                " VALUES (?, 'rename-step', 0, 0, 0, 1, ?, 'step', 1, ?)",
                ((number, number, f"Name {number}") for number in range(1, count)),
            )
            work.connection.execute("UPDATE history_position SET position = ?", (count - 1,))

    room.session.do(write)
    settle(room.session)
    room.session.edit(EditKind.RENAME_STEP, lambda edit: edit.change(Step, key, title="Last"))
    room.settle()
    room.panel.refresh()
    room.settle()


def test_an_answer_that_finds_its_panel_gone_then_changes_nothing(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, exceptions.capture_exceptions() as caught:
        panel = HistoryPanel(desk)
        panel.refresh()
        assert desk.session.busy, "it has asked"
        shiboken6.delete(panel)
        settle(desk.session)
        assert caught == []
