"""Links of a map that is too large to lay all of them: those that are asked for, among those that lie.

A link keeps its way while nothing near it changes, so that an edit costs what it touches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from rondo.figures.arranging.layout_values import Box
from rondo.figures.linking.grid import Grid
from rondo.figures.linking.route import Room, Wire, best_way, simple
from rondo.figures.linking.route_field import Bounds, Field, Point
from rondo.figures.linking.route_lines import Lines
from rondo.figures.linking.route_tracks import Track, spread
from rondo.figures.maps.canvas_spliced import others

Route = tuple[Point, ...]
AROUND = (110.0, 480.0, 4000.0)
"""How far beside its ends a link looks for its way; further where it is walled in."""
REACH = 120.0
TRIES = 20
"""So many free ways of a link are compared at most."""
TOGETHER = 160
"""So many links at most are drawn apart together."""
BESIDE = 30.0
"""A link that runs so near to a box is laid anew when the box moves."""

MANY = 400
"""Of more boxes at once those far from all links are passed over first."""


class Gradual:
    """Boxes and wires that change, and the ways that were laid. `count` says how many ways were sought."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.count = 0
        self.lines = Lines()
        self.boxes: Mapping[str, Box] = {}
        self.grid = Grid()
        self.around = Grid()
        """Where links run, roughly: the place of both their ends and a little more."""
        self.at: dict[str, list[str]] = {}
        """The links at the boxes of these keys."""
        self.bounds: Bounds = (0.0, 0.0, 0.0, 0.0)
        self._wires: Mapping[str, Wire] = {}
        self._room = Room(0.0, 0.0, 0.0, 0.0)
        self._sides: dict[tuple[str, str], int] = {}
        self._tracks: dict[str, Track] = {}
        self._waiting: dict[str, None] = {}
        self._fresh: list[Track] = []
        self._spreading: Iterator[None] | None = None

    def change(self, boxes: Mapping[str, Box], wires: Mapping[str, Wire], room: Room) -> list[str]:
        """The map is that from now on; names the links whose way is none any more."""
        old, self.boxes = self.boxes, boxes
        self._room, self.bounds = room, (room.left, room.top, room.right, room.bottom)
        moved = [key for key in others(boxes, old) if old.get(key) != boxes[key]]
        if len(old) + len(moved) > len(boxes):
            moved += [key for key in old if key not in boxes]
        self._stop()
        lost = [key for key in others(self._wires, wires) if key in self._tracks]
        lost = [key for key in lost if wires.get(key) != self._wires[key]]
        lost += self._touched(
            {*moved}, [box for key in moved for box in (old.get(key), boxes.get(key)) if box]
        )
        for key in moved:
            box = boxes.get(key)
            if box is None:
                self.grid.drop(key)
            else:
                self.grid.put(key, box)
        self._surround({*moved}, wires)
        self._wires = wires
        for key in dict.fromkeys(lost):
            self._drop(key)
        return lost

    def near(self, a: Point, b: Point, margin: float) -> list[str]:
        """The boxes within a margin around a segment."""
        left, right = min(a[0], b[0]) - margin, max(a[0], b[0]) + margin
        return self.grid.within(left, min(a[1], b[1]) - margin, right, max(a[1], b[1]) + margin)

    def want(self, links: Iterable[str]) -> bool:
        """These links are laid next; whether any is not laid yet."""
        begun = {track.key for track in self._fresh}
        self._waiting = {
            key: None for key in links if key not in self.routes and key in self._wires and key not in begun
        }
        return bool(self._waiting or self._fresh)

    def advance(self, enough: Callable[[], bool]) -> tuple[list[str], bool]:
        """Links are laid until it is enough: which got their way, and whether something wanted remains."""
        done: list[str] = []
        while self._waiting or self._fresh:
            if self._spreading is None and self._waiting and len(self._fresh) < TOGETHER:
                self._lay(next(iter(self._waiting)))
            else:
                done += self._apart()
            if enough():
                break
        return done, bool(self._waiting or self._fresh)

    def _touched(self, moved: set[str], places: list[Box]) -> list[str]:
        """The laid links that end at what moved, or run beside where it stood or stands."""
        found = [key for key, t in self._tracks.items() if t.source in moved or t.target in moved]
        if not self._tracks:
            return found
        near = self.lines.passing(BESIDE) if len(places) > MANY else None
        for b in places if near is None else filter(near, places):
            found += self.lines.near(b.x - BESIDE, b.y - BESIDE, b.right + BESIDE, b.bottom + BESIDE)
        return found

    def _surround(self, moved: set[str], wires: Mapping[str, Wire]) -> None:
        """`around` is true again, where boxes moved and for wires that are new."""
        changed = set[str]()
        if wires is not self._wires:
            before = self._wires
            changed.update(others(wires, before))
            gone = [before[key] for key in others(before, wires)]
            for wire in gone:
                if wire.key not in wires:
                    self.around.drop(wire.key)
            ends = {end for w in (*gone, *map(wires.__getitem__, changed)) for end in (w.source, w.target)}
            self._join(ends, {wire.key for wire in gone}, changed, wires)
        changed.update(key for end in moved for key in self.at.get(end, ()))
        for key in changed:
            wire = wires[key]
            a, b = self.boxes[wire.source], self.boxes[wire.target]
            x, y = min(a.x, b.x) - REACH, min(a.y, b.y) - REACH
            width, height = max(a.right, b.right) + REACH - x, max(a.bottom, b.bottom) + REACH - y
            self.around.put(key, Box(x, y, width, height))

    def _join(self, ends: set[str], gone: set[str], changed: set[str], wires: Mapping[str, Wire]) -> None:
        """The links at these boxes are those of these wires, in their order."""
        rank = dict(zip(wires, range(len(wires)), strict=True)) if ends else {}
        at = {end: set(self.at.pop(end, ())) - gone for end in ends}
        for key in changed:
            at[wires[key].source].add(key)
            at[wires[key].target].add(key)
        for end, keys in at.items():
            if keys:
                self.at[end] = [
                    key for key in sorted(keys, key=rank.__getitem__) for _ in _ends(wires[key], end)
                ]

    def _lay(self, key: str) -> None:
        del self._waiting[key]
        wire = self._wires[key]
        self.count += 1
        for margin in AROUND:
            field = self._field(self.boxes[wire.source], self.boxes[wire.target], margin)
            points, ends = best_way(field, self.lines, wire, self._sides, self._room.floor, TRIES)
            if field.free(points, wire.source, wire.target):
                break
        self.lines.add(key, points)
        track = Track(key, wire.source, wire.target, ends, [list(p) for p in points])
        self._count_sides(track, 1)
        self._fresh.append(track)

    def _field(self, a: Box, b: Box, margin: float) -> Field:
        """The boxes around two ends."""
        left, top, right, bottom = self.bounds
        left, top = max(min(a.x, b.x) - margin, left), max(min(a.y, b.y) - margin, top)
        right, bottom = (
            min(max(a.right, b.right) + margin, right),
            min(max(a.bottom, b.bottom) + margin, bottom),
        )
        keys = self.grid.within(left, top, right, bottom)
        return Field({key: self.boxes[key] for key in keys}, (left, top, right, bottom))

    def _apart(self) -> list[str]:
        """A little more of what was laid is drawn apart; names the links when they are ready."""
        if self._spreading is None:
            fixed = [self._tracks[key] for key in self._beside()]
            reserve, apart = self._room.reserve, self._room.apart
            self._spreading = spread(self._fresh, self.boxes, self, reserve=reserve, apart=apart, fixed=fixed)
        for _ in self._spreading:
            return []
        done, self._fresh, self._spreading = self._fresh, [], None
        for track in done:
            self._tracks[track.key] = track
            self.lines.drop(track.key)
            self.lines.add(track.key, [(x, y) for x, y in track.points])
            self.routes[track.key] = simple([(x, y) for x, y in track.points])
        return [track.key for track in done]

    def _beside(self) -> list[str]:
        """The links that lie already where the new ones were laid."""
        reach = self._room.apart + 1.0
        found: dict[str, None] = {}
        for track in self._fresh:
            for a, b in pairwise(track.points):
                left, right = min(a[0], b[0]) - reach, max(a[0], b[0]) + reach
                top, bottom = min(a[1], b[1]) - reach, max(a[1], b[1]) + reach
                found |= dict.fromkeys(self.lines.near(left, top, right, bottom))
        return [key for key in found if key in self._tracks]

    def _stop(self) -> None:
        """What was begun is forgotten."""
        for track in self._fresh:
            self.lines.drop(track.key)
            self._count_sides(track, -1)
        self._waiting, self._fresh, self._spreading = {}, [], None

    def _drop(self, key: str) -> None:
        track = self._tracks.pop(key, None)
        if track is not None:
            self.routes.pop(key, None)
            self.lines.drop(key)
            self._count_sides(track, -1)

    def _count_sides(self, track: Track, by: int) -> None:
        for side in ((track.source, track.ends.out), (track.target, track.ends.into)):
            self._sides[side] = self._sides.get(side, 0) + by


def _ends(wire: Wire, box: str) -> Iterator[str]:
    """The ends of a wire that are that box."""
    return (end for end in (wire.source, wire.target) if end == box)
