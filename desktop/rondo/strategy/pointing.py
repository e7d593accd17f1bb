"""Where the pains of today point in the matrix: to a row, a column, or to no cell but the organisation.

A pain points by its cause alone, and by a printed table (practice 1.5); one without a cause points nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from rondo.strategy.framework import Framework
from rondofile.enums import Architecture, Experience, JourneyState, MarkKind
from rondofile.project import Project
from rondofile.records import Journey, Mark


@dataclass(frozen=True, slots=True)
class Pointing:
    """How many pains point to each row and column; `organisation`: to no cell at all."""

    rows: Mapping[Experience, int]
    columns: Mapping[Architecture, int]
    organisation: int


def pointing(project: Project, framework: Framework) -> Pointing:
    """The pains of our own journeys of today, counted where their causes point."""
    rows: Counter[Experience] = Counter()
    columns: Counter[Architecture] = Counter()
    organisation = 0
    for pain in _pains(project):
        if pain.cause is not None:
            target = framework.cause(pain.cause)
            rows.update(target.experiences)
            columns.update(target.architectures)
            organisation += target.organisation
    return Pointing(rows, columns, organisation)


def _pains(project: Project) -> list[Mark]:
    own = project.own
    return [
        mark
        for journey in project.all(Journey)
        if journey.state is JourneyState.AS_IS and project.player_of(journey) == own
        for step in project.steps_of(journey.id)
        for mark in project.marks_of(step.id)
        if mark.kind is MarkKind.PAIN
    ]
