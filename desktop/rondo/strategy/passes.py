"""What is worth asking next: passes over a journey, so that nobody answers forty questions at every step.

First the way, then how it feels, then the pains of the worst steps and their causes, then whether we know
who it is where one desk of ours follows another, then information where an offer that we will make needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from rondo.strategy.journeys.journey import Stranger, crossings, main_path
from rondo.strategy.journeys.measures import pains_of, worst_steps
from rondofile.enums import CardKind, JourneyState, Phase, PlacementState
from rondofile.project import Project
from rondofile.records import Journey, Placement, Step

WORST = 5
"""So many of the worst steps are asked for their pains."""


class Ask(StrEnum):
    """The passes, in the order in which they are asked."""

    SORT = "sort"
    CONNECT = "connect"
    FEELING = "feeling"
    PAIN = "pain"
    CAUSE = "cause"
    IDENTITY = "identity"
    INFORMATION = "information"


class Pass(Struct, frozen=True):
    """One pass: of so many steps it asks those that have no answer yet, in walking order."""

    ask: Ask
    open: tuple[str, ...]
    of: int


class _Asked(Struct, frozen=True):
    """What is asked about: the steps in walking order, and where we meet whoever comes along them."""

    journey: Journey
    moments: tuple[Step, ...]
    crossings: tuple[Stranger, ...]


def passes(project: Project, journey: Journey) -> tuple[Pass, ...]:
    """Every pass over the journey; one that asks nobody has `of` 0."""
    return tuple(_passes(project, journey))


def next_pass(project: Project, journey: Journey) -> Pass | None:
    """The first pass in which something is open."""
    return next((one for one in _passes(project, journey) if one.open), None)


def _passes(project: Project, journey: Journey) -> Iterator[Pass]:
    """One pass after the other, each made when it is asked for."""
    path = main_path(project, journey.id)
    moments = path if len(path) > 1 else project.steps_of(journey.id)
    found = _Asked(journey, moments, crossings(project, path))
    made: dict[Ask, Callable[[], tuple[Iterable[Step], Iterable[Step]]]] = {
        Ask.SORT: lambda: _sort(project, found),
        Ask.CONNECT: lambda: _connect(project, found),
        Ask.FEELING: lambda: _all(found.moments, lambda step: step.feeling is None),
        Ask.PAIN: lambda: _all(_worst(project, found), lambda step: not pains_of(project, step)),
        Ask.CAUSE: lambda: _cause(project, found),
        Ask.IDENTITY: lambda: _all((c.after for c in found.crossings), lambda step: step.identity is None),
        Ask.INFORMATION: lambda: _information(project, found),
    }
    for ask, asked in made.items():
        yield _pass(ask, *asked())


def _pass(ask: Ask, asked: Iterable[Step], open_: Iterable[Step]) -> Pass:
    ids = tuple(dict.fromkeys(step.id for step in open_))
    return Pass(ask, ids, len({step.id for step in asked}))


def _all(asked: Iterable[Step], is_open: Callable[[Step], bool]) -> tuple[list[Step], list[Step]]:
    asked = list(asked)
    return asked, [step for step in asked if is_open(step)]


def _sort(project: Project, found: _Asked) -> tuple[list[Step], list[Step]]:
    def waits(step: Step) -> bool:
        return step.phase is None or (step.lane is None and step.phase is not Phase.REPEAT)

    return _all(project.steps_of(found.journey.id), waits)


def _connect(project: Project, found: _Asked) -> tuple[list[Step], list[Step]]:
    """Steps that are sorted and that no link touches; a lone step needs none."""
    sorted_ = [s for s in project.steps_of(found.journey.id) if s.phase and s.phase is not Phase.REPEAT]
    linked = {end for link in project.links_of(found.journey.id) for end in (link.source, link.target)}
    return _all(sorted_ if len(sorted_) > 1 else (), lambda step: step.id not in linked)


def _worst(project: Project, found: _Asked) -> list[Step]:
    """The worst steps by feeling, in walking order."""
    low = worst_steps(project, (step for step in found.moments if (step.feeling or 0) < 0))[:WORST]
    ids = {step.id for step in low}
    return [step for step in found.moments if step.id in ids]


def _cause(project: Project, found: _Asked) -> tuple[list[Step], list[Step]]:
    hurting = [step for step in _worst(project, found) if pains_of(project, step)]
    return _all(hurting, lambda step: any(pain.cause is None for pain in pains_of(project, step)))


def _information(project: Project, found: _Asked) -> tuple[list[Step], list[Step]]:
    """Steps of a redesign that stands behind an offer we will make, where nothing is known or used."""
    if found.journey.state is not JourneyState.TO_BE:
        return [], []
    return _all(_promised(project, found), lambda step: not project.information_of(step.id))


def _promised(project: Project, found: _Asked) -> Iterator[Step]:
    journey = found.journey
    for offer in project.all(Placement):
        if offer.state is not PlacementState.TARGET or offer.experience is None:
            continue
        if offer.card_kind is CardKind.STRETCH:
            mine = {stretch.id for stretch in project.stretches_of(journey.id)}
            yield from project.steps_in(offer.card_ref) if offer.card_ref in mine else ()
        elif offer.card_ref is not None and offer.card_ref in (journey.segment, journey.situation):
            yield from main_path(project, journey.id)
