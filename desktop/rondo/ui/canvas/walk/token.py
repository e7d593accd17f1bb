"""The token that travels: a ring of the same size at every zoom, on its way along the links."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import hypot

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from rondo.ui.dress.look import Look

RADIUS, RING, LAYER = 9.0, 3.0, 9.0
MILLISECONDS = 520
Way = tuple[tuple[float, float], ...]


class Token(QGraphicsObject):
    """Lies over the cards; it takes no part in what the mouse does."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._way: Way = ((0.0, 0.0),)
        self.setZValue(LAYER)
        self.setFlag(QGraphicsObject.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(MILLISECONDS)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(lambda share: self.setPos(QPointF(*along(self._way, share))))
        self.hide()

    def travel(self, way: Way, *, at_once: bool) -> None:
        """The token goes along the way to its end."""
        self._animation.stop()
        self._way = way
        self.show()
        if at_once or len(way) < 2:
            self.setPos(QPointF(*way[-1]))
        else:
            self._animation.start()

    def leave(self) -> None:
        """The token is gone."""
        self._animation.stop()
        self.hide()

    def boundingRect(self) -> QRectF:
        reach = RADIUS + RING + 1
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look["surface"], RING + 2))
        painter.setBrush(self._look["accent"])
        painter.drawEllipse(QPointF(0, 0), RADIUS, RADIUS)
        painter.setPen(QPen(self._look["accent"], 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(0, 0), RADIUS + RING, RADIUS + RING)


def along(way: Way, share: float) -> tuple[float, float]:
    """The point of a way after that share (0 to 1) of its length."""
    lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(way)]
    reached = list(accumulate(lengths))
    if not reached or reached[-1] <= 0.0:
        return way[-1]
    wanted, before = reached[-1] * min(max(share, 0.0), 1.0), 0.0
    for (a, b), length, after in zip(pairwise(way), lengths, reached, strict=True):
        if wanted <= after and length > 0.0:
            part = (wanted - before) / length
            return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
        before = after
    return way[-1]
