"""Contact rhythm: when the firm and the customer are in touch, and how long it is silent.

Episodic becomes continuous when contacts are frequent (practice 1.3). Time is counted in minutes from
the start of the main path, from what is known of durations and waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct

from rondo.strategy.journeys.journey import (
    OURS,
    actor_of,
    main_path,
    minutes_of,
    path_links,
)
from rondofile.enums import Actor, Trigger
from rondofile.project import Project
from rondofile.records import Journey, Lane, Step

MINUTES_A_YEAR = 525_600.0
_STARTED_BY = {
    Actor.CUSTOMER: Trigger.CUSTOMER,
    Actor.FIRM: Trigger.FIRM,
    Actor.PARTNER: Trigger.PARTNER,
    Actor.MEMBER: Trigger.OTHER_CUSTOMER,
}


class Contact(Struct, frozen=True):
    """A step at which firm and customer meet; who started it, None where nobody has said."""

    step: Step
    at_minutes: float
    trigger: Trigger | None


class Silence(Struct, frozen=True):
    """Time without contact after a step; `before` None: until the next episode usually begins.

    Not `sure`: a step in between takes nobody knows how long, so it is at least so long."""

    after: Step
    before: Step | None
    minutes: float
    from_minutes: float
    sure: bool = True


class Rhythm(Struct, frozen=True):
    """The contacts of one episode, how long it takes, every silence and the longest of them."""

    contacts: tuple[Contact, ...]
    span_minutes: float
    silence: Silence | None
    silences: tuple[Silence, ...]
    contacts_per_year: float | None
    cycle_minutes: float | None

    @property
    def within(self) -> Silence | None:
        """The longest silence inside one episode."""
        inside = (silence for silence in self.silences if silence.before is not None)
        return max(inside, key=lambda silence: silence.minutes, default=None)

    @property
    def until_next(self) -> Silence | None:
        """The silence from the last contact until the next episode usually begins, where that is known."""
        return next((silence for silence in self.silences if silence.before is None), None)


def rhythm(project: Project, journey_id: str) -> Rhythm:
    """The contact rhythm of a journey along its main path."""
    journey = project.find(Journey, journey_id)
    path = main_path(project, journey_id)
    waits = {link.target: link.wait_minutes or 0.0 for link in path_links(project, path)}
    starts, span = _starts(path, waits)
    desks = {lane.id for lane in project.all(Lane) if _meets(lane)}
    contacts = tuple(
        Contact(step, at, _trigger(project, step))
        for step, at in zip(path, starts, strict=True)
        if step.lane in desks or _meets_anywhere(step)
    )
    often = journey.episodes_per_year if journey else None
    cycle = MINUTES_A_YEAR / often if often else None
    silences = _silences(contacts, span, cycle, _open_ended(path, waits, contacts))
    longest = max(silences, key=lambda s: s.minutes, default=None)
    a_year = len(contacts) * often if often else None
    return Rhythm(contacts, span, longest, silences, a_year, cycle)


def _meets_anywhere(step: Step) -> bool:
    """Whether firm and customer meet at a step, wherever it stands."""
    return step.trigger is Trigger.FIRM or step.actor is Actor.BOTH


def _meets(lane: Lane) -> bool:
    """Whether firm and customer meet at whatever stands at that desk."""
    return lane.seen_by_customer and lane.role in OURS


def _trigger(project: Project, step: Step) -> Trigger | None:
    return step.trigger or _STARTED_BY.get(actor_of(project, step))


def _starts(path: tuple[Step, ...], waits: Mapping[str, float]) -> tuple[tuple[float, ...], float]:
    """When each step begins, and when the last ends."""
    clock, starts = 0.0, []
    for step in path:
        clock += waits.get(step.id, 0.0)
        starts.append(clock)
        clock += minutes_of(step)
    return tuple(starts), clock


def _open_ended(
    path: tuple[Step, ...], waits: Mapping[str, float], contacts: tuple[Contact, ...]
) -> frozenset[str]:
    """The contacts after which comes a step that is no contact and of which no time is known."""
    meeting = {contact.step.id for contact in contacts}
    found: set[str] = set()
    last = None
    for step in path:
        if step.id in meeting:
            last = step.id
        elif last is not None and not waits.get(step.id) and not minutes_of(step):
            found.add(last)
    return frozenset(found)


def _silences(
    contacts: tuple[Contact, ...], span: float, cycle: float | None, open_ended: frozenset[str]
) -> tuple[Silence, ...]:
    ends = [contact.at_minutes + minutes_of(contact.step) for contact in contacts]
    gaps = [
        Silence(one.step, two.step, two.at_minutes - end, end, one.step.id not in open_ended)
        for (one, two), end in zip(pairwise(contacts), ends, strict=False)
    ]
    if contacts and cycle and cycle > span:
        until = cycle + contacts[0].at_minutes
        gaps.append(Silence(contacts[-1].step, None, until - ends[-1], ends[-1]))
    return tuple(gap for gap in gaps if gap.minutes > 0)
