"""Some steps of a map laid out anew among the others, which stay: from where the first of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.arranging.layout_columns import Graph, sub_columns
from rondo.figures.arranging.layout_fold import Shape
from rondo.figures.arranging.layout_order import ordered
from rondo.figures.arranging.layout_values import Box, Spacing

AROUND = 8.0
"""Points between a step and what stays."""
FAR = 3
"""A step goes at most so many columns to the right to be free of what stays; else below it."""


Cell = tuple[int, int]
"""The numbers of a phase and a lane."""


class Piece(Struct, frozen=True):
    """A step that moves: the numbers of its phase and lane, and where it stands."""

    id: str
    phase: int
    lane: int
    box: Box

    @property
    def cell(self) -> Cell:
        """Where it belongs."""
        return self.phase, self.lane


def laid_among(
    pieces: Sequence[Piece],
    links: Iterable[tuple[str, str]],
    others: Mapping[Cell, Sequence[Box]],
    shape: Shape,
    spacing: Spacing,
) -> dict[str, Box]:
    """Where those steps stand: by their links from the left, level in their lanes, over nothing else.

    In every phase they begin as far left as the first of them stood, in every lane as high. `shape`: what
    a map measures, so that many of them take a shape that can be read whole."""
    number = {piece.id: i for i, piece in enumerate(pieces)}
    phases = sorted({piece.phase for piece in pieces})
    graph = Graph(
        tuple(phases.index(piece.phase) for piece in pieces),
        tuple(piece.lane for piece in pieces),
        tuple(dict.fromkeys((number[a], number[b]) for a, b in links if {a, b} <= number.keys() and a != b)),
    )
    strict = sub_columns(graph, share=False)
    heights = shape.told([piece.box.height for piece in pieces], {})
    order = ordered(graph, strict, strict, shape=heights)
    tops = _tops(pieces, order.slots, spacing.row)
    ground = _Ground(others, spacing)
    for phase in phases:
        columns: dict[int, list[int]] = {}
        for i, piece in enumerate(pieces):
            if piece.phase == phase:
                columns.setdefault(order.columns[i], []).append(i)
        x = min(pieces[i].box.x for column in columns.values() for i in column)
        for at in sorted(columns):
            x = ground.put([(pieces[i], tops[i]) for i in sorted(columns[at], key=tops.__getitem__)], x)
    return ground.placed


def _tops(pieces: Sequence[Piece], slots: Sequence[int], gap: float) -> list[float]:
    """How high every step stands: in rows of its cell, the first as high as the highest of its lane stood."""
    first: dict[int, float] = {}
    high: dict[tuple[Cell, int], float] = {}
    for piece, slot in zip(pieces, slots, strict=True):
        first[piece.lane] = min(first.get(piece.lane, piece.box.y), piece.box.y)
        high[piece.cell, slot] = max(high.get((piece.cell, slot), 0.0), piece.box.height)
    return [
        first[piece.lane] + sum(high[piece.cell, above] + gap for above in range(slot))
        for piece, slot in zip(pieces, slots, strict=True)
    ]


class _Ground:
    """What stands already in every cell, and what was put there since."""

    def __init__(self, others: Mapping[Cell, Sequence[Box]], spacing: Spacing) -> None:
        self._taken = {cell: list(boxes) for cell, boxes in others.items()}
        self._spacing = spacing
        self.placed: dict[str, Box] = {}

    def put(self, column: Sequence[tuple[Piece, float]], x: float) -> float:
        """The steps stand there at those heights, or further on; where the next column begins."""
        width = max(piece.box.width for piece, _ in column)
        left = self._free(column, x, width)
        for piece, top in column:
            box = replace(piece.box, x=left + (width - piece.box.width) / 2, y=top)
            while hit := self._hit(piece.cell, box):
                box = replace(box, y=max(one.bottom for one in hit) + AROUND)
            self.placed[piece.id] = box
            self._taken.setdefault(piece.cell, []).append(box)
        return left + width + self._spacing.column

    def _free(self, column: Sequence[tuple[Piece, float]], x: float, width: float) -> float:
        """The first place from there to the right where the column lies over nothing; else that one."""
        left = x
        while left <= x + FAR * (width + self._spacing.column):
            boxes = [(piece.cell, replace(piece.box, x=left, y=top, width=width)) for piece, top in column]
            hit = [one for cell, box in boxes for one in self._hit(cell, box)]
            if not hit:
                return left
            left = max(one.right for one in hit) + self._spacing.column
        return x

    def _hit(self, cell: Cell, box: Box) -> list[Box]:
        """What stands in that cell so near that the box may not stand there."""
        return [
            one
            for one in self._taken.get(cell, ())
            if one.x < box.right + AROUND
            and box.x < one.right + AROUND
            and one.y < box.bottom + AROUND
            and box.y < one.bottom + AROUND
        ]
