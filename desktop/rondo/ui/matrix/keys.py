"""The keys of the matrix: arrows between cells and among offers, letters for what is done most."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from rondo.ui.matrix.cursor import neighbour
from rondo.ui.matrix.grid import MatrixGrid
from rondo.ui.pieces.arrow_keys import ARROWS, ENTER
from rondo.ui.selection import Cell

FLIP = Qt.Key.Key_T


class Keys:
    """Answers whether it took a key."""

    def __init__(self, grid: MatrixGrid) -> None:
        self._grid = grid
        self._cursor = grid.caret
        self._deeds = grid.deeds

    def pressed(self, event: QKeyEvent) -> bool:
        """The key did what it does in the matrix."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ARROWS:
            return self._arrow(*ARROWS[key], held)
        if held:
            return False
        if key == FLIP:
            self._flip(event)
        elif key in ENTER:
            self._enter()
        elif key == Qt.Key.Key_Escape:
            return self._escape()
        elif key == Qt.Key.Key_Space and self._cursor.cell in self._grid.plan.chips:
            self._open()
        elif key == Qt.Key.Key_N:
            self._deeds.new()
        elif key == Qt.Key.Key_S and self._deeds.chosen:
            self._deeds.next_state()
        elif key == Qt.Key.Key_Home or key == Qt.Key.Key_End:
            self._cursor.to_cell(self._end_of_row(key == Qt.Key.Key_End))
        else:
            return False
        return True

    def released(self, event: QKeyEvent) -> bool:
        """The key that was held shows today no longer in front."""
        if event.key() == FLIP and not event.isAutoRepeat():
            self._grid.flip(False)
            return True
        return False

    def _flip(self, event: QKeyEvent) -> None:
        """Held: today in front. Where nothing may move it shows through, until the key is pressed again."""
        if event.isAutoRepeat():
            return
        if self._grid.desk.look.moves:
            self._grid.flip(True)
        else:
            self._grid.desk.actions["strategy.see-through"].trigger()

    def tabbed(self, forward: bool) -> bool:
        """Tab goes into the offers of a cell, along them, and then on to the next widget."""
        cursor, plan = self._cursor, self._grid.plan
        if cursor.offer is None and not forward:
            return False
        found = cursor.along(plan, 1 if forward else -1)
        if found is not None:
            cursor.to_offer(found)
            return True
        if not forward:
            cursor.to_cell(cursor.cell)
        return not forward

    def _arrow(self, right: int, down: int, held: Qt.KeyboardModifier) -> bool:
        cursor, plan = self._cursor, self._grid.plan
        if held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
            self._deeds.move(right, down)
        elif held == Qt.KeyboardModifier.ShiftModifier and cursor.offer and down:
            found = cursor.along(plan, down)
            if found is not None:
                others = [key for key in self._deeds.chosen if key != found]
                cursor.to_offer(found, *others)
        elif held:
            return False
        elif cursor.offer is not None and down:
            found = cursor.along(plan, down)
            if found is not None:
                cursor.to_offer(found)
            elif down < 0:
                cursor.to_cell(cursor.cell)
        else:
            cursor.to_cell(neighbour(plan, cursor.cell, right, down))
        return True

    def _enter(self) -> None:
        """Into the cell's offers; on an offer, into its sentence; in an empty cell, a new one."""
        cursor = self._cursor
        if cursor.offer is not None:
            self._grid.edit_offer(cursor.offer)
            return
        first = next(iter(self._grid.plan.order[cursor.cell]), None)
        if first is not None:
            cursor.to_offer(first)
        else:
            self._deeds.new()

    def _open(self) -> None:
        """The cell shows the offers it folds, or folds them again."""
        cell, grid = self._cursor.cell, self._grid
        grid.open_cell(None if cell in grid.opened else cell)
        grid.bring_into_view(cell)

    def _escape(self) -> bool:
        """Out of what is cut, of the offers, of the cell."""
        if self._deeds.cut_out:
            self._deeds.cut_out = frozenset()
            self._grid.show_cut()
        elif self._cursor.offer is not None:
            self._cursor.to_cell(self._cursor.cell)
        elif self._grid.desk.selection.cell is not None:
            self._grid.desk.selection.clear()
        else:
            return False
        return True

    def _end_of_row(self, last: bool) -> Cell:
        return neighbour(self._grid.plan, self._cursor.cell, 9 if last else -9, 0)
