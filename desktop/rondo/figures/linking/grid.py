"""Boxes found by place, and moved one by one: a part of the map without a look at everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rondo.figures.arranging.layout_values import Box

SIDE = 480.0
Square = tuple[int, int]
Span = tuple[int, int, int, int]


class Grid:
    """Boxes by key in squares of the map; what is found keeps the order in which it was first put."""

    def __init__(self, boxes: Iterable[tuple[str, Box]] = ()) -> None:
        self._squares: dict[Square, set[str]] = {}
        self._boxes: dict[str, Box] = {}
        self._spans: dict[str, Span] = {}
        self._rank: dict[str, int] = {}
        self._ranks = 0
        for key, box in boxes:
            self.put(key, box)

    def __len__(self) -> int:
        return len(self._boxes)

    def __contains__(self, key: str) -> bool:
        return key in self._boxes

    def get(self, key: str) -> Box | None:
        """Where the box of that key lies."""
        return self._boxes.get(key)

    def put(self, key: str, box: Box) -> None:
        """The box lies there, wherever it lay before."""
        before, span = self._spans.get(key), _span(box.x, box.y, box.x + box.width, box.y + box.height)
        self._boxes[key] = box
        if before == span:
            return
        if before is None:
            self._ranks += 1
            self._rank[key] = self._ranks
        else:
            self._leave(key, before)
        self._spans[key] = span
        for square in _squares(span):
            self._squares.setdefault(square, set()).add(key)

    def drop(self, key: str) -> None:
        """Nothing of that key lies anywhere."""
        before = self._spans.pop(key, None)
        if before is not None:
            del self._boxes[key], self._rank[key]
            self._leave(key, before)

    def within(self, left: float, top: float, right: float, bottom: float) -> list[str]:
        """The keys of the boxes that touch that part."""
        boxes, span = self._boxes, _span(left, top, right, bottom)
        if (right - left) * (bottom - top) > SIDE * SIDE * len(self._squares):
            found: Iterable[str] = boxes
        else:
            found = set().union(*(self._squares.get(s, ()) for s in _squares(span)))
        touching = [
            key
            for key in found
            if (box := boxes[key]).x <= right
            and box.x + box.width >= left
            and box.y <= bottom
            and box.y + box.height >= top
        ]
        return sorted(touching, key=self._rank.__getitem__)

    def _leave(self, key: str, span: Span) -> None:
        for square in _squares(span):
            self._squares[square].discard(key)


def _span(left: float, top: float, right: float, bottom: float) -> Span:
    """The first and the last square across, and down."""
    return int(left // SIDE), int(right // SIDE), int(top // SIDE), int(bottom // SIDE)


def _squares(span: Span) -> Iterator[Square]:
    first, last, top, bottom = span
    rows = range(top, bottom + 1)
    for column in range(first, last + 1):
        for row in rows:
            yield column, row
