"""Sub-columns of steps and passing points, and the links threaded through them.

Every link between two sub-columns is cut into pieces from one to the next, with a passing point in each
sub-column between. Steps keep to their lane; passing points may lie anywhere. A link inside a sub-column
runs up or down beside what stands between its ends.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rondo.figures.arranging.layout_columns import Graph

State = tuple[list[list[int]], list[int], list[list[int]]]


class Net:
    """Items are steps (0..n-1, as in the graph) and passing points (n..), by sub-column from the top.

    `at` is the sub-column of an item over all phases, `rank` its place in it; `left`, `right` and `beside`
    are the items that a piece of a link leads to. Whoever changes `columns` numbers them anew."""

    def __init__(self, graph: Graph, cells: Sequence[int], serial: Sequence[int]) -> None:
        self.graph, self.serial = graph, serial
        self.count = len(graph.phase)
        self.at = list(cells)
        self.columns: list[list[int]] = [[] for _ in range(1 + max(cells, default=-1))]
        self.rank = [0] * self.count
        self.left: list[list[int]] = [[] for _ in range(self.count)]
        self.right: list[list[int]] = [[] for _ in range(self.count)]
        self.beside: list[list[int]] = [[] for _ in range(self.count)]
        self.links: list[list[int]] = [[] for _ in range(self.count)]
        self.threads: list[list[int]] = [[] for _ in graph.edges]
        self._free: list[int] = []
        self.work = 0
        """How much was done to lead links past what stands between their ends, in places looked at."""
        for step, home in enumerate(self.at):
            self.columns[home].append(step)
        self._height = [float(lane) for lane in graph.lane]
        for link, (a, b) in enumerate(graph.edges):
            self.links[a].append(link)
            self.links[b].append(link)
            self.tie(link, self._straight(a, b))
        for column in self.columns:
            self._settle(column, {item: self._height[item] for item in column})

    def _straight(self, a: int, b: int) -> list[int]:
        """A thread from the left one to the right one, with points that lie on a line."""
        if self.at[a] > self.at[b]:
            a, b = b, a
        thread, lane, first, last = [a], self.graph.lane, self.at[a], self.at[b]
        for column in range(first + 1, last):
            share = (column - first) / (last - first)
            point = self.point(column)
            self._height.append(lane[a] + 0.5 + (lane[b] - lane[a]) * share)
            self.columns[column].append(point)
            thread.append(point)
        return [*thread, b]

    def point(self, column: int) -> int:
        """A new passing point that belongs to that sub-column, tied to nothing yet."""
        if self._free:
            point = self._free.pop()
            self.left[point], self.right[point], self.at[point] = [], [], column
            return point
        for items in (self.left, self.right, self.beside):
            items.append([])
        self.rank.append(0)
        self.at.append(column)
        return len(self.at) - 1

    def tie(self, link: int, thread: list[int]) -> None:
        """The link runs through these items, from left to right."""
        self.threads[link] = thread
        a, b = thread[0], thread[-1]
        if self.at[a] == self.at[b]:
            self.beside[a].append(b)
            self.beside[b].append(a)
            return
        for one, other in pairwise(thread):
            self.right[one].append(other)
            self.left[other].append(one)

    def untie(self, link: int) -> list[int]:
        """The link runs nowhere; its points, which belong to no link and still stand where they stood."""
        thread = self.threads[link]
        a, b = thread[0], thread[-1]
        if self.at[a] == self.at[b]:
            self.beside[a].remove(b)
            self.beside[b].remove(a)
        else:
            self.right[a].remove(thread[1])
            self.left[b].remove(thread[-2])
        self._free += thread[1:-1]
        return thread[1:-1]

    def take_out(self, step: int) -> list[int]:
        """The step and the points of its links stand nowhere; the links that were untied."""
        links, touched = list(dict.fromkeys(self.links[step])), {self.at[step]}
        for link in links:
            for point in self.untie(link):
                self.columns[self.at[point]].remove(point)
                touched.add(self.at[point])
        self.columns[self.at[step]].remove(step)
        for column in touched:
            self.number(column)
        return links

    def put_again(self, first: int, columns: Sequence[list[int]], threads: Mapping[int, list[int]]) -> None:
        """Those sub-columns, from the first on, hold what they held, and those links run as they ran.

        Every link that was threaded otherwise since then is among them."""
        for link in threads:
            self.untie(link)
        for column, items in enumerate(columns, start=first):
            self.columns[column] = items
            for item in items:
                self.at[item] = column
            self.number(column)
        back = {point for thread in threads.values() for point in thread[1:-1]}
        self._free = [point for point in self._free if point not in back]
        for point in back:
            self.left[point], self.right[point] = [], []
        for link, thread in threads.items():
            self.tie(link, thread)

    def put_in(self, item: int, column: int, place: int) -> None:
        """The item stands in that sub-column at that place from the top."""
        self.at[item] = column
        self.columns[column].insert(place, item)
        self.number(column)

    def room(self, step: int, column: int) -> tuple[int, int]:
        """The first and the last place for the step in a sub-column, by lanes and serials."""
        top, bottom, mine = 0, len(self.columns[column]), (self.graph.lane[step], self.serial[step])
        for rank, item in enumerate(self.columns[column]):
            if item < self.count:
                other = self.graph.lane[item], self.serial[item]
                if other < mine:
                    top = rank + 1
                elif other > mine:
                    bottom = min(bottom, rank)
        return top, bottom

    def number(self, column: int) -> None:
        """The ranks in a sub-column are those of its items."""
        rank = self.rank
        for place, item in enumerate(self.columns[column]):
            rank[item] = place

    def sweep(self, *, rightward: bool) -> None:
        """Every sub-column in turn takes the order of the middles of its neighbours in the last one."""
        near = self.left if rightward else self.right
        height = self._height
        for column in self.columns if rightward else self.columns[::-1]:
            keys = {}
            for item in column:
                heights = sorted(height[n] for n in near[item])
                middle = (heights[len(heights) // 2] + sum(heights) / len(heights)) / 2 if heights else None
                keys[item] = height[item] if middle is None else middle
            self._settle(column, keys)

    def _settle(self, column: list[int], keys: dict[int, float]) -> None:
        """Steps lane by lane in the order of their keys, passing points between them at their keys."""
        lane, height = self.graph.lane, self._height
        steps = [item for item in column if item < self.count]
        steps.sort(key=lambda item: (lane[item], self.serial[item], keys[item], item))
        held: dict[int, int] = {}
        for item in steps:
            held[lane[item]] = held.get(lane[item], 0) + 1
        seen: dict[int, int] = {}
        for item in steps:
            seen[lane[item]] = seen.get(lane[item], 0) + 1
            height[item] = lane[item] + seen[lane[item]] / (held[lane[item]] + 1)
        for item in column:
            if item >= self.count:
                height[item] = keys[item]
        column.sort(key=lambda item: (height[item], item))
        for place, item in enumerate(column):
            self.rank[item] = place

    def crossings(self) -> int:
        """Pairs of pieces that cross, and what links inside a sub-column pass."""
        return self.crossed_in(0, len(self.columns))

    def crossed_in(self, first: int, end: int) -> int:
        """The crossings inside those sub-columns and of pieces that come to them from the left."""
        rank, total = self.rank, 0
        for column in self.columns[first:end]:
            total += self._inversions(column)
            for place, item in enumerate(column):
                for other in self.beside[item]:
                    total += max(rank[other] - place - 1, 0)
        return total

    def _inversions(self, column: list[int]) -> int:
        """Pairs of pieces that cross between a sub-column and the one before."""
        rank, ends = self.rank, list[int]()
        for item in column:
            near = self.left[item]
            if len(near) == 1:
                ends.append(rank[near[0]])
            elif near:
                ends += sorted([rank[n] for n in near])
        total, seen = 0, list[int]()
        if any(a > b for a, b in pairwise(ends)):
            for end in ends:
                total += len(seen) - bisect_right(seen, end)
                insort(seen, end)
        return total

    def troubled(self) -> set[int]:
        """The steps with a link that crosses another, or that a link inside a sub-column passes."""
        found: set[int] = set()
        for column in self.columns:
            found |= self._crossed(column)
        for thread in self.threads:
            if len(thread) > 2 and not found.isdisjoint(thread):
                found.update((thread[0], thread[-1]))
        return {item for item in found if item < self.count}

    def _crossed(self, column: list[int]) -> set[int]:
        """The items on both sides of crossings between a sub-column and the one before, and inside it."""
        rank, found = self.rank, set[int]()
        pieces = [(item, other, rank[other]) for item in column for other in self.left[item]]
        for run, sign in ((pieces, 1), (pieces[::-1], -1)):
            most = within = -2 * len(self.rank)
            last = -1
            for item, other, end in run:
                if item != last:
                    most, within, last = max(most, within), -2 * len(self.rank), item
                within = max(within, sign * end)
                if most > sign * end:
                    found.update((item, other))
        for place, item in enumerate(column):
            for other in self.beside[item]:
                if rank[other] > place + 1:
                    found.update(column[place : rank[other] + 1])
        return found

    def state(self) -> State:
        """What `restore` brings back."""
        return [list(c) for c in self.columns], list(self.at), [list(t) for t in self.threads]

    def restore(self, state: State) -> None:
        """Everything stands as it stood."""
        columns, at, threads = state
        self.columns = [list(c) for c in columns]
        self.at[: len(at)] = at
        kept = {item for column in columns for item in column}
        self._free = [item for item in range(self.count, len(self.at)) if item not in kept]
        for items in (self.left, self.right, self.beside):
            items[:] = [[] for _ in self.at]
        for link, thread in enumerate(threads):
            self.tie(link, list(thread))
        for column in range(len(self.columns)):
            self.number(column)

    def close_up(self) -> None:
        """Sub-columns without a step are gone, and with them the points in which links pass them."""
        kept = [column for column in self.columns if any(item < self.count for item in column)]
        at = list(self.at)
        stands = set()
        for number, column in enumerate(kept):
            for item in column:
                at[item] = number
                stands.add(item)
        threads = [[item for item in thread if item in stands] for thread in self.threads]
        self.columns = kept
        self.restore((kept, at, threads))
