"""A map from afar: painted once as one image, strong where something changed, struck where a step is gone."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import sqrt

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.ui.beside.standing import Standing, State
from rondofile.enums import Phase

MOST = 8_000_000
"""Pixels of an image; of a larger map it is coarser."""
QUIET, FAINT = 0.3, 0.5


def far_image(plan: MapPlan, standings: Mapping[str, Standing], pen: Pen, scale: float) -> QImage:
    """Cards and links of the whole map at so many pixels a point, or as many as there may be."""
    unit = min(scale, sqrt(MOST / max(plan.right * plan.bottom, 1.0)))
    image = QImage(
        max(round(plan.right * unit), 1),
        max(round(plan.bottom * unit), 1),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(unit, unit)
    ink = QPen(QColor(pen.theme["ink-tertiary"]), 1)
    ink.setCosmetic(True)
    painter.setPen(ink)
    painter.setOpacity(FAINT)
    ways = (plan.routes.way(link) for link in plan.links)
    painter.drawLines([QLineF(*a, *b) for way in ways if way for a, b in pairwise(way.line)])
    for step, facts in plan.steps.items():
        box, known = plan.boxes[step], standings.get(step)
        state = known.state if known else State.SAME
        painter.setOpacity(QUIET if state in (State.SAME, State.GONE) else 1.0)
        painter.fillRect(
            QRectF(box.x, box.y, box.width, box.height),
            QColor(pen.theme[(facts.phase or Phase.REPEAT).value]),
        )
        if state is State.GONE:
            painter.setOpacity(1.0)
            painter.drawLine(QLineF(box.x, box.y, box.right, box.bottom))
    painter.end()
    return image
