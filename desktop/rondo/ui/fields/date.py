"""A field for a date: a year, a month, a day, or words of one's own."""

from __future__ import annotations

from typing import Any

from rondo.ui.fields.field import Setting
from rondo.ui.fields.line_box import LineBox
from rondo.ui.fields.typed import TypedField


class DateField(TypedField):
    """Text such as 2026, 2026-11 or 2026-11-22; below it stands how that will be written."""

    def __init__(self, desk: Setting, label: str, **more: Any) -> None:
        super().__init__(desk, label, LineBox(), **{"placeholder": desk.words("fields.date_like"), **more})
        self.changed.connect(lambda _: self._explain())
        self.begin("")

    def set_value(self, value: Any) -> None:
        super().set_value(value)
        self._explain()

    def begin(self, value: Any) -> None:
        super().begin(value)
        self._explain()

    def commit(self) -> None:
        super().commit()
        self._explain()

    def _explain(self) -> None:
        written = self.words.date(self._kept)
        self.set_hint(written if written != self._kept else "")
