"""Notices: one sentence to the person, with what can be done about it. The window shows them; no dialog."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject, Signal


class Notice(Struct, frozen=True):
    """A finished sentence. `tone`: "plain", "good" or "bad"; `actions`: label and what it does."""

    sentence: str
    tone: str = "plain"
    actions: tuple[tuple[str, Callable[[], None]], ...] = ()
    lasts: bool = True
    """Whether it stays until somebody answers, where it offers something to do."""
    key: str = ""
    """A later notice with the same key takes the place of the earlier one."""


class Notices(QObject):
    """Where rooms say something to the person."""

    said = Signal(object)
    """A Notice."""
    withdrawn = Signal(str)
    """The key of a notice that no longer holds."""

    def say(
        self,
        sentence: str,
        tone: str = "plain",
        *actions: tuple[str, Callable[[], None]],
        key: str = "",
        lasts: bool = True,
    ) -> None:
        """The sentence is shown, without stopping anything."""
        self.said.emit(Notice(sentence, tone, actions, lasts, key))

    def withdraw(self, key: str) -> None:
        """The notice with that key is gone."""
        self.withdrawn.emit(key)
