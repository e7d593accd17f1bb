"""What long annealing finds on the kept maps: `python -m bench.annealing [--rounds N] [MAP ...]`, by hand.

It may do what a person could do under the same phases and lanes: put steps of a cell in any order, lead
links past other steps anywhere, and move steps to other sub-columns of their phase, as long as links that
lead on do not lead back. By turns it starts from our own drawing, hot enough to leave it, and from a rough
one in which every step has room to move; every other pair of runs keeps the sub-columns and swaps alone.
The fewest crossings of all runs are kept in `best.json` beside the maps.
"""

from __future__ import annotations

import argparse
import json
import sys
from bisect import bisect_left, bisect_right, insort
from itertools import pairwise
from math import exp
from random import Random

from bench.crossings import Item, crossings
from bench.kept_maps import BEST, NAMES, KeptMap, Shown, best, drawn, kept_map, sketched
from rondo.figures.arranging.layout_columns import Graph, forward

WARM, COLD = 1.6, 0.04
SWAPS_EACH_MOVE = 24


def annealed(kept: KeptMap, seed: int, rounds: int) -> int:
    """The fewest crossings that one run of so many tries finds."""
    start = sketched(kept.graph) if seed % 2 else drawn(kept.graph)
    state = _State(kept.graph, start, Random(seed))
    found = state.run(rounds, moves=seed % 4 < 2)
    if found != crossings(state.drawing, kept.graph.edges):
        raise AssertionError("annealing miscounted")
    return found


