"""Fields one presses: one answer of several, scores, ticks, evidence, lists; by mouse and by keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.answering import answer, choose, enter, named_widgets, press, shown, type_in
from helpers.desks import open_desk
from rondo.ui.desk import Desk
from rondo.ui.fields import (
    VARIOUS,
    Chip,
    ChoiceField,
    DurationField,
    EvidenceField,
    Field,
    LineField,
    ListField,
    NumberField,
    Option,
    ScoreField,
    TextField,
    TickField,
)
from rondo.ui.fields.chips import _ChipButton
from rondofile.enums import Evidence

pytestmark = pytest.mark.usefixtures("qapp")

POPUPS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""What the offscreen platform says about the list that opens below a line."""

COLOURS = [Option("red", "red"), Option("blue", "blue", "like the sea")]


def heard(field: Field) -> list[Any]:
    said: list[Any] = []
    field.changed.connect(said.append)
    return said


@pytest.mark.parametrize("folded", [False, True])
def test_an_answer_that_is_picked_is_said_once_and_delete_takes_it_away(tmp_path: Path, folded: bool) -> None:
    with (
        open_desk(tmp_path) as desk,
        shown(field := ChoiceField(desk, "Colour", COLOURS, unknown="not known", folded=folded)),
    ):
        said = heard(field)
        answer(field, "blue")
        assert field.value() == "blue" and said[-1] == "blue"
        said.clear()
        answer(field, "blue")
        assert said.count("blue") <= 1
        enter(field)
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Delete)
        assert field.value() is None and said[-1] is None


def test_an_answer_that_must_be_is_not_taken_away(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := ChoiceField(desk, "Colour", COLOURS)):
        field.set_value("red")
        said = heard(field)
        enter(field)
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Delete)
        assert field.value() == "red" and said == []


def test_the_wheel_scrolls_past_a_list_without_changing_it(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := ChoiceField(desk, "Colour", COLOURS, folded=True)):
        field.set_value("red")
        said = heard(field)
        place = QPointF(5, 5)
        wheel = QWheelEvent(
            place,
            field.box.mapToGlobal(place),
            QPointF(0, -120).toPoint(),
            QPointF(0, -120).toPoint(),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field.box, wheel)
        assert not wheel.isAccepted() and said == [] and field.value() == "red"


def test_arrow_keys_walk_through_the_boxes(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := ScoreField(desk, "Feeling", faces=True)):
        field.set_value(0)
        said = heard(field)
        field.pills.answers[2][1].setFocus()
        QTest.keyClick(field.pills.answers[2][1], Qt.Key.Key_Right)
        assert said == [1] and field.value() == 1


def test_a_score_can_be_given_and_taken_back(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := ScoreField(desk, "Control", "act for me", "let me")):
        said = heard(field)
        for value in (-2, 2, None):
            press(field.pills, value)
        assert said == [-2, 2, None] and field.value() is None
        names = [pill.accessibleName() for pill in field.pills.pills]
        assert names[0] == "−2 act for me" and names[4] == "+2 let me"
        assert names[5] == desk.words("fields.unknown")


def test_a_tick_is_said_and_set(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := TickField(desk, "Must stay")):
        said = heard(field)
        answer(field, True)
        enter(field)
        QTest.keyClick(field.box, Qt.Key.Key_Space)
        assert said == [True, False]
        field.begin(True)
        assert field.value() is True and said == [True, False]


