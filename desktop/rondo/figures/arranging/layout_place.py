"""From sub-columns and ranks to points: bands as wide and high as what they hold, boxes in line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from operator import attrgetter

from msgspec import Struct

from rondo.figures.arranging.layout_cells import Cell, CellMemory, Key, Stacked, cells_of, picker, stacked
from rondo.figures.arranging.layout_level import Ground, level
from rondo.figures.arranging.layout_values import NONE, Band, Box, Node, Spacing
from rondo.figures.maps.canvas_spliced import spliced

_width, _x, _over = attrgetter("width"), attrgetter("x"), attrgetter("over")


class Places(Struct, frozen=True):
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
    edges: Sequence[tuple[int, int]],
    *,
    keep: bool = False,
    shifts: Sequence[float | None] | None = None,
    memory: CellMemory | None = None,
) -> Places:
    """Fixed nodes stand at their offsets, the others in their sub-column; nothing overlaps.

    `keep`: the sub-columns that fixed nodes came from stay as they are, while their phase has others.
    `shifts`: how far below the middle of their lane the middles of nodes stood; None = not known.
    `memory` knows the cells of the map placed before: what did not change in them is not found again."""
    memory = CellMemory() if memory is None else memory
    of = [n.phase or 0 for n in nodes]
    loose = [n.x is None or n.y is None for n in nodes]
    keys, home, wide = _homes(of, columns, loose, keep, memory)
    breadth = of, [*map(_width, nodes)], [*map(_x, nodes)], [*map(_over, nodes)]
    given = home, wide, keys, phases, spacing, breadth
    phase_bands, column_bands, xs = memory.find(
        "across", given, lambda: _stretched(nodes, home, wide, [p for p, _ in keys], phases, spacing)
    )
    lane = [n.lane or 0 for n in nodes]
    told = of, lane, columns, slots, edges
    down = memory.find("down", told, lambda: _down_edges(*told))
    columns = [column if free else -1 for column, free in zip(columns, loose, strict=True)]
    across = _Across(nodes, columns, home, slots, xs, edges, shifts or [None] * len(nodes), down)
    ys, lane_bands = _risen(across, lanes, spacing, memory)
    boxes = memory.boxes(nodes, xs, ys)
    bands = tuple((p, band) for (p, _), band in zip(keys, column_bands, strict=True))
    near = {i: _nearest(bands, boxes[i], nodes[i]) for i, h in enumerate(home) if h < 0}
    column_of = list(home)
    for i, column in near.items():
        column_of[i] = column
    return Places(boxes, phase_bands, lane_bands, bands, tuple(column_of))


def stand_alike(
    before: Sequence[tuple[int, int]],
    after: Sequence[tuple[int, int]],
    nodes: Sequence[Node],
    columns: Sequence[int],
    slots: Sequence[int],
    shifts: Sequence[float | None],
) -> bool:
    """Whether nodes stand the same with other edges: of those that come or go none joins two that follow
    each other in a stack, and none gives a node without a height of its own a neighbour."""

    def tells(a: int, b: int) -> bool:
        one, other = nodes[a], nodes[b]
        if one.fixed or other.fixed:
            return False
        follows = columns[a] == columns[b] and slots[b] == slots[a] + 1
        in_cell = one.phase == other.phase and one.lane == other.lane
        return shifts[a] is None or shifts[b] is None or (in_cell and follows)

    start, old, new = spliced(before, after)
    return not any(tells(a, b) for a, b in (*before[start:old], *after[start:new]))


class _Across(Struct, frozen=True):
    """Nodes whose places from left to right are known: the sub-column in its phase and over all phases
    (-1: fixed), the rank in it, the left edge; the links between them, and the heights that they keep."""

    nodes: Sequence[Node]
    columns: Sequence[int]
    home: Sequence[int]
    slots: Sequence[int]
    xs: Sequence[float]
    edges: Sequence[tuple[int, int]]
    shifts: Sequence[float | None]
    down: Sequence[tuple[int, int]]
    """The links that lead down to the next of a stack."""


def _risen(
    across: _Across, lanes: int, spacing: Spacing, memory: CellMemory
) -> tuple[list[float], tuple[Band, ...]]:
    """The tops of all nodes, and the lanes."""
    nodes, home, slots, edges = across.nodes, across.home, across.slots, across.edges
    phase, lane = [n.phase or 0 for n in nodes], [n.lane or 0 for n in nodes]
    cells = memory.find("cells", (phase, lane), lambda: cells_of(phase, lane))
    rows = frozenset((phase[a], lane[a]) for a, b in across.down if home[a] == home[b] >= 0)
    stood = {key: _stacked(key, cell, across, spacing, rows, memory) for key, cell in cells.items()}
    tops = [0.0] * len(nodes)
    for key, cell in cells.items():
        for i, top in zip(cell, stood[key].tops, strict=True):
            tops[i] = top
    bands = _down(stood, lanes, spacing)
    ground = Ground(nodes, home, slots, bands, spacing, across.shifts, cells, stood, rows)
    level(ground, tops, edges, memory)
    return [bands[at].start + top for at, top in zip(lane, tops, strict=True)], bands


def _homes(
    phase: Sequence[int], columns: Sequence[int], loose: Sequence[bool], keep: bool, memory: CellMemory
) -> tuple[list[Key], list[int], list[int]]:
    """The sub-columns by phase, every node's own one (-1: fixed), and the one that it makes wide."""
    given = phase, columns, {*compress(phase, loose)} if keep else loose
    keys, wide = memory.find("columns", given, lambda: _columns(phase, columns, loose, keep))
    home = [at if free else -1 for at, free in zip(wide, loose, strict=True)]
    return keys, home, wide if keep else home


