"""The heights of the rows: those in sight at once, the others bit by bit while nobody waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QTableView

AT_ONCE = 40
"""So many rows are measured without a second thought."""
BIT = 8
"""Milliseconds of measuring at a time."""


class Rows(QObject):
    """Keeps the rows of a table as high as what stands in them; what is in sight stays where it is."""

    def __init__(self, table: QTableView, high: Callable[[int], int]) -> None:
        super().__init__(table)
        self._table, self._high = table, high
        self._waiting: list[int] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def fit(self, first: int, last: int) -> None:
        """These rows have their heights soon, those in sight now."""
        rows = range(first, last + 1)
        if len(rows) <= AT_ONCE:
            for row in rows:
                self._fit(row)
            return
        top = max(self._table.rowAt(0), 0)
        now = range(top, min(top + AT_ONCE, last + 1))
        for row in now:
            self._fit(row)
        self._waiting = [row for row in reversed(rows) if row not in now]
        self._timer.start()

    def settle(self) -> None:
        """Every row has its height."""
        while self._waiting:
            self._fit(self._waiting.pop())
        self._timer.stop()

    def _go_on(self) -> None:
        table, clock = self._table, QElapsedTimer()
        top = table.rowAt(0)
        at = table.rowViewportPosition(top)
        clock.start()
        while self._waiting and clock.elapsed() < BIT:
            self._fit(self._waiting.pop())
        if not self._waiting:
            self._timer.stop()
        moved = table.rowViewportPosition(top) - at
        if moved and top >= 0:
            bar = table.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def _fit(self, row: int) -> None:
        if row < self._table.model().rowCount():
            high = self._high(row)
            if high != self._table.rowHeight(row):
                self._table.setRowHeight(row, high)
