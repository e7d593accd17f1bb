"""What a screen reader reads of the matrix: a table of cells, in each of them its offers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect

from rondo.figures.matrices.matrix_entries import cell_name, sentence_case
from rondo.figures.matrices.matrix_shade import amount
from rondo.strategy.matrix.heat import Heat
from rondo.ui.matrix.grid import MatrixGrid
from rondo.ui.pieces.accessible import WHOLE, Role, Said
from rondo.ui.selection import Cell

OFFER = "offer "
"""Keys of offers begin so; those of cells are the places of the plan."""


class MatrixTeller:
    """Tells of the plan of a grid."""

    def __init__(self, grid: MatrixGrid) -> None:
        self._grid = grid

    def said(self, key: str) -> Said | None:
        """The table, a cell by its row and column, an offer by its card."""
        grid = self._grid
        if key == WHOLE:
            count = grid.desk.words.count("matrix.offers", len(grid.plan.boxes))
            return Said(grid.desk.words("matrix_figure.title"), count, Role.Table)
        if key.startswith(OFFER):
            card = grid.plan.cards.get(key.removeprefix(OFFER))
            return Said(card.title, card.facts, Role.ListItem, card.id in grid.deeds.chosen) if card else None
        cell = self._cell(key)
        if cell is None:
            return None
        chosen = grid.desk.selection.cell == cell
        return Said(self.name(cell), self._described(cell), Role.Cell, chosen)

    def parts(self, key: str) -> Sequence[str]:
        """The cells of the table, the offers of a cell."""
        if key == WHOLE:
            return [cell_key(cell) for cell in self._grid.plan.cells]
        cell = self._cell(key)
        return [OFFER + offer for offer in self._grid.plan.order[cell]] if cell else []

    def whole(self, key: str) -> str:
        """The cell of an offer, the table of a cell."""
        home = self._grid.plan.home.get(key.removeprefix(OFFER))
        return cell_key(home) if key.startswith(OFFER) and home else WHOLE

    def place(self, key: str) -> QRect:
        """Where it is on the screen."""
        cell = self._cell(key)
        box = self._grid.box(cell if cell is not None else key.removeprefix(OFFER))
        return box.translated(self._grid.viewport().mapToGlobal(QPoint()))

    def current(self) -> str:
        """The offer or the cell on which the keys act."""
        cursor = self._grid.caret
        return OFFER + cursor.offer if cursor.offer else cell_key(cursor.cell)

    def activate(self, key: str) -> None:
        """It is chosen."""
        cell = self._cell(key)
        if cell is not None:
            self._grid.caret.to_cell(cell)
        else:
            self._grid.caret.to_offer(key.removeprefix(OFFER))

    def name(self, cell: Cell) -> str:
        """A cell by the names of its row and column."""
        return cell_name(*cell, self._grid.desk.framework, self._grid.desk.words)

    def _described(self, cell: Cell) -> str:
        desk, count = self._grid.desk, len(self._grid.plan.order[cell])
        if count:
            plan = self._grid.plan
            titles = "; ".join(plan.cards[key].title for key in plan.order[cell])
            said = desk.words("matrix.there", count=desk.words.count("matrix.offers", count), offers=titles)
            found, heat = self._grid.scene.warmth.get(cell), self._grid.scene.heat
            if found is None or heat is None or heat is Heat.COUNT:
                return said
            return desk.words("matrix.counted", count=said, amount=amount(found, heat, desk.words))
        experience, architecture = cell
        if experience is None or architecture is None:
            return desk.words("matrix.empty")
        if idea := self._grid.scene.ideas.get(cell):
            return desk.words("matrix.idea_cell", idea=idea)
        line = sentence_case(desk.framework.cell(experience, architecture).line)
        return desk.words("matrix.empty_cell", line=line)

    def _cell(self, key: str) -> Cell | None:
        return next((cell for cell in self._grid.plan.cells if cell_key(cell) == key), None)


def cell_key(cell: Cell) -> str:
    """The key of a cell."""
    return f"cell {cell[0] or 'none'} {cell[1] or 'none'}"
