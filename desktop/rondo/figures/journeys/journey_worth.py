"""How hard the links of a map are to follow: crossings, bends, labels without a place."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from rondo.figures.linking.route_field import Point

CROSSING, BEND, LACK = 18.0, 2.5, 60.0


def tangle(routes: Mapping[str, tuple[Point, ...]], lacks: int) -> float:
    """A price in points of height for what the eye has to unravel."""
    bends = sum(max(len(points) - 2, 0) for points in routes.values())
    return CROSSING * crossings(routes) + BEND * bends + LACK * lacks


def crossings(routes: Mapping[str, tuple[Point, ...]]) -> int:
    """How often links cross each other."""
    level, upright = [], []
    for key, points in routes.items():
        for (a, b), (c, d) in pairwise(points):
            if abs(b - d) < 0.01:
                level.append((key, b, min(a, c), max(a, c)))
            else:
                upright.append((key, a, min(b, d), max(b, d)))
    return sum(
        one != other and start < x < end and low < y < high
        for one, y, start, end in level
        for other, x, low, high in upright
    )
