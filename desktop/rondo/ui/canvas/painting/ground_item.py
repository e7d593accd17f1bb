"""A part of the map that stands still: its columns, rows and rail; or what stands below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rondo.ui.canvas.painting.layer import Layer
from rondo.ui.pieces.painting import Drawing


class GroundItem(Layer):
    """Paints one drawing."""

    def __init__(self, height: float) -> None:
        super().__init__(height)
        self._drawing: Drawing | None = None

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Exactly this is painted."""
        self._drawing = drawing
        self.update()

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        if self._drawing and exposed.intersects(self.boundingRect()):
            self._drawing.paint(painter)
