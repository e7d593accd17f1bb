"""A walk along a journey: where it goes, and what adds up on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from rondo.strategy.journeys.journey import (
    crossings,
    main_path,
    minutes_of,
    next_links,
    retold,
)
from rondofile.enums import Identity, MarkKind
from rondofile.project import Project
from rondofile.records import Link, Step


class Moment(Struct, frozen=True):
    """One step of a walk. Every sum is up to its end; minutes are those that are known.

    `link`: the way that led here, None at the beginning. `ways`: the links that lead on, the one most
    cases take first, without those to steps where the walk has been."""

    step: Step
    link: Link | None
    ways: tuple[Link, ...]
    minutes: float = 0.0
    waited: float = 0.0
    strangers: int = 0
    retold: int = 0
    pains: int = 0


def walk(project: Project, journey: str, taken: Mapping[str, str] | None = None) -> tuple[Moment, ...]:
    """The moments of a walk from the beginning of the main path; no step comes twice.

    `taken` says by which link (its id) the walk leaves a step; else it goes on as the main path does."""
    taken, onward = taken or {}, next_links(project, journey)
    start = main_path(project, journey)[:1]
    been: list[tuple[Step, Link | None, tuple[Link, ...]]] = []
    step, link, seen = (start[0] if start else None), None, set[str]()
    while step is not None:
        seen.add(step.id)
        ways = tuple(way for way in onward.get(step.id, ()) if way.target not in seen)
        been.append((step, link, ways))
        link = next((way for way in ways if way.id == taken.get(been[-1][0].id)), None)
        link = link or next(iter(ways), None)
        step = project.find(Step, link.target) if link else None
    return tuple(_added_up(project, been))


def _added_up(
    project: Project, been: Iterable[tuple[Step, Link | None, tuple[Link, ...]]]
) -> Iterable[Moment]:
    been = tuple(been)
    path = tuple(step for step, _, _ in been)
    lost = {one.after.id for one in crossings(project, path) if one.after.identity is Identity.LOST}
    again: dict[str, int] = {}
    for told in retold(project, path):
        again[told.again.id] = again.get(told.again.id, 0) + 1
    minutes = waited = 0.0
    strangers = told_again = pains = 0
    for step, link, ways in been:
        between = (link.wait_minutes or 0.0) if link else 0.0
        minutes += between + minutes_of(step)
        waited += between + (step.wait_minutes or 0.0)
        strangers += step.id in lost
        told_again += again.get(step.id, 0)
        pains += sum(mark.weight for mark in project.marks_of(step.id) if mark.kind is MarkKind.PAIN)
        yield Moment(step, link, ways, minutes, waited, strangers, told_again, pains)
