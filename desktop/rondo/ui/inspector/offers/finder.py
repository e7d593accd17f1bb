"""The two finders: a few questions, yes or no, that lead to a row or a column and say why (practice 1.6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.strategy.framework.finders import find_column, find_row
from rondo.strategy.framework.table_parts import ColumnQuestion, RowQuestion
from rondo.ui.desk import Desk
from rondo.ui.fields import ChoiceField, Option
from rondo.ui.fields.field import said
from rondo.ui.inspector.pieces.options import named
from rondo.ui.inspector.pieces.push import push
from rondofile.enums import Actor, Architecture, Experience

_WHO = (Actor.FIRM, Actor.PARTNER, Actor.INDIVIDUAL, Actor.MEMBER, Actor.CUSTOMER)


class Found(Struct, frozen=True):
    """Where the answers lead, the reason in a sentence, and what else may be said."""

    place: Experience | Architecture | None
    reason: str
    also: str = ""


class Finder(QWidget):
    """Asks the next question while the answers are no; then says where they lead.

    `reason_wanted` brings the drafted sentence, `move_wanted` the row or column."""

    reason_wanted = Signal(str)
    move_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        questions: Sequence[RowQuestion | ColumnQuestion],
        find: Callable[[dict[str, bool], dict[str, Actor | None]], Found],
        ties: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__()
        self._desk, self._find = desk, find
        self._here: Experience | Architecture | None = None
        words, px = desk.words, desk.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), 0, 0, px(4))
        column.setSpacing(px(8))
        yes_no = [Option(True, words("inspector.yes")), Option(False, words("inspector.no"))]
        self.questions = {one.key: ChoiceField(desk, one.question, yes_no) for one in questions}
        who = named(desk.framework, _WHO)
        unknown = words("inspector.not_known")
        self.ties = {key: ChoiceField(desk, text, who, unknown, folded=True) for key, text in ties}
        for field in (*self.questions.values(), *self.ties.values()):
            field.changed.connect(lambda _: self._follow())
            column.addWidget(field)
        self.result, self.reason, self.also = said(""), said("", "caption"), said("", "hint")
        self.result.setStyleSheet("font-weight: 600;")
        for label in (self.result, self.reason, self.also):
            column.addWidget(label)
        self.take = push(desk.look, words("inspector.finder.take"), self._on_take_clicked)
        self.move_there = push(desk.look, words("inspector.finder.move"), self._on_move_clicked)
        column.addWidget(self.take)
        column.addWidget(self.move_there)
        self.begin(None)

    def begin(self, here: Experience | Architecture | None) -> None:
        """No question is answered yet; the offer stands here."""
        self._here = here
        for field in (*self.questions.values(), *self.ties.values()):
            field.begin(None)
        self._follow()

    def stand(self, here: Experience | Architecture | None) -> None:
        """The offer stands here now; the answers stay."""
        self._here = here
        self._follow()

    def found(self) -> Found | None:
        """Where the answers lead; None while a question is still open."""
        answers = {key: field.value() for key, field in self.questions.items()}
        first_yes = any(answer is True for answer in answers.values())
        if not first_yes and any(answer is None for answer in answers.values()):
            return None
        told = {key: bool(answer) for key, answer in answers.items()}
        return self._find(told, {key: field.value() for key, field in self.ties.items()})

    def _follow(self) -> None:
        asking = True
        for field in self.questions.values():
            field.setVisible(asking)
            if not asking:
                field.begin(None)
            asking = asking and field.value() is False
        found = self.found()
        for widget in (self.result, self.reason, self.take, *self.ties.values()):
            widget.setVisible(found is not None)
        self.also.setVisible(found is not None and bool(found.also))
        self.move_there.setVisible(found is not None and found.place is not self._here)
        if found is not None:
            name = self._desk.framework.name(found.place)
            self.result.setText(self._desk.words("inspector.finder.leads", place=name))
            self.reason.setText(found.reason)
            self.also.setText(found.also)

    def _on_take_clicked(self) -> None:
        found = self.found()
        if found is not None:
            self.reason_wanted.emit(found.reason)

    def _on_move_clicked(self) -> None:
        found = self.found()
        if found is not None:
            self.move_wanted.emit(found.place)


def row_finder(desk: Desk) -> Finder:
    """The finder of the row."""

    def find(answers: dict[str, bool], _: dict[str, Actor | None]) -> Found:
        found = find_row(answers)
        return Found(found.experience, desk.words(found.reason_key))

    return Finder(desk, desk.framework.row_finder, find)


def column_finder(desk: Desk) -> Finder:
    """The finder of the column, with the three questions about control that show a second reading."""

    def find(answers: dict[str, bool], control: dict[str, Actor | None]) -> Found:
        found = find_column(answers, control)
        also = ""
        if found.also is not None:
            place = desk.framework.name(found.also)
            also = desk.words("inspector.finder.also", place=place, why=desk.words(found.also_reason_key))
        return Found(found.architecture, desk.words(found.reason_key), also)

    ties = [(tie.key, tie.question) for tie in desk.framework.tie_breakers]
    return Finder(desk, desk.framework.column_finder, find, ties)
