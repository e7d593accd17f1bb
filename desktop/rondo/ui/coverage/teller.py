"""What a screen reader reads of the coverage: a table of people by experiences, in each cell its parts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect

from rondo.figures.coverage.coverage import said
from rondo.figures.coverage.coverage_draw import Spot
from rondo.strategy.people.coverage import COLUMNS
from rondo.ui.coverage.explained import spoken, summed_up
from rondo.ui.coverage.grid import CoverageGrid
from rondo.ui.coverage.plan import NAME, Line
from rondo.ui.pieces.accessible import WHOLE, Role, Said
from rondofile.enums import Experience


class CoverageTeller:
    """Tells of the plan of a grid. Keys are the three words of a spot; a cell has none for its part."""

    def __init__(self, grid: CoverageGrid) -> None:
        self._grid = grid

    def said(self, key: str) -> Said | None:
        """The table, the people of a row, a cell by people and experience, a part of it."""
        grid = self._grid
        if key == WHOLE:
            rows = tuple(line.row for line in grid.plan.lines)
            return Said(grid.desk.words("coverage.title"), said(rows, grid.desk.words), Role.Table)
        spot = _spot(key)
        line = grid.plan.line(spot[0])
        if line is None:
            return None
        if spot[2] == NAME:
            return Said(self._people(line), "", Role.RowHeader, self._is_here(spot))
        place = grid.plan.place(spot[0], spot[1])
        if place is None:
            return None
        if spot[2] == "":
            name = grid.desk.framework.name(spot[1])
            cell = grid.desk.words("coverage.cell", people=self._people(line), experience=name)
            return Said(cell, summed_up(grid, place), Role.Cell, self._is_here(spot))
        if spot not in grid.plan.parts(spot[0], spot[1]):
            return None
        return Said(spoken(grid, spot), "", Role.ListItem, self._is_here(spot))

    def parts(self, key: str) -> Sequence[str]:
        """Row by row the people and their cells; the parts of a cell."""
        grid = self._grid
        if key == WHOLE:
            return [_key(spot) for line in grid.plan.lines for spot in _cells(line.row.key)]
        spot = _spot(key)
        return [_key(one) for one in grid.plan.parts(spot[0], spot[1])] if spot[2] == "" else []

    def whole(self, key: str) -> str:
        """The cell of a part, the table of a cell."""
        spot = _spot(key)
        return WHOLE if spot[2] in ("", NAME) else _key((spot[0], spot[1], ""))

    def place(self, key: str) -> QRect:
        """Where it is on the screen."""
        grid = self._grid
        corner = grid.viewport().mapToGlobal(QPoint())
        box = grid.viewport().rect() if key == WHOLE else grid.box(_spot(key))
        return box.translated(corner)

    def current(self) -> str:
        """Where the keys are."""
        return _key(self._grid.spot) if self._grid.spot is not None else WHOLE

    def activate(self, key: str) -> None:
        """The keys are there."""
        self._grid.go(_spot(key))

    def _people(self, line: Line) -> str:
        words, row = self._grid.desk.words, line.row
        name = row.segment.name.strip() or words("telling.unnamed.segment")
        if row.situation is None:
            return name
        within = row.situation.name.strip() or words("telling.unnamed.situation")
        return words("telling.people", segment=name, situation=within)

    def _is_here(self, spot: Spot) -> bool:
        return self._grid.spot == spot


def _cells(key: str) -> list[Spot]:
    return [(key, None, NAME), *((key, column, "") for column in COLUMNS)]


def _key(spot: Spot) -> str:
    return "/".join((spot[0], spot[1] or "none", spot[2]))


def _spot(key: str) -> Spot:
    people, experience, part = key.split("/", 2)
    return people, None if experience == "none" else Experience(experience), part
