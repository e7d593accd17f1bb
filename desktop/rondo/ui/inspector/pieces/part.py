"""Small blocks of words: a heading with its text or list."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields.field import said

W = TypeVar("W", bound=QWidget)


class Part(QWidget):
    """A heading, and close below it what belongs to it."""

    def __init__(self, desk: Desk, heading: str, kind: str = "section") -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(desk.look.px(2))
        self._heading = said(heading, kind)
        self.column.addWidget(self._heading)

    def rename(self, heading: str) -> None:
        """That is the heading now."""
        self._heading.setText(heading)

    def add(self, widget: W) -> W:
        """The widget belongs to the heading."""
        self.column.addWidget(widget)
        return widget


class TextPart(Part):
    """A heading with a text; without one it is not there."""

    def __init__(self, desk: Desk, heading: str) -> None:
        super().__init__(desk, heading)
        self._text = self.add(said(""))

    def say(self, text: str) -> None:
        """That is what stands below the heading."""
        self._text.setText(text)
        self.setVisible(bool(text))
