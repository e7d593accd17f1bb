"""What lies over the map for a while: what is chosen, what is pointed at, where something would drop."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rondo.figures.layout_values import Box
from rondo.ui.canvas.layer import Layer
from rondo.ui.canvas.stage import Stage
from rondo.ui.look import Look

HANDLE = 9.0
"""How near to a connect handle the pointer must be, in points."""
GRIP = 5.0


class MarksItem(Layer):
    """Paints selection and handles over the cards."""

    def __init__(self, height: float, stage: Stage, look: Look) -> None:
        super().__init__(height)
        self._stage, self._look = stage, look

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        accent, surface = self._look["accent"], self._look["surface"]
        for step in self._stage.chosen:
            box = self._stage.box(step)
            if box:
                self._frame(painter, box, scale, accent, surface)
        for step in handles_of(self._stage):
            box = self._stage.box(step)
            if box:
                painter.setPen(QPen(accent, 1.4 / scale))
                painter.setBrush(surface)
                painter.drawEllipse(handle_of(box), 3.6, 3.6)

    def _frame(self, painter: QPainter, box: Box, scale: float, accent: QColor, surface: QColor) -> None:
        pen = QPen(accent, 2 / scale)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), 5, 5)
        painter.setPen(QPen(accent, 1 / scale))
        painter.setBrush(surface)
        size = GRIP / scale * 1.4
        for x in (box.x, box.right):
            for y in (box.y, box.bottom):
                painter.drawRect(QRectF(x - size / 2, y - size / 2, size, size))


def handles_of(stage: Stage) -> list[str]:
    """The steps whose connect handle shows: the one pointed at, and the one chosen alone."""
    shown = [stage.hovered] if stage.hovered else []
    if len(stage.chosen) == 1:
        shown += [step for step in stage.chosen if step != stage.hovered]
    return [step for step in shown if stage.box(step)]


def handle_of(box: Box) -> QPointF:
    """Where the connect handle of a card stands: at the middle of its right side."""
    return QPointF(box.right + 7.0, box.cy)
