"""In which order steps stand below each other in a cell, so that few links cross.

Every link between two sub-columns is cut into pieces from one to the next, with a passing point in each
sub-column between. Steps keep to their lane; passing points may lie anywhere. Sweeps by the middle of
the neighbours, swaps of neighbours while a swap removes a crossing, and at last a short annealing with
a fixed seed, which also leaves local optima.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from math import exp
from random import Random

from rondo.figures.layout_columns import Graph

SWEEPS = 8
SMALL = 900
SWAPS_EACH, MOST_SWAPS = 200, 22_000
WARM, COLD = 1.0, 0.02


def ordered(
    graph: Graph, columns: Sequence[int], strict: Sequence[int], *, quick: bool = False
) -> tuple[list[int], int]:
    """For every node its rank among the nodes of its cell, from 0, and how many crossings remain.

    Nodes folded together (another strict sub-column) stay in the order of the strict sub-columns.
    `quick` leaves the annealing away."""
    net = _Net(graph, columns, strict)
    best, least = net.snapshot(), net.crossings()
    for sweep in range(SWEEPS if len(net.lane) <= 6 * SMALL else 4):
        if not least:
            break
        net.sweep(rightward=sweep % 2 == 0)
        if net.small or sweep % 2:
            net.transpose()
        found = net.crossings()
        if found < least:
            best, least = net.snapshot(), found
    net.restore(best)
    least = least if quick else net.cool(least)
    return net.slots(), least


class _Net:
    """Sub-columns of nodes (0..n-1) and passing points (n..), each with its neighbours left and right."""

    def __init__(self, graph: Graph, columns: Sequence[int], strict: Sequence[int]) -> None:
        self._count = len(graph.phase)
        self._cell = _global(graph, columns)
        self.lane = [float(lane) for lane in graph.lane]
        self._strict = list(strict)
        self.left: list[list[int]] = [[] for _ in range(self._count)]
        self.right: list[list[int]] = [[] for _ in range(self._count)]
        width = 1 + max(self._cell, default=-1)
        self.columns: list[list[int]] = [[] for _ in range(width)]
        for node, cell in enumerate(self._cell):
            self.columns[cell].append(node)
        for a, b in graph.edges:
            self._thread(a, b)
        self.small = len(self.lane) <= SMALL
        self._height = [0.0] * len(self.lane)
        self._rank = [0] * len(self.lane)
        for column in self.columns:
            self._settle(column, {item: (self.lane[item], float(item)) for item in column})

    def _thread(self, a: int, b: int) -> None:
        """A piece from sub-column to sub-column, with passing points that lie on a straight line."""
        if self._cell[a] > self._cell[b]:
            a, b = b, a
        first, last, previous = self._cell[a], self._cell[b], a
        for column in range(first + 1, last):
            share = (column - first) / (last - first)
            point = len(self.lane)
            self.lane.append(self.lane[a] + 0.5 + (self.lane[b] - self.lane[a]) * share)
            self.left.append([previous])
            self.right.append([])
            self.right[previous].append(point)
            self.columns[column].append(point)
            previous = point
        if first != last:
            self.right[previous].append(b)
            self.left[b].append(previous)

    def sweep(self, *, rightward: bool) -> None:
        """Every sub-column in turn takes the order of the middles of its neighbours in the last one."""
        near = self.left if rightward else self.right
        for column in self.columns if rightward else self.columns[::-1]:
            keys = {}
            for item in column:
                heights = sorted(self._height[n] for n in near[item])
                if heights:
                    middle = (heights[len(heights) // 2] + sum(heights) / len(heights)) / 2
                    ranks = sum(self._rank[n] for n in near[item]) / len(heights)
                    keys[item] = (middle, ranks)
                else:
                    keys[item] = (self._height[item], float(self._rank[item]))
            self._settle(column, keys)

    def _settle(self, column: list[int], keys: dict[int, tuple[float, float]]) -> None:
        """Nodes lane by lane in the order of their keys, passing points between them at their keys."""
        nodes = [item for item in column if item < self._count]
        nodes.sort(key=lambda item: (self.lane[item], self._strict[item], keys[item], item))
        cells: dict[float, int] = {}
        for item in nodes:
            cells[self.lane[item]] = cells.get(self.lane[item], 0) + 1
        seen: dict[float, int] = {}
        for item in nodes:
            lane = self.lane[item]
            seen[lane] = seen.get(lane, 0) + 1
            self._height[item] = lane + seen[lane] / (cells[lane] + 1)
        for item in column:
            if item >= self._count:
                self._height[item] = keys[item][0]
        column.sort(key=lambda item: (self._height[item], keys[item][1], item))
        self._number(column)

    def _number(self, column: list[int]) -> None:
        for rank, item in enumerate(column):
            self._rank[item] = rank

    def transpose(self) -> None:
        """Neighbours change places as long as that removes a crossing, at most a few rounds."""
        for _ in range(10 if self.small else 2):
            changes = [self._swap(column) for column in self.columns]
            if not any(changes):
                return

    def _swap(self, column: list[int]) -> bool:
        changed = False
        for above in range(len(column) - 1):
            a, b = column[above], column[above + 1]
            if self._may_swap(a, b) and self._gain(a, b) > 0:
                column[above], column[above + 1] = b, a
                self._rank[a], self._rank[b] = above + 1, above
                self._height[a], self._height[b] = self._height[b], self._height[a]
                changed = True
        return changed

    def cool(self, crossings: int) -> int:
        """The count of the best order that annealing from the present one finds; that order stays."""
        chance = Random(0).random
        pairs = [(column, i) for column in self.columns for i in range(len(column) - 1)]
        rounds = min(SWAPS_EACH * len(pairs), MOST_SWAPS) if crossings else 0
        best, least = self.snapshot(), crossings
        for turn in range(rounds):
            column, above = pairs[int(chance() * len(pairs))]
            a, b = column[above], column[above + 1]
            if not self._may_swap(a, b):
                continue
            gain = self._gain(a, b)
            if gain < 0 and chance() >= exp(gain / (WARM * (1 - turn / rounds) + COLD)):
                continue
            column[above], column[above + 1] = b, a
            self._rank[a], self._rank[b] = above + 1, above
            crossings -= gain
            if crossings < least:
                best, least = self.snapshot(), crossings
        self.restore(best)
        return least

    def _may_swap(self, a: int, b: int) -> bool:
        if a >= self._count or b >= self._count:
            return True
        return self.lane[a] == self.lane[b] and self._strict[a] == self._strict[b]

    def _gain(self, a: int, b: int) -> int:
        """Crossings that vanish when a, now above b, comes below it."""
        rank, gain = self._rank, 0
        for near in (self.left, self.right):
            for n in near[a]:
                for m in near[b]:
                    gain += (rank[n] > rank[m]) - (rank[n] < rank[m])
        return gain

    def crossings(self) -> int:
        """Pairs of pieces that cross between neighbouring sub-columns."""
        total = 0
        for column in self.columns:
            seen: list[int] = []
            for item in column:
                ends = sorted(self._rank[n] for n in self.left[item])
                total += sum(len(seen) - bisect_right(seen, end) for end in ends)
                for end in ends:
                    insort(seen, end, lo=bisect_left(seen, end))
        return total

    def snapshot(self) -> list[list[int]]:
        return [list(column) for column in self.columns]

    def restore(self, columns: list[list[int]]) -> None:
        self.columns = [list(column) for column in columns]
        for column in self.columns:
            self._number(column)

    def slots(self) -> list[int]:
        """The rank of every node among the nodes of its sub-column and lane."""
        result = [0] * self._count
        for column in self.columns:
            cells: dict[float, int] = {}
            for item in column:
                if item < self._count:
                    result[item] = cells.get(self.lane[item], 0)
                    cells[self.lane[item]] = result[item] + 1
        return result


def _global(graph: Graph, columns: Sequence[int]) -> list[int]:
    """The sub-columns numbered over all phases, without empty ones."""
    keys = sorted({(graph.phase[i], column) for i, column in enumerate(columns)})
    number = {key: index for index, key in enumerate(keys)}
    return [number[graph.phase[i], column] for i, column in enumerate(columns)]
