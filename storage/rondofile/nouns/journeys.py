"""Edits of journeys: add, set, copy, derive a redesign, delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace

from rondofile.edits import Edit
from rondofile.enums import JourneyState
from rondofile.ids import fresh_id
from rondofile.nouns.ordering import reorder
from rondofile.records import (
    Journey,
    Lane,
    Link,
    Mark,
    Note,
    Record,
    RoleChoice,
    Step,
    StepFeeling,
    StepInformation,
    StepOrigin,
    Stretch,
    StretchStep,
)


def add(edit: Edit, name: str, **fields: Any) -> Journey:
    """A new journey stands last, without lanes or steps."""
    journey = Journey(id=fresh_id(), position=edit.next_position(Journey), name=name, **fields)
    edit.insert(journey)
    return edit.get(Journey, journey.id)


def set_fields(edit: Edit, key: str, **fields: Any) -> Journey:
    """The named fields of the journey have those values."""
    return edit.change(Journey, key, **fields)


def set_order(edit: Edit, keys: Sequence[str]) -> None:
    """The journeys stand in that order."""
    reorder(edit, Journey, keys, edit.rows(Journey))


def delete(edit: Edit, key: str) -> None:
    """The journey is gone with everything in it; redesigns that were based on it stay."""
    edit.delete(Journey, key)


def copy(edit: Edit, key: str, name: str) -> Journey:
    """A second journey with everything that the first has, origins too."""
    twins, journey = _twin(edit, key, name=name)
    origins = edit.rows(StepOrigin, "step IN (SELECT id FROM step WHERE journey = ?)", (key,))
    edit.insert(*(replace(o, id=fresh_id(), step=twins[o.step]) for o in origins))
    return journey


def derive(edit: Edit, key: str, name: str) -> Journey:
    """A redesign that still is as today: every step comes from its twin, nothing in it was seen yet."""
    twins, journey = _twin(edit, key, name=name, state=JourneyState.TO_BE, based_on=key)
    steps = edit.rows(Step, "journey = ?", (key,))
    edit.insert(*(StepOrigin(id=fresh_id(), step=twins[step.id], origin=step.id) for step in steps))
    for kind, where in ((Step, "journey = ?"), (Mark, "step IN (SELECT id FROM step WHERE journey = ?)")):
        for record in edit.rows(kind, where, (journey.id,)):
            edit.change(kind, record.id, evidence=None, source="")
    return journey


def _twin(edit: Edit, key: str, **fields: Any) -> tuple[dict[str, str], Journey]:
    """A journey with the same parts under new ids, and for every old id of a part the new one."""
    position = edit.next_position(Journey)
    twin = replace(edit.get(Journey, key), id=fresh_id(), position=position, **fields)
    edit.insert(twin)
    twins: dict[str, str] = {key: twin.id}
    in_journey, in_step = "journey = ?", "step IN (SELECT id FROM step WHERE journey = ?)"
    _copy(edit, Lane, edit.rows(Lane, in_journey, (key,)), twins, "journey")
    _copy(edit, Step, edit.rows(Step, in_journey, (key,)), twins, "journey", "lane")
    for kind in (StepFeeling, StepInformation, Mark, RoleChoice):
        _copy(edit, kind, edit.rows(kind, in_step, (key,)), twins, "step")
    _copy(edit, Link, edit.rows(Link, in_journey, (key,)), twins, "journey", "source", "target")
    _copy(edit, Stretch, edit.rows(Stretch, in_journey, (key,)), twins, "journey")
    _copy(edit, Note, edit.rows(Note, in_journey, (key,)), twins, "journey", "step")
    _copy(edit, StretchStep, edit.rows(StretchStep, in_step, (key,)), twins, "stretch", "step")
    return twins, edit.get(Journey, twin.id)


def _copy(edit: Edit, kind: type, records: Sequence[Record], twins: dict[str, str], *fields: str) -> None:
    """The records are there twice, the copies pointing to the copies of what they pointed to."""
    make: Callable[..., Record] = replace
    copies = []
    for record in records:
        twins[record.id] = fresh_id()
        pointing = {field: twins.get(getattr(record, field)) for field in fields}
        copies.append(make(record, id=twins[record.id], **pointing))
    edit.insert(*copies)
