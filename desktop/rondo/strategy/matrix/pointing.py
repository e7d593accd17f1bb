"""Where the pains of today point in the matrix: to a row, a column, or to no cell but the organisation.

A pain points by its cause alone, and by a printed table (practice 1.5); one without a cause points nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from rondo.strategy.framework.whole import Framework
from rondofile.enums import Architecture, Experience, JourneyState, MarkKind, PainCause
from rondofile.project import Project
from rondofile.records import Journey, Mark


class Pointing(Struct, frozen=True):
    """How many pains point to each row and column; `organisation`: to no cell at all."""

    rows: Mapping[Experience, int]
    columns: Mapping[Architecture, int]
    organisation: int
    causes: frozenset[PainCause]
    """The causes of these pains."""

    def why(self, place: Experience | Architecture, framework: Framework) -> tuple[str, ...]:
        """The rules by which pains point to a row or column, each in a sentence."""
        targets = (framework.cause(cause) for cause in PainCause if cause in self.causes)
        return tuple(t.text for t in targets if place in t.experiences or place in t.architectures)


def pointing(project: Project, framework: Framework) -> Pointing:
    """The pains of our own journeys of today, counted where their causes point."""
    rows: Counter[Experience] = Counter()
    columns: Counter[Architecture] = Counter()
    organisation = 0
    causes: set[PainCause] = set()
    for pain in _pains(project):
        if pain.cause is not None:
            target = framework.cause(pain.cause)
            rows.update(target.experiences)
            columns.update(target.architectures)
            organisation += target.organisation
            causes.add(pain.cause)
    return Pointing(rows, columns, organisation, frozenset(causes))


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
