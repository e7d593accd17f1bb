"""The ways of links on a canvas, laid little by little: first those in view, a simple elbow until then.

Where there are few links they are laid together, as on a page; where there are many, each by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from rondo.figures.card import BADGE
from rondo.figures.chips import Wanted, place_chips
from rondo.figures.journey_draft import chip_size
from rondo.figures.journey_facts import LinkFacts
from rondo.figures.layout_values import Box
from rondo.figures.route import Room, Routing, Wire, lone_way
from rondo.figures.route_field import Field, Point
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
    ) -> None:
        self._boxes, self.wires, self._room = boxes, wires, room
        self._links, self._label_of = links, label
        self._before = before.settled_for(boxes, wires) if before else {}
        self._laid: dict[str, Route] = {}
        self._chips: dict[str, Box] = {}
        self._routing: Routing | None = None
        self._field: Field | None = None
        self._wanted: dict[str, None] = {}
        self._together = len(wires) <= TOGETHER
        self._ready = False

    @property
    def together(self) -> bool:
        """Whether all links are laid at once."""
        return self._together

    def same(
        self,
        boxes: Mapping[str, Box],
        wires: Mapping[str, Wire],
        room: Room,
        links: Mapping[str, LinkFacts],
    ) -> bool:
        """Whether these are the routes of such a map."""
        same_ground = self._room == room and self._boxes == boxes
        return same_ground and self.wires == wires and self._links == links

    def label(self, link: str) -> Block | None:
        """What stands in the chip of a link; None where it has none."""
        facts = self._links.get(link)
        return self._label_of(facts) if facts else None

    def route(self, link: str) -> Route | None:
        """The corners of a link: as it was laid, as it ran before, else an elbow. None: it has no ends."""
        found = self._laid.get(link) or self._before.get(link)
        if found is None and (wire := self.wires.get(link)):
            a, b = self._boxes.get(wire.source), self._boxes.get(wire.target)
            found = elbow(a, b) if a and b and a is not b else None
        return found

    def end(self, key: str) -> Box | None:
        """The box that links start from or end at: of a card, or of what is learned."""
        return self._boxes.get(key)

    def chip(self, link: str) -> Box | None:
        """Where the label of a link lies; None before the link is laid."""
        return self._chips.get(link)

    def want(self, links: Iterable[str]) -> bool:
        """These links are laid next; whether any is not laid yet."""
        if self._together:
            return not self._ready
        self._wanted = {link: None for link in links if link not in self._laid and link in self.wires}
        return bool(self._wanted)

    def advance(self, enough: Callable[[], bool]) -> bool:
        """Links are laid until it is enough; whether something that is wanted remains."""
        return self._advance_together(enough) if self._together else self._advance_wanted(enough)

    def finish(self) -> None:
        """Everything that is wanted is laid."""
        while self.advance(lambda: False):
            pass

    def settled_for(self, boxes: Mapping[str, Box], wires: Mapping[str, Wire]) -> dict[str, Route]:
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

    def _advance_together(self, enough: Callable[[], bool]) -> bool:
        if self._ready:
            return False
        if self._routing is None:
            self._routing = Routing(self._boxes, list(self.wires.values()), self._room)
        while self._routing.lay():
            if enough():
                return True
        self._laid = self._routing.routes()
        self._chips = self._placed(self._laid, self._boxes.values())
        self._routing, self._before, self._ready = None, {}, True
        return False

    def _advance_wanted(self, enough: Callable[[], bool]) -> bool:
        room = self._room
        if self._field is None:
            self._field = Field(self._boxes, (room.left, room.top, room.right, room.bottom))
        while self._wanted:
            key = next(iter(self._wanted))
            del self._wanted[key]
            wire = self.wires[key]
            if wire.source in self._boxes and wire.target in self._boxes and wire.source != wire.target:
                points = self._laid[key] = lone_way(self._field, wire)
                self._chips |= self._placed({key: points}, self._near(points))
            if enough():
                break
        return bool(self._wanted)

    def _near(self, points: Route) -> list[Box]:
        assert self._field is not None
        xs, ys = [x for x, _ in points], [y for _, y in points]
        found = set(self._field.near((min(xs), min(ys)), (max(xs), max(ys)), 60.0))
        return [self._boxes[key] for key in sorted(found)]

    def _placed(self, routes: Mapping[str, Route], boxes: Iterable[Box]) -> dict[str, Box]:
        labels = {key: label for key in routes if (label := self.label(key))}
        if not labels:
            return {}
        wanted = [Wanted(key, *chip_size(block)) for key, block in labels.items()]
        obstacles = [Box(b.x, b.y - BADGE, b.width, b.height + BADGE) for b in boxes]
        room = self._room
        inside = Box(room.left, room.top, room.right - room.left, room.bottom - room.top)
        return dict(place_chips(routes, wanted, obstacles, inside, force=True).places)


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
