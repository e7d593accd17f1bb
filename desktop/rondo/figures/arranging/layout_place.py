"""From sub-columns and ranks to points: bands as wide and high as what they hold, boxes in line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rondo.figures.arranging.layout_level import Ground, level
from rondo.figures.arranging.layout_values import NONE, Band, Box, Node, Spacing

STRIP = 160.0


@dataclass(frozen=True, slots=True)
class Places:
    """Boxes in the order of the nodes; `columns[i]` is (phase, band) of a sub-column over all phases."""

    boxes: tuple[Box, ...]
    phases: tuple[Band, ...]
    lanes: tuple[Band, ...]
    columns: tuple[tuple[int, Band], ...]
    column_of: tuple[int, ...]


def place(
    nodes: Sequence[Node],
    columns: Sequence[int],
    slots: Sequence[int],
    phases: int,
    lanes: int,
    spacing: Spacing,
    edges: Iterable[tuple[int, int]],
    *,
    keep: bool = False,
    shifts: Sequence[float | None] | None = None,
) -> Places:
    """Fixed nodes stand at their offsets, the others in their sub-column; nothing overlaps.

    `keep`: the sub-columns that fixed nodes came from stay as they are, while their phase has others.
    `shifts`: how far below the middle of their lane the middles of nodes stood; None = not known."""
    keys, home, wide = _homes(nodes, columns, keep)
    phase_bands, column_bands, lefts = _across(nodes, home, wide, [p for p, _ in keys], phases, spacing)
    xs = [
        phase_bands[n.phase or 0].start + max(n.x or 0.0, 0.0)
        if n.fixed
        else column_bands[h].start + lefts[h][0] + (lefts[h][1] - n.width) / 2
        for n, h in zip(nodes, home, strict=True)
    ]
    edges = list(edges)
    rows = _rows(nodes, home, slots, edges)
    tops, taken = _tops(nodes, home, slots, xs, spacing, rows)
    lane_bands = _down(nodes, tops, lanes, spacing)
    ys = [lane_bands[n.lane or 0].start + top for n, top in zip(nodes, tops, strict=True)]
    ground = Ground(nodes, home, slots, lane_bands, spacing, shifts or [None] * len(nodes), rows)

    def free(node: int, top: float) -> bool:
        wanted = top - lane_bands[nodes[node].lane or 0].start
        return taken.clear(node, wanted, spacing.row) == wanted

    level(ground, ys, edges, free)
    boxes = tuple(Box(x, y, n.width, n.height) for x, y, n in zip(xs, ys, nodes, strict=True))
    bands = tuple((p, band) for (p, _), band in zip(keys, column_bands, strict=True))
    column_of = tuple(_nearest(bands, box, n, h) for box, n, h in zip(boxes, nodes, home, strict=True))
    return Places(boxes, phase_bands, lane_bands, bands, column_of)


def _homes(
    nodes: Sequence[Node], columns: Sequence[int], keep: bool
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """The sub-columns by phase, every node's own one (-1: fixed), and the one that it makes wide."""
    own = {(n.phase or 0, c) for n, c in zip(nodes, columns, strict=True) if not n.fixed}
    if keep:
        moving = {phase for phase, _ in own}
        own |= {(n.phase or 0, c) for n, c in zip(nodes, columns, strict=True) if n.phase in moving}
    keys = sorted(own)
    number = {key: index for index, key in enumerate(keys)}
    home = [-1 if n.fixed else number[n.phase or 0, c] for n, c in zip(nodes, columns, strict=True)]
    wide = home
    if keep:
        wide = [number.get((n.phase or 0, c), -1) for n, c in zip(nodes, columns, strict=True)]
    return keys, home, wide


def _across(
    nodes: Sequence[Node],
    home: Sequence[int],
    wide: Sequence[int],
    phase_of: list[int],
    phases: int,
    spacing: Spacing,
) -> tuple[tuple[Band, ...], list[Band], list[tuple[float, float]]]:
    """The phases from left to right and the sub-columns in them; `wide`: the column a node makes wide.

    Last, for every sub-column what hangs over at its left, and how wide its cards are."""
    cards, lefts, rights = ([0.0] * len(phase_of) for _ in range(3))
    reach = [0.0] * phases
    for node, column, kept in zip(nodes, home, wide, strict=True):
        left, _, right, _ = node.over
        if kept >= 0:
            cards[kept] = max(cards[kept], node.width)
        if column >= 0:
            lefts[column] = max(lefts[column], left)
            rights[column] = max(rights[column], right)
        else:
            edge = max(node.x or 0.0, 0.0) + node.width + right + spacing.pad_x
            reach[node.phase or 0] = max(reach[node.phase or 0], edge)
    widths = list(map(sum, zip(lefts, cards, rights, strict=True)))
    bands: list[Band] = []
    starts: list[Band] = []
    x = 0.0
    for phase in range(phases):
        left = x
        x += spacing.pad_x
        mine = [c for c, p in enumerate(phase_of) if p == phase]
        for column in mine:
            x += (spacing.column if column != mine[0] else 0.0) + spacing.gaps.get(column, 0.0)
            bands.append(Band(x, widths[column]))
            x += widths[column]
        x = max(x + spacing.pad_x, left + spacing.min_phase, left + reach[phase])
        starts.append(Band(left, x - left))
    return tuple(starts), bands, list(zip(lefts, cards, strict=True))


