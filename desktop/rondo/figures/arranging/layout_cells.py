"""The cells of a map, phase by lane: what stands in one hangs on no other, and is known until it changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import compress
from operator import itemgetter, ne
from typing import Any, TypeVar

from msgspec import Struct

from rondo.figures.arranging.layout_values import NONE, Box, Node, Spacing

T = TypeVar("T")
Key = tuple[int, int]
STRIP = 160.0


class Cell(Struct, frozen=True):
    """What stands in one phase and lane, in the order of the map: `column` is -1 for fixed nodes.

    In `rows`, nodes stand in rows from the top, level where nothing hangs over them. `above` is more room
    at the top."""

    nodes: Sequence[Node]
    column: Sequence[int]
    slots: Sequence[int]
    xs: Sequence[float]
    rows: bool
    above: float


class CellMemory:
    """What was found of cells; the same is given again as long as it would be found from the same."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, Any]] = {}
        self._boxes: dict[str, Box] = {}
        self._rows: list[tuple[Node, float, float]] = []
        self._stood: tuple[Box, ...] = ()

    def find(self, what: Hashable, given: object, look: Callable[[], T]) -> T:
        """What was found from that, or is found now."""
        known = self._known.get(what)
        if known is None or known[0] != given:
            known = self._known[what] = given, look()
        found: T = known[1]
        return found

    def boxes(self, nodes: Sequence[Node], xs: Sequence[float], ys: Sequence[float]) -> tuple[Box, ...]:
        """Where nodes stand; the very box of before where one did not move."""
        rows, before = list(zip(nodes, xs, ys, strict=True)), self._rows
        if len(rows) == len(before):
            found = list(self._stood)
            for i in compress(range(len(rows)), map(ne, rows, before)):
                found[i] = self._box(*rows[i])
            stood = tuple(found)
        else:
            stood = tuple(map(self._box, nodes, xs, ys))
        self._rows, self._stood = rows, stood
        return stood

    def _box(self, node: Node, x: float, y: float) -> Box:
        box = self._boxes.get(node.id)
        if box is None or box.x != x or box.y != y or box.height != node.height or box.width != node.width:
            box = self._boxes[node.id] = Box(x, y, node.width, node.height)
        return box


def picker(cell: Sequence[int]) -> Callable[[Sequence[T]], tuple[T, ...]]:
    """Picks what is at those places out of a row."""
    if len(cell) < 2:
        return lambda row: tuple(row[at] for at in cell)
    return itemgetter(*cell)


def cells_of(phase: Sequence[int], lane: Sequence[int]) -> Mapping[Key, list[int]]:
    """The nodes of each cell, by their numbers."""
    found: dict[Key, list[int]] = {}
    for i, key in enumerate(zip(phase, lane, strict=True)):
        found.setdefault(key, []).append(i)
    return found


class Stacked(Struct, frozen=True):
    """The tops of the nodes of a cell below the top of its lane, how far down they reach, the fixed ones."""

    tops: tuple[float, ...]
    bottom: float
    taken: Taken


def stacked(cell: Cell, spacing: Spacing) -> Stacked:
    """Placed nodes first, the others around them; what gives way moves those below it, not its row."""
    nodes, slots = cell.nodes, cell.slots
    tops = [0.0] * len(nodes)
    taken = Taken(nodes, cell.xs, tops)
    fixed = [i for i, column in enumerate(cell.column) if column < 0]
    for i in sorted(fixed, key=lambda i: (not nodes[i].locked, i)):
        tops[i] = taken.clear(i, max(nodes[i].y or 0.0, 0.0), 0.0, bare=True)
        taken.add(i)
    least = spacing.pad_y + cell.above
    gap = spacing.row + spacing.rows
    floor: dict[int, float] = {}
    rows: dict[int, float] = {}
    even = cell.rows and not any(node.over[1] or node.over[3] for node in nodes)
    for i in sorted((i for i, column in enumerate(cell.column) if column >= 0), key=lambda i: (slots[i], i)):
        row = rows.get(slots[i], least) if even else least
        tops[i] = taken.clear(i, max(floor.get(cell.column[i], least), row) + nodes[i].over[1], spacing.row)
        floor[cell.column[i]] = tops[i] + nodes[i].height + nodes[i].over[3] + gap
        rows[slots[i] + 1] = max(rows.get(slots[i] + 1, least), row + nodes[i].whole + gap)
    reach = max(top + node.height + node.over[3] for top, node in zip(tops, nodes, strict=True))
    return Stacked(tuple(tops), reach, taken)


class Taken:
    """The fixed nodes of a cell that stand already, in strips across, so that near ones are found."""

    def __init__(self, nodes: Sequence[Node], xs: Sequence[float], tops: Sequence[float]) -> None:
        self._nodes, self._xs, self._tops = nodes, xs, tops
        self._strips: dict[int, list[int]] = {}

    @property
    def empty(self) -> bool:
        return not self._strips

    def add(self, node: int) -> None:
        """The node stands where `tops` says."""
        for strip in self._strips_of(node, 0.0):
            self._strips.setdefault(strip, []).append(node)

    def clear(self, node: int, y: float, gap: float, *, bare: bool = False) -> float:
        """The first height from y down at which the node lies over none of the others.

        What hangs over counts, but for `bare` ones."""
        if not self._strips:
            return y
        xs, tops, nodes = self._xs, self._tops, self._nodes
        over = NONE if bare else nodes[node].over
        left, right = xs[node] - over[0] - gap / 2, xs[node] + nodes[node].width + over[2] + gap / 2
        found = {o for strip in self._strips_of(node, gap) for o in self._strips.get(strip, ())}
        hung = {o: NONE if bare else nodes[o].over for o in found}
        near = [o for o in found if xs[o] - hung[o][0] < right and xs[o] + nodes[o].width + hung[o][2] > left]
        for other in sorted(near, key=lambda o: (tops[o], o)):
            top, bottom = tops[other] - hung[other][1], tops[other] + nodes[other].height + hung[other][3]
            if top < y + nodes[node].height + over[3] + gap and bottom + gap > y - over[1]:
                y = bottom + gap + over[1]
        return y

    def _strips_of(self, node: int, gap: float) -> range:
        left, _, right, _ = self._nodes[node].over
        first = int((self._xs[node] - left - gap) // STRIP)
        last = int((self._xs[node] + self._nodes[node].width + right + gap) // STRIP)
        return range(first, last + 1)
