"""All measures of one journey, taken once on its main path (practice 4.2, E2)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from rondo.strategy.journeys.journey import (
    Loops,
    Retold,
    Stranger,
    Wait,
    crossings,
    effort,
    elapsed_minutes,
    hand_overs,
    loops,
    main_path,
    retold,
    waits,
    weighted_pains,
)
from rondo.strategy.journeys.rhythm import Rhythm, rhythm
from rondofile.enums import Identity, MarkKind
from rondofile.project import Project
from rondofile.records import Journey, Link, Mark, Step


class Measures(Struct, frozen=True):
    """What a journey says of itself. `moments`: the path, or every step where nothing is linked yet."""

    journey: Journey
    path: tuple[Step, ...]
    moments: tuple[Step, ...]
    crossings: tuple[Stranger, ...]
    strangers: tuple[Stranger, ...]
    unknown_identity: tuple[Stranger, ...]
    retold: tuple[Retold, ...]
    waits: tuple[Wait, ...]
    elapsed_minutes: float
    effort: tuple[int, int]
    hand_overs: tuple[Link, ...]
    loops: Loops
    rhythm: Rhythm
    weighted_pains: int


def measure(project: Project, journey: Journey) -> Measures:
    """The measures of a journey."""
    path = main_path(project, journey.id)
    steps = project.steps_of(journey.id)
    found = crossings(project, path)
    return Measures(
        journey=journey,
        path=path,
        moments=path if len(path) > 1 else steps,
        crossings=found,
        strangers=tuple(c for c in found if c.after.identity is Identity.LOST),
        unknown_identity=tuple(c for c in found if c.after.identity is None),
        retold=retold(project, path),
        waits=waits(project, path),
        elapsed_minutes=elapsed_minutes(project, path),
        effort=effort(project, path),
        hand_overs=hand_overs(project, path),
        loops=loops(project, journey.id),
        rhythm=rhythm(project, journey.id),
        weighted_pains=weighted_pains(project, steps),
    )


def pains_of(project: Project, step: Step) -> tuple[Mark, ...]:
    """The pains of a step, the heaviest first."""
    pains = (mark for mark in project.marks_of(step.id) if mark.kind is MarkKind.PAIN)
    return tuple(sorted(pains, key=lambda mark: -mark.weight))


def worst_steps(project: Project, steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps that hurt, worst first: by feeling, then by their heaviest pain, then by their place."""

    def rank(step: Step) -> tuple[int, int]:
        heaviest = max((mark.weight for mark in pains_of(project, step)), default=0)
        return step.feeling or 0, -heaviest

    hurting = (s for s in steps if (s.feeling is not None and s.feeling < 0) or pains_of(project, s))
    return tuple(sorted(hurting, key=rank))