class _State:
    """A drawing that changes a little, and its crossings."""

    def __init__(self, graph: Graph, shown: Shown, random: Random) -> None:
        self._graph, self._random = graph, random
        self.drawing = [list(items) for items in shown.drawing]
        columns = self._column = list(shown.columns)
        starts = [sum(shown.counts[:phase]) for phase in range(len(shown.counts) + 1)]
        self._range = [(starts[phase], starts[phase + 1] - 1) for phase in graph.phase]
        self._after: list[list[tuple[int, int]]] = [[] for _ in graph.phase]
        self._before: list[list[tuple[int, int]]] = [[] for _ in graph.phase]
        self._above: set[tuple[int, int]] = set()
        for a, b in forward(graph):
            gap = int(graph.lane[a] == graph.lane[b] and columns[a] < columns[b])
            self._after[a].append((b, gap))
            self._before[b].append((a, gap))
            if graph.lane[a] == graph.lane[b]:
                self._above.add((a, b))
        self._links: list[list[int]] = [[] for _ in graph.phase]
        for number, ends in enumerate(graph.edges):
            for end in ends:
                self._links[end].append(number)
        self._left: dict[Item, list[Item]] = {}
        self._right: dict[Item, list[Item]] = {}
        self._beside: dict[Item, list[Item]] = {}
        for step in range(len(graph.phase)):
            self._forget(step)
        for number in range(len(graph.edges)):
            self._tie(number)
        self._rank = {item: rank for items in self.drawing for rank, item in enumerate(items)}

    def run(self, rounds: int, *, moves: bool) -> int:
        """Tries so many changes, ever less of those that make it worse; the best drawing stays."""
        now = crossings(self.drawing, self._graph.edges)
        least, kept = now, ([list(items) for items in self.drawing], list(self._column))
        for turn in range(rounds):
            heat = WARM * (COLD / WARM) ** (turn / rounds)
            if moves and turn % SWAPS_EACH_MOVE == 0:
                now += self._move(heat)
            else:
                now -= self._swap(heat)
            if now < least:
                least, kept = now, ([list(items) for items in self.drawing], list(self._column))
        self.drawing, self._column = kept
        return least

    def _swap(self, heat: float) -> int:
        """Two neighbours of a sub-column may change places; how many crossings went."""
        items = self.drawing[int(self._random.random() * len(self.drawing))]
        if len(items) < 2:
            return 0
        at = int(self._random.random() * (len(items) - 1))
        a, b = items[at], items[at + 1]
        if not self._may_swap(a, b):
            return 0
        gain = self._gain(a, b)
        if gain < 0 and self._random.random() >= exp(gain / heat):
            return 0
        items[at], items[at + 1] = b, a
        self._rank[a], self._rank[b] = at + 1, at
        return gain

    def _may_swap(self, a: Item, b: Item) -> bool:
        if isinstance(a, int) and isinstance(b, int):
            return self._graph.lane[a] == self._graph.lane[b] and (a, b) not in self._above
        return True

    def _gain(self, a: Item, b: Item) -> int:
        rank, gain = self._rank, 0
        for near in (self._left, self._right):
            for n in near[a]:
                for m in near[b]:
                    gain += (rank[n] > rank[m]) - (rank[n] < rank[m])
        above, below = rank[a], rank[b]
        for n in self._beside[a]:
            gain += 0 if n == b else 1 if rank[n] > below else -1
        for n in self._beside[b]:
            gain += 0 if n == a else 1 if rank[n] < above else -1
        return gain

    def _move(self, heat: float) -> int:
        """A step may move to another sub-column of its phase; how many crossings came."""
        step = self._random.randrange(len(self._column))
        column = self._column
        low = max([self._range[step][0], *(column[a] + gap for a, gap in self._before[step])])
        high = min([self._range[step][1], *(column[b] - gap for b, gap in self._after[step])])
        wanted = self._random.randint(low, high) if low < high else column[step]
        if wanted == column[step]:
            return 0
        others = [column[end] for link in self._links[step] for end in self._graph.edges[link]]
        first, last = min(wanted, *others, column[step]), max(wanted, *others, column[step])
        before, was = self._count(first, last), column[step]
        kept = [list(items) for items in self.drawing[first : last + 1]]
        self._replace(step, wanted)
        self._number(first, last)
        came = self._count(first, last) - before
        if came <= 0 or self._random.random() < exp(-came / heat):
            return came
        for link in self._links[step]:
            self._untie(link)
        column[step] = was
        self.drawing[first : last + 1] = kept
        for link in self._links[step]:
            self._tie(link)
        self._number(first, last)
        return 0

    def _replace(self, step: int, wanted: int) -> None:
        """The step stands in that sub-column, its links pass as straight as they can."""
        links = dict.fromkeys(self._links[step])
        for link in links:
            for point in self._untie(link):
                self.drawing[point[1]].remove(point)
        items = self.drawing[self._column[step]]
        share = items.index(step) / len(items)
        items.remove(step)
        self._column[step] = wanted
        self._insert(step, wanted, share)
        for link in links:
            a, b = sorted(self._graph.edges[link], key=self._column.__getitem__)
            for at in range(self._column[a] + 1, self._column[b]):
                part = (at - self._column[a]) / (self._column[b] - self._column[a])
                self._insert((link, at), at, self._share(a) * (1 - part) + self._share(b) * part)
            self._tie(link)
            self._number(self._column[a], self._column[b])
        self._number(wanted, wanted)

    def _share(self, step: int) -> float:
        items = self.drawing[self._column[step]]
        return (items.index(step) + 0.5) / len(items)

    def _insert(self, item: Item, at: int, share: float) -> None:
        """The item stands about there in that sub-column; steps keep the order of lanes and of links."""
        items = self.drawing[at]
        low, high = 0, len(items)
        if isinstance(item, int):
            lane = self._graph.lane
            for rank, other in enumerate(items):
                if isinstance(other, int):
                    if (lane[other] < lane[item]) or (other, item) in self._above:
                        low = max(low, rank + 1)
                    elif (lane[other] > lane[item]) or (item, other) in self._above:
                        high = min(high, rank)
        items.insert(min(max(round(share * len(items)), low), max(high, low)), item)

    def _number(self, first: int, last: int) -> None:
        for items in self.drawing[first : last + 1]:
            for rank, item in enumerate(items):
                self._rank[item] = rank

    def _forget(self, item: Item) -> None:
        self._left[item], self._right[item], self._beside[item] = [], [], []

    def _thread(self, link: int) -> tuple[int, list[tuple[int, int]], int]:
        a, b = sorted(self._graph.edges[link], key=self._column.__getitem__)
        return a, [(link, at) for at in range(self._column[a] + 1, self._column[b])], b

    def _tie(self, link: int) -> None:
        a, points, b = self._thread(link)
        for point in points:
            self._forget(point)
        if self._column[a] == self._column[b]:
            self._beside[a].append(b)
            self._beside[b].append(a)
            return
        for one, other in pairwise([a, *points, b]):
            self._right[one].append(other)
            self._left[other].append(one)

    def _untie(self, link: int) -> list[tuple[int, int]]:
        a, points, b = self._thread(link)
        if self._column[a] == self._column[b]:
            self._beside[a].remove(b)
            self._beside[b].remove(a)
        else:
            self._right[a].remove([*points, b][0])
            self._left[b].remove([a, *points][-1])
        return points

    def _count(self, first: int, last: int) -> int:
        """The crossings between and in those sub-columns, and with the ones beside them."""
        rank, total = self._rank, 0
        for items in self.drawing[max(first - 1, 0) : last + 2]:
            seen: list[int] = []
            for place, item in enumerate(items):
                ends = sorted(rank[n] for n in self._left[item])
                total += sum(len(seen) - bisect_right(seen, end) for end in ends)
                for end in ends:
                    insort(seen, end, lo=bisect_left(seen, end))
                total += sum(rank[n] - place - 1 for n in self._beside[item] if rank[n] > place)
        return total


def main(arguments: list[str]) -> int:
    """Anneals the named maps, or all, and keeps what is better than what was kept."""
    parser = argparse.ArgumentParser(prog="python -m bench.annealing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=1_000_000)
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("maps", nargs="*", default=NAMES)
    chosen = parser.parse_args(arguments)
    for name in chosen.maps:
        kept = kept_map(name)
        found = [annealed(kept, seed, chosen.rounds) for seed in range(chosen.seeds)]
        known = best()
        least = min([*found, *([known[name]] if name in known else [])])
        BEST.write_text(json.dumps({**known, name: least}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        ours = crossings(drawn(kept.graph).drawing, kept.graph.edges)
        sys.stdout.write(f"{name}: annealing {found}, best {least}, ours {ours}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
