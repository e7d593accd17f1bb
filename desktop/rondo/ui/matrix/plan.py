"""Where everything of the matrix stands, in pixels from the upper left corner of the row names and cells.

Five equal columns; rows as high as their fullest cell, and the window's height is shared so that they stand
as equal as they can. Rows are never ranked: their order is fixed (domain C35).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect

from rondo.figures.matrices.matrix_entries import Entry
from rondo.figures.matrices.matrix_moves import Move, Standing, moved, moves
from rondo.figures.matrices.matrix_plan import Columns
from rondo.ui.matrix.cards import Card, CardMaker
from rondo.ui.matrix.measures import Measures
from rondo.ui.selection import Cell
from rondofile.enums import Architecture, Experience
from rondofile.records import Placement

ROWS: tuple[Experience | None, ...] = (*Experience, None)
LOOSE: Cell = (None, None)
"""Off the grid without a column; its offers stand below the five places, where there are any."""
MOST_MOVES = 24
"""With more arrows than this only those of chosen offers are drawn."""


@dataclass(frozen=True, slots=True)
class Plan:
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

    def cell_at(self, at: QPoint) -> Cell | None:
        """The cell under a point, the gap beside a cell counting to none."""
        return next((cell for cell, box in self.cells.items() if box.contains(at)), None)

    def card_at(self, at: QPoint) -> str | None:
        """The id of the offer under a point."""
        cell = self.cell_at(at)
        keys = self.order[cell] if cell else ()
        return next((key for key in keys if self.boxes[key].contains(at)), None)

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


@dataclass(slots=True)
class Planner:
    """Lays the cards out for a width and a height; `floors` is what the name of a row needs."""

    maker: CardMaker
    floors: Mapping[Experience | None, int]
    _boxes: dict[str, QRect] = field(default_factory=dict)

    def planned(self, shown: Sequence[Entry], width: int, height: int) -> Plan:
        """The plan of these offers, as wide as it must be and at least as high as there is room."""
        measures = self.maker.measures
        column = max(measures.least, (width - measures.left - measures.margin - 4 * measures.gap) // 5)
        stacks = self._stacks(shown, column - 2 * measures.pad)
        cards = {card.id: card for stack in stacks.values() for card in stack}
        self.maker.keep_only([*cards.values()])
        self._boxes = {}
        cells = dict(self._cells(stacks, column, height))
        bottom = max(box.bottom() for box in cells.values()) + 1
        return Plan(
            measures,
            measures.left + 5 * column + 4 * measures.gap + measures.margin,
            bottom + measures.margin,
            column,
            cells,
            {cell: tuple(card.id for card in stacks.get(cell, ())) for cell in cells},
            cards,
            self._boxes,
            {card.id: cell for cell, stack in stacks.items() for card in stack},
            tuple((now.placement.id, target.placement.id) for now, target in moved(shown)),
        )

    def _stacks(self, shown: Iterable[Entry], width: int) -> dict[Cell, list[Card]]:
        stacks: dict[Cell, list[Card]] = {}
        for entry in shown:
            stacks.setdefault(cell_of(entry.placement), []).append(self.maker.made(entry, width))
        return stacks

    def _cells(
        self, stacks: Mapping[Cell, list[Card]], column: int, height: int
    ) -> Iterator[tuple[Cell, QRect]]:
        measures, top = self.maker.measures, 0
        heights = self._heights(stacks, height - self._loose_height(stacks))
        for experience, high in zip(ROWS, heights, strict=True):
            for index, architecture in enumerate(Architecture):
                left = measures.left + index * (column + measures.gap)
                cell = (experience, architecture)
                self._stack(stacks.get(cell, ()), left, top)
                yield cell, QRect(left, top, column, high)
            top += high + measures.gap
        if stacks.get(LOOSE):
            self._spread(stacks[LOOSE], column, top)
            wide = 5 * column + 4 * measures.gap
            yield LOOSE, QRect(measures.left, top, wide, self._loose_height(stacks) - measures.gap)

    def _stack(self, stack: Iterable[Card], left: int, top: int) -> None:
        """Cards stand from the top of their cell."""
        measures = self.maker.measures
        top += measures.pad
        for card in stack:
            self._boxes[card.id] = QRect(left + measures.pad, top, card.width, card.height)
            top += card.height + measures.between

    def _spread(self, cards: list[Card], column: int, top: int) -> None:
        """Cards stand in rows of five under the columns."""
        measures = self.maker.measures
        top += measures.pad
        for five in _fives(cards):
            for index, card in enumerate(five):
                left = measures.left + index * (column + measures.gap) + measures.pad
                self._boxes[card.id] = QRect(left, top, card.width, card.height)
            top += max(card.height for card in five) + measures.between

    def _heights(self, stacks: Mapping[Cell, list[Card]], height: int) -> list[int]:
        measures = self.maker.measures
        needs = [self._need(stacks, row) for row in ROWS]
        free = height - needs[-1] - measures.margin - len(Experience) * measures.gap
        return [*levelled(needs[:-1], free), needs[-1]]

    def _need(self, stacks: Mapping[Cell, list[Card]], row: Experience | None) -> int:
        measures = self.maker.measures
        least = measures.off_row if row is None else measures.row
        filled = (stacks[row, a] for a in Architecture if stacks.get((row, a)))
        needs = [_piled(stack, measures) + measures.pad + measures.strip for stack in filled]
        return max(least, self.floors[row], *needs, 0)

    def _loose_height(self, stacks: Mapping[Cell, list[Card]]) -> int:
        measures, loose = self.maker.measures, stacks.get(LOOSE)
        if not loose:
            return 0
        rows = sum(max(card.height for card in five) + measures.between for five in _fives(loose))
        return rows + measures.pad + measures.strip + measures.gap


def cell_of(placement: Placement) -> Cell:
    """The cell in which an offer is shown; a row without a column waits below with the other loose ones."""
    if placement.architecture is None:
        return LOOSE
    return placement.experience, placement.architecture


def levelled(needs: list[int], free: int) -> list[int]:
    """Heights that are as equal as the needs allow and together fill what is free."""
    if sum(needs) >= free:
        return needs
    level = free // len(needs)
    for count in range(len(needs), 0, -1):
        low = sorted(needs)[:count]
        level = (free - sum(sorted(needs)[count:])) // count
        if level >= low[-1]:
            break
    return [max(need, level) for need in needs]


def _piled(stack: list[Card], measures: Measures) -> int:
    return sum(card.height + measures.between for card in stack)


def _fives(cards: list[Card]) -> Iterator[list[Card]]:
    for start in range(0, len(cards), 5):
        yield cards[start : start + 5]


def _id(card: Standing) -> str:
    return card.entry.placement.id
