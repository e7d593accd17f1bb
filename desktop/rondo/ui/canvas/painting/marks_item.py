"""What lies over the map for a while: what is chosen, what is pointed at, where something would drop."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from rondo.figures.arranging.layout_values import Box
from rondo.figures.cards.card_badge import badge_box
from rondo.ui.canvas.painting.layer import Layer
from rondo.ui.canvas.painting.stage import FULL, Stage
from rondo.ui.dress.look import Look

RADIUS = 5.0
GRIP = 7.0
"""Side of the four handles of a chosen card, in pixels."""
CONNECT_OUT, CONNECT_RADIUS, CONNECT_FREE = 8.0, 5.0, 1.0
REACH = 9.0
"""So near to the middle of a connect handle it is taken hold of, in points."""


class CellItem(Layer):
    """Marks the column and the row in which something would drop; lies under the cards."""

    def __init__(self, height: float, stage: Stage, look: Look) -> None:
        super().__init__(height)
        self._stage, self._look = stage, look

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        plan, cell = self._stage.plan, self._stage.cell
        if plan is None or cell is None:
            return
        column = plan.column(cell[0]) if cell[0] else None
        row = plan.row(cell[1]) if cell[1] else None
        accent = self._look["accent"]
        faint = QColor(accent)
        faint.setAlphaF(0.07)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint)
        for band in (column, row):
            if band:
                painter.drawRect(_rect(band))
        both = _rect(column).intersected(_rect(row)) if column and row else _rect(column or row)
        pen = QPen(accent, 1.5 / scale, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(both.adjusted(2, 2, -2, -2), RADIUS, RADIUS)


class MarksItem(Layer):
    """Paints selection and handles over the cards."""

    def __init__(self, height: float, stage: Stage, look: Look) -> None:
        super().__init__(height)
        self._stage, self._look = stage, look

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        plan = self._stage.plan
        if plan is None:
            return
        accent, surface = self._look["accent"], self._look["surface"]
        lanes = {lane.id for lane in plan.facts.lanes}
        for key in self._stage.chosen:
            box = self._stage.box(key)
            if box is not None:
                if exposed.intersects(_rect(box).adjusted(-9, -9, 9, 9)):
                    self._frame(painter, key, box, scale, accent, surface)
            elif key in plan.links or key in plan.said_on_rail:
                self._line(painter, key, scale, accent)
            elif key in lanes:
                self._lane(painter, key, scale, accent)
        for step in handles_of(self._stage):
            middle = handle_of(self._stage, step)
            if middle is not None:
                self._connect(painter, middle, accent, surface)

    def _frame(
        self, painter: QPainter, key: str, box: Box, scale: float, accent: QColor, surface: QColor
    ) -> None:
        painter.save()
        painter.setClipPath(self._beside_badge(key, box, scale), Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(accent, 2 / scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_rect(box), RADIUS, RADIUS)
        painter.restore()
        painter.setPen(QPen(accent, 1 / scale))
        painter.setBrush(surface)
        size = GRIP / scale
        if size * 3 < box.height:
            for x in (box.x, box.right):
                for y in (box.y, box.bottom):
                    painter.drawRect(QRectF(x - size / 2, y - size / 2, size, size))

    def _beside_badge(self, key: str, box: Box, scale: float) -> QPainterPath:
        """Around the card but for its badge, which no line crosses."""
        path, plan = QPainterPath(), self._stage.plan
        path.addRect(_rect(box).adjusted(-GRIP, -GRIP, GRIP, GRIP))
        step = plan.steps.get(key) if plan is not None and scale >= FULL else None
        if step is not None:
            place = badge_box(step, box)
            path.addRoundedRect(_rect(place), place.height / 2, place.height / 2)
        return path

    def _line(self, painter: QPainter, link: str, scale: float, accent: QColor) -> None:
        drawn = self._stage.plan is not None and link in self._stage.plan.links
        way = self._stage.way_of(link) if drawn else None
        route, chip = (way.line, way.chip) if way else ((), None)
        path = QPainterPath()
        for number, point in enumerate(route):
            (path.lineTo if number else path.moveTo)(*point)
        under = QColor(accent)
        under.setAlphaF(0.35)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(under, 5 / scale))
        painter.drawPath(path)
        painter.setPen(QPen(accent, 1.5 / scale))
        for x, y in route[:1] + route[-1:]:
            painter.drawEllipse(QPointF(x, y), 3.5 / scale, 3.5 / scale)
        chip = chip or (self._stage.plan.said_on_rail.get(link) if self._stage.plan else None)
        if chip:
            painter.drawRoundedRect(_rect(chip).adjusted(-2, -2, 2, 2), RADIUS, RADIUS)

    def _lane(self, painter: QPainter, lane: str, scale: float, accent: QColor) -> None:
        row = self._stage.plan.row(lane) if self._stage.plan else None
        if row:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 2 / scale))
            painter.drawRoundedRect(_rect(row).adjusted(-6, 1, 0, -1), RADIUS, RADIUS)

    def _connect(self, painter: QPainter, middle: QPointF, accent: QColor, surface: QColor) -> None:
        """A round handle beside the card with an arrow in it: from here a link is drawn."""
        painter.setPen(QPen(accent, 1.2))
        painter.setBrush(surface)
        painter.drawEllipse(middle, CONNECT_RADIUS, CONNECT_RADIUS)
        arm = CONNECT_RADIUS * 0.48
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        painter.drawLine(middle + QPointF(arm, 0), middle + QPointF(0.2, -arm * 0.8))
        painter.drawLine(middle + QPointF(arm, 0), middle + QPointF(0.2, arm * 0.8))


def handles_of(stage: Stage) -> list[str]:
    """The steps whose connect handle shows: the one pointed at, and the one chosen alone."""
    if stage.shifts:
        return []
    shown = [stage.hovered] if stage.hovered else []
    if len(stage.chosen) == 1:
        shown += [step for step in stage.chosen if step != stage.hovered]
    return [step for step in shown if stage.box(step)]


def handle_of(stage: Stage, step: str) -> QPointF | None:
    """The middle of the connect handle of a step: beside the middle of its right side, or above or below
    the label of a link that lies there."""
    box, shown = stage.box(step), stage.shown
    if box is None or shown is None:
        return None
    x, room = box.right + CONNECT_OUT, CONNECT_RADIUS + CONNECT_FREE
    ways = (stage.way_of(link) for link in shown.links_of.get(step, ()))
    labels = [way.chip for way in ways if way and way.chip]
    beside = [chip for chip in labels if chip.x < x + room and chip.right > x - room]
    spots = [box.cy, *(chip.y - room for chip in beside), *(chip.bottom + room for chip in beside)]
    room -= 0.01
    free = (y for y in spots if all(y + room <= chip.y or y - room >= chip.bottom for chip in beside))
    return QPointF(x, min(free, key=lambda y: abs(y - box.cy), default=box.cy))


def _rect(box: Box | None) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height) if box else QRectF()
