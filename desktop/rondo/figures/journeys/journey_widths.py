"""Sub-columns of unequal width, where that saves a map more height than it costs in calm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import permutations

GRID = 2.0
WIDEST_STEPS = 24
ROUNDS = 12
HEADING = 9.0
EXCHANGES = (1, 2, 4, 7)
UNEQUAL = 0.012
"""What a square of difference from the mean costs, in points of height."""


class Widths:
    """Shares a width among sub-columns. `columns[i]` holds the (step, lane) of one from top to bottom.

    `heads` are (the sub-columns of a phase, how wide they must be together for one line of heading)."""

    def __init__(
        self,
        columns: Sequence[Sequence[tuple[str, int]]],
        height: Callable[[str, float], float],
        least: Mapping[int, float],
        row: float,
        pad: float,
        heads: Sequence[tuple[Sequence[int], float]] = (),
    ) -> None:
        self._columns, self._height, self._least = columns, height, least
        self._row, self._pad, self._heads = row, pad, heads
        self._known: dict[tuple[int, int], dict[int, float]] = {}

    def shared(self, floors: Sequence[float], total: float) -> list[float]:
        """A width for every sub-column, none below its floor, that make the map low and nearly equal."""
        self._floors = floors
        spare = int((total - sum(floors)) / GRID)
        if spare <= 0:
            return [total / len(floors)] * len(floors)
        steps = self._equal(floors, total, spare)
        mean = total / len(floors)
        best = self._cost(steps, mean)
        for _ in range(ROUNDS):
            tried = ((self._cost(moved, mean), moved) for moved in self._exchanged(steps))
            price, moved = min(tried, default=(best, steps), key=lambda entry: entry[0])
            if price >= best - 0.01:
                break
            best, steps = price, moved
        return [floor + GRID * step for floor, step in zip(floors, steps, strict=True)]

    def _equal(self, floors: Sequence[float], total: float, spare: int) -> list[int]:
        """As equal as the floors let the sub-columns be."""
        steps = [0] * len(floors)
        for _ in range(spare):
            low = min(range(len(floors)), key=lambda i: floors[i] + GRID * steps[i])
            steps[low] += 1
        return steps

    def _exchanged(self, steps: list[int]) -> list[list[int]]:
        moved = []
        for giver, taker in permutations(range(len(steps)), 2):
            for by in EXCHANGES:
                if steps[giver] >= by and steps[taker] + by <= WIDEST_STEPS:
                    other = list(steps)
                    other[giver] -= by
                    other[taker] += by
                    moved.append(other)
        return moved

    def _cost(self, steps: Sequence[int], mean: float) -> float:
        lanes = dict(self._least)
        unequal = 0.0
        for column, step in enumerate(steps):
            unequal += (self._floors[column] + GRID * step - mean) ** 2
            for lane, height in self._lanes(column, step).items():
                if height > lanes.get(lane, 0.0):
                    lanes[lane] = height
        total = sum(lanes.values()) + UNEQUAL * unequal
        return total + (HEADING if self._wraps(steps) else 0.0)

    def _wraps(self, steps: Sequence[int]) -> bool:
        """Whether the heading of a phase takes a second line."""
        return any(
            sum(self._floors[i] + GRID * steps[i] for i in mine) < needed for mine, needed in self._heads
        )

    def _lanes(self, column: int, step: int) -> dict[int, float]:
        """How high each lane must be for the steps of one sub-column at one width."""
        key = (column, step)
        if key not in self._known:
            width = self._floors[column] + GRID * step
            found: dict[int, float] = {}
            for name, lane in self._columns[column]:
                before = found.get(lane, 2 * self._pad - self._row)
                found[lane] = before + self._row + self._height(name, width)
            self._known[key] = found
        return self._known[key]
