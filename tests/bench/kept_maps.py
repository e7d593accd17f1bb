"""The ten maps kept for judging layouts, and how our layout draws them."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec import Struct

from bench.crossings import Drawing
from rondo.figures.arranging.layout_columns import Graph, sub_columns
from rondo.figures.arranging.layout_order import Order, glanced
from rondo.figures.maps.canvas_columns import canvas_order

ROOM = Path(__file__).parent.parent / "figures" / "maps"
BEST = ROOM / "best.json"
NAMES = tuple(sorted(path.stem for path in ROOM.glob("*.json") if path != BEST))


class KeptMap(Struct, frozen=True):
    """A journey as the layout sees it: `graph` by numbers, `steps` their ids in the same order."""

    graph: Graph
    steps: tuple[str, ...]
    titles: tuple[str, ...]
    lanes: tuple[str, ...]


class Shown(Struct, frozen=True):
    """A drawing of a map, the sub-column of every step over all phases, and how many each phase has."""

    drawing: Drawing
    columns: list[int]
    counts: list[int]


def kept_map(name: str) -> KeptMap:
    """The kept map of that name; FileNotFoundError where there is none."""
    told = json.loads((ROOM / f"{name}.json").read_text(encoding="utf-8"))
    steps = told["steps"]
    number = {step[0]: index for index, step in enumerate(steps)}
    return KeptMap(
        graph=Graph(
            phase=tuple(step[1] for step in steps),
            lane=tuple(step[2] for step in steps),
            edges=tuple((number[a], number[b]) for a, b in told["links"]),
        ),
        steps=tuple(step[0] for step in steps),
        titles=tuple(step[3] for step in steps),
        lanes=tuple(told["lanes"]),
    )


def best() -> dict[str, int]:
    """For every map the fewest crossings that long annealing ever found."""
    kept: dict[str, int] = json.loads(BEST.read_text(encoding="utf-8")) if BEST.exists() else {}
    return kept


def drawn(graph: Graph) -> Shown:
    """A map as a canvas shows it."""
    return _shown(graph, canvas_order(graph))


def sketched(graph: Graph) -> Shown:
    """A map after a first glance, with a sub-column of its own for every hand-over."""
    apart = sub_columns(graph, share=False)
    return _shown(graph, glanced(graph, apart, apart))


def _shown(graph: Graph, order: Order) -> Shown:
    column = {item: number for number, items in enumerate(order.drawing) for item in items}
    counts = [0] * (1 + max(graph.phase))
    for phase, local in zip(graph.phase, order.columns, strict=True):
        counts[phase] = max(counts[phase], local + 1)
    return Shown(order.drawing, [column[step] for step in range(len(graph.phase))], counts)
