"""The links that are in view, with their labels; from afar as thin lines."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from rondo.figures.arranging.layout_values import Box
from rondo.figures.journeys.journey_facts import LinkFacts
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.linking.link_way import Way
from rondo.figures.maps.canvas_drawing import line_shapes
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.canvas.painting.layer import Layer
from rondo.ui.canvas.painting.stage import LINK_REACH, TITLES, Stage, level_of
from rondo.ui.pieces.painting import Drawing

if TYPE_CHECKING:
    from rondo.figures.show.showing import Showing

MOST_KEPT = 4000


class LinksItem(Layer):
    """Paints links along their routes; those that are not laid yet as elbows, and asks for them."""

    def __init__(self, height: float, stage: Stage, engine: QtTextEngine) -> None:
        super().__init__(height)
        self._stage, self._engine = stage, engine
        self._kept: dict[str, tuple[Way, LinkFacts, QRectF, Drawing, Drawing]] = {}
        self._pen: Pen | None = None
        self._showing: Showing | None = None
        self._labels = True

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        shown = self._stage.shown
        if shown is None or self._stage.is_far(exposed, scale):
            return
        if self._pen is not shown.pen or self._showing is not shown.showing:
            self._pen, self._showing = shown.pen, shown.showing
            self._kept.clear()
        self._labels = level_of(scale) == "full"
        links = shown.links_near(exposed.left(), exposed.top(), exposed.right(), exposed.bottom())
        if self._stage.shifts:
            links = list(dict.fromkeys([*links, *self._following(exposed)]))
        if scale < TITLES:
            self._thin(painter, links, shown.pen)
            return
        self._stage.wanted(links)
        has_time = self._stage.frame()
        left = [link for link in links if not self._line(painter, link, exposed, has_time)]
        if left:
            self._thin(painter, left, shown.pen)
            self._stage.unfinished()

    def _following(self, exposed: QRectF) -> list[str]:
        """The links of the steps that are shifted, as far as they may be seen."""
        stage, shown = self._stage, self._stage.shown
        if shown is None:
            return []
        links_of, wires, found = shown.links_of, shown.plan.routes.wires, []
        for step in stage.shifts:
            for link in links_of.get(step, ()):
                wire = wires[link]
                a = stage.box(wire.source) or shown.plan.routes.end(wire.source)
                b = stage.box(wire.target) or shown.plan.routes.end(wire.target)
                if a and b and exposed.intersects(_between(a, b)):
                    found.append(link)
        return found

    def _line(self, painter: QPainter, link: str, exposed: QRectF, has_time: Callable[[], bool]) -> bool:
        """The link is painted; False where it would have to be drawn first and there is no time."""
        assert self._stage.shown
        plan = self._stage.shown.plan
        way = self._stage.way_of(link)
        if way is None:
            return True
        kept, facts = self._kept.get(link), plan.links[link]
        if kept is None or (kept[0] is not way and kept[0] != way) or kept[1] != facts:
            if not has_time():
                return False
            line, *label = line_shapes(plan, link, way, self._stage.shown.pen, self._showing)
            drawings = Drawing((line,), self._engine), Drawing(label, self._engine)
            kept = (way, facts, _area(way), *drawings)
            if len(self._kept) >= MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[link] = kept
        if kept[2].intersects(exposed):
            kept[3].paint(painter)
            if self._labels:
                kept[4].paint(painter)
        return True

    def _thin(self, painter: QPainter, links: list[str], pen: Pen) -> None:
        lines = []
        for link in links:
            way = self._stage.way_of(link)
            lines += [QLineF(*a, *b) for a, b in pairwise(way.line if way else ())]
        paint_lines(painter, lines, pen)


def _between(a: Box, b: Box) -> QRectF:
    """Where a link between two boxes may run."""
    x, y = min(a.x, b.x) - LINK_REACH, min(a.y, b.y) - LINK_REACH
    return QRectF(x, y, max(a.right, b.right) + LINK_REACH - x, max(a.bottom, b.bottom) + LINK_REACH - y)


def _area(way: Way) -> QRectF:
    """Where a link leaves ink."""
    chip = way.chip
    xs, ys = [x for x, _ in way.points], [y for _, y in way.points]
    area = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).adjusted(-6, -6, 6, 6)
    return (
        area.united(QRectF(chip.x, chip.y, chip.width, chip.height).adjusted(-2, -2, 2, 2)) if chip else area
    )


def paint_lines(painter: QPainter, lines: list[QLineF], pen: Pen) -> None:
    """Links from afar: thin lines of one colour."""
    ink = QPen(QColor(pen.theme["ink-tertiary"]), 1)
    ink.setCosmetic(True)
    painter.setPen(ink)
    painter.drawLines(lines)
