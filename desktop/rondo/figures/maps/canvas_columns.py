"""Sub-columns and ranks on a canvas: as in a figure, and large journeys folded to a map one can look over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from rondo.figures.arranging.layout_columns import Graph, sub_columns
from rondo.figures.arranging.layout_fold import Shape
from rondo.figures.arranging.layout_order import Order, ordered

LARGE = 3_000
"""With more steps no fewer crossings are sought: the search takes half a second for so many, and twice as
long for 5,000, where it would spare every third crossing. Steps stand in their order then."""
UNFOLDED = 90
SPREAD = 2.0
USUAL = Shape(column=138.0, row=15.0, pad=13.0, card=48.0, lane=56.0, around=70.0)


def columned(graph: Graph, shape: Shape = USUAL) -> tuple[list[int], list[int]]:
    """For every node its sub-column in its phase, and its rank in that sub-column and lane."""
    count = len(graph.phase)
    if count > LARGE:
        strict = sub_columns(graph, share=True)
        columns = _folded(graph, strict)
        return columns, _in_order(graph, columns, strict)
    order = canvas_order(graph, shape)
    return order.columns, order.slots


def canvas_order(graph: Graph, shape: Shape = USUAL) -> Order:
    """The order of a map that is not large, with what it draws."""
    strict = sub_columns(graph, share=False)
    return ordered(graph, _folded(graph, strict), strict, shape=shape)


def _folded(graph: Graph, strict: Sequence[int]) -> list[int]:
    """Phases with very many sub-columns folded, so that a map grows in both directions."""
    counts: dict[int, int] = {}
    for phase, column in zip(graph.phase, strict, strict=True):
        counts[phase] = max(counts.get(phase, 0), column + 1)
    limits = {
        phase: max(UNFOLDED, round(sqrt(SPREAD * count)))
        for phase, count in counts.items()
        if count > UNFOLDED
    }
    columns = list(strict)
    for phase, limit in limits.items():
        _fold_evenly(graph, columns, phase, counts[phase], limit)
    return columns


def _fold_evenly(graph: Graph, columns: list[int], phase: int, count: int, limit: int) -> None:
    """Neighbouring sub-columns of a phase lie on each other, as many steps in each as in the next."""
    held = [0] * count
    members = [i for i, p in enumerate(graph.phase) if p == phase]
    for i in members:
        held[columns[i]] += 1
    group_of, before = [], 0
    for steps in held:
        group_of.append(min(before * limit // max(len(members), 1), limit - 1))
        before += steps
    steps_up = [0]
    for a, b in pairwise(group_of):
        steps_up.append(steps_up[-1] + (b != a))
    for i in members:
        columns[i] = steps_up[columns[i]]


def _in_order(graph: Graph, columns: Sequence[int], strict: Sequence[int]) -> list[int]:
    """The rank of every node in its cell, by its strict sub-column, then as the steps come."""
    slots = [0] * len(columns)
    seen: dict[tuple[int, int, int], int] = {}
    for i in sorted(range(len(columns)), key=lambda i: (strict[i], i)):
        cell = (graph.phase[i], columns[i], graph.lane[i])
        slots[i] = seen.get(cell, 0)
        seen[cell] = slots[i] + 1
    return slots
