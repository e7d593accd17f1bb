"""Rows, legend and notes of the matrix dealt out over pages of one height."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from rondo.figures.matrices.matrix_entries import Entry
from rondo.figures.matrices.matrix_measure import Drafting
from rondo.figures.matrices.matrix_plan import Columns, Row, parted
from rondo.text.shaped import Block

Note = tuple[Entry, Block]
BETWEEN_NOTES = 1.0
WORTH = 0.3
"""A row that must be parted begins on a page of which at least so much is free."""


class Part(Struct, frozen=True):
    """A row, or what of it stands on this page; `index` is that of the row."""

    row: Row
    index: int


class Page(Struct):
    """What stands on a page; `left` is the height still free. A page of notes alone has no heads."""

    left: float
    parts: list[Part] = field(default_factory=list)
    has_legend: bool = False
    notes: list[Note] = field(default_factory=list)


class Dealer:
    """Fills pages from the top; the legend stands under the last row, notes follow as far as they fit."""

    def __init__(self, frame: Columns, drafting: Drafting, max_height: float) -> None:
        self.frame = frame
        self.drafting = drafting
        self.max_height = max_height
        self.room = max_height - frame.head_height - 1
        self.pages: list[Page] = [Page(self.room)]

    def dealt(self, rows: Sequence[Row], legend_height: float, notes: Sequence[Note]) -> list[Page]:
        """Every row, the legend if it has a height and every note, in order."""
        for index, row in enumerate(rows):
            rest: Row | None = row
            while rest is not None:
                rest = self._row(rest, index, self.room)
        if legend_height:
            self._legend(legend_height + self.drafting.measure.below)
        for note in notes:
            self._note(note)
        return self.pages

    def _row(self, row: Row, index: int, room: float) -> Row | None:
        page = self.pages[-1]
        here, rest = parted(row, min(room, page.left), self.frame, self.drafting)
        begins = rest is None or page.left >= WORTH * self.room
        if page.parts and (here.whole_height > page.left or not begins):
            page = self._turn(self.room)
            here, rest = parted(row, min(room, self.room), self.frame, self.drafting)
        page.parts.append(Part(here, index))
        page.left -= here.whole_height + self.drafting.measure.below
        return rest

    def _legend(self, height: float) -> None:
        """Never alone on a page: the last row comes along, or what of it can be parted from the rest."""
        page = self.pages[-1]
        if height > page.left:
            part = page.parts.pop()
            if page.parts:
                page.left += part.row.whole_height + self.drafting.measure.below
                page = self._turn(self.room)
            else:
                self.pages[-1] = page = Page(self.room)
            rest: Row | None = part.row
            while rest is not None:
                rest = self._row(rest, part.index, self.room - height)
            page = self.pages[-1]
        page.has_legend = True
        page.left -= height

    def _note(self, note: Note) -> None:
        height = note[1].height + BETWEEN_NOTES
        page = self.pages[-1]
        if height > page.left and (page.parts or page.notes):
            page = self._turn(self.max_height - 1)
        page.notes.append(note)
        page.left -= height

    def _turn(self, room: float) -> Page:
        self.pages.append(Page(room))
        return self.pages[-1]
