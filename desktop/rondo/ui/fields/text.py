"""Fields for text: a name or sentence in one line that wraps, and a note with line ends."""

from __future__ import annotations

from typing import Any

from rondo.ui.fields.field import Setting
from rondo.ui.fields.text_box import TextBox
from rondo.ui.fields.typed import TypedField


class LineField(TypedField):
    """A name, title or sentence: no line ends; long text wraps. `needed`: it may not be empty."""

    def __init__(self, desk: Setting, label: str, needed: bool = False, **more: Any) -> None:
        self._needed = needed
        super().__init__(desk, label, TextBox(single=True), **more)
        self.begin("")

    def read(self, text: str) -> str:
        if self._needed and not text.strip():
            raise ValueError
        return text

    def complaint(self) -> str:
        return self.words("fields.needed")


class TextField(TypedField):
    """Text of any length that grows with what is written."""

    def __init__(self, desk: Setting, label: str, **more: Any) -> None:
        super().__init__(desk, label, TextBox(single=False), **more)
        self.begin("")