def test_evidence_says_kind_and_source_together(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        names = {kind: (kind.value, "") for kind in Evidence}
        with shown(field := EvidenceField(desk, "How do we know?", names)):
            said = heard(field)
            answer(field.kind, Evidence.SEEN)
            type_in(field.source, "June")
            stay = field.source.focus_stay
            field.commit()
            assert said == [(Evidence.SEEN, ""), (Evidence.SEEN, "June")]
            assert field.focus_stay == stay


@POPUPS
def test_a_list_adds_by_name_and_takes_away_by_cross_and_key(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := ListField(desk, "Known", add="Add")):
        field.suggest(["Ages", "Arrival"])
        field.set_value((Chip("1", "name"), Chip("2", "ages", "told")))
        added: list[str] = []
        removed: list[str] = []
        followed: list[str] = []
        field.added.connect(added.append)
        field.removed.connect(removed.append)
        field.followed.connect(followed.append)
        field.line.box.setFocus()
        QTest.keyClicks(field.line.box, "  shoe   size ")
        QTest.keyClick(field.line.box, Qt.Key.Key_Return)
        QTest.keyClicks(field.line.box, "AGES")
        field.line.box.completer().popup().hide()
        QTest.keyClick(field.line.box, Qt.Key.Key_Return)
        assert added == ["shoe size", "Ages"] and field.line.box.text() == ""
        one, other = field.findChildren(_ChipButton)
        QTest.mouseClick(one, Qt.MouseButton.LeftButton, pos=one.rect().center() - one.rect().topLeft() / 2)
        QTest.mouseClick(one, Qt.MouseButton.LeftButton, pos=QPointF(one.width() - 8, 10).toPoint())
        QTest.keyClick(other, Qt.Key.Key_Delete)
        assert followed == ["1"] and removed == ["1", "2"]
        assert [chip.key for chip in field.value()] == ["1", "2"]


@POPUPS
def test_a_closed_list_takes_only_what_is_known(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := ListField(desk, "Steps", add="Add", closed=True)):
        field.suggest(["Book"])
        added: list[str] = []
        field.added.connect(added.append)
        field.line.box.setFocus()
        QTest.keyClicks(field.line.box, "Nothing")
        QTest.keyClick(field.line.box, Qt.Key.Key_Return)
        assert added == []
        QTest.keyClick(field.line.box, Qt.Key.Key_Escape)
        assert field.line.box.text() == ""


def test_answers_that_differ_show_none_of_them(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        choice = ChoiceField(desk, "Colour", COLOURS, unknown="not known")
        score, tick, line = ScoreField(desk, "Feeling"), TickField(desk, "Same"), LineField(desk, "Name")
        with shown(choice, score, tick, line):
            for field in (choice, score, tick, line):
                field.set_various(True)
            assert choice.value() is VARIOUS and score.value() is VARIOUS
            assert not any(pill.isChecked() for pill in (*score.pills.pills, *choice.box.pills))
            assert line.box.placeholderText() == desk.words("fields.various")
            said = heard(choice)
            press(choice.box, None)
            assert said == [None]


def every_field(desk: Desk) -> list[Field]:
    return [
        LineField(desk, "Line"),
        TextField(desk, "Text"),
        NumberField(desk, "Number"),
        DurationField(desk, "Time"),
        ChoiceField(desk, "List", COLOURS, folded=True),
        TickField(desk, "Tick"),
        ListField(desk, "Chips", add="Add"),
    ]


def test_the_question_is_the_accessible_name_and_leads_to_the_field(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        fields = every_field(desk)
        with shown(*fields) as window:
            for field in fields:
                enter(field)
                focus = QApplication.focusWidget()
                assert focus is not None and focus.accessibleName() == field.question
                assert field.label.buddy() is focus or isinstance(field, TickField)
            assert all(name for _, name in named_widgets(window))


def test_delete_in_a_list_or_a_box_never_reaches_the_window(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, shown(field := ChoiceField(desk, "C", COLOURS, folded=True)) as window:
        desk.actions["edit.delete"].setEnabled(True)
        window.addAction(desk.actions["edit.delete"])
        deleted: list[bool] = []
        desk.actions["edit.delete"].triggered.connect(lambda: deleted.append(True))
        choose(field.box, "red")
        QTest.keyClick(field.box, Qt.Key.Key_Delete)
        assert deleted == []


def test_the_echo_of_an_earlier_choice_does_not_undo_a_later_one(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        choice, score, tick = ChoiceField(desk, "C", COLOURS), ScoreField(desk, "S"), TickField(desk, "T")
        with shown(choice, score, tick):
            for field, old, later in ((choice, "red", "blue"), (score, 1, 2), (tick, True, False)):
                answer(field, old)
                answer(field, later)
                field.set_value(old)
                assert field.value() == later
                field.set_value(later)
                field.set_value(old)
                assert field.value() == old
