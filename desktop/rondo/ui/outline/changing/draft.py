"""Draft: something new that is only being named. Nothing of it is in the project until it has a name."""

from __future__ import annotations

from msgspec import Struct

from rondo.ui.outline.lines.entry import Entry, Key
from rondofile.records import Record


class Draft(Struct):
    """What it will be, and below what; `sent` once its name is on the way into the project."""

    kind: type[Record]
    parent: str = ""
    sent: bool = False


DRAFT: Key = ("draft", "")


def draft_entry(draft: Draft, level: int = 0, mark: str = "") -> Entry:
    """The empty line in which it is named."""
    return Entry(DRAFT, "", draft.kind, level=level, mark=mark)
