"""The keys of the coverage: arrows go about, figures and signs set a score, letters do what is done most."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent

from rondo.figures.coverage.coverage_draw import Spot
from rondo.ui.coverage import cursor
from rondo.ui.coverage.deeds import CoverageDeeds
from rondo.ui.coverage.plan import NAME, Plan
from rondo.ui.fields.field import fresh_stay
from rondo.ui.pieces.arrow_keys import ARROWS, ENTER

PAUSE = 900
"""Milliseconds within which a figure belongs to the minus typed before it."""
_K = Qt.Key
ERASE = (_K.Key_Delete, _K.Key_Backspace)


class Grid(Protocol):
    """What keys need of the grid."""

    spot: Spot | None
    plan: Plan
    deeds: CoverageDeeds

    def go(self, spot: Spot) -> None: ...

    def rows_in_view(self) -> int: ...


class Keys:
    """Answers whether it took a key."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._minus = QElapsedTimer()
        self._stay = ""

    def pressed(self, event: QKeyEvent) -> bool:
        """The key did what it does in the coverage."""
        grid, key = self._grid, Qt.Key(event.key())
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        spot = cursor.settled(grid.plan, grid.spot)
        if spot is None:
            return False
        if held == Qt.KeyboardModifier.ControlModifier and key in (_K.Key_Home, _K.Key_End):
            last = len(grid.plan.lines) - 1
            grid.go(cursor.row_by(grid.plan, spot, -last if key == _K.Key_Home else last))
            return True
        if held:
            return False
        return self._went(spot, key) or self._scored(spot, event) or self._did(spot, key)

    def _went(self, spot: Spot, key: Qt.Key) -> bool:
        plan = self._grid.plan
        if key in ARROWS:
            across, down = ARROWS[key]
            found = cursor.beside(plan, spot, across) if across else cursor.below(plan, spot, down)
        elif key in (_K.Key_Home, _K.Key_End):
            found = cursor.beside(plan, spot, -9 if key == _K.Key_Home else 9)
        elif key in (_K.Key_PageUp, _K.Key_PageDown):
            rows = self._grid.rows_in_view()
            found = cursor.row_by(plan, spot, -rows if key == _K.Key_PageUp else rows)
        else:
            return False
        self._minus.invalidate()
        self._grid.go(found)
        return True

    def _scored(self, spot: Spot, event: QKeyEvent) -> bool:
        """1 is +1, minus 1 is −1; + and − go up and down by one; Delete takes the score back."""
        deeds, key, text = self._grid.deeds, Qt.Key(event.key()), event.text()
        if not deeds.can_score(spot):
            return False
        if key in ERASE:
            deeds.set_score(spot, None)
        elif text in ("+", "="):
            deeds.shift_score(spot, 1)
        elif text in ("-", "−"):
            self._stay = fresh_stay()
            deeds.set_score(spot, max((deeds.score(spot) or 0) - 1, -2), self._stay)
            self._minus.restart()
            return True
        elif text in ("0", "1", "2"):
            after_minus = self._minus.isValid() and self._minus.elapsed() < PAUSE
            sign, stay = (-1, self._stay) if after_minus else (1, None)
            deeds.set_score(spot, sign * int(text), stay)
        else:
            return False
        self._minus.invalidate()
        return True

    def _did(self, spot: Spot, key: Qt.Key) -> bool:
        grid = self._grid
        if key == _K.Key_N and grid.deeds.can_offer(spot):
            grid.deeds.offer(spot)
        elif key == _K.Key_M and spot[2] != NAME:
            grid.deeds.show_in_matrix(spot)
        elif key in ENTER:
            self._enter(spot)
        else:
            return False
        return True

    def _enter(self, spot: Spot) -> None:
        """To what the spot is about: an offer in the matrix, a new offer, the next part of the cell."""
        grid, part = self._grid, spot[2]
        if part == NAME:
            grid.deeds.choose(spot)
        elif part in ("remark", ""):
            grid.deeds.offer(spot)
        elif part in ("comfort", "value"):
            grid.go(cursor.below(grid.plan, spot, 1))
        else:
            grid.deeds.show_in_matrix(spot)


def is_offer(spot: Spot | None) -> bool:
    """Whether the spot is an offer."""
    return spot is not None and spot[2] not in ("", NAME, "remark", "comfort", "value")
