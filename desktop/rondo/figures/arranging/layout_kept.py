"""Remembers where steps stand on a map, so that an edit of one step leaves all others where they are.

The first plan of a map is laid out as a whole. From then on every step keeps its sub-column, its rank and
its height in the lane; only what is new or came to another cell is given a place, with room made for it
where there is none. Laying the map out anew forgets this. A step that comes back finds the place it had.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from msgspec.structs import replace

from rondo.figures.arranging.layout_columns import Graph
from rondo.figures.arranging.layout_insert import Ground, Home, home_for
from rondo.figures.arranging.layout_values import Band, Box, Node
from rondo.figures.maps.canvas_columns import columned

NEW_SHARE, CLOSE = 0.5, 1e-9
"""When more than this part of the steps is new, the map is laid out as a whole."""


@dataclass(eq=False)
class KeptOrder:
    """The order of one journey's map. Columns and ranks are numbers that leave room between each other."""

    homes: dict[str, Home] = field(default_factory=dict)
    shifts: dict[str, float] = field(default_factory=dict)
    once: dict[tuple[str, int, str], tuple[Home, float | None]] = field(default_factory=dict)
    """Where steps stood that have left a cell."""
    edited: bool = False
    """Whether a fresh look may find another order."""

    def columned(
        self,
        steps: Sequence[str],
        graph: Graph,
        lanes: Sequence[str],
        fresh: Callable[[Graph], tuple[list[int], list[int]]] = columned,
    ) -> tuple[list[int], list[int]]:
        """For every step, in the order of the graph, its sub-column in its phase and its rank in its cell."""
        cells = [(phase, lanes[lane]) for phase, lane in zip(graph.phase, graph.lane, strict=True)]
        self._leave(steps, cells)
        unknown = [i for i, step in enumerate(steps) if step not in self.homes]
        if len(unknown) > NEW_SHARE * len(steps):
            self._begin(steps, cells, *fresh(graph))
            self.edited = False
        else:
            self._insert(steps, graph, lanes, cells, unknown)
            self.edited = True
        return self._numbered(steps, cells)

    def heights(self, steps: Sequence[str]) -> list[float | None]:
        """How far below the middle of its lane the middle of every step stood; None = not known."""
        return [*map(self.shifts.get, steps)]

    def settle(self, nodes: Sequence[Node], boxes: Iterable[Box], lanes: Sequence[Band]) -> None:
        """Steps without a height of their own keep the one that they have now."""
        for node, box in zip(nodes, boxes, strict=True):
            if node.id not in self.shifts and not node.fixed:
                band = lanes[node.lane or 0]
                self.shifts[node.id] = box.cy - (band.start + band.end) / 2

    def _leave(self, steps: Sequence[str], cells: Sequence[tuple[int, str]]) -> None:
        """Steps that are gone or stand in other cells have no place; where they stood is remembered."""
        now = dict(zip(steps, cells, strict=True))
        for step in [step for step, home in self.homes.items() if now.get(step) != home.cell]:
            home = self.homes.pop(step)
            self.once[step, *home.cell] = home, self.shifts.pop(step, None)
            if step in now and now[step][0] == home.cell[0]:
                self.once.setdefault((step, *now[step]), (replace(home, cell=now[step], rank=None), None))

    def _begin(
        self,
        steps: Sequence[str],
        cells: Sequence[tuple[int, str]],
        columns: Sequence[int],
        ranks: Sequence[int],
    ) -> None:
        self.shifts.clear()
        self.homes = {
            step: Home(cell, float(column), float(rank))
            for step, cell, column, rank in zip(steps, cells, columns, ranks, strict=True)
        }

    def _insert(
        self,
        steps: Sequence[str],
        graph: Graph,
        lanes: Sequence[str],
        cells: Sequence[tuple[int, str]],
        unknown: Sequence[int],
    ) -> None:
        """Those steps find places, one after the other; nothing else moves."""
        if unknown:
            self._place(Ground(steps, graph, lanes, self.homes), cells, unknown)
        self._respace()

    def _place(self, ground: Ground, cells: Sequence[tuple[int, str]], unknown: Sequence[int]) -> None:
        steps = ground.steps
        for i in unknown:
            home, shift = self.once.pop((steps[i], *cells[i]), (None, None))
            self.homes[steps[i]] = home_for(ground, i, home)
            ground.add(i)
            if shift is not None:
                self.shifts[steps[i]] = shift

    def _respace(self) -> None:
        """Keys that came too near to each other to put one between are whole numbers again."""
        keys = sorted({(home.cell[0], home.column) for home in self.homes.values()})
        near = any(a[0] == b[0] and b[1] - a[1] < CLOSE for a, b in pairwise(keys))
        if near:
            number = {key: float(at) for at, key in enumerate(keys)}
            self.homes = {
                step: replace(home, column=number[home.cell[0], home.column])
                for step, home in self.homes.items()
            }
            self.once.clear()

    def _numbered(
        self, steps: Sequence[str], cells: Sequence[tuple[int, str]]
    ) -> tuple[list[int], list[int]]:
        """Sub-columns and ranks as numbers from 0."""
        homes = [self.homes[step] for step in steps]
        number: dict[tuple[int, float], int] = {}
        seen: dict[int, int] = {}
        for phase, column in sorted({(home.cell[0], home.column) for home in homes}):
            number[phase, column] = seen[phase] = seen.get(phase, -1) + 1
        ranks, held = [0] * len(steps), dict[tuple[int, str, float], int]()
        for i in sorted(range(len(steps)), key=lambda i: (homes[i].rank or 0.0, i)):
            place = (*cells[i], homes[i].column)
            ranks[i] = held[place] = held.get(place, -1) + 1
        return [number[home.cell[0], home.column] for home in homes], ranks


class LayoutMemory:
    """The kept orders of all journeys that a canvas has shown, and those before they were laid out anew."""

    def __init__(self) -> None:
        self._kept: dict[str, KeptOrder] = {}
        self._before: dict[str, list[KeptOrder]] = {}

    def of(self, journey: str) -> KeptOrder:
        """The kept order of a journey, empty at first."""
        return self._kept.setdefault(journey, KeptOrder())

    def begin_anew(self, journey: str) -> None:
        """The next plan of the journey lays it out as a whole."""
        self._before.setdefault(journey, []).append(self.of(journey))
        self._kept[journey] = KeptOrder()

    def knows(self, journey: str) -> bool:
        """Whether an order of that journey was kept."""
        return journey in self._kept

    def put(self, journey: str, order: KeptOrder) -> None:
        """That is the kept order of the journey from now on."""
        self._kept[journey] = order

    def take_back(self, journey: str) -> None:
        """The order is as it was before the journey was laid out anew the last time."""
        before = self._before.get(journey)
        if before:
            self._kept[journey] = before.pop()
