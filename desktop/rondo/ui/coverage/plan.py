"""The coverage laid out for the window: what is painted of each row, and where its parts stand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.bounds import Box
from rondo.figures.coverage.coverage_draw import Sheet, Spot, Standings
from rondo.figures.coverage.coverage_measure import Band, Measure
from rondo.figures.coverage.score_mark import Track
from rondo.figures.lettering import Lettering
from rondo.strategy.people.coverage import COLUMNS, Place, Row, Standing
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.desk import Desk
from rondo.ui.pieces.painting import Drawing
from rondofile.enums import Experience
from rondofile.project import Project
from rondofile.records import Player

NAME = "name"
"""The part of a row that is its people; its column is no column."""
LETTERS, FOOT, LEAD, NARROWEST = 12, 22, 8, 560
"""Pixels at 100 %: the size of letters, what is left free below a cell and before the names, and the width
below which it scrolls."""


class Drawn:
    """What is painted of a row, from its own upper left corner; made when it is first seen."""

    def __init__(self, band: Band, measure: Measure, engine: QtTextEngine, is_first: bool) -> None:
        self.band, self.is_first = band, is_first
        self._measure, self._engine = measure, engine
        self._sheet = Sheet(measure, 0.0 if is_first else -1.0)

    @cached_property
    def names(self) -> Drawing:
        """Who the row is about."""
        return Drawing(self._sheet.names(self.band, 0.0), self._engine)

    @cached_property
    def cells(self) -> Drawing:
        """The cells of the row."""
        return Drawing(self._sheet.cells(self.band, 0.0), self._engine)

    @cached_property
    def standing(self) -> Standings:
        """Where the parts of the row stand."""
        sheet = Sheet(self._measure, 0.0)
        sheet.band(self.band, 0.0)
        return sheet.standing


class Line(Struct, frozen=True):
    """A row as it stands: where it begins, and what is painted there."""

    top: float
    drawn: Drawn

    @property
    def row(self) -> Row:
        return self.drawn.band.row

    @property
    def bottom(self) -> float:
        return self.top + self.drawn.band.height


class Plan:
    """Everything in pixels from the corner below the heads. `first`: how wide the names are."""

    def __init__(self, measure: Measure, heads: Drawing, head: float, lines: tuple[Line, ...]) -> None:
        self.width, self.first, self.column = measure.width, measure.first, measure.column
        self.heads, self.head, self.lines = heads, head, lines
        self.labelled = measure.labelled
        """Whether there was room to name the two scores in each cell."""
        self._by_key = {line.row.key: line for line in lines}

    @property
    def height(self) -> float:
        """How high all rows are."""
        return self.lines[-1].bottom if self.lines else 0.0

    def line(self, key: str) -> Line | None:
        """The row of those people."""
        return self._by_key.get(key)

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

    def spot_of(self, offer: str) -> Spot | None:
        """Where an offer stands with the very people it is for."""
        for line in self.lines:
            for place in line.row.places:
                if any(one.id == offer for one in (*place.ours, *place.others)):
                    return line.row.key, place.experience, offer
        return None

    def box(self, spot: Spot) -> Box | None:
        """Where a part of a cell stands, the cell itself, the names of a row."""
        line = self.line(spot[0])
        if line is None:
            return None
        if spot[2] == NAME:
            return 0.0, line.top, self.first, line.bottom
        if spot[2] == "":
            left = self.first + COLUMNS.index(spot[1]) * self.column
            return left, line.top, left + self.column, line.bottom
        found = line.drawn.standing.spots.get(spot)
        if found is None:
            return self.box((spot[0], spot[1], ""))
        return found[0], found[1] + line.top, found[2], found[3] + line.top

    def track(self, spot: Spot) -> Track | None:
        """The line of a score."""
        line = self.line(spot[0])
        found = line.drawn.standing.tracks.get(spot) if line is not None else None
        return replace(found, y=found.y + line.top) if found is not None and line is not None else None


class Planner:
    """Lays out anew only the rows that changed. Made for one look."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[str, Drawn] = {}
        self._of: tuple[float, tuple[Player, ...]] = (0.0, ())

    def planned(self, project: Project, rows: Iterable[Row], width: int) -> Plan:
        """The rows in that width, or in the narrowest that can be read."""
        desk, look = self._desk, self._desk.look
        pen = Lettering(desk.engine, look.theme, look.px(LETTERS), leading=1.28)
        wide = max(width, look.px(NARROWEST))
        around = look.px(FOOT), look.px(LEAD)
        measure = Measure(project, desk.framework, desk.words, pen, wide, *around)
        found = self._drawn(project, tuple(rows), measure)
        sheet = Sheet(measure, 0.0)
        tops = accumulate((drawn.band.height for drawn in found), initial=0.0)
        lines = tuple(Line(top, drawn) for top, drawn in zip(tops, found, strict=False))
        return Plan(measure, Drawing(sheet.heads(0.0), desk.engine), sheet.head_height, lines)

    def _drawn(self, project: Project, rows: tuple[Row, ...], measure: Measure) -> list[Drawn]:
        """What was drawn before stays, where nothing in the row is another."""
        of = (measure.width, project.all(Player))
        kept, self._of = (self._kept if of == self._of else {}), of
        found: list[Drawn] = []
        for row in rows:
            before, is_first = kept.get(row.key), not found
            if before is None or before.band.row != row or before.is_first != is_first:
                band = before.band if before is not None and before.band.row == row else measure.band(row)
                before = Drawn(band, measure, self._desk.engine, is_first)
            found.append(before)
        self._kept = {drawn.band.row.key: drawn for drawn in found}
        return found
