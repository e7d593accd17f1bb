"""The heading of a band under the map: its name in the margin, and beside it what it found, in a sentence."""

from __future__ import annotations

from rondo.figures.journeys.journey_pen import LANE, SMALL, Pen
from rondo.figures.shapes import Shape

GAP = 3.0


def band_heading(
    pen: Pen, name: str, said: str, left: float, top: float, right: float
) -> tuple[list[Shape], float]:
    """The name at the left edge and the sentence between left and right; and where the band itself begins."""
    heading = pen.block(name, LANE, left - 8.0)
    sentence = pen.block(said, SMALL, max(right - left, 60.0))
    shapes: list[Shape] = [pen.text(heading, 0, top)]
    if said:
        shapes.append(pen.text(sentence, left, top + 1.0, "ink-secondary"))
    return shapes, top + max(heading.height, sentence.height + 1.0 if said else 0.0) + GAP
