"""Where the feeling curve stands: its lines and points in points of the figure, and what is under a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.arranging.layout_values import Box
from rondo.strategy.journeys.feelings import LEAST, MOST, FeelingLine, LineKind

UNIT = 13.0
"""Points between two feelings."""
HEAD, FOOT = 15.0, 15.0
"""Room above the best and below the worst feeling, for titles."""
SLOT = 42.0
"""How far left and right of a step its place on the curve reaches, at most."""
NEAR = 6.5


class CurvePoint(Struct, frozen=True):
    """A feeling on a line. `at` is its place in the order of the line."""

    step: str
    title: str
    feeling: int
    x: float
    y: float
    at: int


class CurveLine(Struct, frozen=True):
    """A line with its points from left to right; `name` stands at its end."""

    kind: LineKind
    segment: str | None
    name: str
    points: tuple[CurvePoint, ...]
    number: int = 0
    """Which of the lines of its kind it is."""


class Slot(Struct, frozen=True):
    """A step of the path and where it stands on the axis."""

    step: str
    title: str
    x: float


class CurvePlan(Struct, frozen=True):
    """The curve between left and right; `zero` is the height of a feeling that is neither good nor bad."""

    left: float
    right: float
    zero: float
    slots: tuple[Slot, ...]
    lines: tuple[CurveLine, ...]

    @property
    def top(self) -> float:
        """The height of the best feeling."""
        return self.y_of(MOST)

    @property
    def bottom(self) -> float:
        """The height of the worst feeling."""
        return self.y_of(LEAST)

    @property
    def area(self) -> Box:
        """All that belongs to the curve, titles and all."""
        return Box(self.left, self.top - HEAD, self.right - self.left, self.bottom - self.top + HEAD + FOOT)

    def y_of(self, feeling: int) -> float:
        """The height of a feeling."""
        return self.zero - feeling * UNIT

    def feeling_at(self, y: float) -> int:
        """The feeling whose height is nearest."""
        return max(LEAST, min(MOST, round((self.zero - y) / UNIT)))

    def slot_at(self, x: float) -> Slot | None:
        """The step whose place on the axis is there."""
        at = bisect_left(self.slots, x, key=lambda slot: slot.x)
        near = self.slots[max(at - 1, 0) : at + 1]
        found = min(near, key=lambda slot: abs(slot.x - x), default=None)
        return found if found and abs(found.x - x) <= SLOT else None

    def line_of(self, segment: str | None) -> CurveLine | None:
        """The line that may be changed for that segment; None: the journey's own."""
        for line in self.lines:
            if line.kind is not LineKind.TODAY and line.segment == segment:
                return line
        return None

    def point_at(self, x: float, y: float, first: str | None) -> tuple[CurveLine, CurvePoint] | None:
        """The point that lies there, of the line of the segment `first` before others."""
        ranked = sorted(self.lines, key=lambda one: (one.kind is LineKind.TODAY, one.segment != first))
        for line in ranked:
            for point in within(line.points, x - NEAR, x + NEAR):
                if (point.x - x) ** 2 + (point.y - y) ** 2 <= NEAR**2:
                    return line, point
        return None

    def naming(self, steps: Collection[str]) -> CurvePlan:
        """The same curve on which only these steps have a title."""
        lines = tuple(
            replace(line, points=tuple(p if p.step in steps else replace(p, title="") for p in line.points))
            if line.kind is not LineKind.TODAY
            else line
            for line in self.lines
        )
        return replace(self, lines=lines)

    def felt(self, segment: str | None, step: str, feeling: int | None) -> CurvePlan:
        """The same curve with that feeling at that step on the segment's line."""
        at = next((n for n, slot in enumerate(self.slots) if slot.step == step), None)
        lines = tuple(
            self._changed(line, at, feeling)
            if at is not None and line.kind is not LineKind.TODAY and line.segment == segment
            else line
            for line in self.lines
        )
        return replace(self, lines=lines)

    def _changed(self, line: CurveLine, at: int, feeling: int | None) -> CurveLine:
        slot, rest = self.slots[at], [point for point in line.points if point.at != at]
        if feeling is not None:
            rest.append(CurvePoint(slot.step, slot.title, feeling, slot.x, self.y_of(feeling), at))
        return replace(line, points=tuple(sorted(rest, key=lambda point: point.at)))


