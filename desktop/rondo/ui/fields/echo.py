"""Telling news from echoes: what a field said comes back from the project, sometimes later than its next."""

from __future__ import annotations

from typing import Any

_NOTHING: Any = object()


class Echo:
    """Remembers what the project said last and what the field said since."""

    def __init__(self) -> None:
        self._given: Any = _NOTHING
        self._sent: list[Any] = []

    def begin(self, value: Any) -> None:
        """The project holds that value; nothing is on its way."""
        self._given = value
        self._sent.clear()

    def say(self, value: Any) -> None:
        """The field said that; it is on its way."""
        self._sent.append(value)

    def is_news(self, value: Any) -> bool:
        """Whether the project says something that the field did not say itself."""
        if value == self._given:
            return False
        self._given = value
        if value in self._sent:
            del self._sent[: self._sent.index(value) + 1]
            return False
        self._sent.clear()
        return True
