"""What the columns of a range are about, told by their headings in any of the three languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from rondo.ui.ranges.compared import plain, said

_MEANT = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\bin\s+(\w+)\s*$")


class Field(Enum):
    """What a column can be about; the value is the end of its key in the catalogue."""

    NUMBER = "number"
    TITLE = "title"
    PHASE = "phase"
    LANE = "lane"
    ACTOR = "actor"
    KIND = "kind"
    FEELING = "feeling"
    MINUTES = "minutes"
    WAIT = "wait"
    PAIN = "pain"
    DELIGHT = "delight"
    CHANNEL = "channel"
    NOTE = "note"
    NEXT = "next"


class Heading(Struct, frozen=True):
    """A heading that is understood, as it was written; `unit`: of a time, where it says one."""

    field: Field
    text: str
    unit: str = ""


def headings_of(row: Sequence[str]) -> dict[int, Heading] | None:
    """The columns that are understood, if the row is one of headings: it names steps, or two things of them.

    Where no heading names the steps, they stand in the first column that has another heading."""
    found: dict[int, Heading] = {}
    taken: set[Field] = set()
    for column, text in enumerate(row):
        heading = _heading(text)
        if heading is not None and (heading.field not in taken or heading.field is Field.PAIN):
            found[column] = heading
            taken.add(heading.field)
    if Field.TITLE not in taken and len(taken) >= 2:
        rest = next((at for at, text in enumerate(row) if text and at not in found), None)
        if rest is None:
            return None
        found[rest] = Heading(Field.TITLE, row[rest])
        taken.add(Field.TITLE)
    several = sum(bool(text) for text in row) > 1
    known = Field.TITLE in taken and (several or len(row) == 1) and _short(row)
    return dict(sorted(found.items())) if known else None


def _heading(text: str) -> Heading | None:
    unit = _MEANT.search(text)
    bare = plain(_MEANT.sub(" ", text))
    for field in Field if bare else ():
        if bare in said(f"paste_table.head_{field.value}"):
            named = next((part for part in unit.groups() if part), "") if unit else ""
            return Heading(field, text, named)
    return None


def _short(row: Sequence[str]) -> bool:
    """Headings are words, not sentences."""
    return all(len(text) <= 60 for text in row)
