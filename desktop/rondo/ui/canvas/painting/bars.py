"""Cards from afar: pale, with an edge in the colour of their phase and a point where it hurts; or what is
shown of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from rondo.figures.arranging.layout_values import Box
from rondo.figures.journeys.journey_facts import StepFacts
from rondo.ui.canvas.painting.stage import Shown
from rondofile.enums import Phase

POINT = (0.0, 15.0, 19.0, 24.0)
"""How large the point of a pain is, by its weight; in points of the map."""
RING = 5.0
INSET = 15.0
BAR = 11.0
HOLLOW = 7.0
"""How thick the line of a bar is that is not full."""


def paint_bars(painter: QPainter, cards: Iterable[tuple[StepFacts, Box]], shown: Shown) -> None:
    """These cards are painted, many at once."""
    from rondo.figures.cards.faded import faded_theme

    pale: dict[str, list[QRectF]] = {}
    full: dict[str, list[QRectF]] = {}
    hollow: dict[str, list[QRectF]] = {}
    points: dict[int, list[QPointF]] = {}
    theme, showing = shown.pen.theme, shown.showing
    faint = faded_theme(theme, 0.22 if showing else 0.45)
    for step, box in cards:
        place = QRectF(box.x, box.y, box.width, box.height)
        phase = (step.phase or Phase.REPEAT).value
        say = showing.say(step.id) if showing else None
        if say is None:
            pale.setdefault(faint[phase], []).append(place)
            if not showing:
                full.setdefault(theme[phase], []).append(QRectF(box.x, box.y, BAR, box.height))
        elif say and not say.look.full:
            inner = HOLLOW / 2
            hollow.setdefault(theme[say.look.role], []).append(place.adjusted(inner, inner, -inner, -inner))
        elif say:
            full.setdefault(theme[say.look.role], []).append(place)
        if step.pains and not showing:
            weight = min(max(step.pains[0].weight, 1), 3)
            points.setdefault(weight, []).append(QPointF(box.right - INSET, box.y + INSET))
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, places in (*pale.items(), *full.items()):
        painter.setBrush(QColor(colour))
        painter.drawRects(places)
    for colour, places in hollow.items():
        painter.setBrush(QColor(theme["surface"]))
        painter.setPen(QPen(QColor(colour), HOLLOW))
        painter.drawRects(places)
    for role, more in (("surface", RING), ("bad", 0.0)):
        for weight, spots in points.items():
            size = POINT[weight] + more
            painter.setPen(QPen(QColor(theme[role]), size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(QPolygonF(spots))
