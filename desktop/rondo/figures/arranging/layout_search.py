"""Steps moved between the sub-columns of their phase while that makes a small map lower or its links simpler.

Longest paths alone put steps that happen at the same time on a pile; a step with some room may stand a
sub-column later. Plain arithmetic on columns and lanes, so that hundreds of moves cost milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from rondo.figures.arranging.layout_columns import Graph

ROUNDS = 10
STACKED, BLOCKED, BEND, BACK, LEVEL_LABEL = 16.0, 14.0, 3.0, 24.0, 14.0
DOWN, ACROSS = 5.0, 4.0
"""What a lane and a sub-column that a link passes cost, in points of height."""
OVER = 4.0


class Ground(Struct, frozen=True):
    """What the search weighs: the height of every node, the least height of every lane, the distances.

    `counts` are the sub-columns of every phase, `labelled` the edges that carry a label, `room` the
    height to keep to, if any."""

    graph: Graph
    counts: Sequence[int]
    heights: Sequence[float]
    least: Sequence[float]
    row: float
    pad: float
    labelled: frozenset[tuple[int, int]] = frozenset()
    room: float | None = None


def cost(ground: Ground, columns: Sequence[int]) -> float:
    """How high the map would be, and how hard its links to follow, in points of height."""
    graph = ground.graph
    starts = _starts(ground.counts)
    at = [starts[phase] + column for phase, column in zip(graph.phase, columns, strict=True)]
    piles: dict[tuple[int, int], float] = {}
    for cell, height in zip(zip(at, graph.lane, strict=True), ground.heights, strict=True):
        piles[cell] = piles.get(cell, -ground.row) + height + ground.row
    lanes = list(ground.least)
    for (_, lane), height in piles.items():
        lanes[lane] = max(lanes[lane], height + 2 * ground.pad)
    total = sum(lanes)
    over = max(total - ground.room, 0.0) * OVER if ground.room is not None else 0.0
    links = sum(_link(a, b, at, graph.lane, piles, (a, b) in ground.labelled) for a, b in graph.edges)
    return total + over + links


def searched(ground: Ground, columns: Sequence[int]) -> tuple[float, list[int]]:
    """The cheapest columns that single moves and shifts reach from these, and their cost."""
    best, least = list(columns), cost(ground, columns)
    for _ in range(ROUNDS):
        tried = [(cost(ground, moved), moved) for moved in _moves(ground, best)]
        price, moved = min(tried, default=(least, best), key=lambda entry: entry[0])
        if price >= least - 0.01:
            break
        best, least = moved, price
    return least, best


def _starts(counts: Sequence[int]) -> list[int]:
    starts, total = [], 0
    for count in counts:
        starts.append(total)
        total += count
    return starts


def _link(
    a: int,
    b: int,
    at: Sequence[int],
    lane: Sequence[int],
    piles: Mapping[tuple[int, int], float],
    labelled: bool,
) -> float:
    """The price of one link between two cells."""
    right, down = at[b] - at[a], abs(lane[b] - lane[a])
    if right == 0:
        if not down:
            return STACKED
        between = range(min(lane[a], lane[b]) + 1, max(lane[a], lane[b]))
        return DOWN * down + BLOCKED * sum((at[a], other) in piles for other in between)
    price = DOWN * down + ACROSS * abs(right) + (BACK if right < 0 else 0.0)
    if down:
        return price + BEND
    passed = range(min(at[a], at[b]) + 1, max(at[a], at[b]))
    return price + BLOCKED * sum((x, lane[a]) in piles for x in passed) + (LEVEL_LABEL if labelled else 0.0)


def _moves(ground: Ground, columns: list[int]) -> Iterator[list[int]]:
    """Every node to every other sub-column of its phase; a node with all that follow it, one on or back."""
    phases = ground.graph.phase
    for node, phase in enumerate(phases):
        count = ground.counts[phase]
        if count < 2:
            continue
        for column in range(count):
            if column != columns[node]:
                yield [*columns[:node], column, *columns[node + 1 :]]
        for step in (1, -1):
            moved = [
                min(max(c + step, 0), count - 1) if i >= node and phases[i] == phase else c
                for i, c in enumerate(columns)
            ]
            if moved != columns:
                yield moved
