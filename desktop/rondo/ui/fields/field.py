"""Field: a question, and below it the place for its answer."""

from __future__ import annotations

import os
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rondo.ui.dress.look import Look
from rondo.words import Words


class Setting(Protocol):
    """What a field needs of the desk it stands on."""

    @property
    def look(self) -> Look: ...

    @property
    def words(self) -> Words: ...


VARIOUS: Any = type("Various", (), {"__repr__": lambda _: "VARIOUS"})()
"""Stands for answers that differ: equal to none of them."""


def fresh_stay() -> str:
    """A new name for one stay in a field: the merge key of the edits made in it."""
    return os.urandom(8).hex()


class Field(QWidget):
    """Base of the fields. `changed` brings a new answer of the person, never one that was set.

    `quiet` hides the question where something beside the field asks it already; it stays the field's
    accessible name. None stands for "not known" in every field that may have no answer.
    """

    changed = Signal(object)
    EMPTY: Any = None
    """The value of a field without an answer."""

    def __init__(self, desk: Setting, label: str, hint: str = "", quiet: bool = False) -> None:
        super().__init__()
        self.look, self.words = desk.look, desk.words
        self.focus_stay: str | None = None
        """The merge key for edits of one stay in the field; None where every answer is a step of its own."""
        self.question = label
        self.label = said(label.replace("&", "&&"), "caption", self)
        self._hint: QLabel | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.label)
        self.label.setVisible(not quiet)
        self.set_hint(hint)
        self.look.changed.connect(self.relook)

    def value(self) -> Any:
        """The answer as it was last kept."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """The field shows what the project holds, without disturbing what is being typed. No `changed`."""
        raise NotImplementedError

    def begin(self, value: Any) -> None:
        """The field shows the answer of another thing: what was typed and not kept is forgotten."""
        self.set_value(value)

    def set_various(self, various: bool) -> None:
        """Whether the field stands for several things that differ in this; then it shows no answer."""
        if various:
            self.set_value(VARIOUS)

    def commit(self) -> None:
        """What was typed is kept at once: `changed` comes now where it differs."""

    def relook(self) -> None:
        """Fonts and distances are those of the look."""
        self.column.setSpacing(self.look.px(4))

    @property
    def hint(self) -> str:
        """What the line below the field says; empty where there is none."""
        return self._hint.text() if self._hint is not None and not self._hint.isHidden() else ""

    def set_hint(self, hint: str) -> None:
        """The line below the field says that; an empty one is not there."""
        if self._hint is None:
            if not hint:
                return
            self._hint = said("", "hint", self)
            self.column.addWidget(self._hint)
        if self._hint.text() != hint:
            self._hint.setText(hint)
            self._hint.setAccessibleName(hint)
        self._hint.setVisible(bool(hint))

    def hold(self, box: QWidget, *asked: QWidget) -> None:
        """The box stands below the question, which names it (and the widgets `asked` instead)."""
        self.column.insertWidget(1, box)
        for widget in asked or (box,):
            widget.setAccessibleName(self.question)
        self.label.setBuddy((asked or (box,))[0])
        self.setFocusProxy((asked or (box,))[0])
        self.relook()


def said(text: str, kind: str = "", parent: QWidget | None = None) -> QLabel:
    """Plain words that wrap. `kind`: as the style sheet names it."""
    label = QLabel(text, parent)
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    return label
