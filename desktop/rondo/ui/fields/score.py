"""A field for a score from -2 to +2, with what its ends mean, or with faces."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rondo.ui.fields.echo import Echo
from rondo.ui.fields.field import Field, Setting, said
from rondo.ui.fields.pill import Pill
from rondo.ui.fields.pills import Pills

SCORES = (-2, -1, 0, 1, 2)


def written(score: int) -> str:
    """The score with its sign."""
    return f"−{-score}" if score < 0 else f"+{score}" if score else "0"


class ScoreField(Field):
    """`low` and `high` say what −2 and +2 mean; `faces` shows feelings. None: not known.

    `compact` leaves the ends out; they stay in the accessible names."""

    def __init__(
        self,
        desk: Setting,
        label: str,
        low: str = "",
        high: str = "",
        faces: bool = False,
        hint: str = "",
        quiet: bool = False,
        compact: bool = False,
    ) -> None:
        super().__init__(desk, label, hint, quiet)
        self._echo = Echo()
        self._value: int | None = None
        self._ends = {-2: low, 2: high}
        self.pills = Pills(even=True)
        for score in SCORES:
            pill = Pill(self.look, written(score), score if faces else None)
            pill.setAccessibleName(self._spoken(score, faces))
            self.pills.add(score, pill, "" if not faces else self._spoken(score, faces))
        unknown = Pill(self.look, "?")
        unknown.setAccessibleName(self.words("fields.unknown"))
        self.pills.add(None, unknown, self.words("fields.unknown"))
        self.pills.picked.connect(self._on_pills_picked)
        self.pills.erased.connect(lambda: self._on_pills_picked(None))
        self._captions = [
            _end(low, Qt.AlignmentFlag.AlignLeading),
            _end(high, Qt.AlignmentFlag.AlignTrailing),
        ]
        self.hold(self._body(bool(low or high) and not compact), self.pills)
        self.label.setBuddy(self.pills.pills[0])
        self.setFocusProxy(self.pills.pills[0])
        self.begin(None)

    def value(self) -> int | None:
        return self._value

    def set_value(self, value: Any) -> None:
        if self._echo.is_news(value):
            self._take(value)

    def begin(self, value: Any) -> None:
        self._echo.begin(value)
        self._take(value)

    def _take(self, value: Any) -> None:
        self._value = value
        self.pills.show_value(value)

    def relook(self) -> None:
        super().relook()
        self.pills.relook(self.look.px(4))

    def _spoken(self, score: int, faces: bool) -> str:
        if faces:
            return f"{written(score)} {self.words(f'fields.feeling.{score}')}"
        return f"{written(score)} {self._ends.get(score, '')}".strip()

    def _body(self, with_ends: bool) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.pills)
        ends = QHBoxLayout()
        for caption in self._captions:
            ends.addWidget(caption, 1)
        column.addLayout(ends)
        for caption in self._captions:
            caption.setVisible(with_ends)
        return body

    def _on_pills_picked(self, value: int | None) -> None:
        if value != self._value:
            self._take(value)
            self._echo.say(value)
            self.changed.emit(value)


def _end(text: str, side: Qt.AlignmentFlag) -> QLabel:
    label = said(text, "hint")
    label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
    return label
