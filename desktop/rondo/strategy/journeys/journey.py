"""What a journey says when it is followed: the main path, who works, where it waits, what is lost.

Everything is counted on the main path (practice 4.2). A lane is where a step happens, an actor is who
does the work; identity and told items cross customer steps, which do not hide a break.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from rondo.strategy.journeys.path import main_path as main_path
from rondo.strategy.journeys.path import next_links as next_links
from rondofile.enums import (
    Actor,
    Identity,
    InformationHow,
    InformationUse,
    LaneRole,
    LinkKind,
    MarkKind,
    Phase,
)
from rondofile.project import Project
from rondofile.records import Item, Lane, Link, Step, StepInformation

_ROLE_ACTOR = {
    LaneRole.CUSTOMER: Actor.CUSTOMER,
    LaneRole.FIRM: Actor.FIRM,
    LaneRole.SYSTEM: Actor.FIRM,
    LaneRole.PARTNER: Actor.PARTNER,
    LaneRole.INDIVIDUAL: Actor.INDIVIDUAL,
    LaneRole.MEMBER: Actor.MEMBER,
}
OURS = (LaneRole.FIRM, LaneRole.SYSTEM)
"""The desks of our own firm."""
_LANDING = (Phase.RECOGNIZE, Phase.REQUEST, Phase.RESPOND)


class Stranger(Struct, frozen=True):
    """Two successive steps at desks of ours, and the two departments."""

    before: Step
    after: Step
    from_lane: Lane
    to_lane: Lane


class Retold(Struct, frozen=True):
    """An item told at `again` although another lane was told it at `first`."""

    item: Item
    first: Step
    again: Step


class Wait(Struct, frozen=True):
    """Minutes of waiting: on the link from `before` to `at`, or (link None) inside the step `at`."""

    minutes: float
    before: Step | None
    at: Step
    link: Link | None


class Loops(Struct, frozen=True):
    """Coming back held apart from knowing more; `landing`: the learning that a step uses."""

    returns: tuple[Link, ...]
    learns: tuple[Link, ...]
    landing: tuple[Link, ...]


def lane_of(project: Project, step: Step) -> Lane | None:
    """The desk where a step happens; None while it waits in the inbox."""
    return project.find(Lane, step.lane)


def actor_of(project: Project, step: Step) -> Actor:
    """Who does the work: as said on the step, else from the role of its lane."""
    if step.actor is not None:
        return step.actor
    lane = lane_of(project, step)
    return _ROLE_ACTOR[lane.role] if lane else Actor.NOBODY


def is_ours(project: Project, step: Step) -> bool:
    """Whether a step stands at one of our desks, whoever does the work."""
    lane = lane_of(project, step)
    return lane is not None and lane.role in OURS


def strangers(project: Project, path: tuple[Step, ...]) -> tuple[Stranger, ...]:
    """The places where the next department does not know it is the same person (domain C67)."""
    return tuple(c for c in crossings(project, path) if c.after.identity is Identity.LOST)


def unknown_identity(project: Project, path: tuple[Step, ...]) -> tuple[Stranger, ...]:
    """The crossings of which nobody has said whether the person is known: a gap, never a break."""
    return tuple(c for c in crossings(project, path) if c.after.identity is None)


def crossings(project: Project, path: tuple[Step, ...]) -> tuple[Stranger, ...]:
    """Successive steps at different desks of ours; steps at other desks in between are skipped."""
    found: list[Stranger] = []
    last: tuple[Step, Lane] | None = None
    ours = {lane.id: lane for lane in project.all(Lane) if lane.role in OURS}
    for step in path:
        lane = ours.get(step.lane) if step.lane else None
        if lane is None:
            continue
        if last and last[1].id != lane.id:
            found.append(Stranger(last[0], step, last[1], lane))
        last = (step, lane)
    return tuple(found)


def retold(project: Project, path: tuple[Step, ...]) -> tuple[Retold, ...]:
    """Every time an item is told again although another lane was told it before."""
    told: dict[str, list[Step]] = {}
    found: list[Retold] = []
    knowing = {one.step for one in project.all(StepInformation)}
    for step in path if knowing else ():
        for item in _told_at(project, step) if step.id in knowing else ():
            earlier = told.setdefault(item.id, [])
            first = next((s for s in earlier if s.lane != step.lane), None)
            if first:
                found.append(Retold(item, first, step))
            if all(s.lane != step.lane for s in earlier):
                earlier.append(step)
    return tuple(found)


def _told_at(project: Project, step: Step) -> tuple[Item, ...]:
    known = project.information_of(step.id)
    if not known or lane_of(project, step) is None:
        return ()
    told = (
        project.find(Item, one.item)
        for one in known
        if one.how is InformationHow.TOLD and one.use is InformationUse.GATHERS
    )
    return tuple(dict.fromkeys(item for item in told if item))


def path_links(project: Project, path: tuple[Step, ...]) -> tuple[Link, ...]:
    """The link taken between each step of the path and the next."""
    if not path:
        return ()
    onward = next_links(project, path[0].journey)
    found: list[Link] = []
    for a, b in pairwise(path):
        for link in onward.get(a.id, ()):
            if link.target == b.id:
                found.append(link)
                break
    return tuple(found)


def waits(project: Project, path: tuple[Step, ...]) -> tuple[Wait, ...]:
    """Every known wait on the path, in its order: between steps and inside them."""
    into = {link.target: link for link in path_links(project, path)}
    found: list[Wait] = []
    before: Step | None = None
    for step in path:
        link = into.get(step.id)
        if link and link.wait_minutes:
            found.append(Wait(link.wait_minutes, before, step, link))
        if step.wait_minutes:
            found.append(Wait(step.wait_minutes, before, step, None))
        before = step
    return tuple(found)


def minutes_of(step: Step) -> float:
    """How long a step takes as far as known; waiting inside it is part of it."""
    return max(step.minutes or 0.0, step.wait_minutes or 0.0)


def elapsed_minutes(project: Project, path: tuple[Step, ...]) -> float:
    """All known time from the first step of the path to the end of the last."""
    between = sum(link.wait_minutes or 0.0 for link in path_links(project, path))
    return between + sum(minutes_of(step) for step in path)


def hand_overs(project: Project, path: tuple[Step, ...]) -> tuple[Link, ...]:
    """The links of the path that lead straight from one desk of ours to another."""
    steps = {step.id: step for step in path}

    def passes(link: Link) -> bool:
        a, b = steps[link.source], steps[link.target]
        return is_ours(project, a) and is_ours(project, b) and a.lane != b.lane

    return tuple(link for link in path_links(project, path) if passes(link))


def loops(project: Project, journey_id: str) -> Loops:
    """The links that come again and those that learn; learning lands on a step before repeat (domain C55)."""
    links = project.links_of(journey_id)
    learns = tuple(link for link in links if link.kind is LinkKind.LEARNS)
    targets = [(link, project.find(Step, link.target)) for link in learns]
    landing = tuple(link for link, at in targets if at and at.journey == journey_id and at.phase in _LANDING)
    return Loops(tuple(x for x in links if x.kind is LinkKind.RETURNS), learns, landing)


def effort(project: Project, path: tuple[Step, ...]) -> tuple[int, int]:
    """(steps that the customer does alone, all steps)."""
    own = sum(1 for step in path if actor_of(project, step) is Actor.CUSTOMER)
    return own, len(path)


def weighted_pains(project: Project, steps: Iterable[Step]) -> int:
    """The weights of all pains on these steps, added."""
    marks = (mark for step in steps for mark in project.marks_of(step.id))
    return sum(mark.weight for mark in marks if mark.kind is MarkKind.PAIN)
