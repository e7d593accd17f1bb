"""Why a cell we do not stand in is worth a thought: by the causes of our own pains (practice 1.5).

What points to a row says nothing of a column, and the other way round. Only where both point is a cell
named for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from rondo.strategy.framework.whole import Framework
from rondo.strategy.moves.candidate import Candidate, Rule, from_pains, of_pains
from rondo.strategy.moves.hurting import Hurting, Pointed, hurting, pointed
from rondo.strategy.moves.people import People, everyone, served
from rondo.strategy.moves.seats import CELLS, DECIDED, Cell, Seat, Seats
from rondo.strategy.sentences.focus import exactness, is_own, reach
from rondofile.enums import Architecture, Experience
from rondofile.project import Project
from rondofile.records import Journey, Placement, Segment

P = TypeVar("P", Experience, Architecture)
Pains = tuple[Hurting, ...]


class CellPrompt(Struct, frozen=True):
    """What speaks for thinking of one cell: pains, who stands there, and who values its row most."""

    cell: Cell
    row: Pains
    column: Pains
    seat: Seat
    wanted_by: tuple[People, ...]


class Prompts:
    """What points to every cell, for all customers or for one segment; read once for all twenty."""

    def __init__(self, project: Project, framework: Framework, segment: str | None = None) -> None:
        self._seats = Seats(project)
        pains = [one for one in hurting(project) if segment in (None, one.journey.segment)]
        self.pointed: Pointed = pointed(project, framework, pains)
        asked = [one for one in everyone(project) if segment in (None, one.segment.id)]
        self._wishes = [(one, wish) for one in asked if (wish := one.wish(project))]

    def __getitem__(self, cell: Cell) -> CellPrompt:
        row, column = cell
        return CellPrompt(
            cell,
            self.pointed.rows.get(row, ()),
            self.pointed.columns.get(column, ()),
            self._seats[cell],
            self._wanting(cell),
        )

    def _wanting(self, cell: Cell) -> tuple[People, ...]:
        """A situation is named only where it says something else than its segment."""
        found = [people for people, wish in self._wishes if wish.experience is cell[0]]
        whole = {people.segment.id for people in found if people.situation is None}
        return tuple(p for p in found if p.situation is None or p.segment.id not in whole)


def unanswered(project: Project, framework: Framework) -> Iterator[Candidate]:
    """Moves that our own pains point to, per group of customers: cells, rows, columns, the organisation."""
    by_whom: dict[str | None, list[Hurting]] = {}
    for pain in hurting(project):
        by_whom.setdefault(pain.journey.segment, []).append(pain)
    for key, pains in by_whom.items():
        segment = project.find(Segment, key)
        found = pointed(project, framework, pains)
        share = reach(project, segment)
        if found.organisation:
            yield _of(Rule.ORGANISATION, share, segment, found.organisation, ())
        yield from _open(found, _standing(project, segment, {p.journey.id: p.journey for p in pains}), share)


class _Standing(Struct, frozen=True):
    """Where we stand or will stand for a group of customers."""

    segment: Segment | None
    cells: frozenset[Cell]

    @property
    def rows(self) -> frozenset[object]:
        return frozenset(row for row, _ in self.cells)

    @property
    def columns(self) -> frozenset[object]:
        return frozenset(column for _, column in self.cells)


def _standing(project: Project, segment: Segment | None, journeys: dict[str, Journey]) -> _Standing:
    """An offer counts if it is about these people in any situation, or about their journeys."""
    found = {
        (offer.experience, offer.architecture)
        for offer in project.all(Placement)
        if offer.experience is not None
        and offer.architecture is not None
        and offer.state in DECIDED
        and is_own(project, offer)
        and exactness(project, offer, journeys.values()) is not None
    }
    for people in everyone(project):
        if segment is not None and people.segment.id == segment.id:
            for offer in served(project, people):
                if offer.experience is not None and offer.architecture is not None:
                    found.add((offer.experience, offer.architecture))
    return _Standing(segment, frozenset(found))


def _open(found: Pointed, standing: _Standing, share: float) -> Iterator[Candidate]:
    """Cells that both point to, else rows or columns alone. What the same pains point to is one move."""
    who = standing.segment
    if found.rows and found.columns:
        crossed: dict[tuple[Pains, Pains], list[Cell]] = {}
        for row, pains in found.rows.items():
            for column, others in found.columns.items():
                if (row, column) not in standing.cells:
                    crossed.setdefault((pains, others), []).append((row, column))
        for (pains, others), cells in crossed.items():
            yield _of(Rule.BOTH, share, who, pains, others, cells)
        return
    rows = {row: pains for row, pains in found.rows.items() if row not in standing.rows}
    for pains, alike in _alike(rows).items():
        yield _of(Rule.ROW, share, who, pains, (), rows=alike)
    columns = {column: pains for column, pains in found.columns.items() if column not in standing.columns}
    for others, beside in _alike(columns).items():
        yield _of(Rule.COLUMN, share, who, (), others, columns=beside)


def _alike(places: dict[P, Pains]) -> dict[Pains, tuple[P, ...]]:
    """Rows or columns by the pains that point to them."""
    found: dict[Pains, list[P]] = {}
    for place, pains in places.items():
        found.setdefault(pains, []).append(place)
    return {pains: tuple(alike) for pains, alike in found.items()}


def _of(
    rule: Rule,
    share: float,
    segment: Segment | None,
    row_pains: Pains,
    column_pains: Pains,
    cells: Sequence[Cell] = (),
    rows: tuple[Experience, ...] = (),
    columns: tuple[Architecture, ...] = (),
) -> Candidate:
    pains = tuple(dict.fromkeys((*row_pains, *column_pains)))
    cells = tuple(cell for cell in CELLS if cell in cells)
    return Candidate(
        rule,
        from_pains(pains),
        share,
        of_pains(pains),
        rows=rows or tuple(dict.fromkeys(row for row, _ in cells)),
        columns=columns or tuple(dict.fromkeys(column for _, column in cells)),
        cells=cells,
        segment=segment,
        row_pains=row_pains,
        column_pains=column_pains,
    )
