"""Typed fields: kept after the pause, at Return and when left; undo is the document's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.answering import enter, leave, shown, type_in
from helpers.desks import open_desk, park, settle, wait_for
from rondo.ui.desk import Desk
from rondo.ui.fields import LineField, TextField
from rondo.ui.fields.typed import TypedField
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.records import Segment

pytestmark = pytest.mark.usefixtures("qapp")


def heard(field: TypedField) -> list[Any]:
    """What the field says from now on."""
    said: list[Any] = []
    field.changed.connect(said.append)
    return said


def bound(desk: Desk, key: str) -> LineField:
    """A field that writes a segment's name and follows the project, as rooms do."""
    field = LineField(desk, "Name")
    session = desk.session
    field.begin(session.project.get(Segment, key).name)

    def keep(name: str) -> None:
        session.edit(
            EditKind.SET_SEGMENT, lambda edit: segments.set_fields(edit, key, name=name), field.focus_stay
        )

    field.changed.connect(keep)
    session.changed.connect(lambda _: field.set_value(session.project.get(Segment, key).name))
    return field


def name_of(desk: Desk, key: str) -> str:
    return desk.session.project.get(Segment, key).name


def first(desk: Desk) -> str:
    return desk.session.project.all(Segment)[0].id


def test_nothing_is_said_before_the_pause_and_the_whole_text_after_it(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := LineField(desk, "Name")):
        said = heard(field)
        type_in(field, "abc")
        assert said == []
        wait_for(lambda: bool(said))
        assert said == ["abc"]


def test_return_and_leaving_keep_at_once_and_only_what_differs(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := LineField(desk, "Name")) as window:
        said = heard(field)
        type_in(field, "one")
        QTest.keyClick(field.box, Qt.Key.Key_Return)
        assert said == ["one"] and field.box.said() == "one"
        leave(window)
        assert said == ["one"]
        type_in(field, "two")
        leave(window)
        assert said == ["one", "two"]


def test_a_value_that_is_set_is_never_said(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := TextField(desk, "Note")) as window:
        said = heard(field)
        field.set_value("x\ny")
        enter(field)
        leave(window)
        assert said == [] and field.value() == "x\ny" and field.box.said() == "x\ny"


def test_one_stay_is_one_step_of_history_and_the_next_stay_another(tmp_path: Path) -> None:
    with open_desk(tmp_path, park()) as desk, shown(field := bound(desk, first(desk))) as window:
        key, before = first(desk), name_of(desk, first(desk))
        for text in ("F", "Fa", "Fam"):
            type_in(field, text)
            QTest.keyClick(field.box, Qt.Key.Key_Return)
            settle(desk.session)
            assert name_of(desk, key) == text
        leave(window)
        type_in(field, "Others")
        leave(window)
        settle(desk.session)
        desk.session.undo()
        settle(desk.session)
        assert name_of(desk, key) == "Fam" == field.box.said()
        desk.session.undo()
        settle(desk.session)
        assert name_of(desk, key) == before == field.box.said()


def test_esc_puts_the_last_kept_value_back_and_says_nothing(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := LineField(desk, "Name")) as window:
        field.set_value("kept")
        said = heard(field)
        type_in(field, "something else")
        QTest.keyClick(field.box, Qt.Key.Key_Escape)
        assert field.box.said() == "kept"
        leave(window)
        assert said == []


def test_undo_from_inside_the_field_is_the_documents_and_takes_what_was_typed(tmp_path: Path) -> None:
    with open_desk(tmp_path, park()) as desk, shown(field := bound(desk, first(desk))) as window:
        key, before = first(desk), name_of(desk, first(desk))
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), window)
        shortcut.activated.connect(desk.session.undo)
        type_in(field, "typed and not yet kept")
        QTest.keyClick(field.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle(desk.session)
        assert name_of(desk, key) == before
        assert field.box.said() == before
        leave(window)
        settle(desk.session)
        assert name_of(desk, key) == before


def test_news_from_outside_changes_the_text_and_leaves_the_cursor(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := TextField(desk, "Note")):
        field.set_value("one two three")
        enter(field)
        cursor = field.box.textCursor()
        cursor.setPosition(4)
        field.box.setTextCursor(cursor)
        field.set_value("one two four")
        assert field.box.said() == "one two four"
        assert field.box.textCursor().position() == 4
        field.set_value("𝒳 one two four")
        assert field.box.textCursor().position() == 4 + len("𝒳 ".encode("utf-16-le")) // 2


def test_news_never_overwrites_what_is_being_typed(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := LineField(desk, "Name")):
        said = heard(field)
        field.set_value("before")
        type_in(field, "mine")
        field.set_value("theirs")
        assert field.box.said() == "mine"
        QTest.keyClick(field.box, Qt.Key.Key_Return)
        assert said == ["mine"]


def test_the_echo_of_an_earlier_answer_does_not_undo_a_later_one(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := LineField(desk, "Name")):
        for text in ("a", "ab"):
            type_in(field, text)
            QTest.keyClick(field.box, Qt.Key.Key_Return)
        field.set_value("a")
        assert field.box.said() == "ab" == field.value()
        field.set_value("ab")
        field.set_value("a")
        assert field.box.said() == "a" == field.value()


def test_hiding_a_field_keeps_what_was_typed_and_leaves_no_timer(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := LineField(desk, "Name")) as window:
        said = heard(field)
        type_in(field, "abc")
        window.hide()
        assert said == ["abc"]
        assert not any(timer.isActive() for timer in window.findChildren(QTimer) if timer.parent() is field)


def test_a_long_line_wraps_and_the_field_grows_with_it(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := LineField(desk, "Name")):
        before = field.box.height()
        field.set_value("a long title that does not fit into one line of this panel at all")
        QCoreApplication.processEvents()
        QCoreApplication.processEvents()
        assert field.box.height() > before
        assert not field.box.verticalScrollBar().isVisible()


def test_lines_that_are_pasted_into_a_name_become_one_line(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := LineField(desk, "Name")):
        QApplication.clipboard().setText("one\ntwo <b>three</b>")
        enter(field)
        field.box.paste()
        assert field.box.said() == "one two <b>three</b>"


def test_hebrew_and_arabic_are_written_from_the_right(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := LineField(desk, "Name")):
        field.set_value("שלום")
        assert field.box.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft


def test_a_name_that_is_needed_is_never_emptied(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := LineField(desk, "Name", needed=True)) as window:
        field.set_value("kept")
        said = heard(field)
        type_in(field, "")
        leave(window)
        assert said == [] and field.hint == desk.words("fields.needed")
        enter(field)
        QTest.keyClick(field.box, Qt.Key.Key_Escape)
        assert field.box.said() == "kept" and not field.hint
