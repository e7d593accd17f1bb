"""What stands below the map, painted: all that keeps still, and of the feeling curve what is in view."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rondo.figures.bounds import bounds, everything, joined
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_foot import Below
from rondo.figures.shapes import Shape, Text
from rondo.ui.canvas.painting.below_kept import KeptWords, without
from rondo.ui.canvas.painting.layer import Layer
from rondo.ui.canvas.painting.stage import Stage
from rondo.ui.desk import Desk
from rondo.ui.pieces.painting import Drawing

if TYPE_CHECKING:
    from rondo.figures.below.curve_plan import CurvePlan, Slot
    from rondo.figures.below.rhythm_ruler import Tick

PIECE = 40
"""So many steps of the curve are drawn together."""
RING = 5.5


class BelowItem(Layer):
    """Paints one Below. `ghost`: where a feeling would be given, shown while it is pointed at."""

    def __init__(self, height: float, stage: Stage, desk: Desk) -> None:
        super().__init__(height)
        self._stage, self._desk = stage, desk
        self._still: Drawing | None = None
        self._curve: CurvePlan | None = None
        self._pen: Pen | None = None
        self._segment: str | None = None
        self._edges: list[float] = []
        self._pieces: dict[int, Drawing] = {}
        self._slots: dict[str, Slot] = {}
        self._ghost: tuple[float, float] | None = None
        self._ticks: tuple[Tick, ...] = ()
        self._around = QRectF()
        self.margin: Drawing | None = None
        """The words beside the bands, for when they are scrolled away."""
        self.words: KeptWords | None = None
        """What the bands say, painted by whoever knows which part of the scene is seen."""

    @property
    def curve(self) -> CurvePlan | None:
        """The curve as it is painted now."""
        return self._curve

    def show_below(self, below: Below | None, pen: Pen | None, segment: str | None) -> None:
        """Exactly this is painted; the line of that segment is the one that can be changed."""
        left = self._stage.plan.left if self._stage.plan else 0.0
        self.words = KeptWords(below.shapes, left, self._desk.engine) if below else None
        still = without(below.shapes, self.words.shapes) if below and self.words else ()
        self._still = Drawing(still, self._desk.engine) if still else None
        self._around = _around(below)
        self.margin = Drawing(_in_margin(below, self._stage), self._desk.engine) if below else None
        self._ticks = below.ticks if below else ()
        self._pen = pen
        self.update()
        self.show_curve(below.curve if below else None, segment)

    def show_curve(self, curve: CurvePlan | None, segment: str | None) -> None:
        """The curve stands like this; what stands around it stays."""
        self._curve, self._segment = curve, segment
        self._pieces, self._ghost = {}, None
        slots = curve.slots if curve else ()
        self._slots = {slot.step: slot for slot in slots}
        self._edges = [(slots[at - 1].x + slots[at].x) / 2 for at in range(PIECE, len(slots), PIECE) if slots]
        self.update()

    def point_out(self, ghost: tuple[float, float] | None) -> None:
        """A feeling could be given there."""
        if ghost != self._ghost:
            self._ghost = ghost
            self._update_curve()

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        self._stage.painted()
        if self._still and exposed.intersects(self._around):
            self._still.paint(painter)
            self._touched(painter, scale)
        curve, pen = self._curve, self._pen
        if curve is None or pen is None:
            return
        area = curve.area
        if not exposed.intersects(QRectF(area.x - 80, area.y, area.width + 160, area.height)):
            return
        self._chosen(painter, curve, exposed, scale)
        for number in self._in_view(curve, exposed):
            if number not in self._pieces:
                self._pieces[number] = self._piece(curve, pen, number)
            self._pieces[number].paint(painter)
        if self._ghost:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._desk.look["accent"], 1.5 / scale, Qt.PenStyle.DashLine))
            painter.drawEllipse(QPointF(*self._ghost), RING * 0.7, RING * 0.7)

    def _update_curve(self) -> None:
        """Where the curve stands is painted anew, and nothing else."""
        if self._curve:
            area = self._curve.area
            self.update(QRectF(area.x - 8, area.y - 8, area.width + 16, area.height + 16))

    def _piece(self, curve: CurvePlan, pen: Pen, number: int) -> Drawing:
        """So many steps of the curve; names at the ends of lines come with the last."""
        from rondo.figures.below.curve import curve_shapes
        from rondo.figures.below.curve_titles import ends

        start = self._edges[number - 1] if number else curve.left - 1.0
        end = self._edges[number] if number < len(self._edges) else curve.right + 1.0
        changes = self._segment is not None
        shapes = curve_shapes(curve, pen, edited=self._segment, coloured=changes, reach=(start, end))
        if number == len(self._edges):
            shapes += ends(curve, self._segment, pen, coloured=changes)
        return Drawing(shapes, self._desk.engine)

    def _in_view(self, curve: CurvePlan, exposed: QRectF) -> list[int]:
        """The pieces there, and those from which a line leads there."""
        first, last = self._at(exposed.left() - 60), self._at(exposed.right() + 60)
        found = set(range(first, last + 1))
        for line in curve.lines:
            before = bisect_right(line.points, exposed.left(), key=lambda point: point.x) - 1
            if before >= 0:
                found.add(self._at(line.points[before].x))
        return sorted(found)

    def _at(self, x: float) -> int:
        return bisect_right(self._edges, x)

    def _chosen(self, painter: QPainter, curve: CurvePlan, exposed: QRectF, scale: float) -> None:
        """A line through the place of every chosen step, and a ring around its feeling."""
        accent = self._desk.look["accent"]
        faint = QColor(accent)
        faint.setAlphaF(0.5)
        line = curve.line_of(self._segment)
        for key in self._stage.chosen:
            slot = self._slots.get(key)
            if slot is None or not exposed.left() - RING <= slot.x <= exposed.right() + RING:
                continue
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(faint, 1 / scale, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(slot.x, curve.top - 6), QPointF(slot.x, curve.bottom + 6))
            painter.setPen(QPen(accent, 1.6 / scale))
            found = [point for point in line.points if point.step == key] if line else []
            for point in found[:1]:
                painter.drawEllipse(QPointF(point.x, point.y), RING, RING)

    def _touched(self, painter: QPainter, scale: float) -> None:
        """A frame around the contacts of the chosen steps."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._desk.look["accent"], 1.6 / scale))
        for tick in self._ticks if self._stage.chosen else ():
            if tick.step in self._stage.chosen:
                box = QRectF(tick.box.x, tick.box.y, tick.box.width, tick.box.height)
                painter.drawRoundedRect(box.adjusted(-0.5, -1.0, 0.5, 1.0), 2, 2)


def _in_margin(below: Below, stage: Stage) -> list[Shape]:
    """The words left of where the map begins."""
    left = stage.plan.left if stage.plan else 0.0
    texts = (shape for shape in everything(below.shapes) if isinstance(shape, Text))
    return [text for text in texts if text.x < left - 1.0 and text.x + text.block.natural_width < left + 1.0]


def _around(below: Below | None) -> QRectF:
    """Where the still part of the bands lies, with a little more for lines and frames."""
    box = joined(map(bounds, below.shapes)) if below else None
    return QRectF(QPointF(box[0] - 4, box[1] - 4), QPointF(box[2] + 4, box[3] + 4)) if box else QRectF()
