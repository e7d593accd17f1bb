"""What points from one record to another points to something that is there, and where it may.

Storage refuses the same; here each problem is found with its place in the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rondo.exchange.json_ids import Ids
from rondo.exchange.json_shape import NATURAL_KEYS
from rondo.exchange.places import Place, written
from rondo.exchange.problems import Problem
from rondofile.columns import PARENTS
from rondofile.enums import CardKind
from rondofile.records import (
    NOUN_OF,
    NOUNS,
    Fit,
    Link,
    Placement,
    Record,
    RoleChoice,
    Score,
    Step,
    StepOrigin,
    StretchStep,
)

Found = dict[str, dict[str, Any]]

_REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    noun: tuple((name, parent) for (owner, name), (parent, _) in PARENTS.items() if owner == noun)
    for noun in NOUNS
}
_SAME_JOURNEY: dict[type[Record], tuple[tuple[str, str], ...]] = {
    Step: (("lane", "lane"),),
    Link: (("source", "step"), ("target", "step")),
    StretchStep: (("step", "step"),),
}
_ONLY_ONCE = (Fit, Score, RoleChoice, StepOrigin, StretchStep)
_CARDS = {CardKind.SEGMENT: "segment", CardKind.SITUATION: "situation", CardKind.STRETCH: "stretch"}


def reference_problems(records: Sequence[Record], ids: Ids) -> Iterator[Problem]:
    """Every reference that leads nowhere or out of its journey, and every row that stands twice."""
    found: Found = {noun: {} for noun in NOUNS}
    for record in records:
        found[NOUN_OF[type(record)]][record.id] = record
    first: dict[tuple[Any, ...], Record] = {}
    for record in records:
        yield from _missing(record, found, ids)
        if type(record) in _SAME_JOURNEY:
            yield from _outside(record, found, ids)
        elif isinstance(record, Placement):
            yield from _card(record, found, ids)
        if type(record) in _ONLY_ONCE:
            yield from _twice(record, first, ids)


def _missing(record: Record, found: Found, ids: Ids) -> Iterator[Problem]:
    for name, parent in _REFERENCES[NOUN_OF[type(record)]]:
        key = getattr(record, name)
        if key is not None and key not in found[parent]:
            yield Problem(f"json.no-{parent}", _field(record, name, ids), {"id": key})


def _outside(record: Any, found: Found, ids: Ids) -> Iterator[Problem]:
    journey = found["stretch"][record.stretch].journey if isinstance(record, StretchStep) else record.journey
    for name, noun in _SAME_JOURNEY[type(record)]:
        key = getattr(record, name)
        other = found[noun].get(key)
        if other is not None and other.journey != journey:
            facts = {"id": key, "journey": other.journey}
            yield Problem(f"json.{noun}-elsewhere", _field(record, name, ids), facts)


def _card(placement: Placement, found: Found, ids: Ids) -> Iterator[Problem]:
    key = placement.card_ref
    if key is None:
        return
    place = (*ids.place(placement), "card", "ref")
    noun = _CARDS.get(placement.card_kind)
    if noun is None:
        yield Problem("json.activity-with-ref", place, {"id": key})
    elif key not in found[noun]:
        yield Problem(f"json.no-{noun}", place, {"id": key})


def _twice(record: Record, first: dict[tuple[Any, ...], Record], ids: Ids) -> Iterator[Problem]:
    key = (type(record), *(getattr(record, name) for name in NATURAL_KEYS[type(record)]))
    other = first.setdefault(key, record)
    if other is not record:
        yield Problem("json.twice", ids.place(record), {"first": written(ids.place(other))})


def _field(record: Record, name: str, ids: Ids) -> Place:
    place = ids.place(record)
    # Members of a plain list of ids are their own place.
    return place if isinstance(record, StepOrigin | StretchStep) else (*place, name)
