"""How much there is in each cell of the matrix, measured in one of four ways.

Every amount has its unit and stands in its cell as a number. Cells are compared, rows never: no row is
better for being fuller (domain C35).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from rondo.strategy.changes.change import ChangeKind
from rondo.strategy.changes.difference import difference
from rondo.strategy.framework.table_parts import DemandKind
from rondo.strategy.framework.whole import Framework
from rondo.strategy.matrix.rules_journeys import behind
from rondo.strategy.people.served import people_of
from rondofile.enums import Architecture, Evidence, Experience, PlacementState, StepKind
from rondofile.project import Project
from rondofile.records import Journey, Mark, Placement, Segment

Cell = tuple[Experience | None, Architecture | None]
_BACKED = (Evidence.SEEN, Evidence.SAID)
_TOUCHING = (DemandKind.MUST, DemandKind.GONE)


class Heat(StrEnum):
    """What is measured: offers; the customers they are for; pains they relieve; how well they are known."""

    COUNT = "count"
    SIZE = "size"
    PAIN = "pain"
    EVIDENCE = "evidence"


class Warmth(Struct, frozen=True):
    """The amount in a cell. `of`: offers it was asked of; `unknown`: those of them that do not say.

    `unit`: of the sizes that are added; sizes in another unit are unknown. `share`: for the eye, 0 to 1 of
    the most in any cell; of evidence, of the offers in the cell."""

    amount: float
    of: int
    unknown: int = 0
    unit: str = ""
    share: float = 0.0


def heat(
    project: Project, framework: Framework, offers: Iterable[Placement], kind: Heat
) -> Mapping[Cell, Warmth]:
    """Every cell in which one of these offers stands, with what there is of it."""
    cells: dict[Cell, list[Placement]] = {}
    for offer in offers:
        if offer.experience is None or offer.architecture is not None:
            cells.setdefault((offer.experience, offer.architecture), []).append(offer)
    measure = _measure(project, framework, kind)
    found = {cell: measure.of(there) for cell, there in cells.items()}
    most = max((one.amount for one in found.values()), default=0.0)
    shares = {
        cell: one.share or (one.amount / most if most and kind is not Heat.EVIDENCE else 0.0)
        for cell, one in found.items()
    }
    return {cell: replace(one, share=shares[cell]) for cell, one in found.items()}


class _Measure:
    """Counts the offers of a cell."""

    def of(self, offers: list[Placement]) -> Warmth:
        return Warmth(len(offers), len(offers))


class _Backed(_Measure):
    """Counts the offers that were seen or said by somebody, not assumed."""

    def of(self, offers: list[Placement]) -> Warmth:
        backed = sum(offer.evidence in _BACKED for offer in offers)
        unknown = sum(offer.evidence is None for offer in offers)
        return Warmth(backed, len(offers), unknown, share=backed / len(offers))


class _Sized(_Measure):
    """Adds the sizes of the segments that offers are for, each once, in the unit most of them have."""

    def __init__(self, project: Project) -> None:
        self._project = project
        units = Counter(s.size_unit.strip() for s in project.all(Segment) if s.size is not None)
        self._unit = max(units, key=lambda unit: units[unit], default="")

    def of(self, offers: list[Placement]) -> Warmth:
        sizes: dict[str, float] = {}
        unknown = 0
        for offer in offers:
            who = people_of(self._project, offer)
            segment = self._project.find(Segment, who[0]) if who is not None else None
            if segment is None or segment.size is None or segment.size_unit.strip() != self._unit:
                unknown += 1
            else:
                sizes[segment.id] = segment.size
        return Warmth(sum(sizes.values()), len(offers), unknown, self._unit)


class _Relieved(_Measure):
    """Adds the weights of the pains of today that redesigns take away at the steps a row is about."""

    def __init__(self, project: Project, framework: Framework) -> None:
        self._project, self._framework = project, framework
        self._gone: dict[str, tuple[tuple[StepKind | None, Mark, int], ...]] = {}

    def of(self, offers: list[Placement]) -> Warmth:
        pains: dict[str, int] = {}
        unknown = 0
        for offer in offers:
            found = self._behind(offer)
            unknown += not found
            for journey in found:
                for kind, mark, less in self._relief(journey):
                    if self._is_about(offer.experience, kind):
                        pains[mark.id] = max(pains.get(mark.id, 0), less)
        return Warmth(sum(pains.values()), len(offers), unknown)

    def _behind(self, offer: Placement) -> list[Journey]:
        if offer.state is PlacementState.NOW or offer.experience is None:
            return []
        found = (one.journey for one in behind(self._project, offer))
        return [journey for journey in found if self._project.find(Journey, journey.based_on) is not None]

    def _relief(self, journey: Journey) -> tuple[tuple[StepKind | None, Mark, int], ...]:
        if journey.id not in self._gone:
            assert journey.based_on is not None
            changes = difference(self._project, journey.based_on, journey.id)
            gone = [
                (c.before[0].kind, mark, mark.weight)
                for c in changes.of(ChangeKind.PAIN_RESOLVED)
                for mark in c.marks
            ]
            eased = [
                (c.before[0].kind, c.marks[0], c.marks[0].weight - c.marks[1].weight)
                for c in changes.of(ChangeKind.PAIN_WEIGHT)
            ]
            self._gone[journey.id] = tuple(one for one in (*gone, *eased) if one[2] > 0)
        return self._gone[journey.id]

    def _is_about(self, row: Experience | None, kind: StepKind | None) -> bool:
        return row is not None and kind is not None and self._framework.demand(row, kind).kind in _TOUCHING


def _measure(project: Project, framework: Framework, kind: Heat) -> _Measure:
    match kind:
        case Heat.COUNT:
            return _Measure()
        case Heat.SIZE:
            return _Sized(project)
        case Heat.PAIN:
            return _Relieved(project, framework)
        case Heat.EVIDENCE:
            return _Backed()
