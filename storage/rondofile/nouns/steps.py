"""Edits of steps: add, move, set, split, merge, delete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from rondofile.edits import Edit
from rondofile.enums import Phase
from rondofile.ids import fresh_id
from rondofile.nouns.ordering import renumber, reorder
from rondofile.records import (
    Link,
    Mark,
    Note,
    Response,
    RoleChoice,
    Step,
    StepFeeling,
    StepInformation,
    StepOrigin,
    StretchStep,
)


def add(edit: Edit, journey: str, title: str, after: str | None = None, **fields: Any) -> Step:
    """A new step stands in the journey: after that step in its order, or last. `fields`: of the record."""
    return add_all(edit, journey, [title], after, **fields)[0]


def add_all(
    edit: Edit, journey: str, titles: Iterable[str], after: str | None = None, **fields: Any
) -> list[Step]:
    """New steps stand in the journey in that order: after that step in its order, or last."""
    where, values = "journey = ?", (journey,)
    start = edit.next_position(Step, where, values)
    steps = [
        Step(id=fresh_id(), journey=journey, title=title, position=position, **fields)
        for position, title in enumerate(titles, start)
    ]
    edit.insert(*steps)
    if after is not None:
        made = {step.id for step in steps}
        before = [step for step in edit.rows(Step, where, values) if step.id not in made]
        place = [step.id for step in before].index(edit.get(Step, after).id) + 1
        renumber(edit, [*before[:place], *steps, *before[place:]])
    return [edit.get(Step, step.id) for step in steps]


def move(edit: Edit, offsets: Mapping[str, tuple[int, int]]) -> None:
    """The steps stand at those x, y inside their cells."""
    for key, (x, y) in offsets.items():
        edit.change(Step, key, x=x, y=y)


def put(edit: Edit, keys: Iterable[str], phase: Phase | None, lane: str | None) -> None:
    """The steps stand in that cell, placed by the layout; without phase or lane they wait in the inbox."""
    for key in keys:
        edit.change(Step, key, phase=phase, lane=lane, x=None, y=None)


def set_fields(edit: Edit, keys: Iterable[str], **fields: Any) -> None:
    """The named fields of all those steps have those values."""
    for key in keys:
        edit.change(Step, key, **fields)


def rename(edit: Edit, key: str, title: str) -> Step:
    """The step has that title."""
    return edit.change(Step, key, title=title)


def set_order(edit: Edit, journey: str, keys: Sequence[str]) -> None:
    """The steps of the journey stand in that order."""
    reorder(edit, Step, keys, edit.rows(Step, "journey = ?", (journey,)))


def delete(edit: Edit, *keys: str) -> None:
    """The steps are gone, with their links, marks and information."""
    edit.delete(Step, *keys)


def split(edit: Edit, key: str, title: str) -> Step:
    """A second step follows the first in its cell, with its origins; what led on leads on from the second."""
    step = edit.get(Step, key)
    fields = {"phase": step.phase, "lane": step.lane, "kind": step.kind, "actor": step.actor}
    second = add(edit, step.journey, title, after=key, **fields)
    for link in edit.rows(Link, "source = ? AND kind = 'next'", (key,)):
        edit.change(Link, link.id, source=second.id)
    position = edit.next_position(Link, "journey = ?", (step.journey,))
    edit.insert(Link(id=fresh_id(), journey=step.journey, position=position, source=key, target=second.id))
    set_origins(edit, second.id, [o.origin for o in edit.rows(StepOrigin, "step = ?", (key,))])
    return second


def merge(edit: Edit, key: str, others: Sequence[str]) -> None:
    """The first step stands for all of them: it takes their links, what stands on them and origins."""
    for other in others:
        for kind in (Mark, StepInformation):
            _hand_over(edit, kind, other, key)
        _hand_over_free(edit, StepFeeling, "segment", other, key)
        _hand_over_free(edit, Response, "experience", other, key)
        for note in edit.rows(Note, "step = ?", (other,)):
            edit.change(Note, note.id, step=key)
        _merge_links(edit, key, other)
        origins = [o.origin for step in (key, other) for o in edit.rows(StepOrigin, "step = ?", (step,))]
        set_origins(edit, key, origins)
        for origin in edit.rows(StepOrigin, "origin = ?", (other,)):
            heirs = [o.origin for o in edit.rows(StepOrigin, "step = ?", (origin.step,))]
            set_origins(edit, origin.step, [key if heir == other else heir for heir in heirs])
        _merge_memberships(edit, key, other)
        edit.delete(Step, other)


def set_origins(edit: Edit, key: str, origins: Iterable[str]) -> None:
    """The step of a redesign comes from exactly those steps of today, in that order."""
    wanted = list(dict.fromkeys(origins))
    there = {origin.origin: origin for origin in edit.rows(StepOrigin, "step = ?", (key,))}
    edit.delete(StepOrigin, *(there[origin].id for origin in there if origin not in wanted))
    for position, origin in enumerate(wanted):
        if origin in there:
            edit.update(replace(there[origin], position=position))
        else:
            edit.insert(StepOrigin(id=fresh_id(), step=key, position=position, origin=origin))


def _hand_over(edit: Edit, kind: type[Mark] | type[StepInformation], old: str, new: str) -> None:
    position = edit.next_position(kind, "step = ?", (new,))
    for index, record in enumerate(edit.rows(kind, "step = ?", (old,))):
        edit.change(kind, record.id, step=new, position=position + index)


def _hand_over_free(
    edit: Edit, kind: type[StepFeeling] | type[Response], field: str, old: str, new: str
) -> None:
    """What there can be only one of goes over where the new step has none."""
    taken = {getattr(record, field) for record in edit.rows(kind, "step = ?", (new,))}
    for record in edit.rows(kind, "step = ?", (old,)):
        if getattr(record, field) not in taken:
            edit.change(kind, record.id, step=new)


def _merge_links(edit: Edit, key: str, other: str) -> None:
    for link in edit.rows(Link, "source = ? OR target = ?", (other, other)):
        source = key if link.source == other else link.source
        target = key if link.target == other else link.target
        same = "source = ? AND target = ? AND kind = ? AND id <> ?"
        if source == target or edit.rows(Link, same, (source, target, link.kind.value, link.id)):
            edit.delete(Link, link.id)
        else:
            edit.change(Link, link.id, source=source, target=target)


def _merge_memberships(edit: Edit, key: str, other: str) -> None:
    for member in edit.rows(StretchStep, "step = ?", (other,)):
        if not edit.rows(StretchStep, "stretch = ? AND step = ?", (member.stretch, key)):
            edit.change(StretchStep, member.id, step=key)
    for choice in edit.rows(RoleChoice, "step = ?", (other,)):
        if not edit.rows(RoleChoice, "step = ? AND architecture = ?", (key, choice.architecture.value)):
            edit.change(RoleChoice, choice.id, step=key)
