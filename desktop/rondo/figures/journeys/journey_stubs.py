"""Ends of links that go on to another part of a journey: a letter in the margin, the same on both parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from rondo.figures.arranging.layout_values import Box
from rondo.figures.journeys.journey_pen import SMALL_BOLD, Pen
from rondo.figures.shapes import Rect, Shape, Stroke
from rondo.text.shaped import Block

STUB_MARGIN = 34.0
PAD_X, PAD_Y, GAP = 3.0, 1.0, 3.0


class Stub(Struct, frozen=True):
    """A letter in the margin beside a step; `key` is what links start from or end at."""

    key: str
    step: str
    text: str
    right: bool


def placed_stubs(
    stubs: Sequence[Stub],
    boxes: Mapping[str, Box],
    left: float,
    right: float,
    height: tuple[float, float],
    pen: Pen,
) -> dict[str, tuple[Box, Block]]:
    """Every stub in its margin, level with its step as far as the others leave it."""
    found: dict[str, tuple[Box, Block]] = {}
    for side in (False, True):
        mine = sorted(
            (s for s in stubs if s.right is side and s.step in boxes), key=lambda s: boxes[s.step].cy
        )
        y, most = height[0] + GAP, STUB_MARGIN - 12.0
        placed: list[tuple[Stub, Box, Block]] = []
        for stub in mine:
            block = pen.narrow(stub.text, SMALL_BOLD, most - 2 * PAD_X)
            size = (block.width + 2 * PAD_X, block.height + 2 * PAD_Y)
            y = max(y, boxes[stub.step].cy - size[1] / 2)
            x = right + STUB_MARGIN - size[0] - 1.0 if side else left - STUB_MARGIN + 1.0
            placed.append((stub, Box(x, y, *size), block))
            y += size[1] + GAP
        floor = height[1] - GAP
        for stub, box, block in reversed(placed):
            top = min(box.y, floor - box.height)
            found[stub.key] = (Box(box.x, top, box.width, box.height), block)
            floor = top - GAP
    return found


def drawn_stubs(stubs: Mapping[str, tuple[Box, Block]], pen: Pen) -> list[Shape]:
    """The letters in their margins."""
    shapes: list[Shape] = []
    for box, block in stubs.values():
        edge = Stroke(pen.theme["ink-secondary"], 0.7)
        shapes.append(Rect(box.x, box.y, box.width, box.height, pen.theme["surface"], edge, 3.0))
        shapes.append(pen.text(block, box.x + PAD_X, box.y + PAD_Y, "ink-secondary"))
    return shapes
