"""The architectures side by side: where they differ, and weighted totals for those who want them (D1, D5).

Totals are never a verdict: a firm may run several architectures, and scores are opinions. An
architecture that was not scored on every weighted criterion has no total, only how far scoring got.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rondo.strategy.framework.parts import Dimension
from rondo.strategy.framework.whole import Framework
from rondofile.enums import Architecture
from rondofile.project import Project
from rondofile.records import Criterion, Score


class Total(Struct, frozen=True):
    """The weighted mean 0-10 of an architecture; None until every weighted criterion is scored."""

    architecture: Architecture
    value: float | None
    scored: int
    of: int


class Differing(Struct, frozen=True):
    """A dimension, and which of the architectures say the same on it."""

    dimension: Dimension
    groups: tuple[tuple[Architecture, ...], ...]

    @property
    def differs(self) -> bool:
        return len(self.groups) > 1


def totals(project: Project) -> tuple[Total, ...]:
    """The weighted total of every architecture, in the order of the columns, not of the totals."""
    criteria = [criterion for criterion in project.all(Criterion) if criterion.weight > 0]
    scores = {(s.criterion, s.architecture): s.score for s in project.all(Score)}
    return tuple(_total(architecture, criteria, scores) for architecture in Architecture)


def _total(
    architecture: Architecture,
    criteria: Sequence[Criterion],
    scores: dict[tuple[str, Architecture], float],
) -> Total:
    known = [(c.weight, scores[c.id, architecture]) for c in criteria if (c.id, architecture) in scores]
    whole = sum(weight for weight, _ in known)
    complete = bool(criteria) and len(known) == len(criteria)
    value = sum(weight * score for weight, score in known) / whole if complete else None
    return Total(architecture, value, len(known), len(criteria))


def dimensions(
    framework: Framework, columns: Sequence[Architecture] = tuple(Architecture)
) -> tuple[Differing, ...]:
    """Every dimension of the comparison with the columns grouped by what they say."""
    found: list[Differing] = []
    for dimension in framework.dimensions:
        groups: dict[str, list[Architecture]] = {}
        for column in columns:
            groups.setdefault(dimension.text(column), []).append(column)
        found.append(Differing(dimension, tuple(tuple(group) for group in groups.values())))
    return tuple(found)
