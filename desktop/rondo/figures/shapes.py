"""The display list: what a figure is made of, as plain frozen values.

Lengths are points, y grows downwards, the origin is the upper left corner of the figure. Colours are
"#rrggbb", taken from a theme by the code that draws; a painter never chooses one. Later shapes lie over
earlier ones.
"""

from __future__ import annotations

from msgspec import Struct

from rondo.text.shaped import Block


class Stroke(Struct, frozen=True):
    """A line's ink. `dash` are lengths on and off; empty = solid."""

    colour: str
    width: float = 0.75
    dash: tuple[float, ...] = ()


class Rect(Struct, frozen=True):
    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: Stroke | None = None
    radius: float = 0.0


class Ellipse(Struct, frozen=True):
    """By centre and half axes."""

    cx: float
    cy: float
    rx: float
    ry: float
    fill: str | None = None
    stroke: Stroke | None = None


class Path(Struct, frozen=True):
    """Commands as ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("Z",)."""

    commands: tuple[tuple[str | float, ...], ...]
    fill: str | None = None
    stroke: Stroke | None = None


class Line(Struct, frozen=True):
    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Stroke


class Arrow(Struct, frozen=True):
    """A path with a filled head at its end. `points` are corners, rounded by `radius`; or `bends` say for
    each corner how far before and behind it its curve reaches. `gaps` are parts of level segments that are
    not drawn: their height, from where, to where."""

    points: tuple[tuple[float, float], ...]
    stroke: Stroke
    radius: float = 4.0
    head: float = 5.0
    bends: tuple[tuple[float, float], ...] = ()
    gaps: tuple[tuple[float, float, float], ...] = ()


class Text(Struct, frozen=True):
    """A shaped block with its upper left corner at x, y."""

    x: float
    y: float
    block: Block
    colour: str


class Group(Struct, frozen=True):
    """Shapes that stand for one thing. `id` becomes the SVG id, `title` what a screen reader says,
    `role` what it is (figure, phase, lane, step, link, cell, placement), `link` where a click leads."""

    id: str
    shapes: tuple[Shape, ...]
    role: str = ""
    title: str = ""
    link: str | None = None


Shape = Rect | Ellipse | Path | Line | Arrow | Text | Group


class Figure(Struct, frozen=True):
    """A finished drawing: its size in points, what is drawn, and a sentence for those who cannot see it.

    `left_over` names what the figure could not show (steps without phase or lane), for the caption."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    title: str
    description: str = ""
    left_over: tuple[str, ...] = ()
