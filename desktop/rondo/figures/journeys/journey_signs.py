"""Legends: signs with their meanings, flowing in as many rows as they need."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from rondo.figures.journeys.journey_pen import SMALL, Pen
from rondo.figures.shapes import Group, Shape

GAP, TIGHT_GAP, ROW = 14.0, 9.0, 2.0
Draw = Callable[[float, float], tuple[Shape, ...]]


class Entry(Struct, frozen=True):
    """A sign so wide, drawn by `draw` with the middle of its left edge at (x, y), and what it says."""

    width: float
    draw: Draw
    text: str


def flowing(
    items: list[Entry], pen: Pen, left: float, top: float, right: float, name: str, gap: float = GAP
) -> tuple[Shape, float]:
    """Signs with their meanings in as many rows as they need; a group, and where it ends."""
    shapes: list[Shape] = []
    x, y, height = left, top, 0.0
    for entry in items:
        room = right - left - entry.width - 4.0
        block = pen.narrow(entry.text, SMALL, room)
        width = entry.width + 4.0 + block.width
        if x > left and x + width > right:
            x, y, height = left, y + height + ROW, 0.0
        middle = y + (block.lines[0].y if block.lines else 6.0) - SMALL.size * 0.34
        shapes += entry.draw(x, middle)
        shapes.append(pen.text(block, x + entry.width + 4.0, y, "ink-secondary"))
        x, height = x + width + gap, max(height, block.height)
    return Group(name, tuple(shapes), "legend", pen.words("journey_figure.legend")), y + height
