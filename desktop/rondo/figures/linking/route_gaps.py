"""Where links cross, the level one leaves a gap, so that a crossing is no fork."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from rondo.figures.arranging.layout_values import Box
from rondo.figures.linking.route_field import Point
from rondo.figures.linking.route_lines import Lines

HALF = 2.4
"""Half a gap."""
FROM_CORNER, FROM_END = 6.5, 9.0
"""No gap so near to a corner or an end of either link: there it would look like a broken line."""
JOIN = 3.0
"""Gaps that leave less of the line between them are one."""

Gap = tuple[float, float, float]
"""The height of a level segment, and from where to where it is not drawn."""


def gaps_of(
    link: str, routes: Mapping[str, tuple[Point, ...]], lines: Lines, chip: Box | None
) -> tuple[Gap, ...]:
    """The gaps of a link where others cross its level segments."""
    route, found = routes[link], []
    last = len(route) - 2
    for number, (a, b) in enumerate(pairwise(route)):
        if abs(a[1] - b[1]) > 0.01:
            continue
        low = min(a[0], b[0])
        high = max(a[0], b[0])
        margins = (FROM_END if number == 0 else FROM_CORNER, FROM_END if number == last else FROM_CORNER)
        start, end = margins if a[0] <= b[0] else margins[::-1]
        others = (other for other in lines.near(low, a[1], high, a[1]) if other != link and other in routes)
        at = sorted(x for other in others for x in _crossed(routes[other], a[1], low + start, high - end))
        found += _joined(a[1], at, chip)
    return tuple(found)


def _crossed(route: tuple[Point, ...], y: float, low: float, high: float) -> Iterable[float]:
    """Where the upright segments of a route cross that height, away from its own corners."""
    for a, b in pairwise(route):
        if abs(a[0] - b[0]) < 0.01 and low < a[0] < high:
            top, bottom = min(a[1], b[1]) + FROM_CORNER, max(a[1], b[1]) - FROM_CORNER
            if top < y < bottom:
                yield a[0]


def _joined(y: float, at: list[float], chip: Box | None) -> list[Gap]:
    """Gaps around these places, those that nearly touch as one; none where a chip lies."""
    found: list[Gap] = []
    for x in at:
        if chip and chip.y - 1 < y < chip.bottom + 1 and chip.x - HALF < x < chip.right + HALF:
            continue
        if found and x - HALF - found[-1][2] < JOIN:
            found[-1] = (y, found[-1][1], x + HALF)
        else:
            found.append((y, x - HALF, x + HALF))
    return found
