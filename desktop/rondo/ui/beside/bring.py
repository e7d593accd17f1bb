"""What is taken over from today into a redesign, one change at a time. Every function is part of one edit.

They run on the thread of the document, so they take values only, and read what they need through the edit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rondo.strategy.changes.change import Change, ChangeKind
from rondo.strategy.changes.changed_lanes import matched_lanes
from rondo.strategy.changes.pairing import paired, plain
from rondofile.edits import Edit
from rondofile.enums import Actor, LinkKind, Phase
from rondofile.ids import fresh_id
from rondofile.nouns import lanes, links, marks, steps
from rondofile.project import Project
from rondofile.records import Lane, Link, Mark, Record, Step, StepFeeling, StepInformation


class There(Struct, frozen=True):
    """What stands in the redesign for what is there today: for each step the first that it becomes
    (`ahead`), for each lane the lane that it is (`homes`)."""

    ahead: Mapping[str, str]
    homes: Mapping[str, str]


_FIELDS = {
    ChangeKind.RETITLED: "title",
    ChangeKind.FEELING: "feeling",
    ChangeKind.WAIT: "wait_minutes",
    ChangeKind.MINUTES: "minutes",
    ChangeKind.COST: "our_cost",
    ChangeKind.IDENTITY: "identity",
}
_PLACES = (ChangeKind.MOVED_PHASE, ChangeKind.RE_LANED, ChangeKind.ACTOR)
_ADDED_LINKS = (ChangeKind.WAY_ADDED, ChangeKind.RETURNS_ADDED, ChangeKind.LEARNS_ADDED)
_GONE_LINKS = (ChangeKind.WAY_REMOVED, ChangeKind.RETURNS_REMOVED, ChangeKind.LEARNS_REMOVED)
_CHANGED_LINKS = (ChangeKind.WAY_CHANGED, ChangeKind.RETURNS_CHANGED, ChangeKind.LEARNS_CHANGED)


def can_bring(change: Change | None) -> bool:
    """Whether that can be as today again by itself."""
    if change is None:
        return False
    kind, alone = change.kind, len(change.before) == len(change.after) == 1
    if kind in (ChangeKind.REMOVED, ChangeKind.LANE_RENAMED, *_ADDED_LINKS, *_GONE_LINKS, *_CHANGED_LINKS):
        return True
    if kind in (ChangeKind.PAIN_RESOLVED, ChangeKind.DELIGHT_LOST):
        return bool(change.after)
    if kind in (ChangeKind.PAIN_ADDED, ChangeKind.PAIN_WEIGHT, ChangeKind.DELIGHT_ADDED):
        return True
    return alone and (kind in _FIELDS or kind in _PLACES)


def bring(edit: Edit, change: Change, journey: str, there: There) -> str | None:
    """What the change tells is as today again in that redesign; the id of a step that came back."""
    kind = change.kind
    if kind is ChangeKind.REMOVED:
        return step_back(edit, change.before[0].id, journey, there)
    if change.links:
        _bring_link(edit, change, there.ahead)
    elif change.marks:
        _bring_mark(edit, change)
    elif kind is ChangeKind.LANE_RENAMED:
        for lane in edit.rows(Lane, "journey = ?", (journey,)):
            if plain(lane.name) == plain(str(change.now)):
                edit.change(Lane, lane.id, name=str(change.was))
    else:
        _bring_value(edit, change, journey, there)
    return None


def step_back(edit: Edit, key: str, journey: str, there: There) -> str:
    """The step of today is in the redesign as it is today, linked as far as its neighbours are there."""
    origin = edit.get(Step, key)
    home = lane_in(edit, journey, origin.lane, there)
    fresh: dict[str, Any] = {
        "lane": home,
        "x": None,
        "y": None,
        "locked": False,
        "evidence": None,
        "source": "",
    }
    position = edit.next_position(Step, "journey = ?", (journey,))
    step = replace(origin, id=fresh_id(), journey=journey, position=position, **fresh)
    edit.insert(step)
    make: Callable[..., Record] = replace
    kinds: tuple[type[Record], ...] = (Mark, StepInformation, StepFeeling)
    for kind in kinds:
        rows = edit.rows(kind, "step = ?", (key,))
        edit.insert(*(make(one, id=fresh_id(), step=step.id) for one in rows))
    steps.set_origins(edit, step.id, [key])
    _link_back(edit, key, step.id, there.ahead)
    _order_back(edit, journey, step.id, there.ahead, origin)
    return step.id


def lane_in(edit: Edit, journey: str, lane: str | None, there: There) -> str | None:
    """The lane of the redesign that is that lane of today; made where there is none."""
    if lane is None:
        return None
    today = edit.get(Lane, lane)
    return there.homes.get(lane) or lanes.add(edit, journey, today.name, today.role).id


def _link_back(edit: Edit, key: str, made: str, ahead: Mapping[str, str]) -> None:
    """The way leads through the step again: what leads past it today's neighbours gives way."""
    before: list[str] = []
    after: list[str] = []
    for link in edit.rows(Link, "(source = ? OR target = ?) AND kind = 'next'", (key, key)):
        other = ahead.get(link.target if link.source == key else link.source)
        if other is None:
            continue
        (after if link.source == key else before).append(other)
        ends = (made, other) if link.source == key else (other, made)
        links.connect(edit, *ends, LinkKind.NEXT, label=link.label, wait_minutes=link.wait_minutes)
    for a in before:
        for b in after:
            past = edit.rows(Link, "source = ? AND target = ? AND kind = 'next'", (a, b))
            edit.delete(Link, *(link.id for link in past))


