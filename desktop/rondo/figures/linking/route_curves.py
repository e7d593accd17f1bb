"""Links as curves: the corners of a route drawn as wide as the boxes around them let them be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import hypot

from rondo.figures.arranging.layout_values import Box
from rondo.figures.linking.route_field import Point

WIDEST, LEAST = 64.0, 4.0
FLATTEST = 2.2
"""How much longer one half axis of a curve may be than the other."""
TAIL, HEAD = 4.0, 9.0
"""What stays straight where a link leaves and where its head lies."""
BESIDE_CHIP, BESIDE_BOX = 3.0, 1.5
SHRINK, SAMPLES = 0.72, 8
ROUND = 0.5523
"""Where the control points of a quarter of an ellipse lie, in parts of its half axes."""

Bend = tuple[float, float]
"""How far before and behind a corner its curve begins and ends."""
Near = Callable[[float, float, float, float], Iterable[Box]]


def bends_of(route: Sequence[Point], chip: Box | None, near: Near) -> tuple[Bend, ...]:
    """For every corner how far its curve reaches; no curve enters a box or leaves a chip without its line.

    `near`: the boxes that touch a part of the map (left, top, right, bottom)."""
    last = len(route) - 1
    found = []
    for i in range(1, last):
        before = _reach(route[i], route[i - 1], TAIL if i == 1 else None, chip)
        behind = _reach(route[i], route[i + 1], HEAD if i + 1 == last else None, chip)
        before, behind = min(before, behind * FLATTEST), min(behind, before * FLATTEST)
        found.append(_free(route[i - 1], route[i], route[i + 1], before, behind, near))
    return tuple(found)


def curve(before: Point, corner: Point, after: Point, bend: Bend) -> tuple[Point, Point, Point, Point]:
    """Start, two control points and end of the curve at a corner."""
    start, end = towards(corner, before, bend[0]), towards(corner, after, bend[1])
    first = towards(start, corner, bend[0] * ROUND)
    return start, first, towards(end, corner, bend[1] * ROUND), end


def flattened(route: Sequence[Point], bends: Sequence[Bend]) -> tuple[Point, ...]:
    """The curved link as a line of short straight parts; the route itself where nothing bends."""
    if len(bends) != len(route) - 2 or len(route) < 3:
        return tuple(route)
    points = [route[0]]
    for i, bend in enumerate(bends, 1):
        points += _sampled(*curve(route[i - 1], route[i], route[i + 1], bend))
    return (*points, route[-1])


def towards(start: Point, goal: Point, distance: float) -> Point:
    """The point so far from the start on the way to the goal."""
    whole = hypot(goal[0] - start[0], goal[1] - start[1])
    if whole == 0:
        return start
    part = distance / whole
    return start[0] + (goal[0] - start[0]) * part, start[1] + (goal[1] - start[1]) * part


def _reach(corner: Point, other: Point, straight: float | None, chip: Box | None) -> float:
    """How far a curve may reach along one of its legs: to its middle, or nearly to the end of the link."""
    length = abs(corner[0] - other[0]) + abs(corner[1] - other[1])
    reach = length / 2 if straight is None else max(length - straight, length / 2)
    if chip is not None:
        gap = _until(corner, other, chip)
        reach = reach if gap is None else min(reach, gap - BESIDE_CHIP)
    return max(min(reach, WIDEST), 0.0)


def _until(corner: Point, other: Point, chip: Box) -> float | None:
    """How far from the corner a leg runs into the chip; None where it does not."""
    level = abs(corner[1] - other[1]) < 0.01
    at, low, high = (corner[1], chip.y, chip.bottom) if level else (corner[0], chip.x, chip.right)
    if not low <= at <= high:
        return None
    start, end = (corner[0], other[0]) if level else (corner[1], other[1])
    near, far = (chip.x, chip.right) if level else (chip.y, chip.bottom)
    if max(near, min(start, end)) > min(far, max(start, end)):
        return None
    return max((near - start) if end > start else (start - far), 0.0)


def _free(before: Point, corner: Point, after: Point, reach: float, onward: float, near: Near) -> Bend:
    """The bend drawn in until its curve is free of boxes."""
    first, last = towards(corner, before, reach), towards(corner, after, onward)
    left, right = min(first[0], last[0]) - BESIDE_BOX, max(first[0], last[0]) + BESIDE_BOX
    top, bottom = min(first[1], last[1]) - BESIDE_BOX, max(first[1], last[1]) + BESIDE_BOX
    boxes = list(near(left, top, right, bottom))
    while boxes and max(reach, onward) > LEAST:
        points = _sampled(*curve(before, corner, after, (reach, onward)))
        if not any(_cuts(a, b, box) for a, b in pairwise(points) for box in boxes):
            break
        reach, onward = min(reach, max(reach, onward) * SHRINK), min(onward, max(reach, onward) * SHRINK)
    return reach, onward


def _cuts(a: Point, b: Point, box: Box) -> bool:
    """Whether a straight part comes too near to a box, or runs into it."""
    low, high = 0.0, 1.0
    across = a[0], b[0] - a[0], box.x - BESIDE_BOX, box.right + BESIDE_BOX
    down = a[1], b[1] - a[1], box.y - BESIDE_BOX, box.bottom + BESIDE_BOX
    for at, way, near, far in (across, down):
        if way:
            enters, leaves = sorted(((near - at) / way, (far - at) / way))
            low, high = max(low, enters), min(high, leaves)
        elif not near < at < far:
            return False
    return low < high


def _sampled(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    found = []
    for i in range(SAMPLES + 1):
        t = i / SAMPLES
        u = 1 - t
        p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        found.append((p * a[0] + q * b[0] + r * c[0] + s * d[0], p * a[1] + q * b[1] + r * c[1] + s * d[1]))
    return found
