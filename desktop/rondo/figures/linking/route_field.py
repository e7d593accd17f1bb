"""What a link must go around: boxes, found by place, and the free channels between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from rondo.figures.arranging.layout_values import Box

Point = tuple[float, float]
Bounds = tuple[float, float, float, float]
CELL = 96.0
CLEAR = 2.0
"""A link keeps so far from a box that is none of its ends."""


class Field:
    """Boxes. `xs`, `ys` are the middles of the free channels across and down the field."""

    def __init__(self, boxes: Mapping[str, Box], bounds: Bounds) -> None:
        self.bounds = bounds
        self.boxes = boxes
        left, top, right, bottom = bounds
        self.xs = _channels([(b.x, b.right) for b in boxes.values()], left, right)
        self.ys = _channels([(b.y, b.bottom) for b in boxes.values()], top, bottom)
        self._boxes: dict[tuple[int, int], list[str]] = {}
        self._edges: dict[tuple[int, int], list[tuple[str, float, float, float, float]]] = {}
        for key, box in boxes.items():
            for cell in _cells(box.x - CLEAR, box.y - CLEAR, box.right + CLEAR, box.bottom + CLEAR):
                self._boxes.setdefault(cell, []).append(key)
                self._edges.setdefault(cell, []).append((key, box.x, box.y, box.right, box.bottom))

    def free(self, points: list[Point], source: str, target: str) -> bool:
        """Whether no segment enters a box; the end segments may touch their own ends."""
        last = len(points) - 2
        for number, (a, b) in enumerate(pairwise(points)):
            own = (source if number == 0 else None, target if number == last else None)
            if not self.inside(a) or not self.inside(b) or self.hits(a, b, own):
                return False
        return True

    def inside(self, point: Point) -> bool:
        left, top, right, bottom = self.bounds
        return left <= point[0] <= right and top <= point[1] <= bottom

    def hits(self, a: Point, b: Point, own: tuple[str | None, str | None] = (None, None)) -> bool:
        """Whether a segment comes nearer than it may to a box that is not its own."""
        x1, x2 = min(a[0], b[0]) - CLEAR, max(a[0], b[0]) + CLEAR
        y1, y2 = min(a[1], b[1]) - CLEAR, max(a[1], b[1]) + CLEAR
        for cell in _cells(x1, y1, x2, y2):
            for key, left, top, right, bottom in self._edges.get(cell, ()):
                if left < x2 and right > x1 and top < y2 and bottom > y1 and key not in own:
                    return True
        return False

    def near(self, a: Point, b: Point, margin: float) -> Iterator[str]:
        """The keys of the boxes within a margin around a segment, some twice."""
        x1, x2 = min(a[0], b[0]) - margin, max(a[0], b[0]) + margin
        y1, y2 = min(a[1], b[1]) - margin, max(a[1], b[1]) + margin
        for cell in _cells(x1, y1, x2, y2):
            for key in self._boxes.get(cell, ()):
                box = self.boxes[key]
                if box.x < x2 and box.right > x1 and box.y < y2 and box.bottom > y1:
                    yield key


def _channels(intervals: list[tuple[float, float]], low: float, high: float) -> list[float]:
    """The middles of what the intervals leave free between low and high."""
    middles, reach = [], low
    for start, end in sorted(intervals):
        if start > reach + 1.0:
            middles.append((reach + start) / 2)
        reach = max(reach, end)
    if high > reach + 1.0:
        middles.append((reach + high) / 2)
    return middles


def _cells(x1: float, y1: float, x2: float, y2: float) -> Iterator[tuple[int, int]]:
    for column in range(int(x1 // CELL), int(x2 // CELL) + 1):
        for row in range(int(y1 // CELL), int(y2 // CELL) + 1):
            yield column, row
