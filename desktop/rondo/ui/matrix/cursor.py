"""Where the keyboard stands in the matrix: a cell, or an offer in it. It follows what is chosen."""

from __future__ import annotations

from rondo.ui.matrix.plan import LOOSE, ROWS, Plan
from rondo.ui.selection import Cell, Selection
from rondofile.enums import Architecture
from rondofile.records import Placement

COLUMNS = tuple(Architecture)
FIRST: Cell = (ROWS[0], COLUMNS[0])


class Cursor:
    """`cell` is where something new would go; `offer` the offer that keys act on, None in a cell itself."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self.cell: Cell = FIRST
        self.offer: str | None = None

    def follow(self, plan: Plan) -> None:
        """The cursor stands where something is chosen now."""
        chosen = self._selection.ids_of(Placement)
        if self._selection.cell is not None:
            self.cell, self.offer = self._selection.cell, None
        elif chosen:
            self.offer = self.offer if self.offer in chosen else chosen[-1]
            self.cell = plan.home.get(self.offer, self.cell)
        else:
            self.offer = None
        if self.cell not in plan.cells:
            self.cell = FIRST

    def to_cell(self, cell: Cell) -> None:
        """That cell is chosen."""
        self.cell, self.offer = cell, None
        self._selection.choose_cell(cell)

    def to_offer(self, key: str, *also: str) -> None:
        """That offer is chosen, with the others."""
        self.offer = key
        self._selection.choose(Placement, *also, key)

    def along(self, plan: Plan, by: int) -> str | None:
        """The offer that many places further in the cell; None before the first and after the last."""
        keys = plan.order[self.cell]
        at = keys.index(self.offer) + by if self.offer in keys else (0 if by > 0 else len(keys) - 1)
        return keys[at] if 0 <= at < len(keys) else None


def neighbour(plan: Plan, cell: Cell, right: int, down: int) -> Cell:
    """The cell beside a cell; at the edge the cell itself."""
    if cell == LOOSE:
        return (None, COLUMNS[0]) if down < 0 else cell
    experience, architecture = cell
    assert architecture is not None
    row = ROWS.index(experience) + down
    column = min(max(COLUMNS.index(architecture) + right, 0), len(COLUMNS) - 1)
    if row == len(ROWS) and LOOSE in plan.cells:
        return LOOSE
    return ROWS[min(max(row, 0), len(ROWS) - 1)], COLUMNS[column]