def _rows(
    nodes: Sequence[Node], home: Sequence[int], slots: Sequence[int], edges: Iterable[tuple[int, int]]
) -> frozenset[tuple[int, int]]:
    """The cells (phase, lane) in which the way leads down from card to card: theirs stand in rows."""
    return frozenset(
        (nodes[a].phase or 0, nodes[a].lane or 0)
        for a, b in edges
        if home[a] == home[b] >= 0 and nodes[a].lane == nodes[b].lane and slots[b] == slots[a] + 1
    )


def _tops(
    nodes: Sequence[Node],
    home: Sequence[int],
    slots: Sequence[int],
    xs: Sequence[float],
    spacing: Spacing,
    rows: frozenset[tuple[int, int]],
) -> tuple[list[float], _Taken]:
    """The top of every node below the top of its lane; placed ones first, the others around them."""
    tops = [0.0] * len(nodes)
    taken = _Taken(nodes, xs, tops)
    fixed = [i for i, n in enumerate(nodes) if n.fixed]
    for i in sorted(fixed, key=lambda i: (not nodes[i].locked, i)):
        tops[i] = taken.clear(i, max(nodes[i].y or 0.0, 0.0), 0.0, bare=True)
        taken.add(i)
    floor: dict[tuple[int, ...], float] = {}
    for i in sorted((i for i, n in enumerate(nodes) if not n.fixed), key=lambda i: (slots[i], i)):
        cell = nodes[i].phase or 0, nodes[i].lane or 0
        least = spacing.pad_y + spacing.boundaries.get(cell[1], 0.0)
        row = (*cell, slots[i]) if cell in rows else (home[i], cell[1])
        tops[i] = taken.clear(i, floor.get(row, least) + nodes[i].over[1], spacing.row)
        below = (*cell, slots[i] + 1) if cell in rows else row
        bottom = tops[i] + nodes[i].height + nodes[i].over[3] + spacing.row + spacing.rows
        floor[below] = max(floor.get(below, least), bottom)
    return tops, taken


class _Taken:
    """The fixed nodes that stand already, lane by lane in strips across, so that near ones are found."""

    def __init__(self, nodes: Sequence[Node], xs: Sequence[float], tops: Sequence[float]) -> None:
        self._nodes, self._xs, self._tops = nodes, xs, tops
        self._strips: dict[tuple[int, int], list[int]] = {}

    def add(self, node: int) -> None:
        """The node stands where `tops` says."""
        for strip in self._strips_of(node, 0.0):
            self._strips.setdefault(strip, []).append(node)

    def clear(self, node: int, y: float, gap: float, *, bare: bool = False) -> float:
        """The first height from y down at which the node lies over none of the others.

        What hangs over counts, but for `bare` ones."""
        if not self._strips:
            return y
        xs, tops, nodes = self._xs, self._tops, self._nodes
        over = NONE if bare else nodes[node].over
        left, right = xs[node] - over[0] - gap / 2, xs[node] + nodes[node].width + over[2] + gap / 2
        found = {o for strip in self._strips_of(node, gap) for o in self._strips.get(strip, ())}
        hung = {o: NONE if bare else nodes[o].over for o in found}
        near = [o for o in found if xs[o] - hung[o][0] < right and xs[o] + nodes[o].width + hung[o][2] > left]
        for other in sorted(near, key=lambda o: (tops[o], o)):
            top, bottom = tops[other] - hung[other][1], tops[other] + nodes[other].height + hung[other][3]
            if top < y + nodes[node].height + over[3] + gap and bottom + gap > y - over[1]:
                y = bottom + gap + over[1]
        return y

    def _strips_of(self, node: int, gap: float) -> list[tuple[int, int]]:
        lane = self._nodes[node].lane or 0
        left, _, right, _ = self._nodes[node].over
        first = int((self._xs[node] - left - gap) // STRIP)
        last = int((self._xs[node] + self._nodes[node].width + right + gap) // STRIP)
        return [(lane, strip) for strip in range(first, last + 1)]


def _down(nodes: Sequence[Node], tops: Sequence[float], lanes: int, spacing: Spacing) -> tuple[Band, ...]:
    """The lanes from top to bottom."""
    need = [
        max(spacing.min_lane, spacing.lane_least.get(lane, 0.0)) + spacing.boundaries.get(lane, 0.0)
        for lane in range(lanes)
    ]
    for node, top in zip(nodes, tops, strict=True):
        lane = node.lane or 0
        need[lane] = max(need[lane], top + node.height + node.over[3] + spacing.pad_y)
    if lanes:
        need[-1] += spacing.boundaries.get(lanes, 0.0)
    bands, y = [], 0.0
    for height in need:
        bands.append(Band(y, height))
        y += height
    return tuple(bands)


def _nearest(bands: Sequence[tuple[int, Band]], box: Box, node: Node, home: int) -> int:
    """The sub-column a box belongs to: its own, or for a placed step the nearest of its phase."""
    if home >= 0:
        return home
    mine = [i for i, (phase, _) in enumerate(bands) if phase == node.phase]
    if not mine:
        return sum(1 for phase, _ in bands if phase < (node.phase or 0))
    return min(mine, key=lambda i: abs(bands[i][1].start + bands[i][1].size / 2 - box.cx))
