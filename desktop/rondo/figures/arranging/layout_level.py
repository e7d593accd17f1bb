"""How high steps stand in their lane: stacks in its middle, and level with what they are linked to in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rondo.figures.arranging.layout_values import Band, Node, Spacing

PASSES = 3


@dataclass(frozen=True)
class Ground:
    """What stands where: the sub-column of every node (-1 for fixed ones), its rank, lanes, distances.

    `shifts` are the heights that nodes keep: how far their middles lie below the middle of their lane.
    In `rows`, cells by phase and lane, nodes stand in rows from the top."""

    nodes: Sequence[Node]
    home: Sequence[int]
    slots: Sequence[int]
    lanes: Sequence[Band]
    spacing: Spacing
    shifts: Sequence[float | None]
    rows: frozenset[tuple[int, int]] = frozenset()

    @cached_property
    def hung(self) -> frozenset[int]:
        """The lanes in which everything hangs from the top, as some of it stands in rows."""
        return frozenset(lane for _, lane in self.rows)

    def inside(self, lane: int) -> tuple[float, float]:
        """Where cards of that lane may begin and end."""
        spacing, last = self.spacing, len(self.lanes) - 1
        above = spacing.boundaries.get(lane, 0.0)
        below = spacing.boundaries.get(lane + 1, 0.0) if lane == last else 0.0
        return self.lanes[lane].start + spacing.pad_y + above, self.lanes[lane].end - spacing.pad_y - below


def level(
    ground: Ground,
    ys: list[float],
    edges: Sequence[tuple[int, int]],
    free: Callable[[int, float], bool],
) -> None:
    """Stacks that are free stand in the middle of their lane, then level with what they are linked to.

    `ys` are the tops, changed in place; `free` says whether a node may stand at a height without lying on
    one that is fixed. A stack in which one may not stays as it was."""
    nodes = ground.nodes
    fixed = {(n.phase, n.lane) for n in nodes if n.fixed}
    stacks: dict[tuple[int, int], list[int]] = {}
    for i in sorted(range(len(nodes)), key=lambda i: ground.slots[i]):
        if ground.home[i] >= 0:
            stacks.setdefault((ground.home[i], nodes[i].lane or 0), []).append(i)
    known = all(ground.shifts[i] is not None for stack in stacks.values() for i in stack)
    near = [] if known else _level_neighbours(ground, edges)
    order = sorted(stacks)
    for turn in range(1 if known else PASSES + 1):
        for key in order if turn % 2 else order[::-1]:
            stack = stacks[key]
            if (nodes[stack[0]].phase, key[1]) in ground.rows:
                wish = [_wish(ground, i, ys, []) for i in stack]
                wish = [ys[i] if one is None else one for i, one in zip(stack, wish, strict=True)]
            else:
                wish = [_wish(ground, i, ys, near[i] if turn else []) for i in stack]
            tops = _settled(ground, stack, wish)
            crowded = (nodes[stack[0]].phase, nodes[stack[0]].lane) in fixed
            if not crowded or all(map(free, stack, tops)):
                for i, top in zip(stack, tops, strict=True):
                    ys[i] = top


def _level_neighbours(ground: Ground, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """For every node the free ones of its lane that it is linked to in other sub-columns."""
    near: list[list[int]] = [[] for _ in ground.nodes]
    home = ground.home
    for a, b in edges:
        if ground.nodes[a].lane == ground.nodes[b].lane and home[a] != home[b] and min(home[a], home[b]) >= 0:
            near[a].append(b)
            near[b].append(a)
    return near


def _wish(ground: Ground, node: int, ys: Sequence[float], near: list[int]) -> float | None:
    """The top at which the node is where it was kept, or level with its neighbours; None = no wish."""
    nodes, shift = ground.nodes, ground.shifts[node]
    if shift is not None:
        low, high = ground.inside(nodes[node].lane or 0)
        return (low + high) / 2 + shift - nodes[node].height / 2
    if not near:
        return None
    middle = sum(ys[n] + nodes[n].height / 2 for n in near) / len(near)
    return middle - nodes[node].height / 2


def _settled(ground: Ground, stack: list[int], wish: list[float | None]) -> list[float]:
    """The tops nearest to the wishes that order, gaps and the lane allow; without any, around the middle."""
    nodes, gap = ground.nodes, ground.spacing.row + ground.spacing.rows
    low, high = ground.inside(nodes[stack[0]].lane or 0)
    offsets, total = [], 0.0
    for i in stack:
        offsets.append(total + nodes[i].over[1])
        total += nodes[i].whole + gap
    slack = max(high - low - (total - gap), 0.0)
    wanted = [None if w is None else w - o - low for w, o in zip(wish, offsets, strict=True)]
    given = [w for w in wanted if w is not None]
    middle = 0.0 if nodes[stack[0]].lane in ground.hung else slack / 2
    rest = sum(given) / len(given) if given else middle
    shifts = _increasing([rest if w is None else w for w in wanted])
    return [low + offset + min(max(shift, 0.0), slack) for offset, shift in zip(offsets, shifts, strict=True)]


def _increasing(values: list[float]) -> list[float]:
    """The nearest values that never fall (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, size = value, 1
        while pools and pools[-1][0] > mean:
            other, count = pools.pop()
            mean = (mean * size + other * count) / (size + count)
            size += count
        pools.append((mean, size))
    return [mean for mean, size in pools for _ in range(size)]
