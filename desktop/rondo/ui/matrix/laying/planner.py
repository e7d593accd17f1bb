"""The offers dealt out to cells: five equal columns, rows that share the height of the window.

As long as it can be, all twenty-five places are seen at once: cards say less, then cells fold what is too
much and count it. A cell that is opened shows everything, and the grid scrolls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from PySide6.QtCore import QRect

from rondo.figures.matrices.matrix_entries import Entry
from rondo.figures.matrices.matrix_moves import moved
from rondo.ui.matrix.laying.heights import levelled, shared
from rondo.ui.matrix.laying.piles import DETAILS, Pile, Piler
from rondo.ui.matrix.painting.cards import Card, CardMaker, Detail
from rondo.ui.matrix.plan import LOOSE, ROWS, Plan, cell_of
from rondo.ui.selection import Cell
from rondofile.enums import Architecture, Experience

Stacks = Mapping[Cell, Sequence[Entry]]


class Planner(Struct):
    """Lays the cards out for a width and a height; `floors` is what the name of a row needs, `opened` the
    cells that fold nothing."""

    maker: CardMaker
    floors: Mapping[Experience | None, int]
    opened: frozenset[Cell] = frozenset()
    whole: bool = False
    """Nothing is folded and nothing left unsaid, however high the grid becomes."""
    _boxes: dict[str, QRect] = field(default_factory=dict)
    _chips: dict[Cell, QRect] = field(default_factory=dict)
    _piles: dict[Cell, Pile] = field(default_factory=dict)

    def planned(self, shown: Sequence[Entry], width: int, height: int) -> Plan:
        """The plan of these offers, as wide as it must be and at least as high as there is room; `width` with
        the scroll bar, whether there is one or not."""
        measures = self.maker.measures
        column = max(measures.least, (width - measures.left - measures.margin - 4 * measures.gap) // 5)
        self._boxes, self._chips, self._piles = {}, {}, {}
        stacks: dict[Cell, list[Entry]] = {}
        for entry in shown:
            stacks.setdefault(cell_of(entry.placement), []).append(entry)
        piler = Piler(self.maker, column - 2 * measures.pad)
        cells = dict(self._cells(stacks, piler, column, height))
        self.maker.keep_only(entry.placement.id for entry in shown)
        cards = {c.id: c for pile in self._piles.values() for c in (*pile.cards, *pile.folded)}
        order = {cell: tuple(e.placement.id for e in stacks.get(cell, ())) for cell in cells}
        return Plan(
            measures,
            measures.left + 5 * column + 4 * measures.gap + measures.edge,
            max(box.bottom() for box in cells.values()) + 1 + measures.margin,
            column,
            cells,
            order,
            cards,
            self._boxes,
            {key: cell for cell, keys in order.items() for key in keys},
            tuple((now.placement.id, target.placement.id) for now, target in moved(shown)),
            {cell: tuple(c.id for c in pile.folded) for cell, pile in self._piles.items() if pile.folded},
            self._chips,
        )

    def _cells(self, stacks: Stacks, piler: Piler, column: int, height: int) -> Iterator[tuple[Cell, QRect]]:
        measures, top = self.maker.measures, 0
        loose = [piler.maker.made(entry, piler.width, Detail.FULL) for entry in stacks.get(LOOSE, ())]
        heights = self._heights(stacks, piler, height - self._loose_height(loose))
        for experience, high in zip(ROWS, heights, strict=True):
            for index, architecture in enumerate(Architecture):
                left = measures.left + index * (column + measures.gap)
                cell, box = (experience, architecture), QRect(left, top, column, high)
                self._stack(cell, piler.pile(stacks.get(cell, ()), high), box)
                yield cell, box
            top += high + measures.gap
        if loose:
            self._piles[LOOSE] = Pile(tuple(loose))
            self._spread(loose, column, top)
            wide = 5 * column + 4 * measures.gap
            yield LOOSE, QRect(measures.left, top, wide, self._loose_height(loose) - measures.gap)

    def _stack(self, cell: Cell, pile: Pile, box: QRect) -> None:
        """Cards stand from the top of their cell; what is folded is found where it is counted."""
        measures, top = self.maker.measures, box.top() + self.maker.measures.pad
        self._piles[cell] = pile
        for card in pile.cards:
            self._boxes[card.id] = QRect(box.left() + measures.pad, top, card.width, card.height)
            top += card.height + measures.between
        if pile.folded or (cell in self.opened and pile.cards):
            high = measures.chip + measures.between + 1
            chip = QRect(box.left(), box.bottom() + 1 - high, box.width(), high)
            self._chips[cell] = chip
            self._boxes.update((card.id, chip) for card in pile.folded)

    def _spread(self, cards: Sequence[Card], column: int, top: int) -> None:
        """Cards stand in rows of five under the columns."""
        measures = self.maker.measures
        top += measures.pad
        for five in _fives(cards):
            for index, card in enumerate(five):
                left = measures.left + index * (column + measures.gap) + measures.pad
                self._boxes[card.id] = QRect(left, top, card.width, card.height)
            top += max(card.height for card in five) + measures.between

    def _heights(self, stacks: Stacks, piler: Piler, height: int) -> list[int]:
        """The rows at the fullest detail at which all of them fit, else as high as they can be together."""
        measures = self.maker.measures
        free = height - measures.margin - len(Experience) * measures.gap
        floors = [self._floor(stacks, piler, row) for row in ROWS]
        for detail in DETAILS[:1] if self.whole else DETAILS:
            if not self.whole and self._cannot_fit(stacks, piler, floors, free):
                break
            needs = self._needs(stacks, piler, floors, detail)
            if self.whole or sum(needs) <= free:
                return [*levelled(needs[:-1], free - needs[-1]), needs[-1]]
        return shared(floors, self._wishes(stacks, piler, floors, free), free)

    def _needs(self, stacks: Stacks, piler: Piler, floors: list[int], detail: Detail) -> list[int]:
        return [
            max(floor, *(piler.need(stack, detail) for stack in _row(stacks, row)))
            for row, floor in zip(ROWS, floors, strict=True)
        ]

    def _wishes(self, stacks: Stacks, piler: Piler, floors: list[int], free: int) -> list[int]:
        """What rows would take: more than the window has is not measured."""
        wishes = []
        for row, floor in zip(ROWS, floors, strict=True):
            needs = [
                free if piler.cannot_fit(stack, free) else piler.need(stack, Detail.BARE)
                for stack in _row(stacks, row)
            ]
            wishes.append(max(floor, *needs))
        return wishes

    def _cannot_fit(self, stacks: Stacks, piler: Piler, floors: list[int], free: int) -> bool:
        return any(
            piler.cannot_fit(stack, free - sum(floors) + floor)
            for row, floor in zip(ROWS, floors, strict=True)
            for stack in _row(stacks, row)
        )

    def _floor(self, stacks: Stacks, piler: Piler, row: Experience | None) -> int:
        """The name of the row, one offer in each of its cells, everything in those that are opened."""
        measures = self.maker.measures
        least = measures.off_row if row is None else measures.row
        needs = [
            piler.need(stacks.get((row, a), ()), Detail.BARE) + measures.fold
            if (row, a) in self.opened
            else piler.least(stacks.get((row, a), ()))
            for a in Architecture
        ]
        return max(least, self.floors[row], *needs)

    def _loose_height(self, loose: Sequence[Card]) -> int:
        measures = self.maker.measures
        if not loose:
            return 0
        rows = sum(max(card.height for card in five) + measures.between for five in _fives(loose))
        return rows + measures.pad + measures.strip + measures.gap


def _row(stacks: Stacks, row: Experience | None) -> Iterator[Sequence[Entry]]:
    return (stacks.get((row, architecture), ()) for architecture in Architecture)


def _fives(cards: Sequence[Card]) -> Iterable[Sequence[Card]]:
    return (cards[start : start + 5] for start in range(0, len(cards), 5))
