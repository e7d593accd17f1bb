"""An arrow as two paths: a line with rounded corners that ends inside its head, and the filled head."""

from __future__ import annotations

from math import hypot

from rondo.figures.linking.route_curves import curve, towards
from rondo.figures.shapes import Arrow, Path

Point = tuple[float, float]
Command = tuple[str | float, ...]
_SLIM = 0.42
"""Half the width of a head, in units of its length."""


def arrow_paths(arrow: Arrow) -> tuple[Path, ...]:
    """Line and head; nothing for an arrow without length."""
    points = _without_doubles(arrow.points)
    if len(points) < 2:
        return ()
    (tail, tip) = points[-2:]
    length = hypot(tip[0] - tail[0], tip[1] - tail[1])
    head = min(arrow.head, length)
    along = ((tip[0] - tail[0]) / length, (tip[1] - tail[1]) / length)
    neck = (tip[0] - along[0] * head, tip[1] - along[1] * head)
    line = Path(_rounded([*points[:-1], towards(neck, tip, head * 0.3)], arrow), stroke=arrow.stroke)
    side = (-along[1] * head * _SLIM, along[0] * head * _SLIM)
    corners = ((neck[0] + side[0], neck[1] + side[1]), tip, (neck[0] - side[0], neck[1] - side[1]))
    return line, Path(
        (("M", *corners[0]), ("L", *corners[1]), ("L", *corners[2]), ("Z",)), fill=arrow.stroke.colour
    )


def _rounded(points: list[Point], arrow: Arrow) -> tuple[Command, ...]:
    """The line with its corners drawn as curves, and without what lies in its gaps."""
    commands: list[Command] = [("M", *points[0])]
    own = arrow.bends if len(arrow.bends) == len(points) - 2 else ()
    at = points[0]
    for i in range(1, len(points) - 1):
        before, corner, after = points[i - 1 : i + 2]
        reach = min(arrow.radius, _apart(before, corner) / 2, _apart(corner, after) / 2)
        start, first, second, end = curve(before, corner, after, own[i - 1] if own else (reach, reach))
        commands += [*_straight(at, start, arrow), ("C", *first, *second, *end)]
        at = end
    return (*commands, *_straight(at, points[-1], arrow))


def _straight(a: Point, b: Point, arrow: Arrow) -> list[Command]:
    """A straight part up to its end, with its gaps."""
    commands: list[Command] = []
    low, high = min(a[0], b[0]), max(a[0], b[0])
    inside = [gap for gap in arrow.gaps if abs(gap[0] - a[1]) < 0.01 and low < gap[1] and gap[2] < high]
    for y, start, end in inside if a[0] <= b[0] else inside[::-1]:
        ends = (start, end) if a[0] <= b[0] else (end, start)
        commands += [("L", ends[0], y), ("M", ends[1], y)]
    return [*commands, ("L", *b)]


def _without_doubles(points: tuple[Point, ...]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if not kept or _apart(kept[-1], point) > 1e-6:
            kept.append(point)
    return kept


def _apart(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])
