"""Names that stay in sight: lanes and bands at the left, phases at the top, once they are scrolled away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rondo.figures.canvas_plan import MapPlan
from rondo.figures.journey_frame import LANE_PAD
from rondo.figures.journey_pen import Pen
from rondo.figures.shapes import Shape
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.canvas.stage import TITLES, Shown, Stage
from rondo.ui.painting import Drawing
from rondofile.enums import Phase

PAD = 5.0


class Edges:
    """Paints the names over the map; `seen` is the part of the scene that is in view."""

    def __init__(
        self, stage: Stage, engine: QtTextEngine, below: Callable[[], Drawing | None] = lambda: None
    ) -> None:
        self._stage, self._engine, self._below = stage, engine, below
        self._of: Shown | None = None
        self._lanes = Drawing((), engine)
        self._phases: list[tuple[float, float, float, Drawing]] = []

    def gutter(self, seen: QRectF, scale: float) -> QRectF:
        """Where the names of the lanes stay, in the scene; empty while they are seen in their place."""
        plan = self._stage.plan
        if plan is None or seen.x() <= 0 or scale < TITLES or seen.x() > plan.right - plan.left:
            return QRectF()
        return QRectF(seen.x(), seen.y(), plan.left + PAD, seen.height())

    def header(self, seen: QRectF, scale: float) -> QRectF:
        """Where the names of the phases stay; empty where they stand in their place."""
        plan = self._stage.plan
        if plan is None or scale < TITLES or seen.y() > plan.top + plan.layout.height:
            return QRectF()
        if seen.y() <= 0 and seen.x() <= plan.left:
            return QRectF()
        return QRectF(seen.x(), max(seen.y(), 0.0), seen.width(), plan.top)

    def paint(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """The names are on the painter, which paints in points of the scene."""
        shown = self._stage.shown
        gutter, header = self.gutter(seen, scale), self.header(seen, scale)
        if shown is None or (gutter.isEmpty() and header.isEmpty()):
            return
        self._draw(shown)
        paper, line = QColor(shown.pen.theme["paper"]), QPen(QColor(shown.pen.theme["line"]), 1 / scale)
        if not gutter.isEmpty():
            self._paint_lanes(painter, gutter, header, paper, line)
        if not header.isEmpty():
            self._paint_phases(painter, header, gutter, shown, paper, line)

    def _paint_lanes(
        self, painter: QPainter, gutter: QRectF, header: QRectF, paper: QColor, line: QPen
    ) -> None:
        painter.fillRect(gutter, paper)
        painter.setPen(line)
        painter.drawLine(gutter.topRight(), gutter.bottomRight())
        painter.save()
        painter.setClipRect(gutter.adjusted(0, header.height(), 0, 0), Qt.ClipOperation.IntersectClip)
        painter.translate(gutter.x() + PAD, 0)
        self._lanes.paint(painter)
        below = self._below()
        if below is not None:
            below.paint(painter)
        painter.restore()

    def _paint_phases(
        self, painter: QPainter, header: QRectF, gutter: QRectF, shown: Shown, paper: QColor, line: QPen
    ) -> None:
        painter.fillRect(header.adjusted(0, 0, 0, -1), paper)
        if header.y() > 0:
            painter.setPen(line)
            painter.drawLine(header.bottomLeft(), header.bottomRight())
        painter.save()
        free = header.adjusted(gutter.width(), 0, 0, 0)
        painter.setClipRect(free, Qt.ClipOperation.IntersectClip)
        for start, end, width, drawing in self._phases:
            x = min(max(start, free.x()) + PAD, max(end - width - PAD, start + PAD))
            if x >= free.x() and start < free.right():
                painter.translate(QPointF(x, header.y()))
                drawing.paint(painter)
                painter.translate(QPointF(-x, -header.y()))
        painter.restore()

    def _draw(self, shown: Shown) -> None:
        """The names are drawn once for each plan."""
        if self._of is shown:
            return
        self._of, plan, pen = shown, shown.plan, shown.pen
        self._lanes = Drawing(_lane_names(plan, pen), self._engine)
        self._phases = []
        for phase, (name, question) in zip(plan.facts.phases, plan.header.phases, strict=True):
            column = plan.column(phase)
            if column:
                texts = (
                    pen.text(name, 0, 0, phase.value),
                    pen.text(question, 0, name.height, "ink-secondary"),
                )
                width = max((line.width for block in (name, question) for line in block.lines), default=0.0)
                self._phases.append((column.x, column.right, width, Drawing(texts, self._engine)))


def _lane_names(plan: MapPlan, pen: Pen) -> list[Shape]:
    shapes: list[Shape] = []
    for band, (name, role) in zip(plan.layout.lanes, plan.gutter.names, strict=True):
        y = plan.top + band.start + LANE_PAD
        shapes += [pen.text(name, 0, y), pen.text(role, 0, y + name.height, "ink-secondary")]
    return [*shapes, pen.text(plan.rail.name, 0, plan.rail.top + PAD, Phase.REPEAT.value)]
