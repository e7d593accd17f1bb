"""Sub-columns drawn together, until a map has a shape that can be read whole.

The steps of a sub-column come below those of the one before it in their phase, lane by lane and in their
order: the way goes down a few steps and then on to the right. That is done only where no link crosses more
for it, first with two steps of a cell below each other at most, then with three, and so on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from rondo.figures.arranging.layout_columns import Graph, forward
from rondo.figures.arranging.layout_net import Net
from rondo.figures.arranging.layout_ways import Costs, reached, thread, upright

RATIO = 3.0
"""How many times wider than high a map may be."""
READABLE = 1400.0
"""Points: what is not wider is never folded."""
FEW = 3
"""Phases of so many sub-columns stay as they are."""
MOST = 6
"""So many steps of a cell stand below each other at most."""

MOST_WORK = 200_000
"""So much is done at most to draw a map together: about a quarter of a second."""


class Shape(Struct, frozen=True):
    """What a map measures, in points.

    `column` is a sub-column with the gap before it, `row` and `pad` the gaps between cards and at the
    borders of lanes, `around` the height of what stands above and below the lanes. `cards` are the heights
    of the nodes, `lanes` the least ones of the lanes; where they are not known all are as high as `card`
    and `lane`."""

    column: float
    row: float
    pad: float
    card: float
    lane: float
    around: float
    cards: Sequence[float] = ()
    lanes: Mapping[int, float] = field(default_factory=dict)

    def told(self, cards: Sequence[float], lanes: Mapping[int, float]) -> Shape:
        """The same with the heights of these cards and the least ones of these lanes."""
        return replace(self, cards=cards, lanes=lanes)

    def is_wide(self, lane: Sequence[int], at: Sequence[int]) -> bool:
        """Whether nodes in those sub-columns make a map too wide to be read whole."""
        width = len(set(at)) * self.column
        return width > READABLE and width > RATIO * self._height(lane, at)

    def _height(self, lane: Sequence[int], at: Sequence[int]) -> float:
        piles: dict[tuple[int, int], float] = {}
        cards = self.cards or [self.card] * len(at)
        for cell, height in zip(zip(at, lane, strict=True), cards, strict=True):
            piles[cell] = piles.get(cell, 2 * self.pad - self.row) + height + self.row
        lanes = {row: max(self.lane, self.lanes.get(row, 0.0)) for row in range(1 + max(lane, default=0))}
        for (_, row), height in piles.items():
            lanes[row] = max(lanes[row], height)
        return self.around + sum(lanes.values())


def fold(net: Net, graph: Graph, shape: Shape) -> None:
    """The map is no wider than it may be, or as narrow as it can be without another crossing."""
    folding = _Folding(net, graph)
    for most in range(2, MOST + 1):
        if not shape.is_wide(graph.lane, net.at[: net.count]):
            break
        folding.draw_together(most)
    if folding.folded:
        folding.even_out()
        net.close_up()


class _Folding:
    """Puts the steps of sub-columns below those of the ones before them."""

    def __init__(self, net: Net, graph: Graph) -> None:
        self._net, self._graph = net, graph
        net.serial = net.at[: net.count]
        self._most = net.work + MOST_WORK
        self._vain: set[tuple[int, int, int, int]] = set()
        self._before: dict[int, list[int]] = {}
        self._after: dict[int, list[int]] = {}
        for a, b in forward(graph):
            self._before.setdefault(b, []).append(a)
            self._after.setdefault(a, []).append(b)
        self.folded: set[int] = set()
        """The phases in which something was drawn together."""

    def draw_together(self, most: int) -> None:
        """Every sub-column comes to the one before it where that costs no crossing."""
        for phase, columns in self._phases():
            if len(columns) <= FEW:
                continue
            into = self._steps(columns[0])
            for column in columns[1:]:
                mine = self._steps(column)
                if self._has_room(into, mine, most) and self._merged(into, mine):
                    into = into + mine
                    self.folded.add(phase)
                else:
                    into = mine

    def even_out(self) -> None:
        """Piles are as high as the ones beside them, where that costs no crossing."""
        for phase, columns in self._phases():
            for _ in columns if phase in self.folded else ():
                if not sum(self._evened(left, right) for left, right in pairwise(columns)):
                    break

    def _evened(self, left: int, right: int) -> bool:
        """Whether a step went from the higher pile of a lane to the lower one beside it."""
        piles: dict[int, tuple[list[int], list[int]]] = {}
        for side, column in enumerate((left, right)):
            for step in self._steps(column):
                piles.setdefault(self._graph.lane[step], ([], []))[side].append(step)
        for here, there in piles.values():
            more = len(here) - len(there)
            if abs(more) > 1:
                step, target = (here[-1], right) if more > 0 else (there[0], left)
                tried = step, target, len(here), len(there)
                if tried not in self._vain and self._leads_on(step, target) and self._moved([step], target):
                    return True
                self._vain.add(tried)
        return False

    def _leads_on(self, step: int, column: int) -> bool:
        """Whether what comes before the step would stand before it there, and what comes after it after."""
        at = self._net.at
        before = all(at[other] <= column for other in self._before.get(step, ()))
        return before and all(at[other] >= column for other in self._after.get(step, ()))

    def _phases(self) -> Iterator[tuple[int, list[int]]]:
        """Every phase with the sub-columns in which its steps stand."""
        held: dict[int, set[int]] = {}
        for phase, column in zip(self._graph.phase, self._net.at, strict=False):
            held.setdefault(phase, set()).add(column)
        return ((phase, sorted(columns)) for phase, columns in held.items())

    def _steps(self, column: int) -> list[int]:
        return [item for item in self._net.columns[column] if item < self._net.count]

    def _has_room(self, into: list[int], mine: list[int], most: int) -> bool:
        held: dict[int, int] = {}
        for step in (*into, *mine):
            lane = self._graph.lane[step]
            held[lane] = held.get(lane, 0) + 1
        return max(held.values()) <= most

    def _merged(self, into: list[int], mine: list[int]) -> bool:
        """Whether the steps stand in the other sub-column now; nowhere twice without a change between."""
        tried = self._net.at[into[0]], len(into), self._net.at[mine[0]], len(mine)
        if tried in self._vain:
            return False
        passed = self._passed(into) + self._passed(mine)
        if self._passed(into + mine) <= passed and self._moved(mine, self._net.at[into[0]]):
            return True
        self._vain.add(tried)
        return False

    def _passed(self, steps: list[int]) -> int:
        """How often links between steps that stand below each other pass another of them."""
        net, lane, edges = self._net, self._graph.lane, self._graph.edges
        rank = {
            step: at
            for at, step in enumerate(sorted(steps, key=lambda one: (lane[one], net.at[one], net.rank[one])))
        }
        return sum(
            max(rank[step] - rank[edges[link][0]] - 1, rank[edges[link][0]] - rank[step] - 1)
            for step in steps
            for link in net.links[step]
            if edges[link][1] == step and edges[link][0] in rank
        )

    def _moved(self, steps: list[int], target: int) -> bool:
        """Whether those of one sub-column stand in that one now; where links would cross more they do not."""
        net, edges = self._net, self._graph.edges
        if net.work > self._most:
            return False
        links = list(dict.fromkeys(link for step in steps for link in net.links[step]))
        ends = [net.at[end] for link in links for end in edges[link]]
        first, last = min([target, net.at[steps[0]], *ends]), max([target, net.at[steps[0]], *ends])
        before = net.crossed_in(first, last + 2)
        columns = [list(items) for items in net.columns[first : last + 1]]
        threads = {link: net.threads[link] for link in links}
        for step in steps:
            self._put(step, target)
        if net.crossed_in(first, last + 2) <= before:
            return True
        net.put_again(first, columns, threads)
        return False

    def _put(self, step: int, column: int) -> None:
        """The step stands in that sub-column where its links cross least."""
        net, edges = self._net, self._graph.edges
        links = net.take_out(step)
        known: dict[int, Costs | None] = {}

        def passing(at: int) -> Costs | None:
            if at not in known:
                known[at] = upright(net, at)
            return known[at]

        costs = list(passing(column) or [0] * (len(net.columns[column]) + 1))
        for link in links:
            other = edges[link][edges[link][0] == step]
            costs = [
                x + y
                for x, y in zip(costs, reached(net, other, column, column, passing)[column], strict=True)
            ]
        top, bottom = net.room(step, column)
        net.put_in(step, column, min(range(top, bottom + 1), key=costs.__getitem__))
        for link in sorted(links, key=lambda one: abs(net.at[edges[one][0]] - net.at[edges[one][1]])):
            thread(net, link)
