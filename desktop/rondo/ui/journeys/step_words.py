"""What a step of history is called: what was done, to how many of what."""

from __future__ import annotations

from typing import NamedTuple

from rondo.words import Words
from rondofile.kinds import EditKind
from rondofile.working.history_entries import HistoryEntry


class Did(NamedTuple):
    """A kind of edit, and the noun and number of what it was done to (0 = not known)."""

    kind: EditKind
    noun: str = ""
    many: int = 0


def did(entry: HistoryEntry | None) -> Did | None:
    """What a step did."""
    return None if entry is None else Did(entry.kind, entry.about.noun, entry.about.many)


def said(words: Words, step: Did) -> str:
    """Such as "Move 3 steps"."""
    own = f"edit.{step.kind}.{step.noun}"
    return words.count(own if own in words else f"edit.{step.kind}", max(step.many, 1))
