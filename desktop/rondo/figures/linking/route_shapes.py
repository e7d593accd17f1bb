"""The simple ways from one box to another: straight, one corner, two, three, four."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from rondo.figures.arranging.layout_values import Box
from rondo.figures.linking.route_field import Field, Point

STUB = 4.0
HEAD = 6.0
NEAR = 6.0
INSET = 6.0
_OUTWARD = {"right": (1, 0), "left": (-1, 0), "top": (0, -1), "bottom": (0, 1)}


class Ends(NamedTuple):
    """The side a link leaves by and the side it enters by."""

    out: str
    into: str


ENDS = tuple(Ends(out, into) for out, into in product(_OUTWARD, _OUTWARD))


def ways(field: Field, source: Box, target: Box, ends: Ends) -> Iterator[list[Point]]:
    """Ways that leave and enter outwards by these sides; whether they are free is not looked at."""
    for points in _ways(field, source, target, ends):
        if _leaves(points[0], points[1], ends.out, STUB) and _leaves(points[-1], points[-2], ends.into, HEAD):
            yield points


def port(box: Box, side: str) -> Point:
    """The middle of a side."""
    return {
        "right": (box.right, box.cy),
        "left": (box.x, box.cy),
        "top": (box.cx, box.y),
        "bottom": (box.cx, box.bottom),
    }[side]


def length(points: list[Point]) -> float:
    """How long a way is."""
    total, (x, y) = 0.0, points[0]
    for u, v in points:
        total += abs(u - x) + abs(v - y)
        x, y = u, v
    return total


def bends(points: list[Point]) -> int:
    return len(points) - 2


def _ways(field: Field, source: Box, target: Box, ends: Ends) -> Iterator[list[Point]]:
    p, q = port(source, ends.out), port(target, ends.into)
    out_level, in_level = ends.out in ("left", "right"), ends.into in ("left", "right")
    if out_level and in_level:
        yield from _level(field, source, target, ends, p, q)
    elif not out_level and not in_level:
        yield from _upright(field, source, target, ends, p, q)
    elif out_level:
        yield [p, (q[0], p[1]), q]
        for x, y in product(_beside(field, source, ends.out), _beside(field, target, ends.into)):
            yield [p, (x, p[1]), (x, y), (q[0], y), q]
    else:
        yield [p, (p[0], q[1]), q]
        for y, x in product(_beside(field, source, ends.out), _beside(field, target, ends.into)):
            yield [p, (p[0], y), (x, y), (x, q[1]), q]


def _level(field: Field, source: Box, target: Box, ends: Ends, p: Point, q: Point) -> Iterator[list[Point]]:
    """From a left or right side to a left or right side."""
    if ends.out != ends.into:
        shared = _shared(source.y, source.bottom, target.y, target.bottom)
        if shared is not None:
            yield [(p[0], shared), (q[0], shared)]
    beside = _beside(field, source, ends.out), _beside(field, target, ends.into)
    for x in (*_between(field.xs, p[0], q[0]), *beside[0], *beside[1]):
        yield [p, (x, p[1]), (x, q[1]), q]
    ys = _around(field.ys, source.y, source.bottom, target.y, target.bottom)
    for x1, y, x2 in product(beside[0], ys, beside[1]):
        yield [p, (x1, p[1]), (x1, y), (x2, y), (x2, q[1]), q]


def _upright(field: Field, source: Box, target: Box, ends: Ends, p: Point, q: Point) -> Iterator[list[Point]]:
    """From a top or bottom side to a top or bottom side."""
    if ends.out != ends.into:
        shared = _shared(source.x, source.right, target.x, target.right)
        if shared is not None:
            yield [(shared, p[1]), (shared, q[1])]
    beside = _beside(field, source, ends.out), _beside(field, target, ends.into)
    for y in (*_between(field.ys, p[1], q[1]), *beside[0], *beside[1]):
        yield [p, (p[0], y), (q[0], y), q]
    xs = _around(field.xs, source.x, source.right, target.x, target.right)
    for y1, x, y2 in product(beside[0], xs, beside[1]):
        yield [p, (p[0], y1), (x, y1), (x, y2), (q[0], y2), q]


def _shared(a1: float, a2: float, b1: float, b2: float) -> float | None:
    """The level at which a straight link meets both sides, nearest the middle of the shorter one."""
    low, high = max(a1, b1) + INSET, min(a2, b2) - INSET
    if low > high:
        return None
    middle = (a1 + a2) / 2 if a2 - a1 <= b2 - b1 else (b1 + b2) / 2
    return min(max(middle, low), high)


def _beside(field: Field, box: Box, side: str) -> list[float]:
    """The nearest channel on that side of a box, and a line close to the box."""
    ahead = side in ("right", "bottom")
    edge = {"right": box.right, "left": box.x, "top": box.y, "bottom": box.bottom}[side]
    channels = field.xs if side in ("left", "right") else field.ys
    at = bisect_left(channels, edge)
    found = channels[at : at + 1] if ahead else channels[max(at - 1, 0) : at]
    return [*found, edge + (NEAR if ahead else -NEAR)]


def _between(channels: list[float], a: float, b: float) -> list[float]:
    """The channels between two lines; of many only the outer and the middle ones."""
    found = channels[bisect_left(channels, min(a, b)) : bisect_left(channels, max(a, b))]
    return found if len(found) <= 7 else [*found[:3], found[len(found) // 2], *found[-3:]]


def _around(channels: list[float], a1: float, a2: float, b1: float, b2: float) -> list[float]:
    """The channels between two boxes and the next one or two beyond either."""
    first = bisect_left(channels, min(a1, b1)) - 2
    last = bisect_left(channels, max(a2, b2)) + 2
    found = channels[max(first, 0) : last]
    return found if len(found) <= 10 else [*found[:4], found[len(found) // 2], *found[-4:]]


def _leaves(edge: Point, following: Point, side: str, least: float) -> bool:
    """Whether a segment goes straight out of that side, at least so far."""
    dx, dy = _OUTWARD[side]
    return (following[0] - edge[0]) * dx + (following[1] - edge[1]) * dy >= least
