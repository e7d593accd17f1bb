"""Orthogonal links that go around steps: few bends, few crossings, ports and parallels spread apart.

Plain values in and out. Lengths are points, y grows downwards. The same input gives the same routes.
Corners are given sharp; whoever draws rounds them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

from msgspec import Struct

from rondo.figures.arranging.layout_values import Box
from rondo.figures.linking.route_field import Field, Point
from rondo.figures.linking.route_lines import Lines
from rondo.figures.linking.route_shapes import ENDS, Ends, bends, length, port, ways
from rondo.figures.linking.route_tracks import Track, spread

CROSSING = 26.0
BEND = 13.0
ALONG = 0.25
BUSY_SIDE = 5.0
BELOW_FLOOR = 160.0
AGAINST = {"left": 10.0, "top": 5.0}
FROM_BEHIND = {"right": 12.0, "bottom": 5.0}


class Wire(Struct, frozen=True):
    """A link to route between two boxes, by their keys."""

    key: str
    source: str
    target: str


class Room(Struct, frozen=True):
    """Where links may run. `reserve` points at the right end of every top side are kept free of ports.

    Below `floor` only links run that start or end there, and those that find no other way."""

    left: float
    top: float
    right: float
    bottom: float
    reserve: float = 0.0
    apart: float = 5.0
    floor: float = inf


def route(boxes: Mapping[str, Box], wires: Sequence[Wire], room: Room) -> dict[str, tuple[Point, ...]]:
    """For every wire its corners from the border of its source to the border of its target.

    No segment enters a box. Wires whose ends are not among the boxes, or are one and the same, are left
    out. Short links are laid first; later ones avoid crossing them."""
    routing = Routing(boxes, wires, room)
    while routing.lay():
        pass
    return routing.routes()


class Routing:
    """The work of `route` in parts: wires are laid one by one, then drawn apart."""

    def __init__(self, boxes: Mapping[str, Box], wires: Sequence[Wire], room: Room) -> None:
        self._boxes, self._room = boxes, room
        self._known = [w for w in wires if w.source in boxes and w.target in boxes and w.source != w.target]
        self._field = Field(boxes, (room.left, room.top, room.right, room.bottom))
        self._lines = Lines()
        self._sides: dict[tuple[str, str], int] = {}
        self._tracks: list[Track] = []
        reach = {w.key: _reach(boxes[w.source], boxes[w.target]) for w in self._known}
        self._waiting = sorted(self._known, key=lambda w: (reach[w.key], w.key), reverse=True)

    def lay(self) -> bool:
        """The next wire is laid; False when there was none."""
        if not self._waiting:
            return False
        wire = self._waiting.pop()
        points, ends = best_way(self._field, self._lines, wire, self._sides, self._room.floor)
        self._lines.add(wire.key, points)
        for side in ((wire.source, ends.out), (wire.target, ends.into)):
            self._sides[side] = self._sides.get(side, 0) + 1
        self._tracks.append(Track(wire.key, wire.source, wire.target, ends, [list(p) for p in points]))
        return True

    def routes(self) -> dict[str, tuple[Point, ...]]:
        """What was laid, parallels drawn apart; asked for once, when no wire waits."""
        room = self._room
        for _ in spread(self._tracks, self._boxes, self._field, reserve=room.reserve, apart=room.apart):
            pass
        found = {t.key: tuple((x, y) for x, y in t.points) for t in self._tracks}
        return {w.key: simple(found[w.key]) for w in self._known if w.key in found}


def best_way(
    field: Field,
    lines: Lines,
    wire: Wire,
    sides: Mapping[tuple[str, str], int],
    floor: float = inf,
    tries: float = inf,
) -> tuple[list[Point], Ends]:
    """The cheapest free way among the boxes and the laid links; where no simple way is free, a way found
    corner by corner. `sides`: how many links leave or enter by the sides of boxes; `tries`: so many free
    ways are compared at most.

    Pairs of sides are looked at from the one that may be cheapest on, until none can be cheaper."""
    source, target = field.boxes[wire.source], field.boxes[wire.target]
    best: tuple[float, list[Point], Ends] | None = None
    for least, ends in _by_promise(source, target, wire, sides):
        if best and (least >= best[0] or tries <= 0):
            break
        base = _side_price(wire, ends, sides)
        ranked = [
            (length(points) + BEND * bends(points) + base + _low(points, floor), points)
            for points in ways(field, source, target, ends)
        ]
        for cost, points in sorted(ranked, key=lambda entry: entry[0]):
            if best and cost >= best[0]:
                break
            if field.free(points, wire.source, wire.target):
                tries -= 1
                crossed, along = lines.meets(points, (best[0] - cost) / CROSSING if best else inf)
                whole = cost + CROSSING * crossed + ALONG * along
                if not best or whole < best[0]:
                    best = (whole, points, ends)
    if best:
        return best[1], best[2]
    from rondo.figures.linking.route_detour import detour

    return detour(field, source, target, wire.source, wire.target)


def _low(points: Sequence[Point], floor: float) -> float:
    """What it costs to run below the floor between two ends above it."""
    if points[0][1] > floor or points[-1][1] > floor:
        return 0.0
    return BELOW_FLOOR * any(y > floor for _, y in points)


def _by_promise(
    source: Box, target: Box, wire: Wire, sides: Mapping[tuple[str, str], int]
) -> list[tuple[float, Ends]]:
    """Every pair of sides with the least that a way between them can cost."""
    found = []
    for ends in ENDS:
        (x1, y1), (x2, y2) = port(source, ends.out), port(target, ends.into)
        upright = ends.out in ("top", "bottom"), ends.into in ("top", "bottom")
        across, down = abs(x1 - x2), abs(y1 - y2)
        if ends.out == ends.into:
            corners = 2
        elif upright[0] != upright[1]:
            corners = 1
        else:
            corners, across, down = 0, 0.0 if upright[0] else across, down if upright[0] else 0.0
        found.append((across + down + BEND * corners + _side_price(wire, ends, sides), ends))
    return sorted(found, key=lambda entry: entry[0])


def _side_price(wire: Wire, ends: Ends, sides: Mapping[tuple[str, str], int]) -> float:
    """What leaving and entering by these sides costs."""
    busy = sides.get((wire.source, ends.out), 0) + sides.get((wire.target, ends.into), 0)
    return BUSY_SIDE * busy + AGAINST.get(ends.out, 0.0) + FROM_BEHIND.get(ends.into, 0.0)


def _reach(a: Box, b: Box) -> float:
    return abs(a.cx - b.cx) + abs(a.cy - b.cy)


def simple(points: Sequence[Point]) -> tuple[Point, ...]:
    """Without corners that are none."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1][0] - point[0]) < 0.01 and abs(kept[-1][1] - point[1]) < 0.01:
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _straight(a: Point, b: Point, c: Point) -> bool:
    across = abs(a[0] - b[0]) < 0.01 and abs(b[0] - c[0]) < 0.01
    down = abs(a[1] - b[1]) < 0.01 and abs(b[1] - c[1]) < 0.01
    return across or down
