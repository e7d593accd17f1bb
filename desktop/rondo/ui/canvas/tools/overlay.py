"""What a gesture draws over the map while it lasts: a rubber band, a link to be, a card to be."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from rondo.ui.canvas.editing.guides import Segment
from rondo.ui.canvas.painting.layer import Layer
from rondo.ui.dress.look import Look

EVERYWHERE = QRectF(-1e6, -1e6, 2e6, 2e6)
HEAD, WIDEST_LABEL = 6.0, 340


@dataclass(eq=False)
class Sketch:
    """What is to be drawn; places in the scene's points. `refused`: the link may not be made."""

    band: QRectF | None = None
    line: tuple[QPointF, QPointF] | None = None
    refused: bool = False
    label: str = ""
    target: QRectF | None = None
    card: QRectF | None = None
    guides: tuple[Segment, ...] = ()
    gap: Segment | None = None
    """Between what something would stand."""


class Overlay(Layer):
    """Shows one sketch, or nothing. `window` is what the map is looked at through."""

    def __init__(self, height: float, look: Look, window: QWidget) -> None:
        super().__init__(height)
        self._look, self._window = look, window
        self._sketch: Sketch | None = None
        self.cover(EVERYWHERE)

    @property
    def sketch(self) -> Sketch | None:
        """What is shown now."""
        return self._sketch

    def show_sketch(self, sketch: Sketch | None) -> None:
        """That is shown, in the place of what was."""
        if sketch is not None or self._sketch is not None:
            self._sketch = sketch
            self.update()

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        sketch = self._sketch
        if sketch is None:
            return
        colour = self._look["bad" if sketch.refused else "accent"]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if sketch.band is not None:
            self._draw_band(painter, sketch.band, scale)
        for box in (sketch.target, sketch.card):
            if box is not None:
                style = Qt.PenStyle.SolidLine if box is sketch.target else Qt.PenStyle.DashLine
                painter.setPen(QPen(colour, 2 / scale, style))
                painter.drawRoundedRect(box, 5, 5)
        if sketch.gap is not None:
            painter.setPen(QPen(colour, 4 / scale))
            painter.drawLine(QLineF(*sketch.gap))
        if sketch.guides:
            painter.setPen(QPen(colour, 1 / scale))
            painter.drawLines([QLineF(*guide) for guide in sketch.guides])
        if sketch.line is not None:
            self._draw_line(painter, sketch, colour, scale)

    def _draw_band(self, painter: QPainter, band: QRectF, scale: float) -> None:
        fill = self._look["accent"]
        fill.setAlpha(28)
        painter.setPen(QPen(self._look["accent"], 1 / scale))
        painter.fillRect(band, fill)
        painter.drawRect(band)

    def _draw_line(self, painter: QPainter, sketch: Sketch, colour: QColor, scale: float) -> None:
        assert sketch.line is not None
        start, end = sketch.line
        style = Qt.PenStyle.DashLine if sketch.refused else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 2 / scale, style))
        painter.drawLine(start, end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(_head(start, end), colour)
        if sketch.label:
            self._draw_label(painter, end, sketch.label, colour)

    def _draw_label(self, painter: QPainter, at: QPointF, text: str, colour: QColor) -> None:
        """In pixels of the screen, so that it can be read at every zoom, and wholly in view."""
        px, spot = self._look.px, painter.worldTransform().map(at)
        painter.save()
        painter.resetTransform()
        painter.setFont(self._look.font(12))
        metrics = painter.fontMetrics()
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, px(WIDEST_LABEL))
        box = QRectF(0, 0, metrics.horizontalAdvance(text) + px(16), metrics.height() + px(8))
        room = QRectF(self._window.rect()).adjusted(4, 4, -4, -4)
        left = min(spot.x() + px(14), room.right() - box.width())
        below = spot.y() + px(12)
        fits = below + box.height() <= room.bottom()
        box.moveTopLeft(QPointF(max(left, room.left()), below if fits else spot.y() - px(12) - box.height()))
        painter.setPen(QPen(colour, 1))
        painter.setBrush(self._look["surface"])
        painter.drawRoundedRect(box, px(6), px(6))
        painter.setPen(self._look["ink"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


def _head(start: QPointF, end: QPointF) -> QPainterPath:
    path, way = QPainterPath(end), end - start
    length = max((way.x() ** 2 + way.y() ** 2) ** 0.5, 0.01)
    along = way * (HEAD / length)
    aside = QPointF(-along.y(), along.x()) * 0.5
    path.lineTo(end - along + aside)
    path.lineTo(end - along - aside)
    path.closeSubpath()
    return path