def _columns(
    phase: Sequence[int], columns: Sequence[int], loose: Sequence[bool], keep: bool
) -> tuple[list[Key], list[int]]:
    """The sub-columns by phase, and every node's, also of fixed ones (-1: none)."""
    theirs = list(zip(phase, columns, strict=True))
    own = set(compress(theirs, loose))
    if keep:
        moving = {phase for phase, _ in own}
        own = {key for key in set(theirs) if key[0] in moving}
    keys = sorted(own)
    number = {key: index for index, key in enumerate(keys)}
    return keys, [number.get(key, -1) for key in theirs]


def _stretched(
    nodes: Sequence[Node],
    home: Sequence[int],
    wide: Sequence[int],
    phase_of: list[int],
    phases: int,
    spacing: Spacing,
) -> tuple[tuple[Band, ...], list[Band], list[float]]:
    """The phases, the sub-columns, and the left edge of every node."""
    phase_bands, column_bands, cards = _across(nodes, home, wide, phase_of, phases, spacing)
    xs = [
        phase_bands[n.phase or 0].start + max(n.x or 0.0, 0.0)
        if h < 0
        else cards[h].start + (cards[h].size - n.width) / 2
        for n, h in zip(nodes, home, strict=True)
    ]
    return phase_bands, column_bands, xs


def _across(
    nodes: Sequence[Node],
    home: Sequence[int],
    wide: Sequence[int],
    phase_of: list[int],
    phases: int,
    spacing: Spacing,
) -> tuple[tuple[Band, ...], list[Band], list[Band]]:
    """The phases from left to right, the sub-columns in them, and in each the room of its cards between
    what hangs over at both sides; `wide`: the column a node makes wide."""
    widths, lefts, rights = ([0.0] * len(phase_of) for _ in range(3))
    reach, lead = [0.0] * phases, [0.0] * (phases + 1)
    for node, column, kept in zip(nodes, home, wide, strict=True):
        if kept >= 0 and node.width > widths[kept]:
            widths[kept] = node.width
        if column < 0:
            phase, x = node.phase or 0, max(node.x or 0.0, 0.0)
            reach[phase] = max(reach[phase], x + node.width + node.over[2] + spacing.pad_x)
            lead[phase] = max(lead[phase], node.over[0] - x - spacing.pad_x)
        elif node.over is not NONE:
            lefts[column] = max(lefts[column], node.over[0])
            rights[column] = max(rights[column], node.over[2])
    bands, cards, starts = list[Band](), list[Band](), list[Band]()
    x = 0.0
    for phase in range(phases):
        left = x
        x += spacing.pad_x
        mine = [c for c, p in enumerate(phase_of) if p == phase]
        for column in mine:
            x += (spacing.column if column != mine[0] else 0.0) + spacing.gaps.get(column, 0.0)
            cards.append(Band(x + lefts[column], widths[column]))
            bands.append(Band(x, lefts[column] + widths[column] + rights[column]))
            x = bands[-1].end
        x = max(x + spacing.pad_x, left + spacing.min_phase, left + reach[phase]) + lead[phase + 1]
        starts.append(Band(left, x - left))
    return tuple(starts), bands, cards


def _down_edges(
    phase: Sequence[int],
    lane: Sequence[int],
    columns: Sequence[int],
    slots: Sequence[int],
    edges: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """The edges that lead from card to card down a stack: cells in which any does stand in rows."""
    return [
        (a, b)
        for a, b in edges
        if slots[b] == slots[a] + 1
        and columns[a] == columns[b]
        and lane[a] == lane[b]
        and phase[a] == phase[b]
    ]


def _stacked(
    key: Key,
    cell: Sequence[int],
    across: _Across,
    spacing: Spacing,
    rows: frozenset[Key],
    memory: CellMemory,
) -> Stacked:
    """How the nodes of a cell stand below the top of its lane."""
    pick = picker(cell)
    given = Cell(
        pick(across.nodes),
        pick(across.columns),
        pick(across.slots),
        pick(across.xs),
        key in rows,
        spacing.boundaries.get(key[1], 0.0),
    )
    distances = spacing.row, spacing.rows, spacing.pad_y
    return memory.find(("stacked", key), (given, distances), lambda: stacked(given, spacing))


def _down(stood: Mapping[Key, Stacked], lanes: int, spacing: Spacing) -> tuple[Band, ...]:
    """The lanes from top to bottom."""
    need = [
        max(spacing.min_lane, spacing.lane_least.get(lane, 0.0)) + spacing.boundaries.get(lane, 0.0)
        for lane in range(lanes)
    ]
    for (_, lane), cell in stood.items():
        need[lane] = max(need[lane], cell.bottom + spacing.pad_y)
    if lanes:
        need[-1] += spacing.boundaries.get(lanes, 0.0)
    bands, y = [], 0.0
    for height in need:
        bands.append(Band(y, height))
        y += height
    return tuple(bands)


def _nearest(bands: Sequence[tuple[int, Band]], box: Box, node: Node) -> int:
    """The sub-column nearest to a placed step, of its phase."""
    mine = [i for i, (phase, _) in enumerate(bands) if phase == node.phase]
    if not mine:
        return sum(1 for phase, _ in bands if phase < (node.phase or 0))
    return min(mine, key=lambda i: abs(bands[i][1].start + bands[i][1].size / 2 - box.cx))
