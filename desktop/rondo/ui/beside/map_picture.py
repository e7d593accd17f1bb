"""One map of the pair: its plan, and everything on it drawn once. Places are points of the map."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from rondo.figures.arranging.layout_kept import LayoutMemory
from rondo.figures.arranging.layout_values import Box
from rondo.figures.cards.card import Card
from rondo.figures.journeys.journey_facts import LinkFacts
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.linking.link_way import Way
from rondo.figures.maps.canvas_drawing import card_shapes, ground_shapes, line_shapes
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_planner import Planner
from rondo.ui.beside.far import far_image
from rondo.ui.beside.standing import Standing, State
from rondo.ui.beside.tags import TAG_HEIGHT, Tags, frame, strike
from rondo.ui.desk import Desk
from rondo.ui.pieces.painting import Drawing
from rondofile.changes import ChangeSet
from rondofile.project import Project

TITLES = 0.5
"""From so many pixels a point on cards are painted, with their marks; below, as bars."""
QUIET, GHOST = 0.5, 0.6
"""How strongly a step that is as today, and one that is gone, is painted."""
MOST_KEPT = 2500
REACH = 90.0
Edges = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class MapPicture:
    """Paints what is in view of one journey. `memory` knows where its steps stood."""

    def __init__(self, desk: Desk, memory: LayoutMemory | None = None) -> None:
        self._desk = desk
        self.pen = Pen(desk.look.theme, desk.engine, desk.words, desk.framework)
        self._planner = Planner(self.pen, memory)
        self._ground = Drawing((), desk.engine)
        self._cards: dict[str, tuple[Card, Drawing]] = {}
        self._links: dict[str, tuple[Way, LinkFacts, Drawing]] = {}
        self._tags = Tags(self.pen, desk.engine)
        self._sorted: list[tuple[float, str]] = []
        self._widest = 0.0
        self._around: list[tuple[str, Edges]] = []
        self._far: tuple[float, QImage] | None = None
        self.plan: MapPlan | None = None
        self._standings: Mapping[str, Standing] = {}

    @property
    def standings(self) -> Mapping[str, Standing]:
        """How the steps stand."""
        return self._standings

    @standings.setter
    def standings(self, standings: Mapping[str, Standing]) -> None:
        if standings is not self._standings:
            self._standings, self._far = standings, None

    def show(self, project: Project, journey: str, changes: ChangeSet | None = None) -> None:
        """The journey as it stands is planned; `changes` led to it from what was planned last."""
        before, self._far = self.plan, None
        self.plan = plan = self._planner.plan(project, journey, changes)
        if before and plan.boxes is before.boxes and plan.routes is before.routes:
            return
        self._ground = Drawing(ground_shapes(plan, self.pen), self._desk.engine)
        self._sorted = sorted((plan.boxes[step].x, step) for step in plan.steps)
        self._widest = max((plan.boxes[step].width for step in plan.steps), default=0.0)
        self._around = [(link, around) for link in plan.links if (around := _around(plan, link))]

    def box(self, step: str) -> Box | None:
        """Where the card of a step stands."""
        return self.plan.boxes.get(step) if self.plan and step in self.plan.steps else None

    def within(self, area: QRectF) -> Iterator[tuple[str, Box]]:
        """The steps whose cards touch that part."""
        if self.plan is None:
            return
        first = bisect_left(self._sorted, (area.left() - self._widest, ""))
        last = bisect_right(self._sorted, (area.right(), "\uffff"))
        for _, step in self._sorted[first:last]:
            box = self.plan.boxes[step]
            if box.right >= area.left() and box.bottom >= area.top() and box.y <= area.bottom():
                yield step, box

    def step_at(self, x: float, y: float) -> str | None:
        """The step whose card is there."""
        return next((step for step, _ in self.within(QRectF(x, y, 0.01, 0.01))), None)

    def lay(self, enough: Callable[[], bool]) -> bool:
        """Links that are in view are laid until it is enough; whether some remain."""
        return self.plan is not None and self.plan.routes.advance(enough)

    def paint_ground(self, painter: QPainter) -> None:
        """Columns, rows and rail."""
        self._ground.paint(painter)

    def paint(self, painter: QPainter, area: QRectF, scale: float) -> bool:
        """Links and cards of that part; whether links there are still to be laid."""
        if self.plan is None:
            return False
        if scale < TITLES:
            self._paint_far(painter, area, scale)
            return False
        seen = list(self.within(area.adjusted(-4, -TAG_HEIGHT, 4, TAG_HEIGHT)))
        unlaid = self._paint_links(painter, area)
        for step, box in seen:
            self._paint_card(painter, step, box, scale)
        return unlaid

    def paint_tag(self, painter: QPainter, step: str, scale: float) -> None:
        """The words on the card of that step, over whatever was painted around it."""
        box, standing = self.box(step), self.standings.get(step)
        if box is not None and standing is not None and standing.tag and scale >= TITLES:
            painter.translate(box.x, box.y)
            self._tags.paint(painter, standing, box.width)
            painter.translate(-box.x, -box.y)

    def _state(self, step: str) -> State:
        known = self.standings.get(step)
        return known.state if known else State.SAME

    def _paint_links(self, painter: QPainter, area: QRectF) -> bool:
        assert self.plan is not None
        plan = self.plan
        left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
        wanted = [
            k for k, (x, y, r, b) in self._around if x <= right and r >= left and y <= bottom and b >= top
        ]
        for link in wanted:
            facts, wire, way = plan.links[link], plan.routes.wires[link], plan.routes.way(link)
            if way is None:
                continue
            kept = self._links.get(link)
            if kept is None or kept[0] != way or kept[1] != facts:
                shapes = line_shapes(plan, link, way, self.pen)
                kept = self._links[link] = (way, facts, Drawing(shapes, self._desk.engine))
            quiet = self._state(wire.source) is State.SAME and self._state(wire.target) is State.SAME
            painter.setOpacity(QUIET if quiet else 1.0)
            kept[2].paint(painter)
        painter.setOpacity(1.0)
        return bool(wanted) and plan.routes.want(wanted)

    def _paint_card(self, painter: QPainter, step: str, box: Box, scale: float) -> None:
        assert self.plan is not None
        card, kept = self.plan.card(step), self._cards.get(step)
        if kept is None or kept[0] is not card:
            if len(self._cards) >= MOST_KEPT:
                self._cards.clear()
            drawing = Drawing(card_shapes(self.plan, step, self.pen), self._desk.engine)
            kept = self._cards[step] = (card, drawing)
        standing = self.standings.get(step, Standing(State.SAME))
        painter.translate(box.x, box.y)
        frame(painter, standing.state, box, self._desk.look)
        painter.setOpacity({State.SAME: QUIET, State.GONE: GHOST}.get(standing.state, 1.0))
        kept[1].paint(painter)
        painter.setOpacity(1.0)
        strike(painter, standing.state, box, self._desk.look, scale)
        if standing.tag:
            self._tags.paint(painter, standing, box.width)
        painter.translate(-box.x, -box.y)

    def _paint_far(self, painter: QPainter, area: QRectF, scale: float) -> None:
        """The map from afar, painted once for every zoom."""
        assert self.plan is not None
        if self._far is None or self._far[0] != scale:
            self._far = (scale, far_image(self.plan, self.standings, self.pen, scale))
        image = self._far[1]
        unit = image.width() / max(self.plan.right, 1.0)
        part = area.intersected(QRectF(0, 0, self.plan.right, self.plan.bottom))
        source = QRectF(part.x() * unit, part.y() * unit, part.width() * unit, part.height() * unit)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(part, image, source)


def _around(plan: MapPlan, link: str) -> Edges | None:
    """Where a link runs, roughly: its ends and a little more."""
    wire = plan.routes.wires[link]
    a, b = plan.routes.end(wire.source), plan.routes.end(wire.target)
    if a is None or b is None:
        return None
    left, top = min(a.x, b.x), min(a.y, b.y)
    return left - REACH, top - REACH, max(a.right, b.right) + REACH, max(a.bottom, b.bottom) + REACH
