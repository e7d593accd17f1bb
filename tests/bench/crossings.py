"""The one measure of tangle under which layouts are compared, counted the plain way.

A drawing is a list of sub-columns from left to right, each a list of what stands in it from top to bottom:
the steps, and for every link that passes a sub-column a point (link, sub-column) where it does. A link is
drawn as straight pieces from its left end through its points to its right end. Two pieces between the same
two sub-columns cross when their ends lie in opposite order. A link between two steps of one sub-column runs
up or down along it: it crosses every step and every point that stands between its ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

Item = int | tuple[int, int]
Drawing = Sequence[Sequence[Item]]


def crossings(drawing: Drawing, links: Sequence[tuple[int, int]]) -> int:
    """How often the links, given by the numbers of their steps, cross in the drawing."""
    column = {item: number for number, items in enumerate(drawing) for item in items}
    rank = {item: rank for items in drawing for rank, item in enumerate(items)}
    pieces: dict[int, list[tuple[int, int]]] = {}
    total = 0
    for number, (a, b) in enumerate(links):
        first, last = sorted((a, b), key=lambda step: column[step])
        if column[a] == column[b]:
            total += abs(rank[a] - rank[b]) - 1
            continue
        between = range(column[first] + 1, column[last])
        ranks = [rank[first], *(rank[number, at] for at in between), rank[last]]
        for at, ends in enumerate(pairwise(ranks), start=column[first]):
            pieces.setdefault(at, []).append(ends)
    for ends in pieces.values():
        total += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(ends, 2))
    return total
