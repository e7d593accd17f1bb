"""Phases x lanes layout: where every step stands, how wide a phase is, how high a lane.

A layered layout under fixed bands: phases are groups of sub-columns, lanes are rows, and no step leaves
its phase or its lane. Plain values in, plain values out; the same input gives the same layout. Lengths
are points, y grows downwards, the origin is the upper left corner of the first phase and lane.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from rondo.figures.arranging.layout_columns import Graph, fold, sub_columns
from rondo.figures.arranging.layout_fold import Shape
from rondo.figures.arranging.layout_order import LARGE, Order, glanced, ordered
from rondo.figures.arranging.layout_place import place
from rondo.figures.arranging.layout_search import Ground, cost, searched
from rondo.figures.arranging.layout_values import Band, Box, Node, Spacing

__all__ = ["Band", "Box", "Layout", "Node", "Spacing", "arrange", "column_counts", "settled_columns"]


class Layout(Struct, frozen=True):
    """Every placed node's box, the bands, and what had no place.

    `column_of` numbers the sub-columns over all phases; `columns[i]` is (phase, band)."""

    boxes: Mapping[str, Box]
    phases: tuple[Band, ...]
    lanes: tuple[Band, ...]
    columns: tuple[tuple[int, Band], ...]
    column_of: Mapping[str, int]
    left_over: tuple[str, ...]
    crossings: int

    @property
    def width(self) -> float:
        return self.phases[-1].end if self.phases else 0.0

    @property
    def height(self) -> float:
        return self.lanes[-1].end if self.lanes else 0.0


def arrange(
    nodes: Sequence[Node],
    edges: Sequence[tuple[str, str]],
    *,
    phases: int,
    lanes: int,
    spacing: Spacing | None = None,
    limits: Mapping[int, int] | None = None,
    share: bool = True,
    quick: bool = False,
    columns: Mapping[str, int] | None = None,
    shape: Shape | None = None,
) -> Layout:
    """Every node with a phase and a lane stands in its own phase column and lane band, without overlap.

    `edges` are (source, target) of what happens next; those that name no placed node are ignored.
    `limits` folds a phase into at most so many sub-columns. `share` lets a step stand under its
    predecessor in another lane; `quick` does not look for fewer crossings. `columns` gives every node its
    sub-column, counted in its phase. `shape`, of the nodes that have a place: nothing is folded, but a map
    too wide to be read whole is drawn together. Nodes keep their order where nothing else decides."""
    placed = [n for n in nodes if _has_place(n, phases, lanes)]
    graph = _graph(placed, edges)
    if shape is not None and not quick:
        strict = sub_columns(graph, share=False)
        order = ordered(graph, strict, strict, shape=shape)
    else:
        given = [columns[n.id] for n in placed] if columns else None
        order = _ordered(graph, limits or {}, given, share, quick)
    kept = {n.id for n in placed}
    places = place(placed, order.columns, order.slots, phases, lanes, spacing or Spacing(), graph.edges)
    return Layout(
        boxes={n.id: box for n, box in zip(placed, places.boxes, strict=True)},
        phases=places.phases,
        lanes=places.lanes,
        columns=places.columns,
        column_of={n.id: places.column_of[i] for i, n in enumerate(placed)},
        left_over=tuple(n.id for n in nodes if n.id not in kept),
        crossings=order.crossings,
    )


def column_counts(
    nodes: Sequence[Node], edges: Sequence[tuple[str, str]], *, phases: int, lanes: int
) -> tuple[int, ...]:
    """How many sub-columns each phase takes when nothing is folded; at least one."""
    placed = [n for n in nodes if _has_place(n, phases, lanes)]
    graph = _graph(placed, edges)
    counts = [1] * phases
    for index, column in enumerate(sub_columns(graph, share=True)):
        phase = graph.phase[index]
        counts[phase] = max(counts[phase], column + 1)
    return tuple(counts)


def settled_columns(
    nodes: Sequence[Node],
    edges: Sequence[tuple[str, str]],
    limits: Sequence[int],
    *,
    lanes: int,
    spacing: Spacing,
    room: float | None = None,
    labelled: Iterable[tuple[str, str]] = (),
    search: bool = True,
) -> tuple[float, dict[str, int]]:
    """The sub-column of every node under these limits, and a price for how high and tangled that is.

    `search` moves nodes between sub-columns while that helps; `room` is the height to keep to."""
    placed = [n for n in nodes if _has_place(n, len(limits), lanes)]
    graph = _graph(placed, edges)
    start = fold(graph, sub_columns(graph, share=True), dict(enumerate(limits)))
    index = {n.id: i for i, n in enumerate(placed)}
    ground = Ground(
        graph=graph,
        counts=limits,
        heights=[n.height for n in placed],
        least=[max(spacing.min_lane, spacing.lane_least.get(lane, 0.0)) for lane in range(lanes)],
        row=spacing.row,
        pad=spacing.pad_y,
        labelled=frozenset((index[a], index[b]) for a, b in labelled if a in index and b in index),
        room=room,
    )
    price, columns = searched(ground, start) if search else (cost(ground, start), start)
    return price, {n.id: column for n, column in zip(placed, columns, strict=True)}


def _ordered(
    graph: Graph, limits: Mapping[int, int], columns: Sequence[int] | None, share: bool, quick: bool
) -> Order:
    """Free sub-columns are sought together with the order; given or folded ones stay as they are."""
    if not (limits or columns or quick) and share:
        free = sub_columns(graph, share=len(graph.phase) > LARGE)
        return ordered(graph, free, free)
    strict = sub_columns(graph, share=share)
    chosen = columns or fold(graph, strict, limits)
    return glanced(graph, chosen, strict) if quick else ordered(graph, chosen, strict, fixed=True)


def _has_place(node: Node, phases: int, lanes: int) -> bool:
    """Whether the node is sorted into a phase and a lane that are there."""
    return node.phase is not None and node.lane is not None and node.phase < phases and node.lane < lanes


def _graph(placed: Sequence[Node], edges: Sequence[tuple[str, str]]) -> Graph:
    index = {n.id: i for i, n in enumerate(placed)}
    pairs = dict.fromkeys((index[a], index[b]) for a, b in edges if a in index and b in index and a != b)
    return Graph(
        phase=tuple(n.phase or 0 for n in placed),
        lane=tuple(n.lane or 0 for n in placed),
        edges=tuple(pairs),
    )
