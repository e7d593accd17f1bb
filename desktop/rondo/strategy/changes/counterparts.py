"""A journey and the one beside which it is read: today and its redesign, whichever of both is asked for."""

from __future__ import annotations

from rondo.strategy.changes.change import ChangeKind
from rondo.strategy.changes.difference import difference
from rondofile.enums import JourneyState
from rondofile.project import Project
from rondofile.records import Journey


def both_of(project: Project, journey: Journey) -> tuple[Journey, Journey | None]:
    """Today and the redesign: the first one of a journey of today, None where it has none. A redesign of
    nothing is read alone."""
    if journey.state is JourneyState.TO_BE:
        today = project.find(Journey, journey.based_on)
        return (today, journey) if today is not None else (journey, None)
    return journey, next(iter(project.redesigns_of(journey.id)), None)


def as_today(project: Project, journey: Journey) -> frozenset[str]:
    """The steps of both that are as today; none where there is nothing to compare."""
    today, redesign = both_of(project, journey)
    if redesign is None:
        return frozenset()
    same = difference(project, today.id, redesign.id).of(ChangeKind.UNCHANGED)
    return frozenset(step.id for change in same for step in (*change.before, *change.after))
