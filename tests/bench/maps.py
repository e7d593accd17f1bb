"""Synthetic journeys of any size, the same ones every time."""

from __future__ import annotations

from random import Random

LANES = 5
PHASES = 4
Edges = list[tuple[str, str]]


def journey_edges(steps: int, seed: int = 7) -> Edges:
    """A map as people draw them: one thread through all steps, side branches, and about 7 % loops back."""
    random = Random(seed)
    edges = [(name(i), name(i + 1)) for i in range(steps - 1)]
    for i in range(steps - 1):
        if random.random() < 0.12:
            edges.append((name(i), name(min(steps - 1, i + random.randint(2, 6)))))
        if random.random() < 0.07:
            edges.append((name(i), name(max(0, i - random.randint(1, 8)))))
    return [(source, target) for source, target in edges if source != target]


def lanes_of(steps: int, seed: int = 11) -> list[int]:
    """The lane of each step: work stays on a desk for a while, then goes to another."""
    random, lane, found = Random(seed), 0, []
    for _ in range(steps):
        if random.random() < 0.3:
            lane = random.randrange(LANES)
        found.append(lane)
    return found


def phase_of(index: int, steps: int) -> int:
    return index * PHASES // steps


def name(index: int) -> str:
    return f"s{index}"
