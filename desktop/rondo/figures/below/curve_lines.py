"""The lines of the feeling curve as shapes: each told from the others by its dashes and its markers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from rondo.figures.below.curve_plan import CurveLine, CurvePoint
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.shapes import Ellipse, Group, Path, Rect, Shape, Stroke
from rondo.strategy.journeys.feelings import LineKind

DOT = 2.3
UNKNOWN = (0.9, 2.1)
"""The dots of a bridge over steps of which nobody knows how they feel."""
DASHES: tuple[tuple[float, ...], ...] = ((6.0, 2.0), (5.0, 1.6, 1.2, 1.6), (3.0, 1.6), (9.0, 2.5))
SAMPLES = 8


class LineStyle(Struct, frozen=True):
    """How one line is drawn. `front`: it is the one that is read, and changed, first."""

    role: str
    width: float
    dash: tuple[float, ...]
    front: bool


def style_of(line: CurveLine, edited: str | None, *, coloured: bool) -> LineStyle:
    """The style of a line while that segment's line is the one in front; `coloured`: it is being changed."""
    front = line.kind is not LineKind.TODAY and line.segment == edited
    role = "accent" if front and coloured else "ink" if front else "ink-tertiary"
    if line.kind is LineKind.TODAY:
        return LineStyle("ink-tertiary", 0.9, (3.6, 2.0), False)
    dash = () if line.kind is LineKind.OWN else DASHES[line.number % len(DASHES)]
    return LineStyle(role if front else "ink-secondary", 1.4 if front else 0.9, dash, front)


def drawn_line(line: CurveLine, points: Sequence[CurvePoint], style: LineStyle, pen: Pen) -> list[Shape]:
    """A soft line through the points; dotted and thin over steps without a feeling."""
    shapes: list[Shape] = []
    for a, b in pairwise(points):
        known = b.at - a.at == 1
        middle = (a.x + b.x) / 2
        commands = (("M", a.x, a.y), ("C", middle, a.y, middle, b.y, b.x, b.y))
        width, dash = (style.width, style.dash) if known else (0.7, UNKNOWN)
        shapes.append(Path(commands, stroke=Stroke(pen.theme[style.role], width, dash)))
    return shapes


def drawn_points(
    line: CurveLine, points: Sequence[CurvePoint], style: LineStyle, pen: Pen, prefix: str
) -> list[Shape]:
    """A marker for every feeling, each a group with the words for it."""
    owner = f"{line.segment}-" if line.segment else ""
    return [
        Group(
            f"{prefix}feeling-{owner}{point.step}",
            marker(line, point, style, pen),
            "feeling",
            said_of(line, point, pen),
        )
        for point in points
    ]


def said_of(line: CurveLine, point: CurvePoint, pen: Pen) -> str:
    """The feeling at a point in words, with whose it is."""
    feels = pen.words(f"journey_figure.feels_{point.feeling}")
    if line.name:
        return pen.words("journey_figure.felt_by", step=point.title, feels=feels, who=line.name)
    return pen.words("journey_figure.felt", step=point.title, feels=feels)


def marker(line: CurveLine, point: CurvePoint, style: LineStyle, pen: Pen) -> tuple[Shape, ...]:
    """Good is filled and bad is hollow on the line in front; other lines have a shape of their own."""
    x, y, r = point.x, point.y, DOT
    ground = pen.theme["surface"]
    if line.kind is LineKind.TODAY:
        ink = Stroke(pen.theme[style.role], 0.8)
        return (Rect(x - r * 0.75, y - r * 0.75, r * 1.5, r * 1.5, ground, ink),)
    if line.kind is LineKind.OWN:
        role = "bad" if point.feeling < 0 else "ok" if point.feeling > 0 else "ink-secondary"
        colour = pen.theme[role]
        fill = ground if point.feeling < 0 else colour
        return (Ellipse(x, y, r, r, fill, Stroke(colour, 1.0)),)
    ink = Stroke(pen.theme[style.role], 0.9)
    fill = ground if point.feeling < 0 else pen.theme[style.role]
    return (_polygon(line.number, x, y, r * 1.25, fill, ink),)


def samples(a: CurvePoint, b: CurvePoint) -> list[tuple[float, float]]:
    """Places on the line between two points."""
    found = []
    for number in range(1, SAMPLES):
        t = number / SAMPLES
        x = a.x + (b.x - a.x) * (1.5 * t * (1 - t) + t**3)
        found.append((x, a.y + (b.y - a.y) * (3 * t * t - 2 * t**3)))
    return found


def _polygon(number: int, x: float, y: float, r: float, fill: str, stroke: Stroke) -> Path:
    """A triangle, a diamond, or one standing on its tip."""
    corners = (
        ((x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)),
        ((x, y - r), (x + r, y), (x, y + r), (x - r, y)),
        ((x - r, y - r * 0.8), (x + r, y - r * 0.8), (x, y + r)),
    )[number % 3]
    (fx, fy), *rest = corners
    return Path((("M", fx, fy), *(("L", *corner) for corner in rest), ("Z",)), fill, stroke)
