"""Names that stay in sight: lanes and bands at the left, phases at the top, once they are scrolled away."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rondo.figures.journeys.journey_frame import LANE_PAD
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.canvas.painting.below_item import BelowItem
from rondo.ui.canvas.painting.far_names import FarNames
from rondo.ui.canvas.painting.stage import Shown, Stage
from rondo.ui.pieces.painting import Drawing
from rondofile.enums import Phase

PAD, NEAR = 5.0, 2.0
"""Room beside a name; so much of its upper edge, which is empty, may be covered."""


class LaneName(Struct, frozen=True):
    """The name of a lane and its role: where they stand, how far down they may go, how high they are."""

    top: float
    end: float
    height: float
    drawing: Drawing

    def paint(self, painter: QPainter, least: float) -> None:
        """Name and role stand whole below that height as far as their lane goes; else neither is there."""
        y = min(max(self.top, least), self.end)
        if y >= least - NEAR:
            painter.translate(0, y)
            self.drawing.paint(painter)
            painter.translate(0, -y)


class Edges:
    """Paints the names over the map; `seen` is the part of the scene that is in view.

    From far they stand at the edges of the view at a size that can be read; `far` paints those."""

    def __init__(
        self, stage: Stage, engine: QtTextEngine, far: FarNames, below: Callable[[], BelowItem | None]
    ) -> None:
        self._stage, self._engine, self.far, self._below = stage, engine, far, below
        self._of: Shown | None = None
        self._rail = Drawing((), engine)
        self.lanes: list[LaneName] = []
        self._phases: list[tuple[float, float, float, Drawing]] = []

    def gutter(self, seen: QRectF, scale: float) -> QRectF:
        """Where the names of the lanes stay, in the scene; empty while they are seen in their place."""
        plan = self._stage.plan
        if self.far.are_wanted(scale):
            wide, high = self.far.size(seen.width() * scale)
            return seen.adjusted(0, high / scale, wide / scale - seen.width(), 0)
        if plan is None or seen.x() <= 0 or seen.x() > plan.right - plan.left:
            return QRectF()
        return QRectF(seen.x(), seen.y(), plan.left + PAD, seen.height())

    def header(self, seen: QRectF, scale: float) -> QRectF:
        """Where the names of the phases stay; empty where they stand in their place."""
        plan = self._stage.plan
        if self.far.are_wanted(scale):
            _, high = self.far.size(seen.width() * scale)
            return seen.adjusted(0, 0, 0, high / scale - seen.height())
        if plan is None or seen.y() > plan.top + plan.layout.height:
            return QRectF()
        if seen.y() <= 0 and seen.x() <= plan.left:
            return QRectF()
        return QRectF(seen.x(), max(seen.y(), 0.0), seen.width(), plan.top)

    def paint(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        """The names are on the painter, which paints in points of the scene."""
        shown = self._stage.shown
        gutter, header = self.gutter(seen, scale), self.header(seen, scale)
        below = self._below()
        if below is not None and below.words is not None:
            below.words.paint(painter, gutter.right() + PAD if not gutter.isEmpty() else 0.0)
        if self.far.are_wanted(scale):
            self.far.paint(painter, seen, scale)
            return
        if shown is None or (gutter.isEmpty() and header.isEmpty()):
            return
        self._draw(shown)
        paper, line = QColor(shown.pen.theme["paper"]), QPen(QColor(shown.pen.theme["line"]), 1 / scale)
        if not gutter.isEmpty():
            self._paint_lanes(painter, gutter, header, paper, line)
        elif header.y() > 0:
            self._paint_cut_lanes(painter, header, shown.plan, paper)
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
        for lane in self.lanes:
            lane.paint(painter, header.bottom() if not header.isEmpty() else gutter.top())
        self._rail.paint(painter)
        below = self._below()
        if below is not None and below.margin is not None:
            below.margin.paint(painter)
        painter.restore()

    def _paint_cut_lanes(self, painter: QPainter, header: QRectF, plan: MapPlan, paper: QColor) -> None:
        """Names in their place that the header would cut stand below it, each with its role."""
        for lane in self.lanes:
            if lane.top < header.bottom() < lane.end + lane.height + LANE_PAD:
                painter.fillRect(QRectF(0, lane.top, plan.left - PAD, lane.height), paper)
                lane.paint(painter, header.bottom())

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
        self._rail = Drawing(
            [pen.text(plan.rail.name, 0, plan.rail.top + PAD, Phase.REPEAT.value)], self._engine
        )
        self.lanes = _lane_names(plan, pen, self._engine)
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


def _lane_names(plan: MapPlan, pen: Pen, engine: QtTextEngine) -> list[LaneName]:
    names = []
    for band, (name, role) in zip(plan.layout.lanes, plan.gutter.names, strict=True):
        texts = pen.text(name, 0, 0), pen.text(role, 0, name.height, "ink-secondary")
        top, height = plan.top + band.start + LANE_PAD, name.height + role.height
        end = max(plan.top + band.end - LANE_PAD - height, top)
        names.append(LaneName(top, end, height, Drawing(texts, engine)))
    return names
