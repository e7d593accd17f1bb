"""What the table does to the records. Every function is one edit; nothing here knows Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rondo.ui.steps.lines import GROUPS, Group, group_of
from rondo.ui.steps.shifting import Shifting
from rondofile.edits import Edit
from rondofile.enums import LaneRole, LinkKind, MarkKind, Phase
from rondofile.nouns import lanes, links, marks, steps
from rondofile.records import Lane, Link, Mark, Step


def set_field(edit: Edit, keys: Sequence[str], field: str, value: Any) -> None:
    """All those steps have that value; one that changes its lane is placed anew. Locked steps keep theirs."""
    if field != "lane":
        steps.set_fields(edit, keys, **{field: value})
        return
    for key in keys:
        step = edit.get(Step, key)
        if not step.locked and step.lane != value:
            edit.change(Step, key, lane=value, x=None, y=None)


def add_below(edit: Edit, journey: str, titles: Sequence[str], group: Group, first_lane: str) -> str:
    """New steps stand last in the group, on the way that leads through it; the id of the last one.

    They are where the step before them is; what that one led to, they lead to now. A journey without lanes
    gets its first one, of the customer, by that name."""
    before = _last_before(edit, journey, group)
    lane = before.lane if before is not None else _first_lane(edit, journey, group, first_lane)
    made = ""
    for title in titles:
        after = before.id if before is not None else None
        place = {"phase": group, "lane": lane if group is not None else None}
        step = steps.add(edit, journey, title, after=after, **place)
        if before is not None and group is not None:
            _lead_through(edit, before.id, step.id)
        before, made = step, step.id
    return made


def put_in_phases(edit: Edit, wanted: Mapping[Group, Sequence[str]], first_lane: str) -> None:
    """The steps stand in those phases, in the lanes they have; without a phase they wait. Locked steps stay.

    A step that waited without a lane gets the first one."""
    for phase, keys in wanted.items():
        for key in keys:
            step = edit.get(Step, key)
            if not step.locked:
                lane = step.lane or _first_lane(edit, step.journey, phase, first_lane)
                edit.change(Step, key, phase=phase, lane=lane, x=None, y=None)


def shift(edit: Edit, shifting: Shifting) -> None:
    """The steps have their new places. Where two follow each other on a plain way, it changes with them."""
    for first, second in shifting.swaps:
        _swap_on_the_way(edit, first, second)
    for key, position in shifting.positions.items():
        edit.change(Step, key, position=position)


def set_first_pain(edit: Edit, step: str, text: str) -> None:
    """The first pain of the step says that; it is made where there is none, and gone without a text."""
    there = [mark for mark in edit.rows(Mark, "step = ?", (step,)) if mark.kind is MarkKind.PAIN]
    if not there:
        if text:
            marks.add(edit, step, MarkKind.PAIN, text)
    elif text:
        marks.set_fields(edit, there[0].id, text=text)
    else:
        marks.delete(edit, there[0].id)


def _last_before(edit: Edit, journey: str, group: Group) -> Step | None:
    """The last step of the group; of one without steps the last before it on the way."""
    there = edit.rows(Step, "journey = ?", (journey,))
    groups = [group]
    if group is not None and group is not Phase.REPEAT:
        groups += reversed(GROUPS[: GROUPS.index(group)])
    found = ([step for step in there if group_of(step) is one] for one in groups)
    return next((steps_there[-1] for steps_there in found if steps_there), None)


def _lead_through(edit: Edit, before: str, step: str) -> None:
    """The way from the step before leads through the new one; one that forks there is left as it is."""
    onward = edit.rows(Link, "source = ? AND kind = 'next'", (before,))
    if len(onward) > 1:
        return
    for link in onward:
        edit.change(Link, link.id, source=step)
    links.connect(edit, before, step, LinkKind.NEXT)


def _swap_on_the_way(edit: Edit, first: str, second: str) -> None:
    """Where the way leads from the first step straight to the second alone, it leads the other way round."""
    out, into = _next(edit, "source", first), _next(edit, "target", second)
    if len(out) != 1 or len(into) != 1 or out[0].id != into[0].id:
        return
    for link in _next(edit, "source", second):
        edit.change(Link, link.id, source=first)
    for link in _next(edit, "target", first):
        if link.id != out[0].id:
            edit.change(Link, link.id, target=second)
    edit.change(Link, out[0].id, source=second, target=first)


def _next(edit: Edit, end: str, step: str) -> list[Link]:
    return [link for link in edit.rows(Link, f"{end} = ?", (step,)) if link.kind is LinkKind.NEXT]


def _first_lane(edit: Edit, journey: str, group: Group, name: str) -> str | None:
    if group is None or group is Phase.REPEAT:
        return None
    there = edit.rows(Lane, "journey = ?", (journey,))
    return there[0].id if there else lanes.add(edit, journey, name, LaneRole.CUSTOMER).id
