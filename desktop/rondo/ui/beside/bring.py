"""What is taken over from today into a redesign, one change at a time. Every function is part of one edit.

They run on the thread of the document, so they take values only, and read what they need through the edit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rondo.strategy.change import Change, ChangeKind
from rondo.strategy.pairing import plain
from rondofile.edits import Edit
from rondofile.enums import Actor, LinkKind, Phase
from rondofile.ids import fresh_id
from rondofile.nouns import lanes, links, marks, steps
from rondofile.records import Lane, Link, Mark, Step, StepFeeling, StepInformation

Ahead = Mapping[str, str]
"""For each step of today the first step that it becomes."""
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


def bring(edit: Edit, change: Change, journey: str, ahead: Ahead) -> str | None:
    """What the change tells is as today again in that redesign; the id of a step that came back."""
    kind = change.kind
    if kind is ChangeKind.REMOVED:
        return step_back(edit, change.before[0].id, journey, ahead)
    if change.links:
        _bring_link(edit, change, ahead)
    elif change.marks:
        _bring_mark(edit, change)
    elif kind is ChangeKind.LANE_RENAMED:
        for lane in edit.rows(Lane, "journey = ?", (journey,)):
            if plain(lane.name) == plain(str(change.now)):
                edit.change(Lane, lane.id, name=str(change.was))
    else:
        _bring_value(edit, change, journey)
    return None


def step_back(edit: Edit, key: str, journey: str, ahead: Ahead) -> str:
    """The step of today is in the redesign as it is today, linked as far as its neighbours are there."""
    origin = edit.get(Step, key)
    home = lane_in(edit, journey, origin.lane)
    fresh = {"lane": home, "x": None, "y": None, "locked": False, "evidence": None, "source": ""}
    position = edit.next_position(Step, "journey = ?", (journey,))
    step = replace(origin, id=fresh_id(), journey=journey, position=position, **fresh)
    edit.insert(step)
    for kind in (Mark, StepInformation, StepFeeling):
        copies: list[Mark | StepInformation | StepFeeling] = [
            replace(one, id=fresh_id(), step=step.id) for one in edit.rows(kind, "step = ?", (key,))
        ]
        edit.insert(*copies)
    steps.set_origins(edit, step.id, [key])
    _link_back(edit, key, step.id, ahead)
    _order_back(edit, journey, step.id, ahead, origin)
    return step.id


def lane_in(edit: Edit, journey: str, lane: str | None) -> str | None:
    """The lane of the redesign that is that lane of today; made where there is none."""
    if lane is None:
        return None
    today = edit.get(Lane, lane)
    there = edit.rows(Lane, "journey = ?", (journey,))
    found = next((x for x in there if plain(x.name) == plain(today.name) and x.role is today.role), None)
    return found.id if found else lanes.add(edit, journey, today.name, today.role).id


def _link_back(edit: Edit, key: str, made: str, ahead: Ahead) -> None:
    """The way leads through the step again: what leads past it today's neighbours gives way."""
    before, after = [], []
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


def _order_back(edit: Edit, journey: str, made: str, ahead: Ahead, origin: Step) -> None:
    """The step stands in the order of the redesign behind the one that it stands behind today."""
    today = [step.id for step in edit.rows(Step, "journey = ?", (origin.journey,))]
    earlier = [ahead[key] for key in today[: today.index(origin.id)] if key in ahead]
    order = [step.id for step in edit.rows(Step, "journey = ?", (journey,)) if step.id != made]
    at = order.index(earlier[-1]) + 1 if earlier and earlier[-1] in order else 0
    order.insert(at, made)
    steps.set_order(edit, journey, order)


def _bring_value(edit: Edit, change: Change, journey: str) -> None:
    old, new = edit.get(Step, change.before[0].id), change.after[0].id
    if change.kind is ChangeKind.MOVED_PHASE:
        edit.change(Step, new, phase=Phase(str(change.was)) if change.was else None, x=None, y=None)
    elif change.kind is ChangeKind.RE_LANED:
        edit.change(Step, new, lane=lane_in(edit, journey, old.lane), x=None, y=None)
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


def _bring_link(edit: Edit, change: Change, ahead: Ahead) -> None:
    link = change.links[0]
    said = {"label": link.label, "share": link.share, "about": link.about, "level": link.level}
    if change.kind in _ADDED_LINKS:
        links.delete(edit, link.id)
    elif change.kind in _CHANGED_LINKS:
        links.set_fields(edit, [change.links[1].id], **said)
    elif link.source in ahead and link.target in ahead:
        ends = ahead[link.source], ahead[link.target]
        links.connect(edit, *ends, link.kind, wait_minutes=link.wait_minutes, **said)


def ahead_of(others: Mapping[str, tuple[str, ...]], today: set[str]) -> dict[str, str]:
    """For each step of today the first step that it becomes, from what belongs together."""
    return {key: them[0] for key, them in others.items() if key in today and them}
