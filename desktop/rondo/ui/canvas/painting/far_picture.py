"""A whole map as one small image, painted anew only where something changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from rondo.figures.arranging.layout_values import Box
from rondo.figures.journeys.journey_facts import StepFacts
from rondo.figures.linking.link_way import Route
from rondo.figures.linking.route import Wire
from rondo.ui.canvas.painting.bars import paint_bars
from rondo.ui.canvas.painting.links_item import paint_lines
from rondo.ui.canvas.painting.stage import Shown

ALPHA = QImage.Format.Format_ARGB32_Premultiplied
MOST_PARTS = 40
"""Where more places changed, everything is painted."""
POINT = 6.0
"""So far what is painted of a card may stick out of it."""
EDGE = 2.0
"""So many pixels around a place are painted with it."""


class FarPicture:
    """Cards as bars, links as lines. `parts` says in how many places it was painted last; 0 = everywhere."""

    def __init__(self) -> None:
        self.parts = 0
        self._image = QImage()
        self._shown: Shown | None = None
        self._area, self._most = QRectF(), 0.0
        self._steps: Mapping[str, StepFacts] = {}
        self._wires: Mapping[str, Wire] = {}
        self._routes: dict[str, Route] = {}

    def forget(self) -> None:
        """All is painted anew next time."""
        self._shown = None

    def of(self, shown: Shown, area: QRectF, most: float) -> QImage:
        """All that lies in the area; the longer side of the image has `most` pixels."""
        if self._shown is shown and self._area == area and self._most == most:
            return self._image
        dirty = self._dirty(shown) if self._is_alike(shown, area, most) else None
        self._shown, self._area, self._most = shown, area, most
        self._steps, self._wires = shown.plan.steps, shown.plan.routes.wires
        if dirty is None:
            self._paint_all(shown)
        else:
            self._paint_parts(shown, dirty)
        return self._image

    def _is_alike(self, shown: Shown, area: QRectF, most: float) -> bool:
        """Whether what is painted may still stand."""
        old = self._shown
        if old is None or (area, most) != (self._area, self._most) or shown.plan.routes.together:
            return False
        return shown.pen is old.pen and shown.showing == old.showing

    def _dirty(self, shown: Shown) -> list[QRectF] | None:
        """The places where something changed; None where they are too many."""
        assert self._shown
        old, new = self._shown.plan.boxes, shown.plan.boxes
        steps, wires = shown.plan.steps, shown.plan.routes.wires
        changed = [key for key, facts in steps.items() if self._steps.get(key) is not facts]
        changed += [key for key, box in new.items() if (was := old.get(key)) is not box and was != box]
        changed += [key for key in old if key not in new]
        if len(changed) > MOST_PARTS:
            return None
        links = {link for key in changed for link in shown.links_of.get(key, ())}
        if wires is not self._wires:
            links |= {key for key, wire in wires.items() if self._wires.get(key) is not wire}
            links |= self._wires.keys() - wires.keys()
        if len(links) > MOST_PARTS:
            return None
        boxes = [box for key in changed for box in (old.get(key), new.get(key)) if box]
        before = [self._routes.pop(link) for link in links if link in self._routes]
        now = [self._route(shown, link) for link in links if link in wires]
        return [QRectF(b.x, b.y, b.width, b.height) for b in boxes] + [
            _around(r) for r in (*before, *now) if r
        ]

    def _route(self, shown: Shown, link: str) -> Route:
        """The way of a link as it was painted, so that parts fit to each other."""
        if link not in self._routes:
            self._routes[link] = shown.plan.routes.route(link) or ()
        return self._routes[link]

    def _paint_all(self, shown: Shown) -> None:
        self._routes.clear()
        self.parts, area = 0, self._area
        unit = self._most / max(area.width(), area.height(), 1.0)
        self._image = QImage(max(round(area.width() * unit), 1), max(round(area.height() * unit), 1), ALPHA)
        self._image.fill(Qt.GlobalColor.transparent)
        plan = shown.plan
        painter = self._painter()
        paint_lines(painter, list(self._lines(shown, plan.links)), shown.pen)
        paint_bars(painter, ((facts, plan.boxes[step]) for step, facts in plan.steps.items()), shown)
        painter.end()

    def _paint_parts(self, shown: Shown, dirty: list[QRectF]) -> None:
        self.parts = len(dirty)
        edge = EDGE * max(self._area.width(), self._area.height()) / self._most
        for part in dirty:
            part = part.adjusted(-edge, -edge, edge, edge)
            sides = part.left(), part.top(), part.right(), part.bottom()
            cards = shown.cards.within(*sides)
            painter = self._painter()
            painter.setClipRect(part)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(part, Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            paint_lines(painter, list(self._lines(shown, shown.links_near(*sides))), shown.pen)
            boxes: list[tuple[StepFacts, Box]] = [
                (shown.plan.steps[step], shown.plan.boxes[step]) for step in cards
            ]
            paint_bars(painter, boxes, shown)
            painter.end()

    def _painter(self) -> QPainter:
        painter, unit = QPainter(self._image), self._most / max(self._area.width(), self._area.height(), 1.0)
        painter.scale(unit, unit)
        painter.translate(-self._area.x(), -self._area.y())
        return painter

    def _lines(self, shown: Shown, links: Iterable[str]) -> Iterator[QLineF]:
        for link in links:
            for a, b in pairwise(self._route(shown, link)):
                yield QLineF(*a, *b)


def _around(route: Route) -> QRectF:
    xs, ys = [x for x, _ in route], [y for _, y in route]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
