"""The coverage laid out for the window: what is painted of each row, and where its parts stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from rondo.figures.coverage.coverage_draw import Sheet, Spot, Standings
from rondo.figures.coverage.coverage_measure import Band, Measure
from rondo.figures.lettering import Lettering
from rondo.strategy.people.coverage import COLUMNS, Place, Row, Standing
from rondo.ui.desk import Desk
from rondo.ui.pieces.painting import Drawing
from rondofile.enums import Experience
from rondofile.project import Project
from rondofile.records import Player

NAME = "name"
"""The part of a row that is its people; its column is no column."""
LETTERS, FOOT, NARROWEST = 12, 22, 620
"""Pixels at 100 %: the size of letters, what is left free below a cell, the width below which it scrolls."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it stands: its band, where it begins, and its drawings."""

    band: Band
    top: float
    names: Drawing
    cells: Drawing

    @property
    def row(self) -> Row:
        return self.band.row

    @property
    def bottom(self) -> float:
        return self.top + self.band.height


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything in pixels from the corner below the heads and beside nothing."""

    width: float
    first: float
    column: float
    head: float
    heads: Drawing
    lines: tuple[Line, ...]
    standing: Standings

    @property
    def height(self) -> float:
        return self.lines[-1].bottom if self.lines else 0.0

    def line(self, key: str) -> Line | None:
        """The row of those people."""
        return next((line for line in self.lines if line.row.key == key), None)

    def place(self, key: str, experience: Experience | None) -> Place | None:
        """What is known of a cell."""
        line = self.line(key)
        return line.row.places[COLUMNS.index(experience)] if line is not None else None

    def parts(self, key: str, experience: Experience | None) -> tuple[Spot, ...]:
        """The parts of a cell from the top."""
        place = self.place(key, experience)
        if place is None:
            return ()
        scores = ("comfort", "value") if experience is not None else ()
        offers = tuple(o.id for o in (*place.ours, *place.shared, *place.others))
        remark = ("remark",) if place.standing in (Standing.OPEN, Standing.TAKEN) else ()
        return tuple((key, experience, part) for part in (*scores, *offers, *remark))


class Planner:
    """Lays out anew only the rows that changed. Made for one look."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[str, Band] = {}
        self._of: tuple[float, tuple[Player, ...]] = (0.0, ())

    def planned(self, project: Project, rows: Iterable[Row], width: int) -> Plan:
        """The rows in that width, or in the narrowest that can be read."""
        desk, look = self._desk, self._desk.look
        pen = Lettering(desk.engine, look.theme, look.px(LETTERS), leading=1.28)
        wide = max(width, look.px(NARROWEST))
        measure = Measure(project, desk.framework, desk.words, pen, wide, look.px(FOOT))
        bands = self._bands(project, tuple(rows), measure)
        sheet = Sheet(measure, 0.0)
        tops = accumulate((band.height for band in bands), initial=0.0)
        lines = tuple(
            Line(
                band,
                top,
                Drawing(sheet.names(band, top), desk.engine),
                Drawing(sheet.cells(band, top), desk.engine),
            )
            for band, top in zip(bands, tops, strict=False)
        )
        heads = Drawing(sheet.heads(0.0), desk.engine)
        return Plan(
            measure.width,
            measure.first,
            measure.column,
            sheet.head_height,
            heads,
            lines,
            sheet.standing,
        )

    def _bands(self, project: Project, rows: tuple[Row, ...], measure: Measure) -> list[Band]:
        of = (measure.width, project.all(Player))
        kept, self._of = (self._kept if of == self._of else {}), of
        bands = [
            found if (found := kept.get(row.key)) is not None and found.row == row else measure.band(row)
            for row in rows
        ]
        self._kept = {band.row.key: band for band in bands}
        return bands
