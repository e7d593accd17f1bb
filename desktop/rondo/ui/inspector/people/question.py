"""A question about people: the field, why it is asked, and the way back to what the segment says."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.strategy.people.answers import Answer, Asked
from rondo.ui.desk import Desk
from rondo.ui.fields import ChoiceField, Field, LineField, NumberField, Option, ScoreField
from rondo.ui.fields.field import said
from rondo.ui.fields.score import written
from rondo.ui.inspector.people.link_button import LinkButton
from rondo.ui.inspector.pieces.options import named
from rondofile.enums import Knows

ROOM: dict[str, str] = {"desired_control": "segment", "privacy_comfort": "segment", "size": "segment"}
"""In which room of the catalogue a question stands, where it is not the situation's."""
KEY = {"undo_possible": "undo"}


class Question(QWidget):
    """Holds one field. What it says of the segment is told by `tell`."""

    def __init__(self, desk: Desk, field: Field, why: str = "") -> None:
        super().__init__()
        self._desk, self.field = desk, field
        self.why = said(why, "hint")
        self.back = LinkButton(desk.look)
        self.back.clicked.connect(lambda: self._go_back())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(4))
        for widget in (field, self.why, self.back):
            column.addWidget(widget)
        self.say_why(why)
        self.back.hide()

    def say_why(self, why: str) -> None:
        """Below the field stands why it is asked."""
        if self.why.text() != why:
            self.why.setText(why)
        self.why.setVisible(bool(why))

    def tell(self, own: Any, above: Answer) -> None:
        """Without an own answer the field says what it inherits; with one it leads back to that."""
        words, answer = self._desk.words, self._said(above.value)
        silent = own in (None, "")
        inherits = silent and above.value is not None
        self.field.set_hint(words("inspector.as_segment", answer=answer) if inherits else "")
        if isinstance(self.field, LineField):
            self.field.set_placeholder(str(above.value) if inherits else "")
        differs = not silent and above.value is not None and own != above.value
        can = differs and not self._desk.session.read_only
        self.back.setVisible(can)
        if can:
            self.back.say(words("inspector.back_to_segment", answer=answer))

    def _go_back(self) -> None:
        """As if the person had taken the answer away."""
        self.field.commit()
        self.field.begin(self.field.EMPTY)
        self.field.changed.emit(self.field.EMPTY)

    def _said(self, value: Any) -> str:
        if isinstance(value, Knows):
            return self._desk.framework.name(value)
        if isinstance(value, bool):
            return self._desk.words("inspector.yes" if value else "inspector.no")
        return written(value) if isinstance(value, int) else str(value or "")


def field_for(desk: Desk, asked: Asked) -> Field:
    """The field that asks one of the questions a segment and a situation share."""
    words = desk.words
    key = f"inspector.{ROOM.get(asked, 'situation')}.{KEY.get(asked, asked)}"
    if asked in ("knows_need", "knows_options"):
        return ChoiceField(desk, words(key), named(desk.framework, Knows), words("inspector.not_known"))
    if asked == "undo_possible":
        yes_no = [Option(True, words("inspector.yes")), Option(False, words("inspector.no"))]
        return ChoiceField(desk, words(key), yes_no, words("inspector.not_known"))
    if asked == "own_goal":
        return LineField(desk, words(key))
    return ScoreField(desk, words(key), words(f"{key}.low"), words(f"{key}.high"))


def size_field(desk: Desk) -> NumberField:
    """How large the group is, in per cent of its unit."""
    return NumberField(desk, desk.words("inspector.segment.size"), unit="%", most=100.0)
