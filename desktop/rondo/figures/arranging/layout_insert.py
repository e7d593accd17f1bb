"""Where a step goes that comes to a map whose other steps stay: beside what it is linked to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import product

from msgspec import Struct

from rondo.figures.arranging.layout_columns import Graph


class Home(Struct, frozen=True):
    """The place of a step: phase and lane, the key of its sub-column in the phase, its rank in the cell.

    Keys are compared, never counted, so that something can always come between. Rank None: below the
    others."""

    cell: tuple[int, str]
    column: float
    rank: float | None


class Ground:
    """What stands on the map while steps come to it one by one."""

    def __init__(
        self, steps: Sequence[str], graph: Graph, lanes: Sequence[str], homes: Mapping[str, Home]
    ) -> None:
        self.steps, self.graph, self.lanes, self.homes = steps, graph, lanes, homes
        self.columns: dict[int, list[float]] = {}
        self.held: dict[tuple[int, float], dict[int, list[float]]] = {}
        self.before: dict[int, list[int]] = {}
        self.after: dict[int, list[int]] = {}
        for a, b in graph.edges:
            self.after.setdefault(a, []).append(b)
            self.before.setdefault(b, []).append(a)
        for i, step in enumerate(steps):
            if step in homes:
                self.add(i)

    def add(self, i: int) -> None:
        """The step stands where its home is."""
        phase, home = self.graph.phase[i], self.homes[self.steps[i]]
        columns = self.columns.setdefault(phase, [])
        at = bisect_left(columns, home.column)
        if at == len(columns) or columns[at] != home.column:
            columns.insert(at, home.column)
        cell = self.held.setdefault((phase, home.column), {})
        insort(cell.setdefault(self.graph.lane[i], []), home.rank or 0.0)

    def linked(self, i: int, near: Mapping[int, list[int]]) -> list[tuple[float, int]]:
        """Sub-columns and lanes of the steps of the same phase that it is linked to, from the left."""
        phase = self.graph.phase[i]
        return sorted(
            (self.homes[self.steps[other]].column, self.graph.lane[other])
            for other in near.get(i, ())
            if self.graph.phase[other] == phase and self.steps[other] in self.homes
        )

    def is_free(self, phase: int, column: float, lane: int) -> bool:
        """Whether no step stands there."""
        return lane not in self.held.get((phase, column), {})

    def drops(self, phase: int, column: float, lane: int, other: int) -> bool:
        """Whether a step may stand there straight above or below the one of another lane."""
        low, high = sorted((lane, other))
        held = self.held.get((phase, column), {})
        return low != high and lane not in held and not any(low < between < high for between in held)

    def lowest(self, phase: int, column: float, lane: int) -> float:
        """A rank below those of a cell."""
        ranks = self.held.get((phase, column), {}).get(lane)
        return ranks[-1] + 1.0 if ranks else 0.0


def home_for(ground: Ground, i: int, once: Home | None) -> Home:
    """A home for the step: where it stood once, else between the two of a column that it comes between,
    else after what leads to it, else before what follows."""
    phase, lane = ground.graph.phase[i], ground.graph.lane[i]
    cell = phase, ground.lanes[lane]
    if once is not None and once.rank is not None:
        return once
    between = None if once else _between_stacked(ground, i)
    if between is not None:
        return between
    column = once.column if once else _column(ground, i)
    return Home(cell, column, ground.lowest(phase, column, lane))


def _between_stacked(ground: Ground, i: int) -> Home | None:
    """The place between two steps below each other in the cell of the step, of which one leads to it and
    it to the other; None where there are none such."""
    cell = ground.graph.phase[i], ground.lanes[ground.graph.lane[i]]
    above, below = (
        [home for other in near.get(i, ()) if (home := ground.homes.get(ground.steps[other]))]
        for near in (ground.before, ground.after)
    )
    for a, b in product(above, below):
        if a.cell == b.cell == cell and a.column == b.column and (a.rank or 0.0) < (b.rank or 0.0):
            return Home(cell, a.column, ((a.rank or 0.0) + (b.rank or 0.0)) / 2)
    return None


def _column(ground: Ground, i: int) -> float:
    phase, lane = ground.graph.phase[i], ground.graph.lane[i]
    columns = ground.columns.get(phase, [])
    before, after = ground.linked(i, ground.before), ground.linked(i, ground.after)
    if before:
        column, other = before[-1]
        if ground.drops(phase, column, lane, other):
            return column
        end = after[0][0] if after and after[0][0] > column else None
        return _behind(ground, phase, lane, columns, column, end)
    if after:
        column, other = after[0]
        if ground.drops(phase, column, lane, other):
            return column
        at = bisect_left(columns, column)
        if at and ground.is_free(phase, columns[at - 1], lane):
            return columns[at - 1]
        return _between(columns, at)
    last = [column for column in columns if not ground.is_free(phase, column, lane)]
    return _behind(ground, phase, lane, columns, last[-1], None) if last else (columns[0] if columns else 0.0)


def _behind(
    ground: Ground, phase: int, lane: int, columns: Sequence[float], column: float, end: float | None
) -> float:
    """The next sub-column when its cell is free and comes before the end; else a new one right there."""
    at = bisect_right(columns, column)
    if at < len(columns) and (end is None or columns[at] < end) and ground.is_free(phase, columns[at], lane):
        return columns[at]
    return _between(columns, at)


def _between(columns: Sequence[float], at: int) -> float:
    """A key for a new sub-column before the one of that number."""
    if not columns:
        return 0.0
    if at == 0:
        return columns[0] - 1.0
    if at == len(columns):
        return columns[-1] + 1.0
    return (columns[at - 1] + columns[at]) / 2
