"""More room where links crowd: wider gaps between sub-columns, higher borders between lanes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from rondo.figures.chips import Lack
from rondo.figures.layout import Box, Layout, Spacing
from rondo.figures.route_field import Point

TRACK = 5.0
ROOM = 11.0
CHIP_ROOM = 13.0
HIGH_ROOM = 9.0


def more_room(
    layout: Layout,
    boxes: Mapping[str, Box],
    routes: Iterable[tuple[Point, ...]],
    lacks: Iterable[tuple[Lack, float, float]],
    spacing: Spacing,
) -> Spacing | None:
    """A spacing that gives crowded channels and homeless chips (lack, width, height) room; None: enough.

    Boxes and routes in the coordinates of the layout."""
    gaps, boundaries = dict(spacing.gaps), dict(spacing.boundaries)
    segments = [segment for route in routes for segment in pairwise(route)]
    for column, (low, high) in _gaps(layout).items():
        count = _most_beside([s for s in segments if abs(s[0][0] - s[1][0]) < 0.01], low, high, axis=1)
        _grow(gaps, column, ROOM + TRACK * count - (high - low))
    for lane, (low, high) in _borders(layout, boxes).items():
        count = _most_beside([s for s in segments if abs(s[0][1] - s[1][1]) < 0.01], low, high, axis=0)
        _grow(boundaries, lane, ROOM + TRACK * count - (high - low) if count else 0.0)
    for lack, width, height in lacks:
        if lack.level:
            column = _between(_gaps(layout), lack.x)
            _grow(gaps, column, width + CHIP_ROOM - _size(_gaps(layout), column))
        else:
            lane = _between(_borders(layout, boxes), lack.y)
            _grow(boundaries, lane, height + HIGH_ROOM - _size(_borders(layout, boxes), lane), least=3.0)
    if gaps == spacing.gaps and boundaries == spacing.boundaries:
        return None
    return replace(spacing, gaps=gaps, boundaries=boundaries)


def _grow(values: dict[int, float], key: int, by: float, least: float = 0.0) -> None:
    if max(by, least) > 0.5:
        values[key] = values.get(key, 0.0) + max(by, least)


def _gaps(layout: Layout) -> dict[int, tuple[float, float]]:
    """The free strip before every sub-column but the first."""
    bands = [band for _, band in layout.columns]
    return {i + 1: (a.end, b.start) for i, (a, b) in enumerate(pairwise(bands))}


def _borders(layout: Layout, boxes: Mapping[str, Box]) -> dict[int, tuple[float, float]]:
    """The free strip around the top of every lane but the first."""
    strips = {}
    for number in range(1, len(layout.lanes)):
        line = layout.lanes[number].start
        low = max((b.bottom for b in boxes.values() if b.bottom <= line + 0.01), default=line - 10)
        high = min((b.y for b in boxes.values() if b.y >= line - 0.01), default=line + 10)
        strips[number] = (max(low, layout.lanes[number - 1].start), min(high, layout.lanes[number].end))
    return strips


def _most_beside(segments: list[tuple[Point, Point]], low: float, high: float, axis: int) -> int:
    """The most segments that run beside each other in a strip."""
    across = 1 - axis
    events = []
    for a, b in segments:
        if low - 0.01 <= a[across] <= high + 0.01:
            start, end = min(a[axis], b[axis]), max(a[axis], b[axis])
            if end - start > 1:
                events += [(start, 1), (end, -1)]
    most = count = 0
    for _, change in sorted(events):
        count += change
        most = max(most, count)
    return most


def _between(strips: Mapping[int, tuple[float, float]], at: float) -> int:
    """The strip nearest to a place."""
    return min(strips, key=lambda key: abs(sum(strips[key]) / 2 - at), default=1)


def _size(strips: Mapping[int, tuple[float, float]], key: int) -> float:
    low, high = strips.get(key, (0.0, 0.0))
    return high - low
