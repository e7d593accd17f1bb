"""Laying a journey out anew: the whole of it, no step with a place of its own."""

from __future__ import annotations

from bench.crossings import crossings
from bench.harness import Figure, benchmark, middle, timed
from bench.kept_maps import best, drawn, kept_map
from bench.maps import LANES, PHASES, edges_of, lanes_of, name, phase_of
from rondo.figures.arranging.layout import Node, arrange


@benchmark("layout_300")
def layout_300() -> Figure:
    return layout(300, times=15)


@benchmark("layout_5000")
def layout_5000() -> Figure:
    return layout(5_000, times=3)


@benchmark("crossings_ratio")
def crossings_ratio() -> Figure:
    """Crossings of our layout over the fewest that long annealing found, on the worst of the kept maps."""
    ratios = [ratio(name, fewest) for name, fewest in best().items()]
    return Figure(round(max(ratios), 3), "count", 1.0)


def ratio(name: str, fewest: int) -> float:
    """How many times the fewest crossings our drawing of a kept map has."""
    graph = kept_map(name).graph
    ours = crossings(drawn(graph).drawing, graph.edges)
    return ours / fewest if fewest else 1.0 + ours


def layout(steps: int, times: int) -> Figure:
    """Milliseconds for the layout of a map; there is no peer that knows phases and lanes at once."""
    lanes, edges = lanes_of(steps), edges_of(steps)
    nodes = [Node(name(i), phase_of(i, steps), lanes[i], 120.0, 48.0) for i in range(steps)]

    def arranged() -> None:
        placed = arrange(nodes, edges, phases=len(PHASES), lanes=LANES)
        if len(placed.boxes) != steps:
            raise AssertionError(f"{len(placed.boxes)} of {steps} steps were placed")

    return Figure(middle(timed(arranged, times)), "ms")
