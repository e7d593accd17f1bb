"""What was found at a step: only what the measures of its journey say, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from rondo.strategy.journeys.journey import (
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
from rondo.ui.inspector.pieces.quiet_box import Finding
from rondofile.enums import Identity
from rondofile.project import Project
from rondofile.records import Lane, Step

_MATTERS = ("journey", "lane", "link", "step_information", "item")
_OF_A_STEP = ("position", "phase", "kind", "lane", "identity", "minutes", "wait_minutes")

MUCH = 0.1
"""The part of all time on the way from which a wait is worth saying."""


class Course(Struct, frozen=True):
    """The main path of a journey with what crosses, repeats and waits on it."""

    crossings: tuple[Stranger, ...]
    retold: tuple[Retold, ...]
    waits: tuple[Wait, ...]
    elapsed: float


class Courses:
    """Courses of journeys, followed once for as long as nothing changes that matters to them."""

    def __init__(self) -> None:
        self._project: Project | None = None
        self._known: dict[str, Course] = {}

    def knows(self, project: Project, journey: str) -> bool:
        """Whether the course was followed already."""
        self._look_at(project)
        return journey in self._known

    def of(self, project: Project, journey: str) -> Course:
        """The course of a journey in that picture."""
        self._look_at(project)
        if journey not in self._known:
            path = main_path(project, journey)
            self._known[journey] = Course(
                crossings(project, path),
                retold(project, path),
                waits(project, path),
                elapsed_minutes(project, path),
            )
        return self._known[journey]

    def _look_at(self, project: Project) -> None:
        before, self._project = self._project, project
        if before is not project and (before is None or not _alike(before, project)):
            self._known = {}


def _alike(before: Project, after: Project) -> bool:
    """Whether every course is the same in both: titles, feelings and notes do not matter."""
    if any(before.tables[noun] is not after.tables[noun] for noun in _MATTERS):
        return False
    old, new = before.tables["step"], after.tables["step"]
    if old is new:
        return True
    return old.keys() == new.keys() and all(
        old[key] is one or _same(old[key], one) for key, one in new.items()
    )


def _same(before: Any, after: Any) -> bool:
    return all(getattr(before, name) == getattr(after, name) for name in _OF_A_STEP)


def findings(desk: Desk, project: Project, step: Step, course: Course) -> tuple[Finding, ...]:
    """What the course says about that step, breaks first."""
    return (
        *_breaks(desk, project, step, course),
        *_told_again(desk, project, step, course),
        *_waiting(desk, step, course),
    )


def _breaks(desk: Desk, project: Project, step: Step, course: Course) -> Iterator[Finding]:
    words = desk.words
    for crossing in course.crossings:
        if step.id not in (crossing.before.id, crossing.after.id):
            continue
        desks = {"before": _desk(desk, crossing.from_lane), "after": _desk(desk, crossing.to_lane)}
        here = crossing.after.id == step.id
        other = crossing.before if here else crossing.after
        leads = ((other.id, _title(desk, project, other)),)
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
        leads = ((first.id, _title(desk, project, first)),)
        yield Finding("found", words("found.retold.title"), text, leads)


def _waiting(desk: Desk, step: Step, course: Course) -> Iterator[Finding]:
    words = desk.words
    here = sum(wait.minutes for wait in course.waits if wait.at.id == step.id)
    if course.elapsed and here >= course.elapsed * MUCH:
        text = words("found.wait.text", wait=words.duration(here), all=words.duration(course.elapsed))
        yield Finding("found", words("found.wait.title"), text)


def _desk(desk: Desk, lane: Lane) -> str:
    return lane.name or desk.words("telling.unnamed.lane")


def _title(desk: Desk, project: Project, step: Step) -> str:
    """The title as it is now; the course may be older."""
    return project.get(Step, step.id).title or desk.words("telling.unnamed.step")
