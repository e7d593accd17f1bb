"""The matrix as twenty little boxes: where we stand, where others stand, and where the sweep is now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rondo.strategy.moves.seats import CELLS, Seats
from rondo.ui.cells.ideas import Spot
from rondo.ui.desk import Desk
from rondofile.enums import Architecture, Experience

WIDE, HIGH, GAP = 22, 14, 4
"""Pixels at 100 %."""
LARGEST = 1.25


class LittleMap(QWidget):
    """Ours are filled, others' have a dot, the cell that is thought of has a heavy edge."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._now: Spot | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_spot(self, spot: Spot | None) -> None:
        """That cell is thought of."""
        self._now = spot
        self.update()

    def sizeHint(self) -> QSize:
        px = self._px
        columns, rows = len(Architecture), len(Experience)
        return QSize(px(columns * (WIDE + GAP)), px(rows * (HIGH + GAP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, seats = self._desk.look, Seats(self._desk.session.project)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for spot in CELLS:
            box, seat = self._box(spot), seats[spot]
            is_now = spot == self._now
            painter.setPen(QPen(look["accent" if is_now else "edge"], look.px(2 if is_now else 1)))
            painter.setBrush(look["accent"] if seat.ours else look["accent-ground" if is_now else "surface"])
            painter.drawRoundedRect(box, look.px(3), look.px(3))
            if (seat.attackers or seat.others) and not seat.ours:
                painter.setBrush(look["ink-tertiary"])
                painter.setPen(look["ink-tertiary"])
                painter.drawEllipse(box.center(), look.px(2), look.px(2))
        painter.end()

    def _px(self, pixels: float) -> int:
        return round(pixels * min(self._desk.look.scale, LARGEST))

    def _box(self, spot: Spot) -> QRectF:
        px = self._px
        column, row = list(Architecture).index(spot[1]), list(Experience).index(spot[0])
        box = QRectF(px(column * (WIDE + GAP)), px(row * (HIGH + GAP)), px(WIDE), px(HIGH))
        return box.adjusted(1, 1, -1, -1)
