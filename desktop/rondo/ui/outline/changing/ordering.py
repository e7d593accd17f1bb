"""The order of the lines: where dragged lines may go, and the order that follows. Plain values only."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rondo.ui.outline.lines.entry import Key
from rondofile.edits import Edit
from rondofile.nouns.ordering import reorder
from rondofile.project import Project
from rondofile.records import NOUNS, Journey, Player, Record, Segment, Situation, Stretch

_PARENTS: dict[type[Record], str] = {Situation: "segment", Stretch: "journey"}
_ORDERED = (Segment, Situation, Journey, Stretch, Player)


class Order(Struct, frozen=True):
    """Records of one noun, with those below the same parent, in the order they shall have."""

    kind: type[Record]
    ids: tuple[str, ...]
    parent: str = ""

    def make(self, edit: Edit) -> None:
        """The records stand in that order."""
        if self.parent:
            where = f"{_PARENTS[self.kind]} = ?"
            reorder(edit, self.kind, self.ids, edit.rows(self.kind, where, (self.parent,)))
        else:
            reorder(edit, self.kind, self.ids, edit.rows(self.kind))


class Slot(Struct, frozen=True):
    """Before or after that line."""

    key: Key
    after: bool


def slot_for(project: Project, keys: Sequence[Key], slot: Slot) -> Slot | None:
    """The nearest place for the dragged lines: beside one of the same noun below the same parent."""
    if not keys or len({noun for noun, _ in keys}) != 1:
        return None
    noun = keys[0][0]
    if noun == "segment" and slot.key[0] == "situation":
        found = project.find(Situation, slot.key[1])
        return Slot(("segment", found.segment), True) if found is not None else None
    if slot.key[0] != noun or noun not in NOUNS or NOUNS[noun] not in _ORDERED:
        return None
    mates = _mates(project, NOUNS[noun], slot.key[1])
    return slot if all(key in mates for _, key in keys) else None


def ordered(project: Project, keys: Sequence[Key], slot: Slot) -> Order | None:
    """The order once the lines stand there; None where they may not, or stand there already."""
    place = slot_for(project, keys, slot)
    if place is None:
        return None
    kind = NOUNS[place.key[0]]
    mates = _mates(project, kind, place.key[1])
    taken = {key for _, key in keys}
    at = mates.index(place.key[1]) + place.after
    before, behind = ([key for key in part if key not in taken] for part in (mates[:at], mates[at:]))
    wanted = [*before, *(key for key in mates if key in taken), *behind]
    return None if wanted == mates else _order(project, kind, place.key[1], wanted)


def shifted(project: Project, keys: Sequence[Key], by: int) -> Order | None:
    """The order once the lines stand one place higher (-1) or lower (1)."""
    if not keys or keys[0][0] not in NOUNS or NOUNS[keys[0][0]] not in _ORDERED:
        return None
    mates = _mates(project, NOUNS[keys[0][0]], keys[0][1])
    places = [mates.index(key) for _, key in keys if key in mates]
    edge = min(places) if by < 0 else max(places)
    if not 0 <= edge + by < len(mates):
        return None
    return ordered(project, keys, Slot((keys[0][0], mates[edge + by]), by > 0))


def _mates(project: Project, kind: type[Record], key: str) -> list[str]:
    """The ids of the records among which the order of that one is shown."""
    record = project.find(kind, key)
    if record is None:
        return []
    if isinstance(record, Journey):
        base = _base(project, record)
        return [one.id for one in project.all(Journey) if _base(project, one) == base]
    field = _PARENTS.get(kind)
    parent = getattr(record, field) if field else None
    return [one.id for one in project.all(kind) if field is None or getattr(one, field) == parent]


def _base(project: Project, journey: Journey) -> str | None:
    """The journey below which it is shown."""
    return journey.based_on if project.find(Journey, journey.based_on) is not None else None


def _order(project: Project, kind: type[Record], key: str, wanted: list[str]) -> Order:
    if kind is Journey:
        there = [one.id for one in project.all(Journey)]
        mates = iter(wanted)
        return Order(kind, tuple(next(mates) if one in set(wanted) else one for one in there))
    field = _PARENTS.get(kind)
    return Order(kind, tuple(wanted), str(getattr(project.get(kind, key), field)) if field else "")
