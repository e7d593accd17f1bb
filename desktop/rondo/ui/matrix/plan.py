"""Where everything of the matrix stands, in pixels from the upper left corner of the row names and cells.

Rows are never ranked: their order is fixed (domain C35).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect

from rondo.figures.matrices.matrix_moves import Move, Standing, moves
from rondo.figures.matrices.matrix_plan import Columns
from rondo.ui.matrix.measures import Measures
from rondo.ui.matrix.painting.cards import Card
from rondo.ui.selection import Cell
from rondofile.enums import Experience
from rondofile.records import Placement

ROWS: tuple[Experience | None, ...] = (*Experience, None)
LOOSE: Cell = (None, None)
"""Off the grid without a column; its offers stand below the five places, where there are any."""
MOST_MOVES = 24
"""With more arrows than this only those of chosen offers are drawn."""


class Plan(Struct, frozen=True):
    """A laid out matrix; `cells` holds every cell in reading order, `order` the ids of its offers."""

    measures: Measures
    width: int
    height: int
    column: int
    cells: Mapping[Cell, QRect]
    order: Mapping[Cell, tuple[str, ...]]
    cards: Mapping[str, Card]
    boxes: Mapping[str, QRect]
    home: Mapping[str, Cell]
    pairs: tuple[tuple[str, str], ...]
    """Ids of offers of today with those of what they become in another cell."""
    folded: Mapping[Cell, tuple[str, ...]]
    """Ids of offers for which a cell has no room; in `boxes` they lie where they are counted."""
    chips: Mapping[Cell, QRect]
    """Where a cell is opened and closed."""

    def cell_at(self, at: QPoint) -> Cell | None:
        """The cell under a point, the gap beside a cell counting to none."""
        return next((cell for cell, box in self.cells.items() if box.contains(at)), None)

    def card_at(self, at: QPoint) -> str | None:
        """The id of the offer under a point."""
        cell = self.cell_at(at)
        folded = self.folded.get(cell, ()) if cell else ()
        keys = self.order[cell] if cell else ()
        return next((key for key in keys if self.boxes[key].contains(at) and key not in folded), None)

    def chip_at(self, at: QPoint) -> Cell | None:
        """The cell that a press at that point opens or closes."""
        return next((cell for cell, box in self.chips.items() if box.contains(at)), None)

    def is_folded(self, key: str) -> bool:
        """Whether there is no card of that offer to be seen."""
        return key in self.folded.get(self.home.get(key, LOOSE), ())

    def moves(self, chosen: Iterable[str] = ()) -> tuple[Move, ...]:
        """Arrows from offers of today to what they become; of too many only those of chosen offers."""
        pairs = self.pairs
        if len(pairs) > MOST_MOVES:
            wanted = set(chosen)
            pairs = tuple(pair for pair in pairs if not wanted.isdisjoint(pair))[:MOST_MOVES]
        keys = dict.fromkeys(key for pair in pairs for key in pair)
        drawn = moves(map(self._standing, keys), self._frame(), {})
        return tuple(move for move in drawn if (_id(move.now), _id(move.target)) in pairs)

    def _standing(self, key: str) -> Standing:
        box, cell = self.boxes[key], self.cells[self.home[key]]
        column = (box.left() - self.measures.left) // (self.column + self.measures.gap)
        edges = (box.left(), box.top(), box.left() + box.width(), box.top() + box.height())
        row = ROWS.index(self.home[key][0])
        return Standing(self.cards[key].entry, edges, column, row, cell.top(), cell.bottom() + 1)

    def _frame(self) -> Columns:
        gap = self.measures.gap
        return Columns(self.measures.left, self.column, gap, gap, False, {}, 0.0)


def cell_of(placement: Placement) -> Cell:
    """The cell in which an offer is shown; a row without a column waits below with the other loose ones."""
    if placement.architecture is None:
        return LOOSE
    return placement.experience, placement.architecture


def _id(card: Standing) -> str:
    return card.entry.placement.id
