"""More room where links crowd: wider gaps between sub-columns, higher borders between lanes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from msgspec.structs import replace

from rondo.figures.arranging.layout import Box, Layout, Spacing
from rondo.figures.journeys.journey_labels import TRACK
from rondo.figures.linking.chips import Lack
from rondo.figures.linking.route_field import Point

ROOM = 11.0
CHIP_ROOM = 13.0
CHIP_ENDS, LEAST_GROWTH = 14.4, 2.5
"""What an upright link needs above and below its chip: for its head, for the badge of a card."""
TIGHT_ROOM, TIGHT_TRACK = 9.0, 4.2


def more_room(
    layout: Layout,
    boxes: Mapping[str, Box],
    routes: Iterable[tuple[Point, ...]],
    lacks: Iterable[tuple[Lack, float, float]],
    spacing: Spacing,
    *,
    tight: bool = False,
) -> Spacing | None:
    """A spacing that gives crowded channels and homeless chips (lack, width, height) room; None: enough.

    Boxes and routes in the coordinates of the layout."""
    gaps, borders = _gaps(layout), _borders(layout, boxes)
    wider, higher = _for_tracks(gaps, borders, list(routes), tight)
    rows = 0.0
    for lack, width, height in lacks:
        more = max(height + CHIP_ENDS - lack.reach, LEAST_GROWTH)
        if lack.level:
            column = _between(gaps, lack.x)
            _want(wider, column, width + CHIP_ROOM - _size(gaps, column))
        elif _in_a_pile(layout, boxes, lack):
            rows = max(rows, more)
        else:
            _want(higher, _between(borders, lack.y), more)
    if not (wider or higher or rows):
        return None
    return replace(
        spacing,
        gaps=_grown(spacing.gaps, wider),
        boundaries=_grown(spacing.boundaries, higher),
        rows=spacing.rows + rows,
    )


def _for_tracks(
    gaps: Mapping[int, tuple[float, float]],
    borders: Mapping[int, tuple[float, float]],
    routes: list[tuple[Point, ...]],
    tight: bool,
) -> tuple[dict[int, float], dict[int, float]]:
    """What gaps and borders lack for the links that run beside each other in them."""
    room, track = (TIGHT_ROOM, TIGHT_TRACK) if tight else (ROOM, TRACK)
    wider: dict[int, float] = {}
    higher: dict[int, float] = {}
    segments = [segment for route in routes for segment in pairwise(route)]
    for column, (low, high) in gaps.items():
        count = _most_beside([s for s in segments if abs(s[0][0] - s[1][0]) < 0.01], low, high, axis=1)
        _want(wider, column, room + track * count - (high - low))
    for lane, (low, high) in borders.items():
        count = _most_beside([s for s in segments if abs(s[0][1] - s[1][1]) < 0.01], low, high, axis=0)
        _want(higher, lane, room + track * count - (high - low) if count else 0.0)
    return wider, higher


def _want(wanted: dict[int, float], key: int, by: float) -> None:
    """The most that anything wants there."""
    if by > 0.5:
        wanted[key] = max(wanted.get(key, 0.0), by)


def _grown(values: Mapping[int, float], by: Mapping[int, float]) -> dict[int, float]:
    return {key: values.get(key, 0.0) + by.get(key, 0.0) for key in {**values, **by}}


def _in_a_pile(layout: Layout, boxes: Mapping[str, Box], lack: Lack) -> bool:
    """Whether a chip belongs between two steps of one cell."""
    lane = next((band for band in layout.lanes if band.start <= lack.y <= band.end), None)
    near = [box for box in boxes.values() if lane and box.x <= lack.x <= box.right]
    inside = [box for box in near if lane and lane.start <= box.y and box.bottom <= lane.end]
    return any(b.bottom <= lack.y for b in inside) and any(b.y >= lack.y for b in inside)


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
