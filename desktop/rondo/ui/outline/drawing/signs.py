"""The signs before a name: what an organisation is to us, a part of a journey, a phase."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rondo.ui.dress.look import Look
from rondo.ui.outline.drawing.wrapped import draw
from rondofile.enums import Phase

PART = "part"
_PHASES = frozenset(phase.value for phase in Phase)


def mark_width(mark: str) -> int:
    """Pixels at 100 % from the sign to the name."""
    return 0 if not mark else 10 if mark in _PHASES else 18


def draw_sign(painter: QPainter, where: QRect, mark: str, look: Look, colour: QColor) -> None:
    """The sign stands at the left of the box."""
    if mark in _PHASES:
        high = where.height()
        bar = QRectF(where.left(), where.top() + high * 0.12, look.px(3.5), high * 0.76)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look[mark])
        painter.drawRoundedRect(bar, 1.5, 1.5)
    elif mark == PART:
        _bracket(painter, QRectF(where), look.px(4), colour)
    else:
        draw(painter, where, (mark,), look.font(12), colour)


def _bracket(painter: QPainter, where: QRectF, unit: int, colour: QColor) -> None:
    """A run of steps that is held together."""
    left, right = where.left() + 0.5, where.left() + 2.5 * unit + 0.5
    top, bottom = where.center().y() - unit, where.center().y() + unit
    painter.setPen(QPen(colour, 1.3))
    for edge, inward in ((left, unit * 0.7), (right, -unit * 0.7)):
        corners = ((edge + inward, top), (edge, top), (edge, bottom), (edge + inward, bottom))
        painter.drawPolyline([QPointF(x, y) for x, y in corners])
