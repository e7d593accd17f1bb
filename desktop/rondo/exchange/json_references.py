"""What points from one record to another points to something that is there, and where it may.

The rules are those of storage; here each problem is found with its place in the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rondo.exchange.json_ids import Ids
from rondo.exchange.json_shape import NATURAL_KEYS
from rondo.exchange.places import Place, written
from rondo.exchange.problems import Problem
from rondofile import coherence
from rondofile.columns import PARENTS
from rondofile.project import Project
from rondofile.records import (
    NOUN_OF,
    NOUNS,
    CellSheet,
    Fit,
    MenuChoice,
    Placement,
    Record,
    Response,
    RoleChoice,
    Score,
    SegmentRole,
    StepFeeling,
    StepOrigin,
    StretchStep,
)

_REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    noun: tuple((name, parent) for (owner, name), (parent, _) in PARENTS.items() if owner == noun)
    for noun in NOUNS
}
_ONLY_ONCE = (
    *(Fit, Score, RoleChoice, StepFeeling, StepOrigin, StretchStep, Response),
    *(SegmentRole, CellSheet, MenuChoice),
)
_ALONE: dict[type[Record], tuple[str, ...]] = {Response: ("step", "experience")}
"""What rows with an id of their own can be only one of."""
_INCOHERENT = {
    "lane": "json.lane-elsewhere",
    "source": "json.step-elsewhere",
    "target": "json.step-elsewhere",
    "step": "json.step-elsewhere",
    "origin": "json.own-origin",
    "situation": "json.situation-elsewhere",
    "based_on": "json.based-on-itself",
}


def reference_problems(project: Project, ids: Ids) -> Iterator[Problem]:
    """Every reference that leads nowhere or where it must not, and every row that stands twice."""
    first: dict[tuple[Any, ...], Record] = {}
    for record in project.records():
        yield from _missing(record, project, ids)
        if isinstance(record, _ONLY_ONCE):
            yield from _twice(record, first, ids)
    for record, field in coherence.problems(project, project.records()):
        yield _incoherent(record, field, ids)


def _missing(record: Record, project: Project, ids: Ids) -> Iterator[Problem]:
    for name, parent in _REFERENCES[NOUN_OF[type(record)]]:
        key = getattr(record, name)
        if key is not None and key not in project.tables[parent]:
            yield Problem(f"json.no-{parent}", _field(record, name, ids), {"id": key})


def _twice(record: Record, first: dict[tuple[Any, ...], Record], ids: Ids) -> Iterator[Problem]:
    names = NATURAL_KEYS.get(type(record)) or _ALONE[type(record)]
    key = (type(record), *(getattr(record, name) for name in names))
    other = first.setdefault(key, record)
    if other is not record:
        yield Problem("json.twice", ids.place(record), {"first": written(ids.place(other))})


def _incoherent(record: Record, field: str, ids: Ids) -> Problem:
    facts = {"id": getattr(record, field)}
    if isinstance(record, Placement):
        kind = record.card_kind
        key = "json.activity-with-ref" if kind == "activity" else f"json.no-{kind}"
        return Problem(key, (*ids.place(record), "card", "ref"), facts)
    return Problem(_INCOHERENT[field], _field(record, field, ids), facts)


def _field(record: Record, name: str, ids: Ids) -> Place:
    place = ids.place(record)
    # A member of a plain list of ids is its own place.
    return place if isinstance(record, StepOrigin | StretchStep | MenuChoice) else (*place, name)
