"""What was found at a step: only what the measures of its journey say, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rondo.strategy.journey import (
    Retold,
    Stranger,
    Wait,
    crossings,
    elapsed_minutes,
    main_path,
    retold,
    waits,
)
from rondo.ui.desk import Desk
from rondo.ui.inspector.quiet_box import Finding
from rondofile.enums import Identity
from rondofile.project import Project
from rondofile.records import Lane, Step

MUCH = 0.1
"""The part of all time on the way from which a wait is worth saying."""


@dataclass(frozen=True, slots=True)
class Course:
    """The main path of a journey with what crosses, repeats and waits on it."""

    crossings: tuple[Stranger, ...]
    retold: tuple[Retold, ...]
    waits: tuple[Wait, ...]
    elapsed: float


class Courses:
    """Courses of journeys, followed once per picture of the project."""

    def __init__(self) -> None:
        self._project: Project | None = None
        self._known: dict[str, Course] = {}

    def knows(self, project: Project, journey: str) -> bool:
        """Whether the course was followed already."""
        return self._project is project and journey in self._known

    def of(self, project: Project, journey: str) -> Course:
        """The course of a journey in that picture."""
        if self._project is not project:
            self._project, self._known = project, {}
        if journey not in self._known:
            path = main_path(project, journey)
            self._known[journey] = Course(
                crossings(project, path),
                retold(project, path),
                waits(project, path),
                elapsed_minutes(project, path),
            )
        return self._known[journey]


def findings(desk: Desk, project: Project, step: Step, course: Course) -> tuple[Finding, ...]:
    """What the course says about that step, breaks first."""
    return (
        *_breaks(desk, step, course),
        *_told_again(desk, project, step, course),
        *_waiting(desk, step, course),
    )


def _breaks(desk: Desk, step: Step, course: Course) -> Iterator[Finding]:
    words = desk.words
    for crossing in course.crossings:
        if step.id not in (crossing.before.id, crossing.after.id):
            continue
        desks = {"before": _desk(desk, crossing.from_lane), "after": _desk(desk, crossing.to_lane)}
        here = crossing.after.id == step.id
        other = crossing.before if here else crossing.after
        leads = ((other.id, _title(desk, other)),)
        if crossing.after.identity is Identity.LOST:
            key = "stranger_here" if here else "stranger_next"
            text = words("found.stranger.text", **desks)
            yield Finding("found", words(f"found.{key}.title"), text, leads)
        elif crossing.after.identity is None and here:
            yield Finding("gap", words("found.unsaid.title"), words("found.unsaid.text", **desks), leads)


def _told_again(desk: Desk, project: Project, step: Step, course: Course) -> Iterator[Finding]:
    words = desk.words
    there: dict[str, list[Retold]] = {}
    for entry in course.retold:
        if entry.again.id == step.id:
            there.setdefault(entry.first.id, []).append(entry)
    for entries in there.values():
        first = entries[0].first
        lane = project.find(Lane, first.lane)
        quoted = [words("telling.quoted", text=entry.item.name) for entry in entries if entry.item.name]
        items = words.listed(quoted) or words("telling.unnamed.item")
        place = _desk(desk, lane) if lane else words("telling.unnamed.lane")
        text = words.count("found.retold.text", len(entries), items=items, desk=place)
        yield Finding("found", words("found.retold.title"), text, ((first.id, _title(desk, first)),))


def _waiting(desk: Desk, step: Step, course: Course) -> Iterator[Finding]:
    words = desk.words
    here = sum(wait.minutes for wait in course.waits if wait.at.id == step.id)
    if course.elapsed and here >= course.elapsed * MUCH:
        text = words("found.wait.text", wait=words.duration(here), all=words.duration(course.elapsed))
        yield Finding("found", words("found.wait.title"), text)


def _desk(desk: Desk, lane: Lane) -> str:
    return lane.name or desk.words("telling.unnamed.lane")


def _title(desk: Desk, step: Step) -> str:
    return step.title or desk.words("telling.unnamed.step")