def _order_back(edit: Edit, journey: str, made: str, ahead: Mapping[str, str], origin: Step) -> None:
    """The step stands in the order of the redesign behind the one that it stands behind today."""
    today = [step.id for step in edit.rows(Step, "journey = ?", (origin.journey,))]
    earlier = [ahead[key] for key in today[: today.index(origin.id)] if key in ahead]
    order = [step.id for step in edit.rows(Step, "journey = ?", (journey,)) if step.id != made]
    at = order.index(earlier[-1]) + 1 if earlier and earlier[-1] in order else 0
    order.insert(at, made)
    steps.set_order(edit, journey, order)


def _bring_value(edit: Edit, change: Change, journey: str, there: There) -> None:
    old, new = edit.get(Step, change.before[0].id), change.after[0].id
    if change.kind is ChangeKind.MOVED_PHASE:
        edit.change(Step, new, phase=Phase(str(change.was)) if change.was else None, x=None, y=None)
    elif change.kind is ChangeKind.RE_LANED:
        edit.change(Step, new, lane=lane_in(edit, journey, old.lane, there), x=None, y=None)
    elif change.kind is ChangeKind.ACTOR:
        edit.change(Step, new, actor=Actor(str(change.was)))
    else:
        field = _FIELDS[change.kind]
        edit.change(Step, new, **{field: getattr(old, field)})


def _bring_mark(edit: Edit, change: Change) -> None:
    kind, mark = change.kind, change.marks[0]
    if kind in (ChangeKind.PAIN_ADDED, ChangeKind.DELIGHT_ADDED):
        marks.delete(edit, mark.id)
    elif kind is ChangeKind.PAIN_WEIGHT:
        marks.set_fields(edit, change.marks[1].id, weight=mark.weight)
    else:
        step = change.after[0].id
        position = edit.next_position(Mark, "step = ?", (step,))
        edit.insert(replace(mark, id=fresh_id(), step=step, position=position, evidence=None, source=""))


def _bring_link(edit: Edit, change: Change, ahead: Mapping[str, str]) -> None:
    link = change.links[0]
    said: dict[str, Any] = {
        "label": link.label,
        "share": link.share,
        "about": link.about,
        "level": link.level,
    }
    if change.kind in _ADDED_LINKS:
        links.delete(edit, link.id)
    elif change.kind in _CHANGED_LINKS:
        links.set_fields(edit, [change.links[1].id], **said)
    elif link.source in ahead and link.target in ahead:
        ends = ahead[link.source], ahead[link.target]
        links.connect(edit, *ends, link.kind, wait_minutes=link.wait_minutes, **said)


def there_of(project: Project, as_is: str, to_be: str) -> There:
    """What stands in the redesign for what is there today."""
    pairing = paired(project, as_is, to_be)
    same = matched_lanes(project, as_is, to_be, pairing.pairs).same
    ahead = {key: became[0].id for key, became in pairing.ahead().items()}
    return There(ahead, {key: lane.id for key, lane in same.items()})
