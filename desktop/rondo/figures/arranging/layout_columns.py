"""Which sub-column of its phase a step stands in: longest path, hand-overs straight down, folding."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from msgspec import Struct


class Graph(Struct, frozen=True):
    """Nodes 0..n-1 in step order with their phase and lane; edges without doubles and loops to self."""

    phase: tuple[int, ...]
    lane: tuple[int, ...]
    edges: tuple[tuple[int, int], ...]


def sub_columns(graph: Graph, *, share: bool) -> list[int]:
    """The sub-column of every node inside its phase, from 0: after every predecessor of the same lane.

    A node of another lane stands in the sub-column of its predecessor when the way between is free."""
    before = _predecessors(graph)
    order = _topological(len(graph.phase), before)
    linked = {node for edge in graph.edges for node in edge}
    columns = [0] * len(graph.phase)
    grid = _Grid(graph, columns, share)
    for node in order:
        columns[node] = grid.choose(node, before[node], alone=node not in linked)
        grid.put(node, before[node])
    return columns


def fold(graph: Graph, columns: Sequence[int], limits: Mapping[int, int]) -> list[int]:
    """The sub-columns after every phase is folded into at most its limit, neighbours onto each other."""
    folded = list(columns)
    for phase, limit in limits.items():
        members = [i for i, p in enumerate(graph.phase) if p == phase]
        count = 1 + max((columns[i] for i in members), default=0)
        if count <= limit:
            continue
        groups = _partition(_stacks(graph, columns, members, count), max(limit, 1))
        for i in members:
            folded[i] = groups[columns[i]]
    return folded


def forward(graph: Graph) -> list[tuple[int, int]]:
    """The edges inside one phase that do not close a loop, in order; found depth first in step order."""
    after: list[list[int]] = [[] for _ in graph.phase]
    for a, b in graph.edges:
        if graph.phase[a] == graph.phase[b]:
            after[a].append(b)
    state = [0] * len(after)
    back: set[tuple[int, int]] = set()
    for root in range(len(after)):
        if not state[root]:
            _walk(root, after, state, back)
    return [edge for edge in graph.edges if graph.phase[edge[0]] == graph.phase[edge[1]] and edge not in back]


def _walk(root: int, after: list[list[int]], state: list[int], back: set[tuple[int, int]]) -> None:
    """Depth first from root; an edge to a node still open closes a loop."""
    stack = [(root, iter(after[root]))]
    state[root] = 1
    while stack:
        node, rest = stack[-1]
        for target in rest:
            if state[target] == 1:
                back.add((node, target))
            elif not state[target]:
                state[target] = 1
                stack.append((target, iter(after[target])))
                break
        else:
            state[node] = 2
            stack.pop()


def _predecessors(graph: Graph) -> list[list[int]]:
    before: list[list[int]] = [[] for _ in graph.phase]
    for a, b in forward(graph):
        before[b].append(a)
    return before


def _topological(count: int, before: list[list[int]]) -> list[int]:
    """Nodes after their predecessors, otherwise in step order."""
    waiting = [len(b) for b in before]
    after: list[list[int]] = [[] for _ in range(count)]
    for node, sources in enumerate(before):
        for source in sources:
            after[source].append(node)
    ready = [node for node in range(count) if not waiting[node]]
    order = []
    while ready:
        node = heapq.heappop(ready)
        order.append(node)
        for target in after[node]:
            waiting[target] -= 1
            if not waiting[target]:
                heapq.heappush(ready, target)
    return order


class _Grid:
    """What stands where while sub-columns are given out, phase by phase."""

    def __init__(self, graph: Graph, columns: list[int], share: bool) -> None:
        self._graph, self._columns, self._share = graph, columns, share
        self._filled: dict[tuple[int, int], set[int]] = {}
        self._spans: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._ends: dict[tuple[int, int], int] = {}
        self._course: list[int] = [0] * len(graph.phase)

    def choose(self, node: int, before: list[int], *, alone: bool) -> int:
        """The first sub-column where the node may stand."""
        lane, phase = self._graph.lane[node], self._graph.phase[node]
        if alone:
            return self._ends.get((phase, lane), -1) + 1
        least = 0
        for source in before:
            step = 0 if self._share and self._graph.lane[source] != lane else 1
            least = max(least, self._columns[source] + step)
        above = [source for source in before if self._columns[source] == least]
        if above and not self._drops(node, above, least):
            return least + 1
        if not above and self._in_a_span(phase, least, lane):
            return least + 1
        return least

    def put(self, node: int, before: list[int]) -> None:
        """The node stands in the sub-column now written for it."""
        lane, phase, column = self._graph.lane[node], self._graph.phase[node], self._columns[node]
        self._filled.setdefault((phase, column), set()).add(lane)
        self._ends[phase, lane] = max(self._ends.get((phase, lane), -1), column)
        for source in before:
            if self._columns[source] == column:
                other = self._graph.lane[source]
                self._course[node] = 1 if lane > other else -1
                span = (min(lane, other), max(lane, other))
                self._spans.setdefault((phase, column), []).append(span)

    def _drops(self, node: int, above: list[int], column: int) -> bool:
        """Whether straight lines from those predecessors to the node keep one direction and pass nothing."""
        lane, phase = self._graph.lane[node], self._graph.phase[node]
        filled = self._filled.get((phase, column), set())
        if len(above) > 1 or lane in filled or self._in_a_span(phase, column, lane):
            return False
        other = self._graph.lane[above[0]]
        course = 1 if lane > other else -1
        low, high = min(lane, other), max(lane, other)
        passed = any(low < between < high for between in filled)
        return not passed and self._course[above[0]] in (0, course)

    def _in_a_span(self, phase: int, column: int, lane: int) -> bool:
        return any(low < lane < high for low, high in self._spans.get((phase, column), ()))


def _stacks(graph: Graph, columns: Sequence[int], members: list[int], count: int) -> list[dict[int, int]]:
    """How many nodes stand in each lane, for every sub-column of a phase."""
    stacks: list[dict[int, int]] = [{} for _ in range(count)]
    for i in members:
        stack = stacks[columns[i]]
        stack[graph.lane[i]] = stack.get(graph.lane[i], 0) + 1
    return stacks


def _partition(stacks: list[dict[int, int]], limit: int) -> list[int]:
    """For every sub-column its group, so that the sum of squared stacks is least; groups are neighbours."""
    count = len(stacks)
    best: list[list[tuple[float, int]]] = [[(float("inf"), 0)] * (count + 1) for _ in range(limit + 1)]
    best[0][0] = (0.0, 0)
    for end in range(1, count + 1):
        merged: dict[int, int] = {}
        for start in range(end - 1, -1, -1):
            for lane, number in stacks[start].items():
                merged[lane] = merged.get(lane, 0) + number
            cost = float(sum(number**3 for number in merged.values()))
            for groups in range(1, limit + 1):
                total = best[groups - 1][start][0] + cost
                if total < best[groups][end][0]:
                    best[groups][end] = (total, start)
    result = [0] * count
    end, group = count, min(range(1, limit + 1), key=lambda g: (best[g][count][0], -g))
    while end:
        start = best[group][end][1]
        result[start:end] = [group - 1] * (end - start)
        end, group = start, group - 1
    return result
