"""The links that are in view, with their labels."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rondo.figures.journey_links import drawn_links
from rondo.figures.journey_pen import Pen
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.canvas.layer import Layer
from rondo.ui.canvas.stage import Stage
from rondo.ui.painting import Drawing


class LinksItem(Layer):
    """Paints the links of the plan."""

    def __init__(self, height: float, stage: Stage, engine: QtTextEngine) -> None:
        super().__init__(height)
        self._stage, self._engine = stage, engine
        self._drawing: Drawing | None = None
        self.pen: Pen | None = None

    def forget(self) -> None:
        """All links are drawn anew."""
        self._drawing = None
        self.update()

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        if self._drawing is None and self._stage.plan and self.pen:
            self._drawing = Drawing(drawn_links(self._stage.plan.picture, self.pen, ""), self._engine)
        if self._drawing:
            self._drawing.paint(painter)
