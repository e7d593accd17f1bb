"""Which pains of today point where, by their causes and the printed table (practice 1.5).

A pain points to rows, or to columns, or to no cell but the organisation; never to a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from rondo.strategy.changes.moved_pain import Hurt
from rondo.strategy.framework.parts import CauseTarget
from rondo.strategy.framework.whole import Framework
from rondo.strategy.sentences.focus import exactness, is_own
from rondofile.enums import Architecture, Experience, JourneyState, MarkKind, PlacementState
from rondofile.project import Project
from rondofile.records import Journey, Placement

_COLUMNS = tuple(Architecture)


class Hurting(Struct, frozen=True):
    """A pain of today, and whose it is."""

    hurt: Hurt
    journey: Journey

    @property
    def weight(self) -> int:
        return self.hurt.mark.weight


class Pointed(Struct, frozen=True):
    """Pains by where their causes point, the heaviest first; `uncaused` point nowhere yet."""

    rows: Mapping[Experience, tuple[Hurting, ...]]
    columns: Mapping[Architecture, tuple[Hurting, ...]]
    organisation: tuple[Hurting, ...]
    uncaused: tuple[Hurting, ...]


def hurting(project: Project) -> tuple[Hurting, ...]:
    """Every pain of our own journeys of today, the heaviest first, else as drawn."""
    found = (
        Hurting(Hurt(step, mark), journey)
        for journey in project.all(Journey)
        if journey.state is JourneyState.AS_IS and is_own(project, journey)
        for step in project.steps_of(journey.id)
        for mark in project.marks_of(step.id)
        if mark.kind is MarkKind.PAIN
    )
    return tuple(sorted(found, key=lambda one: -one.weight))


def pointed(project: Project, framework: Framework, pains: Iterable[Hurting]) -> Pointed:
    """These pains, each where its cause points: to all the rows or columns that the table names."""
    rows: dict[Experience, list[Hurting]] = {}
    columns: dict[Architecture, list[Hurting]] = {}
    organisation, uncaused = [], []
    for pain in pains:
        if pain.hurt.mark.cause is None:
            uncaused.append(pain)
            continue
        target = framework.cause(pain.hurt.mark.cause)
        for row in target.experiences:
            rows.setdefault(row, []).append(pain)
        for column in (*target.architectures, *_nearer(project, target, pain.journey)):
            columns.setdefault(column, []).append(pain)
        if target.organisation:
            organisation.append(pain)
    return Pointed(
        {row: tuple(found) for row, found in rows.items()},
        {column: tuple(found) for column, found in columns.items()},
        tuple(organisation),
        tuple(uncaused),
    )


def _nearer(project: Project, target: CauseTarget, journey: Journey) -> Iterator[Architecture]:
    """One column nearer to the one named than where we serve these people today; none from there."""
    if target.towards is None:
        return
    end = _COLUMNS.index(target.towards)
    seen = set()
    for offer in project.all(Placement):
        if offer.state is PlacementState.NOW and is_own(project, offer) and offer.architecture is not None:
            at = _COLUMNS.index(offer.architecture)
            if at != end and exactness(project, offer, (journey,)):
                seen.add(_COLUMNS[at - 1 if at > end else at + 1])
    yield from (column for column in _COLUMNS if column in seen)
