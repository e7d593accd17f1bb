"""Signs for what is known of a step: what hurts and delights, who notices, what we learn, what it costs."""

from __future__ import annotations

from rondo.figures.mark_pen import MarkPen
from rondo.figures.shapes import Shape
from rondofile.enums import InformationHow


def pain_mark(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """A bolt: it hurts here."""
    pen = MarkPen(x, y, size, colour)
    spots = ((0.62, 0.0), (0.14, 0.57), (0.45, 0.57), (0.36, 1.0), (0.86, 0.4), (0.55, 0.4))
    return (pen.filled(*spots),)


def delight_mark(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """A heart: a good moment."""
    pen = MarkPen(x, y, size, colour)
    return (
        pen.filled(
            (0.5, 0.94),
            (-0.24, 0.42, 0.12, -0.14, 0.5, 0.24),
            (0.88, -0.14, 1.24, 0.42, 0.5, 0.94),
        ),
    )


def eye_mark(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """An eye: somebody notices the need first."""
    pen = MarkPen(x, y, size, colour)
    lids = pen.line((0.0, 0.5), (0.25, 0.08, 0.75, 0.08, 1.0, 0.5), (0.75, 0.92, 0.25, 0.92, 0.0, 0.5))
    return lids, pen.dot(0.5, 0.5, 0.15)


def how_mark(how: InformationHow | str, x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """How we come to know something: told a speech bubble, inferred a chain of points, sensed waves."""
    pen = MarkPen(x, y, size, colour)
    match InformationHow(how):
        case InformationHow.TOLD:
            tail = pen.line((0.24, 0.72), (0.24, 0.98), (0.5, 0.72))
            return pen.frame(0.04, 0.12, 0.92, 0.6), tail
        case InformationHow.INFERRED:
            way = pen.line((0.1, 0.84), (0.38, 0.4), (0.62, 0.62), (0.9, 0.16))
            return way, pen.dot(0.1, 0.84, 0.13), pen.dot(0.9, 0.16, 0.13)
        case InformationHow.SENSED:
            return (
                pen.dot(0.18, 0.82, 0.14),
                pen.line((0.12, 0.44), (0.36, 0.44, 0.56, 0.64, 0.56, 0.88)),
                pen.line((0.12, 0.1), (0.6, 0.1, 0.9, 0.4, 0.9, 0.88)),
            )


def cost_mark(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """Two coins: what the step costs us."""
    pen = MarkPen(x, y, size, colour)
    edge = pen.line((0.68, 0.1), (0.9, 0.16, 1.0, 0.34, 1.0, 0.5), (1.0, 0.66, 0.9, 0.84, 0.68, 0.9))
    return pen.ring(0.4, 0.5, 0.36), edge


def pin_mark(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """A pin: the card keeps its place when the map is arranged."""
    pen = MarkPen(x, y, size, colour)
    head = pen.filled((0.3, 0.02), (0.7, 0.02), (0.66, 0.4), (0.86, 0.6), (0.14, 0.6), (0.34, 0.4))
    return head, pen.line((0.5, 0.58), (0.5, 1.0))
