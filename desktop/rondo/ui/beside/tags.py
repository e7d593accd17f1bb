"""The few words on a card that changed, and the frame or line that says so without them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from rondo.figures.arranging.layout_values import Box
from rondo.figures.journeys.journey_pen import SMALL_BOLD, Pen
from rondo.figures.shapes import Rect, Stroke
from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Block
from rondo.ui.beside.standing import Standing, State
from rondo.ui.dress.look import Look
from rondo.ui.pieces.painting import Drawing

TAG_HEIGHT = 14.0
PAD, IN, BADGE = 4.0, 6.0, 34.0
"""Beside the words; from the left edge of the card; what its badge takes at the right."""
_ROLES = {
    State.NEW: ("accent", "surface"),
    State.CHANGED: ("accent-ground", "accent"),
    State.WORSE: ("bad-ground", "bad"),
    State.GONE: ("surface", "ink-secondary"),
    State.SAME: ("surface", "ink-secondary"),
}
"""Of the ground and of the words."""


class Tags:
    """Draws every tag once. It lies over the upper edge of its card, left of the badge."""

    def __init__(self, pen: Pen, engine: QtTextEngine) -> None:
        self._pen, self._engine = pen, engine
        self._kept: dict[tuple[State, str, float], Drawing] = {}

    def paint(self, painter: QPainter, standing: Standing, width: float) -> None:
        """The tag of a card of that width, whose upper left corner is the painter's origin."""
        key = standing.state, standing.tag, width
        if key not in self._kept:
            self._kept[key] = self._drawn(standing, width - IN - BADGE)
        self._kept[key].paint(painter)

    def _drawn(self, standing: Standing, room: float) -> Drawing:
        pen, (ground, ink) = self._pen, _ROLES[standing.state]
        block = self._fitting(standing.tag, room - 2 * PAD)
        high = block.height + 1.0
        edge = Stroke(pen.theme["accent" if ground != "bad-ground" else "bad"], 0.6)
        if standing.state is State.GONE:
            edge = Stroke(pen.theme["ink-tertiary"], 0.6, (2.0, 1.5))
        box = Rect(IN, -high / 2, block.natural_width + 2 * PAD, high, pen.theme[ground], edge, high / 2)
        return Drawing((box, pen.text(block, IN + PAD, -block.height / 2, ink)), self._engine)

    def _fitting(self, text: str, room: float) -> Block:
        """The words as far as there is room for them."""
        block = self._pen.block(text, SMALL_BOLD)
        while block.natural_width > room and len(text) > 4:
            text = text[: max(int(len(text) * room / block.natural_width) - 1, 3)].rstrip(" …") + "…"
            shorter = self._pen.block(text, SMALL_BOLD)
            if shorter.natural_width >= block.natural_width:
                return shorter
            block = shorter
        return block


def frame(painter: QPainter, state: State, box: Box, look: Look) -> None:
    """What is new, or worse than today, has a heavy frame around its card, whose corner is the origin."""
    roles = {State.NEW: "accent", State.WORSE: "bad"}
    if state in roles:
        painter.setPen(QPen(look[roles[state]], 3.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(0, 0, box.width, box.height), 5, 5)


def strike(painter: QPainter, state: State, box: Box, look: Look, scale: float) -> None:
    """What is gone has a dashed edge and a line through it."""
    if state is not State.GONE:
        return
    painter.setPen(QPen(look["ink-secondary"], 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(0, 0, box.width, box.height), 5, 5)
    painter.setPen(QPen(look["ink-secondary"], max(1.2, 1.0 / scale)))
    middle = box.height / 2
    painter.drawLine(QPointF(5, middle), QPointF(box.width - 5, middle))
