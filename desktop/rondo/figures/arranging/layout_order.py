"""In which sub-column and order steps stand, so that few links cross.

Sweeps by the middle of the neighbours give a first order. Then steps are taken out one by one, with their
links, and put back where the whole crosses least: in another place of their cell, or in another sub-column
of their phase that leads on from what comes before. Between these rounds everything moves to the left where
that costs no crossing, so that hand-overs come to stand straight below each other and maps stay narrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from rondo.figures.arranging.layout_columns import Graph, forward
from rondo.figures.arranging.layout_fold import Shape, fold
from rondo.figures.arranging.layout_net import Net, State
from rondo.figures.arranging.layout_ways import Costs, reached, thread, upright

SWEEPS = 4
ROUNDS, VAIN = 8, 2
LARGE = 1500
"""With more steps, hand-overs stand straight below each other from the beginning."""
REACH = 4
"""A step moves at most so many sub-columns at a time."""

MOST_WORK = 400_000
"""A search ends when so much was done: about half a second. Tangled maps of some 300 steps need more."""

Price = Callable[[int, int, int, int, int], tuple[int, ...]]


class Order(Struct, frozen=True):
    """For every node its sub-column in its phase and its rank among the nodes of its cell, from 0.

    `drawing` holds the sub-columns of all phases, items from the top: nodes, and (link, sub-column) where
    a link passes one; `crossings` is how often links cross in it."""

    columns: list[int]
    slots: list[int]
    crossings: int
    drawing: list[list[int | tuple[int, int]]]


def ordered(
    graph: Graph,
    columns: Sequence[int],
    strict: Sequence[int],
    *,
    fixed: bool = False,
    shape: Shape | None = None,
) -> Order:
    """The order in which fewest links cross that a short search finds, from these sub-columns on.

    Nodes folded together (in fewer sub-columns than the strict ones) keep the order of the strict ones.
    `fixed`: no node changes its sub-column. `shape`: sub-columns are drawn together where a map of these
    measures is too wide, as far as that costs no crossing."""
    return _Search(graph, columns, strict).run(fixed=fixed, shape=shape)


def glanced(graph: Graph, columns: Sequence[int], strict: Sequence[int]) -> Order:
    """An order after a few sweeps alone, in the same sub-columns: quick, and with more crossings."""
    search = _Search(graph, columns, strict)
    search.sweep()
    return search.order()


class _Search:
    """One search for an order."""

    def __init__(self, graph: Graph, columns: Sequence[int], strict: Sequence[int]) -> None:
        self._graph = graph
        counts = _counts(graph, columns)
        folded = [count < whole for count, whole in zip(counts, _counts(graph, strict), strict=True)]
        starts = [sum(counts[:phase]) for phase in range(len(counts) + 1)]
        serial = [strict[i] if folded[phase] else 0 for i, phase in enumerate(graph.phase)]
        self._net = Net(graph, [starts[p] + c for p, c in zip(graph.phase, columns, strict=True)], serial)
        self._bounds = [(starts[phase], starts[phase + 1] - 1) for phase in range(len(counts))]
        self._folded = folded
        self._clock = 1
        self._changed = [1] * len(self._net.columns)
        self._seen = [0] * len(graph.phase)
        self._before: list[list[tuple[int, int]]] = [[] for _ in graph.phase]
        self._after: list[list[tuple[int, int]]] = [[] for _ in graph.phase]
        for a, b in forward(graph):
            gap = int(graph.lane[a] == graph.lane[b] and not folded[graph.phase[a]])
            self._before[b].append((a, gap))
            self._after[a].append((b, gap))

    def run(self, *, fixed: bool, shape: Shape | None = None) -> Order:
        net, steps = self._net, range(self._net.count)
        self.sweep()
        self._untangle(fixed=fixed)
        if not fixed:
            self._look_anew()
            for _ in range(2 if net.count <= LARGE else 0):
                self._replace(filter(self._has_room, sorted(steps, key=net.at.__getitem__)), _leftward)
            self._close()
            self._look_anew()
            self._replace(filter(self._pulled, steps), _near)
            self._untangle(fixed=False)
        if shape:
            fold(net, self._graph, shape)
        return self.order()

    def _untangle(self, *, fixed: bool) -> None:
        """Whatever crosses is put back, over and over while that helps."""
        net = self._net
        best, least = net.state(), net.crossings()
        vain = 0
        for turn in range(ROUNDS):
            if not least or vain == VAIN:
                break
            wanted = net.troubled()
            if turn:
                wanted |= {end for i in wanted for link in net.links[i] for end in self._graph.edges[link]}
            self._replace(sorted(wanted, reverse=turn % 2 == 1), _near, fixed=fixed)
            before = least
            best, least = self._better(best, least)
            vain = 0 if least < before else vain + 1
        net.restore(best)

    def sweep(self) -> None:
        """The best of a few sweeps."""
        net = self._net
        best, least = net.state(), net.crossings()
        for turn in range(SWEEPS):
            if not least:
                break
            net.sweep(rightward=turn % 2 == 0)
            best, least = self._better(best, least)
        net.restore(best)

    def _better(self, best: State, least: int) -> tuple[State, int]:
        found = self._net.crossings()
        return (self._net.state(), found) if found < least else (best, least)

    def _replace(self, steps: Iterable[int], price: Price, *, fixed: bool = False) -> None:
        """Step after step is taken out and put back where it costs least.

        One around which nothing changed since it was looked at stays where it is."""
        net = self._net
        for step in steps:
            if net.work > MOST_WORK:
                break
            if not net.links[step]:
                continue
            low, high = self._range(step)
            if fixed or low > high:
                low = high = net.at[step]
            elif price is _leftward:
                high = max(net.at[step], low)
            first, last = self._span(step, low, high)
            if max(self._changed[first : last + 1]) > self._seen[step]:
                stood = self._stood(step)
                self._put_back(step, low, high, price)
                self._clock += 1
                if self._stood(step) != stood:
                    first, last = self._span(step, first, last)
                    self._changed[first : last + 1] = [self._clock] * (last + 1 - first)
                self._seen[step] = self._clock

    def _span(self, step: int, low: int, high: int) -> tuple[int, int]:
        """The sub-columns between those and all that the step is linked to."""
        net = self._net
        ends = [net.at[end] for link in net.links[step] for end in self._graph.edges[link]]
        return min(low, *ends), max(high, *ends)

    def _stood(self, step: int) -> list[tuple[int, int]]:
        """Where the links of a step run."""
        net = self._net
        return [(net.at[item], net.rank[item]) for link in net.links[step] for item in net.threads[link]]

    def _has_room(self, step: int) -> bool:
        """Whether the step may move to the left."""
        return self._range(step)[0] < self._net.at[step]

    def _pulled(self, step: int) -> bool:
        """Whether more of what the step is linked to stands on one side, and it may move there."""
        at, here = self._net.at, self._net.at[step]
        ends = [at[end] for link in self._net.links[step] for end in self._graph.edges[link]]
        left, right = sum(end < here for end in ends), sum(end > here for end in ends)
        low, high = self._range(step)
        level = len(ends) // 2 - left - right
        return (left > right + level and low < here) or (right > left + level and high > here)

    def _look_anew(self) -> None:
        """Every step is looked at again."""
        self._seen = [0] * self._net.count

    def _range(self, step: int) -> tuple[int, int]:
        """The sub-columns that the step may stand in, between what comes before and what comes after."""
        at, (low, high) = self._net.at, self._bounds[self._graph.phase[step]]
        low = max([low, at[step] - REACH, *(at[other] + gap for other, gap in self._before[step])])
        return low, min([high, at[step] + REACH, *(at[other] - gap for other, gap in self._after[step])])

    def _put_back(self, step: int, low: int, high: int, price: Price) -> None:
        net, edges = self._net, self._graph.edges
        home, rank = net.at[step], net.rank[step]
        links = net.take_out(step)
        known: dict[int, Costs | None] = {}

        def passing(column: int) -> Costs | None:
            if column not in known:
                known[column] = upright(net, column)
            return known[column]

        near = [edges[link][edges[link][0] == step] for link in links]
        costs = {c: list(passing(c) or [0] * (len(net.columns[c]) + 1)) for c in range(low, high + 1)}
        for other in near:
            for column, more in reached(net, other, low, high, passing).items():
                costs[column] = [x + y for x, y in zip(costs[column], more, strict=True)]
        best: tuple[tuple[int, ...], int, int] = ((), home, rank)
        for column in range(low, high + 1):
            top, bottom, pile = self._room(step, column)
            if top <= bottom:
                whole = costs[column]
                least = min(whole[top : bottom + 1])
                place = min(
                    (p for p in range(top, bottom + 1) if whole[p] == least),
                    key=lambda p: abs(p - rank) if column == home else 0,
                )
                length = sum(abs(net.at[other] - column) for other in near)
                asked = price(least, pile, length, column, abs(column - home))
                if not best[0] or asked < best[0]:
                    best = asked, column, place
        net.put_in(step, best[1], min(best[2], len(net.columns[best[1]])))
        for link in sorted(links, key=lambda one: abs(net.at[edges[one][0]] - net.at[edges[one][1]])):
            thread(net, link)

    def _room(self, step: int, column: int) -> tuple[int, int, int]:
        """The first and the last place for the step in a sub-column, and how many are in its cell."""
        net, lane = self._net, self._graph.lane
        pile = sum(item < net.count and lane[item] == lane[step] for item in net.columns[column])
        return *net.room(step, column), pile

    def _close(self) -> None:
        """Every phase ends with its last step, so that nothing spreads again."""
        last = {phase: low for phase, (low, _) in enumerate(self._bounds)}
        for step, phase in enumerate(self._graph.phase):
            last[phase] = max(last[phase], self._net.at[step])
        self._bounds = [(low, last[phase]) for phase, (low, _) in enumerate(self._bounds)]

    def order(self) -> Order:
        """What was found, without empty sub-columns."""
        net, phases = self._net, self._graph.phase
        used = sorted({(phase, net.at[step]) for step, phase in enumerate(phases)})
        first: dict[int, int] = {}
        number = {column: at - first.setdefault(phase, at) for at, (phase, column) in enumerate(used)}
        name = {
            point: (link, net.at[point]) for link, items in enumerate(net.threads) for point in items[1:-1]
        }
        slots, seen = [0] * net.count, dict[tuple[int, int], int]()
        for at, items in enumerate(net.columns):
            for item in items:
                if item < net.count:
                    cell = at, self._graph.lane[item]
                    slots[item] = seen[cell] = seen.get(cell, -1) + 1
        return Order(
            columns=[number[net.at[step]] for step in range(net.count)],
            slots=slots,
            crossings=net.crossings(),
            drawing=[[name.get(item, item) for item in items] for items in net.columns],
        )


def _near(crossed: int, pile: int, length: int, column: int, moved: int) -> tuple[int, ...]:
    return crossed, pile, length, moved


def _leftward(crossed: int, pile: int, length: int, column: int, moved: int) -> tuple[int, ...]:
    return crossed, pile, column


def _counts(graph: Graph, columns: Sequence[int]) -> list[int]:
    """How many sub-columns each phase has."""
    counts = [0] * (1 + max(graph.phase, default=-1))
    for phase, column in zip(graph.phase, columns, strict=True):
        counts[phase] = max(counts[phase], column + 1)
    return counts
