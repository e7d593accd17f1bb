"""Guides: where a thing that is dragged falls into line with its neighbours, or into the grid.

Plain numbers in points of the map. The lines of the neighbours are sorted once when a drag begins, so that
each move of the pointer looks at a few of them only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec import Struct

from rondo.figures.arranging.layout_values import Box

GRID = 4.0
"""Points between the lines of the grid."""
BEYOND = 6.0
"""How far a guide runs past what it brings into line."""
Segment = tuple[float, float, float, float]


class Fit(Struct, frozen=True):
    """How far a thing still has to move to stand in line, and the guides that say with what."""

    dx: float = 0.0
    dy: float = 0.0
    lines: tuple[Segment, ...] = ()
    on_x: bool = False
    on_y: bool = False


class Guides:
    """The sides and middles of boxes that stay where they are."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        known = list(boxes)
        self._across = _Axis([(at, box) for box in known for at in (box.x, box.cx, box.right)])
        self._down = _Axis([(at, box) for box in known for at in (box.y, box.cy, box.bottom)])

    def fit(self, box: Box, reach: float) -> Fit:
        """The way to the nearest line within reach, across and down."""
        dx = self._across.nearest((box.x, box.cx, box.right), reach)
        dy = self._down.nearest((box.y, box.cy, box.bottom), reach)
        moved = Box(box.x + (dx or 0.0), box.y + (dy or 0.0), box.width, box.height)
        lines: list[Segment] = []
        if dx is not None:
            lines += _upright(self._across, moved)
        if dy is not None:
            lines += _level(self._down, moved)
        return Fit(dx or 0.0, dy or 0.0, tuple(lines), dx is not None, dy is not None)


def on_grid(offset: float) -> float:
    """The nearest line of the grid that is not outside the cell."""
    return max(round(offset / GRID) * GRID, 0.0)


class _Axis:
    """Lines of one axis in their order, each with the box that it belongs to."""

    def __init__(self, lines: list[tuple[float, Box]]) -> None:
        lines.sort(key=lambda line: line[0])
        self._at = [at for at, _ in lines]
        self._boxes = [box for _, box in lines]

    def nearest(self, wanted: Sequence[float], reach: float) -> float | None:
        """The shortest way from any of the places to a line; None where none is within reach."""
        found: float | None = None
        for place in wanted:
            index = bisect_left(self._at, place)
            for at in self._at[max(index - 1, 0) : index + 1]:
                way = at - place
                if abs(way) <= reach and (found is None or abs(way) < abs(found)):
                    found = way
        return found

    def at(self, place: float) -> list[Box]:
        """The boxes that have a line there."""
        low, high = bisect_left(self._at, place - 0.25), bisect_left(self._at, place + 0.25)
        return self._boxes[low:high]


def _upright(axis: _Axis, box: Box) -> list[Segment]:
    found: list[Segment] = []
    for x in (box.x, box.cx, box.right):
        met = axis.at(x)
        if met:
            low = min(box.y, *(one.y for one in met)) - BEYOND
            found.append((x, low, x, max(box.bottom, *(one.bottom for one in met)) + BEYOND))
    return found


def _level(axis: _Axis, box: Box) -> list[Segment]:
    found: list[Segment] = []
    for y in (box.y, box.cy, box.bottom):
        met = axis.at(y)
        if met:
            low = min(box.x, *(one.x for one in met)) - BEYOND
            found.append((low, y, max(box.right, *(one.right for one in met)) + BEYOND, y))
    return found
