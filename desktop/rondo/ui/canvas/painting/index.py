"""Finds what lies in a part of the map without looking at everything."""

from __future__ import annotations

from collections.abc import Iterable

from rondo.figures.arranging.layout_values import Box

SIDE = 480.0


class Index:
    """Boxes by key in squares of the map; what is found keeps the order in which it was added."""

    def __init__(self, boxes: Iterable[tuple[str, Box]]) -> None:
        self._squares: dict[tuple[int, int], list[int]] = {}
        self._keys: list[str] = []
        self._edges: list[tuple[float, float, float, float]] = []
        for number, (key, box) in enumerate(boxes):
            self._keys.append(key)
            self._edges.append((box.x, box.y, box.x + box.width, box.y + box.height))
            for square in _squares(box.x, box.y, box.x + box.width, box.y + box.height):
                self._squares.setdefault(square, []).append(number)

    def __len__(self) -> int:
        return len(self._keys)

    def within(self, left: float, top: float, right: float, bottom: float) -> list[str]:
        """The keys of the boxes that touch that part."""
        if (right - left) * (bottom - top) > SIDE * SIDE * len(self._squares):
            found: Iterable[int] = range(len(self._keys))
        else:
            squares = _squares(left, top, right, bottom)
            found = sorted({n for square in squares for n in self._squares.get(square, ())})
        edges, keys = self._edges, self._keys
        return [
            keys[n]
            for n in found
            if edges[n][0] <= right and edges[n][2] >= left and edges[n][1] <= bottom and edges[n][3] >= top
        ]


def _squares(left: float, top: float, right: float, bottom: float) -> Iterable[tuple[int, int]]:
    rows = range(int(top // SIDE), int(bottom // SIDE) + 1)
    for column in range(int(left // SIDE), int(right // SIDE) + 1):
        for row in rows:
            yield column, row
