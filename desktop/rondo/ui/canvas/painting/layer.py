"""A layer of the canvas: one item over the whole map that paints what of its part is in view."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget


class Layer(QGraphicsItem):
    """Covers the scene; `draw` gets the part that must be painted and the pixels per point."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.setZValue(height)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(self.acceptedMouseButtons().NoButton)
        self._area = QRectF()

    def cover(self, area: QRectF) -> None:
        """The layer lies over that part of the scene."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        self.draw(painter, option.exposedRect, scale)

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        """What of this layer lies in the exposed part is painted."""
