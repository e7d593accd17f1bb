"""A legend: what the lines and signs of a figure mean, flowing in as many rows as they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from rondo.figures.lettering import Lettering
from rondo.figures.shapes import Group, Shape

Sample = Callable[[float, float, float], tuple[Shape, ...]]
"""Draws a sign of a size with its upper left corner at x, y."""

BESIDE = 3.5
BETWEEN = 11.0
ROWS = 2.0


class LegendEntry(Struct, frozen=True):
    """A meaning and its sign; `wide`: how wide the sign is, in units of its size."""

    text: str
    sample: Sample
    wide: float = 1.0


def legend(
    meanings: Sequence[LegendEntry], lettering: Lettering, width: float, x: float, y: float, title: str
) -> tuple[Group | None, float]:
    """Signs with their meanings as one group, and how high it is; (None, 0) when there is nothing to say."""
    shapes: list[Shape] = []
    left, top, height = x, y, 0.0
    for meaning in meanings:
        size = lettering.style("small").size * 0.68
        inset = size * meaning.wide + BESIDE
        block = lettering.block(meaning.text, "small", width - inset)
        taken = inset + max((line.x + line.width for line in block.lines), default=0.0)
        if left > x and left + taken > x + width:
            left, top, height = x, top + height + ROWS, 0.0
        shapes += meaning.sample(left, top + lettering.mark_drop(block), lettering.mark_size(block))
        shapes.append(lettering.text(block, left + inset, top, "ink-secondary"))
        left, height = left + taken + BETWEEN, max(height, block.height)
    if not shapes:
        return None, 0.0
    return Group("legend", tuple(shapes), "legend", title), top + height - y
