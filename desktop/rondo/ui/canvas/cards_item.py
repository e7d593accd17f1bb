"""The cards of the steps that are in view."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rondo.figures.card import drawn
from rondo.figures.journey_pen import Pen
from rondo.figures.layout_values import Box
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.canvas.layer import Layer
from rondo.ui.canvas.stage import Stage
from rondo.ui.painting import Drawing


class CardsItem(Layer):
    """Paints every card at the place of its step; the drawing of a card is kept until its step changes."""

    def __init__(self, height: float, stage: Stage, engine: QtTextEngine) -> None:
        super().__init__(height)
        self._stage, self._engine = stage, engine
        self._drawings: dict[str, Drawing] = {}
        self.pen: Pen | None = None

    def forget(self) -> None:
        """All cards are drawn anew."""
        self._drawings.clear()
        self.update()

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        plan = self._stage.plan
        for step in plan.step_ids() if plan else ():
            box = self._stage.box(step)
            if box is None or not exposed.intersects(QRectF(box.x, box.y - 6, box.width, box.height + 6)):
                continue
            painter.save()
            painter.translate(box.x, box.y)
            self._drawing(step, box).paint(painter)
            painter.restore()

    def _drawing(self, step: str, box: Box) -> Drawing:
        if step not in self._drawings:
            assert self._stage.plan and self.pen
            card = self._stage.plan.picture.cards[step]
            at_origin = Box(0.0, 0.0, box.width, box.height)
            self._drawings[step] = Drawing((drawn(card, at_origin, self.pen, "", ""),), self._engine)
        return self._drawings[step]
