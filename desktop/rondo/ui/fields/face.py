"""A small face that shows a feeling from -2 to 2, drawn with lines so that it needs no font."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

_BEND = {-2: -0.24, -1: -0.13, 0: 0.0, 1: 0.13, 2: 0.24}


def paint_face(painter: QPainter, room: QRect, feeling: int, size: int) -> QRect:
    """The face stands at the top of the room, in the painter's colour; answers with the room below it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = room.top() + max(size // 4, 3)
    face = QRectF(room.center().x() - size / 2 + 0.5, top, size, size)
    painter.save()
    painter.setPen(QPen(painter.pen().color(), max(size / 13, 1.0), Qt.PenStyle.SolidLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(face)
    painter.drawPath(_mouth(face, _BEND[feeling] * size))
    painter.setBrush(painter.pen().color())
    for side in (0.33, 0.67):
        eye = QPointF(face.left() + size * side, face.top() + size * 0.38)
        painter.drawEllipse(eye, size * 0.045, size * 0.045)
    painter.restore()
    return QRect(room.left(), int(face.bottom()), room.width(), room.bottom() - int(face.bottom()))


def _mouth(face: QRectF, bend: float) -> QPainterPath:
    y = face.top() + face.height() * 0.66 - bend / 2
    path = QPainterPath(QPointF(face.left() + face.width() * 0.28, y))
    path.quadTo(QPointF(face.center().x(), y + 2 * bend), QPointF(face.left() + face.width() * 0.72, y))
    return path
