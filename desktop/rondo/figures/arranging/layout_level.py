"""How high steps stand in their lane: stacks in its middle, and level with what they are linked to in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from rondo.figures.arranging.layout_cells import CellMemory, Key, Stacked, picker
from rondo.figures.arranging.layout_values import Band, Node, Spacing

PASSES = 3


class Ground(Struct, frozen=True, dict=True):
    """What stands where: the sub-column of every node (-1 for fixed ones), its rank, lanes, distances.

    `shifts` are the heights that nodes keep: how far their middles lie below the middle of their lane.
    `cells` are the nodes of each phase and lane and `stacked` how they stood first. In `rows`, of those,
    nodes stand in rows from the top."""

    nodes: Sequence[Node]
    home: Sequence[int]
    slots: Sequence[int]
    lanes: Sequence[Band]
    spacing: Spacing
    shifts: Sequence[float | None]
    cells: Mapping[Key, Sequence[int]]
    stacked: Mapping[Key, Stacked]
    rows: frozenset[Key] = frozenset()

    @cached_property
    def hung(self) -> frozenset[int]:
        """The lanes in which everything hangs from the top, as some of it stands in rows."""
        return frozenset(lane for _, lane in self.rows)

    def inside(self, lane: int) -> tuple[float, float]:
        """Where cards may begin and end below the top of that lane."""
        spacing, last = self.spacing, len(self.lanes) - 1
        above = spacing.boundaries.get(lane, 0.0)
        below = spacing.boundaries.get(lane + 1, 0.0) if lane == last else 0.0
        return spacing.pad_y + above, self.lanes[lane].size - spacing.pad_y - below

    def key_of(self, node: int) -> Key:
        return self.nodes[node].phase or 0, self.nodes[node].lane or 0

    def may_stand(self, stack: Sequence[int], tops: Sequence[float]) -> bool:
        """Whether nodes of a cell can be at these heights without lying on one that is fixed."""
        key, row = self.key_of(stack[0]), self.spacing.row
        cell, taken = self.cells[key], self.stacked[key].taken
        return taken.empty or all(
            taken.clear(bisect_left(cell, node), top, row) == top
            for node, top in zip(stack, tops, strict=True)
        )


def level(ground: Ground, tops: list[float], edges: Iterable[tuple[int, int]], memory: CellMemory) -> None:
    """Stacks that are free stand in the middle of their lane, then level with what they are linked to.

    `tops` below the top of the lane are changed in place. A stack in which a node would lie on one that is
    fixed stays as it was. What stands in cells whose nodes all keep their height hangs on no other cell."""
    looking: dict[Key, list[int]] = {}
    unknown = {i for i, shift in enumerate(ground.shifts) if shift is None and ground.home[i] >= 0}
    for key, cell in ground.cells.items():
        if not unknown.isdisjoint(cell):
            looking.update(_stacks(ground, cell))
            continue
        for i, top in zip(cell, _kept(ground, key, tops, memory), strict=True):
            tops[i] = top
    near = _neighbours(ground, edges) if looking else {}
    order = sorted(looking)
    for turn in range(PASSES + 1 if looking else 0):
        for stack in order if turn % 2 else order[::-1]:
            _settle(ground, looking[stack], tops, near if turn else {})


def _kept(ground: Ground, key: Key, tops: list[float], memory: CellMemory) -> Sequence[float]:
    """The tops of the nodes of a cell that all keep their height."""
    cell, spacing = ground.cells[key], ground.spacing
    room = *ground.inside(key[1]), spacing.row + spacing.rows, key[1] in ground.hung
    given = ground.stacked[key], picker(cell)(ground.shifts), room

    def look() -> Sequence[float]:
        for stack in _stacks(ground, cell).values():
            _settle(ground, stack, tops, {})
        return [tops[i] for i in cell]

    return memory.find(("level", key), given, look)


def _stacks(ground: Ground, cell: Sequence[int]) -> dict[Key, list[int]]:
    """The free nodes of a cell from top to bottom, by sub-column and lane."""
    stacks: dict[Key, list[int]] = {}
    for i in sorted(cell, key=lambda i: ground.slots[i]):
        if ground.home[i] >= 0:
            stacks.setdefault((ground.home[i], ground.nodes[i].lane or 0), []).append(i)
    return stacks


def _neighbours(ground: Ground, edges: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """For nodes without a kept height the free ones of their lane that links join in other sub-columns."""
    near: dict[int, list[int]] = {}
    home, nodes, shifts = ground.home, ground.nodes, ground.shifts
    for a, b in edges:
        if shifts[a] is not None and shifts[b] is not None:
            continue
        if nodes[a].lane == nodes[b].lane and home[a] != home[b] and min(home[a], home[b]) >= 0:
            near.setdefault(a, []).append(b)
            near.setdefault(b, []).append(a)
    return near


def _settle(
    ground: Ground, stack: Sequence[int], tops: list[float], near: Mapping[int, Sequence[int]]
) -> None:
    """The stack stands as near to the wishes of its nodes as it can."""
    in_rows = ground.key_of(stack[0]) in ground.rows
    wish = [_wish(ground, i, tops, () if in_rows else near.get(i, ())) for i in stack]
    if in_rows:
        wish = [tops[i] if one is None else one for i, one in zip(stack, wish, strict=True)]
    found = _settled(ground, stack, wish)
    if ground.may_stand(stack, found):
        for i, top in zip(stack, found, strict=True):
            tops[i] = top


def _wish(ground: Ground, node: int, tops: Sequence[float], near: Sequence[int]) -> float | None:
    """The top at which the node is where it was kept, or level with its neighbours; None = no wish."""
    nodes, shift = ground.nodes, ground.shifts[node]
    if shift is not None:
        low, high = ground.inside(nodes[node].lane or 0)
        return (low + high) / 2 + shift - nodes[node].height / 2
    if not near:
        return None
    middle = sum(tops[n] + nodes[n].height / 2 for n in near) / len(near)
    return middle - nodes[node].height / 2


def _settled(ground: Ground, stack: Sequence[int], wish: Sequence[float | None]) -> list[float]:
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


def _increasing(values: Sequence[float]) -> list[float]:
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
