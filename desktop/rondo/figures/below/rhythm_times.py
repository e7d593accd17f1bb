"""The moments under rulers: how long after the beginning, where there is room to say it."""

from __future__ import annotations

from rondo.figures.below.rhythm_scale import Scale
from rondo.figures.journeys.journey_pen import SMALL, Pen, aligned
from rondo.figures.shapes import Line, Shape, Stroke

APART = 8.0


def drawn_times(scale: Scale, pen: Pen, left: float, top: float, right: float) -> tuple[list[Shape], float]:
    """The moments of the scale, those around the widest gaps first; in the margin whether it is true."""
    key = "rhythm_no_times" if scale.minutes is None else "rhythm_scale" if not scale.true else ""
    note = pen.block(pen.words(f"journey_figure.{key}") if key else "", aligned(SMALL, "right"), left - 6.0)
    shapes: list[Shape] = [pen.text(note, 0.0, top, "ink-secondary")] if key else []
    bottom = top + note.height if key else top
    taken: list[tuple[float, float]] = []
    said: set[str] = set()
    for moment, x in _ranked(scale):
        text = pen.words.short_duration(moment) if moment else pen.words("journey_figure.rhythm_start")
        block = pen.block(text, SMALL)
        start = min(max(x - block.natural_width / 2, left), right - block.natural_width)
        end = start + block.natural_width
        if text in said or any(start < b + APART and a < end + APART for a, b in taken):
            continue
        taken.append((start, end))
        said.add(text)
        shapes.append(Line(x, top - 1.5, x, top + 0.5, Stroke(pen.theme["ink-tertiary"], 0.7)))
        shapes.append(pen.text(block, start, top + 0.5, "ink-secondary"))
        bottom = max(bottom, top + 0.5 + block.height)
    return shapes, bottom


def _ranked(scale: Scale) -> list[tuple[float, float]]:
    """The beginning and the end, then the moments beside which most is free."""
    knots = scale.knots
    if len(knots) < 2:
        return []
    inner = range(1, len(knots) - 1)
    room = {n: min(knots[n][1] - knots[n - 1][1], knots[n + 1][1] - knots[n][1]) for n in inner}
    widest = {n: max(knots[n][1] - knots[n - 1][1], knots[n + 1][1] - knots[n][1]) for n in inner}
    order = sorted(inner, key=lambda n: (-widest[n], -room[n]))
    return [knots[-1], knots[0], *(knots[n] for n in order[:40])]
