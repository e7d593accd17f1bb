"""Removing: what goes with something that is deleted, and what stays without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rondo.ui.outline.changing.making import Change
from rondo.words import Words
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.nouns import journeys, players, segments, steps, stretches
from rondofile.project import Project
from rondofile.records import (
    NOUN_OF,
    Journey,
    Placement,
    Player,
    Record,
    Segment,
    SegmentRole,
    Situation,
    Step,
    Stretch,
)

_REMOVES: dict[type[Record], tuple[EditKind, Callable[[Edit, str], None]]] = {
    Segment: (EditKind.DELETE_SEGMENT, segments.delete),
    Situation: (EditKind.DELETE_SITUATION, segments.delete_situation),
    Journey: (EditKind.DELETE_JOURNEY, journeys.delete),
    Stretch: (EditKind.DELETE_STRETCH, stretches.delete),
    Step: (EditKind.DELETE_STEPS, lambda edit, key: steps.delete(edit, key)),
    Player: (EditKind.DELETE_PLAYER, players.delete),
}
REMOVABLE = frozenset(_REMOVES)
_NAMED = 3
_WORD = {"stretch": "part", "player": "organisation"}


def removed(kind: type[Record], ids: Sequence[str]) -> Change:
    """All those records are gone, in one step."""
    edit_kind, delete = _REMOVES[kind]

    def change(edit: Edit) -> None:
        for key in ids:
            delete(edit, key)

    return edit_kind if len(ids) == 1 else EditKind.DELETE, change


def farewell(project: Project, kind: type[Record], ids: Sequence[str], words: Words) -> str:
    """What was removed and what stays, in sentences; asked before it is removed."""
    noun = NOUN_OF[kind]
    names = [
        _name(project.get(kind, key)) or words(f"outline.unnamed.{_WORD.get(noun, noun)}") for key in ids
    ]
    if len(names) > _NAMED:
        first = words.count("outline.gone.many", len(names) - _NAMED, names=", ".join(names[:_NAMED]))
    else:
        first = words("outline.gone", names=words.listed(names))
    return " ".join((first, *_staying(project, kind, frozenset(ids), words)))


def _staying(project: Project, kind: type[Record], ids: frozenset[str], words: Words) -> Iterator[str]:
    offers = len(_offers(project, kind, ids))
    if offers:
        key = "outline.stay.offers.player" if kind is Player else "outline.stay.offers"
        yield words.count(key, offers)
    left = len(_journeys(project, kind, ids))
    if left:
        key = "outline.stay.redesigns" if kind is Journey else "outline.stay.journeys"
        yield words.count(key, left)
    if kind is Segment:
        roles = [role for role in project.all(SegmentRole) if role.holder in ids]
        left = len({role.segment for role in roles} - ids)
        if left:
            yield words.count("outline.stay.roles", left)
    if kind is Stretch:
        yield words("outline.stay.steps")


def _offers(project: Project, kind: type[Record], ids: frozenset[str]) -> list[Placement]:
    """The offers that speak of what is removed, or of something that goes with it."""
    if kind is Player:
        return [offer for offer in project.all(Placement) if offer.player in ids]
    cards = {(NOUN_OF[kind], key) for key in ids}
    for key in ids:
        if kind is Segment:
            cards |= {("situation", one.id) for one in project.situations_of(key)}
        if kind is Journey:
            cards |= {("stretch", one.id) for one in project.stretches_of(key)}
    return [o for o in project.all(Placement) if (o.card_kind.value, o.card_ref) in cards]


def _journeys(project: Project, kind: type[Record], ids: frozenset[str]) -> list[Journey]:
    """The journeys that lose whom they are about, whose they are, or what they are based on."""
    field = {Segment: "segment", Situation: "situation", Player: "player", Journey: "based_on"}.get(kind)
    if field is None:
        return []
    return [j for j in project.all(Journey) if getattr(j, field) in ids and j.id not in ids]


def _name(record: Record) -> str:
    return str(getattr(record, "name", "") or getattr(record, "title", "")).strip()
