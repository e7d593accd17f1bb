"""A sign for each of the eight kinds of step (domain 2.5)."""

from __future__ import annotations

from rondo.figures.mark_pen import MarkPen
from rondo.figures.shapes import Shape
from rondofile.enums import StepKind


def kind_mark(kind: StepKind | str, x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """What kind of step it is: need a seed, awareness a bell, search a lens, decide a fork in the way, order
    a bag, receive a tray, experience a star, after-sale a way back."""
    pen = MarkPen(x, y, size, colour)
    match StepKind(kind):
        case StepKind.NEED:
            return pen.ring(0.5, 0.5, 0.42, (size * 0.2, size * 0.13)), pen.dot(0.5, 0.5, 0.17)
        case StepKind.AWARENESS:
            return _bell(pen)
        case StepKind.SEARCH:
            return pen.ring(0.42, 0.42, 0.32), pen.line((0.66, 0.66), (0.96, 0.96))
        case StepKind.DECIDE:
            return _fork(pen)
        case StepKind.ORDER:
            return _bag(pen)
        case StepKind.RECEIVE:
            return _tray(pen)
        case StepKind.EXPERIENCE:
            return (_star(pen),)
        case StepKind.AFTER_SALE:
            return _way_back(pen)


def _bell(pen: MarkPen) -> tuple[Shape, ...]:
    body = pen.line(
        (0.08, 0.76),
        (0.24, 0.64, 0.2, 0.5, 0.22, 0.38),
        (0.24, 0.02, 0.76, 0.02, 0.78, 0.38),
        (0.8, 0.5, 0.76, 0.64, 0.92, 0.76),
        (0.08, 0.76),
    )
    return body, pen.line((0.4, 0.92), (0.46, 0.99, 0.54, 0.99, 0.6, 0.92))


def _fork(pen: MarkPen) -> tuple[Shape, ...]:
    stem = pen.line((0.5, 0.98), (0.5, 0.62), (0.14, 0.2))
    return (
        stem,
        pen.line((0.5, 0.62), (0.86, 0.2)),
        pen.line((0.12, 0.44), (0.12, 0.16), (0.4, 0.16)),
        pen.line((0.6, 0.16), (0.88, 0.16), (0.88, 0.44)),
    )


def _bag(pen: MarkPen) -> tuple[Shape, ...]:
    body = pen.line((0.12, 0.34), (0.88, 0.34), (0.94, 0.96), (0.06, 0.96), (0.12, 0.34))
    return body, pen.line((0.32, 0.5), (0.32, 0.26), (0.32, -0.04, 0.68, -0.04, 0.68, 0.26), (0.68, 0.5))


def _tray(pen: MarkPen) -> tuple[Shape, ...]:
    return (
        pen.line((0.5, 0.04), (0.5, 0.62)),
        pen.line((0.26, 0.4), (0.5, 0.64), (0.74, 0.4)),
        pen.line((0.06, 0.62), (0.06, 0.94), (0.94, 0.94), (0.94, 0.62)),
    )


def _star(pen: MarkPen) -> Shape:
    spots = (
        *((0.5, 0.03), (0.63, 0.36), (0.98, 0.38), (0.71, 0.6), (0.8, 0.95)),
        *((0.5, 0.76), (0.2, 0.95), (0.29, 0.6), (0.02, 0.38), (0.37, 0.36), (0.5, 0.03)),
    )
    return pen.line(*spots)


def _way_back(pen: MarkPen) -> tuple[Shape, ...]:
    way = pen.line((0.08, 0.3), (0.6, 0.3), (1.06, 0.3, 1.06, 0.9, 0.6, 0.9), (0.24, 0.9))
    return way, pen.line((0.34, 0.04), (0.08, 0.3), (0.34, 0.56))
