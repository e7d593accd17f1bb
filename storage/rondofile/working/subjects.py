"""What a step of history was about: the noun its kind speaks of, how many of them, the first by name.

Names are kept as they were then: what is gone since can still be told apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from rondofile.changes import Entry
from rondofile.columns import PART_OF
from rondofile.kinds import EditKind
from rondofile.records import Record

LONGEST = 80
"""Letters of a name that are kept."""

Find = Callable[[str, str], Record | None]
"""The record of a noun and an id, as it is or was."""


class Subject(NamedTuple):
    """`noun` and `many`: of what the kind speaks, 0 = not known; `name`: the first; `place`: its whole."""

    noun: str = ""
    many: int = 0
    name: str = ""
    place: str = ""


_NOUN_OF_WORD = {
    **dict.fromkeys(("steps", "step", "out"), "step"),
    **dict.fromkeys(("links", "link"), "link"),
    **dict.fromkeys(("offers", "offer"), "placement"),
    "feeling": "step_feeling",
    **dict.fromkeys(("responses", "response"), "response"),
    **dict.fromkeys(("notes", "note"), "note"),
    "origins": "step_origin",
    "information": "step_information",
    "readings": "reading",
    "permissions": "permission",
    "cell": "cell_sheet",
    "choices": "menu_choice",
    "rule": "menu_rule",
    "role": "role_choice",
    "conditions": "condition",
    "decisions": "decision",
    "actions": "action",
    "brief": "brief_section",
}
"""The last word of a kind where it is not the noun itself."""

_WEIGHTIEST = (
    *("journey", "placement", "segment", "situation", "player", "step", "stretch", "link", "lane"),
    *("segment_role", "mark", "note", "response", "item", "permission"),
    *("menu", "menu_choice", "menu_rule", "cell_sheet"),
    *("criterion", "condition", "decision", "action", "brief_section", "project"),
)
"""What a kind without a noun of its own is about: the first of these that changed, or else the first."""

_PART_OF = {**PART_OF, "link": ("source", "step")}
"""As `PART_OF`; people know an arrow by the step where it begins."""

_NAMES = ("title", "name", "offer", "text", "label", "card_text")
_COMES = ("add", "paste", "import", "copy", "derive", "place", "split")
_GOES = ("delete",)

Changes = Mapping[str, Mapping[str, Entry]]


def subject(kind: EditKind, changes: Changes, find: Find) -> Subject:
    """What those changes were about, said by that kind. `find` is asked for what did not change."""
    noun = _noun(kind, changes)
    entries = changes.get(noun, {})
    touched = [after or before for before, after in _meant(kind, entries)]
    first = touched[0] if touched else None
    if first is None:
        return Subject()

    def known(of: str, key: str) -> Record | None:
        before, after = changes.get(of, {}).get(key, (None, None))
        return after or before or find(of, key)

    return Subject(noun, len(touched), *called(noun, first, known))


def called(noun: str, record: Record, known: Find) -> tuple[str, str]:
    """What people call it, or else what it is part of; and the whole that it is in. "" where unknown."""
    line = list(_line(noun, record, known))
    names = [name for _, part in line if (name := name_of(part))]
    place = name_of(line[-1][1]) if len(line) > 1 else ""
    name = names[0] if names else ""
    return name, place if place != name else ""


def name_of(record: Record) -> str:
    """What people call it, in one line and not too long; "" where it has no name."""
    for field in _NAMES:
        text = " ".join(str(getattr(record, field, "")).split())
        if text:
            return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return ""


def _noun(kind: EditKind, changes: Changes) -> str:
    word = kind.value.rpartition("-")[2]
    wanted = _NOUN_OF_WORD.get(word, word)
    if wanted in changes:
        return wanted
    return next((noun for noun in (*_WEIGHTIEST, *changes) if noun in changes), "")


def _meant(kind: EditKind, entries: Mapping[str, Entry]) -> list[Entry]:
    """What was done by that kind, without what only had to make room for it."""
    word = kind.value.partition("-")[0]
    if word in _COMES:
        meant = [entry for entry in entries.values() if entry[0] is None]
    elif word in _GOES:
        meant = [entry for entry in entries.values() if entry[1] is None]
    else:
        meant = [entry for entry in entries.values() if not _made_room(*entry)]
    return meant or [*entries.values()]


def _made_room(before: Record | None, after: Record | None) -> bool:
    if before is None or after is None or not hasattr(before, "position"):
        return False
    return replace(before, position=after.position) == after  # type: ignore[attr-defined]


def _line(noun: str, record: Record, known: Find) -> Iterator[tuple[str, Record]]:
    """The record, what it is part of, and so on."""
    yield noun, record
    while noun in _PART_OF:
        field, noun = _PART_OF[noun]
        whole = known(noun, getattr(record, field))
        if whole is None:
            return
        record = whole
        yield noun, record
