"""Laid links found by place: what a new one would cross, and what lies near it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import inf

from rondo.figures.arranging.layout_values import Box

Point = tuple[float, float]
Cell = tuple[int, int]
Piece = tuple[bool, float, float, float]
"""A segment: whether it is level, its place across, its reach along."""
CELL = 96.0
REGION = 5
"""Cells to a side of a larger square."""
SAME_TRACK = 3.0


class Lines:
    """Links by key, in squares of the map. A link is laid once; laid again after it was dropped."""

    def __init__(self) -> None:
        self._cells: dict[Cell, dict[int, Piece]] = {}
        self._pieces: dict[str, list[tuple[int, tuple[Cell, ...]]]] = {}
        self._owner: dict[int, str] = {}
        self._count = 0

    def __contains__(self, key: str) -> bool:
        return key in self._pieces

    def add(self, key: str, points: Sequence[Point]) -> None:
        """The link lies along these corners."""
        mine = self._pieces.setdefault(key, [])
        for a, b in pairwise(points):
            self._count += 1
            piece, cells = _piece(a, b), tuple(_cells_of(a, b))
            for cell in cells:
                self._cells.setdefault(cell, {})[self._count] = piece
            mine.append((self._count, cells))
            self._owner[self._count] = key

    def drop(self, key: str) -> None:
        """The link lies there no more; nothing happens when it did not."""
        for number, cells in self._pieces.pop(key, ()):
            del self._owner[number]
            for cell in cells:
                del self._cells[cell][number]

    def meets(self, points: Sequence[Point], most: float = inf) -> tuple[int, float]:
        """How many laid segments a link would cross, and how far it would run along others.

        Counting ends where there are more crossings than `most`."""
        crossed, along = 0, 0.0
        for a, b in pairwise(points):
            level, at, low, high = _piece(a, b)
            seen = set()
            for cell in _cells_of(a, b):
                if crossed > most:
                    return crossed, along
                for number, (other_level, other, start, end) in self._cells.get(cell, {}).items():
                    if number in seen:
                        continue
                    seen.add(number)
                    if level != other_level:
                        crossed += low < other < high and start < at < end
                    elif abs(at - other) < SAME_TRACK:
                        along += max(min(high, end) - max(low, start), 0.0)
        return crossed, along

    def near(self, left: float, top: float, right: float, bottom: float) -> list[str]:
        """The links that pass through that part, in the order in which they were laid."""
        found = set()
        for cell in _cells(left, top, right, bottom):
            for number, (level, at, low, high) in self._cells.get(cell, {}).items():
                across, along = (top, bottom), (left, right)
                if not level:
                    across, along = along, across
                if across[0] <= at <= across[1] and low <= along[1] and high >= along[0]:
                    found.add(number)
        return list(dict.fromkeys(self._owner[number] for number in sorted(found)))

    def passing(self, margin: float) -> Callable[[Box], bool]:
        """Tells boxes near which a link may pass from those far from all."""
        busy = {(column // REGION, row // REGION) for (column, row), here in self._cells.items() if here}
        side = CELL * REGION

        def may_be_near(box: Box) -> bool:
            across = range(int((box.x - margin) // side), int((box.right + margin) // side) + 1)
            down = range(int((box.y - margin) // side), int((box.bottom + margin) // side) + 1)
            return any((column, row) in busy for column in across for row in down)

        return may_be_near


def _piece(a: Point, b: Point) -> Piece:
    if abs(a[1] - b[1]) < 0.01:
        return True, a[1], min(a[0], b[0]), max(a[0], b[0])
    return False, a[0], min(a[1], b[1]), max(a[1], b[1])


def _cells_of(a: Point, b: Point) -> Iterator[Cell]:
    return _cells(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[Cell]:
    for column in range(int(left // CELL), int(right // CELL) + 1):
        for row in range(int(top // CELL), int(bottom // CELL) + 1):
            yield column, row