def within(points: Sequence[CurvePoint], start: float, end: float) -> Sequence[CurvePoint]:
    """The points from start to end."""
    first = bisect_left(points, start, key=lambda point: point.x)
    last = bisect_left(points, end, key=lambda point: point.x)
    return points[first:last]


def plan_curve(
    lines: Sequence[FeelingLine],
    names: Sequence[str],
    boxes: Mapping[str, Box],
    left: float,
    top: float,
    right: float,
    room: float,
) -> CurvePlan:
    """The lines between left and right from `top` down, under the boxes of their steps; the first line is
    the journey's own. `room` is kept free at the right for the names at their ends."""
    path = [one.step for one in lines[0].felt]
    xs = _places([step.id for step in path], boxes, left + 10.0, right - max(room, 10.0))
    slots = tuple(Slot(step.id, step.title, x) for step, x in zip(path, xs, strict=True))
    plan = CurvePlan(left, right, top + HEAD + MOST * UNIT, slots, ())
    made: list[CurveLine] = []
    for line, name in zip(lines, names, strict=True):
        number = sum(other.kind is line.kind for other in made)
        segment = line.segment.id if line.kind is LineKind.SEGMENT and line.segment else None
        points = tuple(
            CurvePoint(
                one.step.id,
                one.step.title,
                one.feeling,
                _x_at(xs, one.at, left, right),
                plan.y_of(one.feeling),
                at,
            )
            for at, one in enumerate(line.felt)
            if one.feeling is not None
        )
        made.append(CurveLine(line.kind, segment, name, points, number))
    return replace(plan, lines=tuple(made))


def _x_at(xs: Sequence[float], at: float, left: float, right: float) -> float:
    """Where a place along the path lies, also between two steps and beside the ends."""
    if not xs:
        return left
    low = max(0, min(int(at // 1), len(xs) - 1))
    step = xs[low + 1] - xs[low] if low + 1 < len(xs) else min(SLOT, (xs[-1] - xs[0]) / 3 or SLOT)
    return min(max(xs[low] + step * (at - low), left), right)


def _places(path: Sequence[str], boxes: Mapping[str, Box], left: float, right: float) -> list[float]:
    """Under the steps where the map reads from left to right, else at even distances."""
    centres = [boxes[step].cx for step in path if step in boxes]
    forward = len(centres) == len(path) and all(b >= a - 1 for a, b in pairwise(centres))
    if not forward:
        count = max(len(path) - 1, 1)
        return [left + (right - left) * number / count for number in range(len(path))]
    places: list[float] = []
    groups: dict[float, list[int]] = {}
    for number, centre in enumerate(centres):
        groups.setdefault(round(centre), []).append(number)
    starts = sorted(groups)
    for number, centre in enumerate(starts):
        members = groups[centre]
        before = (starts[number - 1] + centre) / 2 if number else left
        after = (centre + starts[number + 1]) / 2 if number + 1 < len(starts) else max(right, centre + SLOT)
        reach = min(centre - before, after - centre) * 1.7
        places += [centre + reach * ((i + 0.5) / len(members) - 0.5) for i in range(len(members))]
    return _squeezed(places, left, right)


def _squeezed(places: list[float], left: float, right: float) -> list[float]:
    """The places, drawn together where they would reach past the right end."""
    if places and places[-1] > right and places[-1] > places[0]:
        share = (right - places[0]) / (places[-1] - places[0])
        places = [places[0] + (x - places[0]) * share for x in places]
    return [min(max(x, left), right) for x in places]
