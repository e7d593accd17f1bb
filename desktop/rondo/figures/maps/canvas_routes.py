"""The ways of links on a canvas, laid little by little: first those in view, a simple elbow until then.

Where there are few links they are laid together, as on a page; where there are many, those that are in
view, and what an edit does not touch stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from rondo.figures.arranging.layout_values import Box
from rondo.figures.journeys.journey_facts import LinkFacts
from rondo.figures.linking.grid import Grid
from rondo.figures.linking.link_way import Way, Ways, free_way
from rondo.figures.linking.route import Room, Routing, Wire
from rondo.figures.linking.route_field import Point
from rondo.figures.linking.route_gradual import Gradual
from rondo.figures.linking.route_lines import Lines
from rondo.figures.maps.canvas_chips import Labels
from rondo.text.shaped import Block

TOGETHER = 240
"""So many links at most are laid together."""

Route = tuple[Point, ...]


class Routes:
    """The routes and chips of one plan. `links` are those that may have a label, which `label` gives."""

    def __init__(
        self,
        boxes: Mapping[str, Box],
        wires: Mapping[str, Wire],
        room: Room,
        links: Mapping[str, LinkFacts],
        label: Callable[[LinkFacts], Block | None],
        before: Routes | None = None,
        *,
        curved: bool = False,
    ) -> None:
        self.curved = curved
        self._boxes, self.wires, self._room = boxes, wires, room
        self._links = links
        self._labels = Labels(links, label, room)
        self._before: dict[str, Route] = {}
        self._laid: dict[str, Route] = {}
        self._elbows: dict[str, Route] = {}
        self._free: dict[str, tuple[Route, Way]] = {}
        """Links that are not laid yet, as they were drawn last: the next frame draws the same."""
        self._routing: Routing | None = None
        self._gradual: Gradual | None = None
        self._ready = False
        self._ways: Ways | None = None
        self._together = len(wires) <= TOGETHER
        if self._together:
            self._before = before._settled_for(boxes, wires) if before else {}
        else:
            self._take_over(before)

    @property
    def together(self) -> bool:
        """Whether all links are laid at once."""
        return self._together

    @property
    def sought(self) -> int:
        """How many ways were sought for this map and the ones it grew from; 0 where all are laid at once."""
        return self._gradual.count if self._gradual else 0

    def same(
        self,
        boxes: Mapping[str, Box],
        wires: Mapping[str, Wire],
        room: Room,
        links: Mapping[str, LinkFacts],
        *,
        curved: bool,
    ) -> bool:
        """Whether these are the routes of such a map."""
        same_ground = self.curved is curved and self._room == room and self._boxes == boxes
        return same_ground and self.wires == wires and self._links == links

    def label(self, link: str) -> Block | None:
        """What stands in the chip of a link; None where it has none."""
        return self._labels.of(link)

    def route(self, link: str) -> Route | None:
        """The corners of a link: as it was laid, as it ran before, else an elbow. None: it has no ends."""
        found = self._laid.get(link) or self._before.get(link) or self._elbows.get(link)
        if found is None and (wire := self.wires.get(link)):
            a, b = self._boxes.get(wire.source), self._boxes.get(wire.target)
            if a and b and a is not b:
                found = self._elbows[link] = elbow(a, b)
        return found

    def way(self, link: str) -> Way | None:
        """How a link is drawn; None: it has no ends."""
        if self._ways and link in self._laid:
            return self._ways.of(link)
        route = self.route(link)
        if route is None:
            return None
        known = self._free.get(link)
        if known is None or known[0] is not route:
            known = self._free[link] = route, free_way(route, curved=self.curved)
        return known[1]

    def end(self, key: str) -> Box | None:
        """The box that links start from or end at: of a card, or of what is learned."""
        return self._boxes.get(key)

    def near(self, left: float, top: float, right: float, bottom: float) -> list[str] | None:
        """The links that may touch that part; None where all are laid at once and each may."""
        return self._gradual.around.within(left, top, right, bottom) if self._gradual else None

    def ends_near(self, left: float, top: float, right: float, bottom: float) -> list[str]:
        """The boxes of a map of many links that touch that part."""
        return self._gradual.grid.within(left, top, right, bottom) if self._gradual else []

    def links_of(self) -> Mapping[str, list[str]]:
        """The links at every box that has any."""
        if self._gradual:
            return self._gradual.at
        found: dict[str, list[str]] = {}
        for key, wire in self.wires.items():
            for end in (wire.source, wire.target):
                found.setdefault(end, []).append(key)
        return found

    def chip(self, link: str) -> Box | None:
        """Where the label of a link lies; None before the link is laid."""
        return self._labels.places.get(link)

    def want(self, links: Iterable[str]) -> bool:
        """These links are laid next; whether any is not laid yet."""
        return self._gradual.want(links) if self._gradual else not self._ready

    def advance(self, enough: Callable[[], bool]) -> bool:
        """Links are laid until it is enough; whether something that is wanted remains."""
        if self._gradual is None:
            return self._advance_together(enough)
        done, more = self._gradual.advance(enough)
        for link in done:
            self._before.pop(link, None)
        self._labels.place_among(done, self._gradual)
        if self._ways:
            self._ways.forget(done)
        return more

    def finish(self) -> None:
        """Everything that is wanted is laid."""
        while self.advance(lambda: False):
            pass

    def _settled_for(self, boxes: Mapping[str, Box], wires: Mapping[str, Wire]) -> dict[str, Route]:
        """The routes that may still be shown for another map: both ends stand where they stood."""
        known = {**self._before, **self._laid}
        return {
            key: points
            for key, points in known.items()
            if (wire := self.wires.get(key)) == wires.get(key)
            and wire is not None
            and self._boxes.get(wire.source) == boxes.get(wire.source)
            and self._boxes.get(wire.target) == boxes.get(wire.target)
        }

    def _take_over(self, before: Routes | None) -> None:
        """What the map before knew is kept as far as nothing near it changed. It has no use any more."""
        known = before._gradual if before else None
        self._gradual = known or Gradual()
        shown = dict(self._gradual.routes) if known else {}
        lost = self._gradual.change(self._boxes, self.wires, self._room)
        self._laid = self._gradual.routes
        if before and known:
            self._labels.keep(before._labels, set(lost))
            mine = {key: shown[key] for key in lost if key in shown}
            self._before = {key: way for key, way in mine.items() if self._fits(key, way)}
        ground, chips = self._gradual, self._labels.places
        self._ways = Ways(ground.grid, ground.lines, self._laid, chips, curved=self.curved)

    def _fits(self, link: str, way: Route) -> bool:
        """Whether a way still begins and ends at the boxes of its link."""
        wire = self.wires.get(link)
        ends = (self._boxes.get(wire.source), self._boxes.get(wire.target)) if wire else (None, None)
        return all(box and _at(box, point) for box, point in zip(ends, (way[0], way[-1]), strict=True))

    def _advance_together(self, enough: Callable[[], bool]) -> bool:
        if self._ready:
            return False
        if self._routing is None:
            self._routing = Routing(self._boxes, list(self.wires.values()), self._room)
        while self._routing.lay():
            if enough():
                return True
        self._laid = self._routing.routes()
        self._labels.place(self._laid, self._boxes.values())
        lines = Lines()
        for link, points in self._laid.items():
            lines.add(link, points)
        grid, chips = Grid(self._boxes.items()), self._labels.places
        self._ways = Ways(grid, lines, self._laid, chips, curved=self.curved)
        self._routing, self._before, self._ready = None, {}, True
        return False


def _at(box: Box, point: Point) -> bool:
    x, y = point
    return box.x - 0.1 <= x <= box.right + 0.1 and box.y - 0.1 <= y <= box.bottom + 0.1


def elbow(a: Box, b: Box) -> Route:
    """A simple way between two boxes, around nothing."""
    if a.right + 8 <= b.x or b.right + 8 <= a.x:
        x1, x2 = (a.right, b.x) if a.right <= b.x else (a.x, b.right)
        if abs(a.cy - b.cy) < 0.5:
            return (x1, a.cy), (x2, a.cy)
        middle = (x1 + x2) / 2
        return (x1, a.cy), (middle, a.cy), (middle, b.cy), (x2, b.cy)
    y1, y2 = (a.bottom, b.y) if a.cy <= b.cy else (a.y, b.bottom)
    if abs(a.cx - b.cx) < 0.5:
        return (a.cx, y1), (a.cx, y2)
    middle = (y1 + y2) / 2
    return (a.cx, y1), (a.cx, middle), (b.cx, middle), (b.cx, y2)
