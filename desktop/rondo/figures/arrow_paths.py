"""An arrow as two paths: a line with rounded corners that ends inside its head, and the filled head."""

from __future__ import annotations

from math import hypot

from rondo.figures.shapes import Arrow, Path

Point = tuple[float, float]
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
    line = Path(_rounded([*points[:-1], _towards(neck, tip, head * 0.3)], arrow.radius), stroke=arrow.stroke)
    side = (-along[1] * head * _SLIM, along[0] * head * _SLIM)
    corners = ((neck[0] + side[0], neck[1] + side[1]), tip, (neck[0] - side[0], neck[1] - side[1]))
    return line, Path(
        (("M", *corners[0]), ("L", *corners[1]), ("L", *corners[2]), ("Z",)), fill=arrow.stroke.colour
    )


def _rounded(points: list[Point], radius: float) -> tuple[tuple[str | float, ...], ...]:
    commands: list[tuple[str | float, ...]] = [("M", *points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(radius, _apart(before, corner) / 2, _apart(corner, after) / 2)
        start, end = _towards(corner, before, reach), _towards(corner, after, reach)
        first, second = _towards(start, corner, reach * 0.5523), _towards(end, corner, reach * 0.5523)
        commands += [("L", *start), ("C", *first, *second, *end)]
    return (*commands, ("L", *points[-1]))


def _without_doubles(points: tuple[Point, ...]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if not kept or _apart(kept[-1], point) > 1e-6:
            kept.append(point)
    return kept


def _apart(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def _towards(start: Point, goal: Point, distance: float) -> Point:
    whole = _apart(start, goal)
    if whole == 0:
        return start
    part = distance / whole
    return start[0] + (goal[0] - start[0]) * part, start[1] + (goal[1] - start[1]) * part
