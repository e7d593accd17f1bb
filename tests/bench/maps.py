"""Synthetic journeys of any size, the same ones every time."""

from __future__ import annotations

from random import Random

from rondofile.enums import Phase
from rondofile.project import Project
from rondofile.records import Info, Journey, Lane, Link, Step

LANES = 5
PHASES = tuple(Phase)


def project(steps: int) -> Project:
    """One journey of that many steps."""
    lanes = lanes_of(steps)
    return Project.of(
        [
            Info(id="project", title="Benchmark"),
            Journey(id="j", name="Journey"),
            *(Lane(id=f"l{i}", journey="j", position=i, name=f"Lane {i}") for i in range(LANES)),
            *(
                Step(
                    id=name(i),
                    journey="j",
                    position=i,
                    title=f"Step {i}",
                    phase=PHASES[phase_of(i, steps)],
                    lane=f"l{lanes[i]}",
                )
                for i in range(steps)
            ),
            *(
                Link(id=f"k{i}", journey="j", position=i, source=source, target=target)
                for i, (source, target) in enumerate(edges_of(steps))
            ),
        ]
    )


def edges_of(steps: int, seed: int = 7) -> list[tuple[str, str]]:
    """A map as people draw them: one thread through all steps, side branches, and about 7 % loops back."""
    random = Random(seed)
    edges = [(i, i + 1) for i in range(steps - 1)]
    for i in range(1, steps - 1):
        if random.random() < 0.12:
            edges.append((i, min(steps - 1, i + random.randint(2, 6))))
        if random.random() < 0.07:
            edges.append((i, max(0, i - random.randint(1, 8))))
    return [(name(source), name(target)) for source, target in dict.fromkeys(edges)]


def lanes_of(steps: int, seed: int = 11) -> list[int]:
    """The lane of each step: work stays on a desk for a while, then goes to another."""
    random, lane, found = Random(seed), 0, []
    for _ in range(steps):
        if random.random() < 0.3:
            lane = random.randrange(LANES)
        found.append(lane)
    return found


def phase_of(index: int, steps: int) -> int:
    return index * len(PHASES) // steps


def name(index: int) -> str:
    return f"s{index}"
