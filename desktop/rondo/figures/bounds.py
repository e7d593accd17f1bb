"""Where a shape lies, and whether a figure is whole: known shapes, finite numbers, real colours."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from rondo.figures.shapes import Arrow, Ellipse, Figure, Group, Line, Path, Rect, Shape, Stroke, Text

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points."""

_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def bounds(shape: Shape) -> Box | None:
    """The box around a shape without its ink's width; None for an empty group. TypeError for a shape
    that is none of the display list's."""
    match shape:
        case Rect():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Ellipse():
            return shape.cx - shape.rx, shape.cy - shape.ry, shape.cx + shape.rx, shape.cy + shape.ry
        case Line():
            return _around([(shape.x1, shape.y1), (shape.x2, shape.y2)])
        case Arrow():
            return _around(shape.points)
        case Path():
            return _around(point for command in shape.commands for point in _points(command))
        case Text():
            return _text(shape)
        case Group():
            return joined(bounds(inner) for inner in shape.shapes)
    raise TypeError(f"not a shape of the display list: {type(shape).__name__}")


def joined(boxes: Iterable[Box | None]) -> Box | None:
    """The box around boxes; None when there is none."""
    found = [box for box in boxes if box is not None]
    if not found:
        return None
    return (
        min(box[0] for box in found),
        min(box[1] for box in found),
        max(box[2] for box in found),
        max(box[3] for box in found),
    )


def everything(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """Every shape, groups before what is in them."""
    for shape in shapes:
        yield shape
        if isinstance(shape, Group):
            yield from everything(shape.shapes)


def require_whole(figure: Figure) -> None:
    """Nothing happens when every painter can draw the figure.

    TypeError for an unknown shape, ValueError for a number that is not finite or a colour that is not
    "#rrggbb": a picture with a hole in it is worse than none."""
    if not (_finite((figure.width, figure.height)) and figure.width > 0 and figure.height > 0):
        raise ValueError(f"a figure needs a size: {figure.width} x {figure.height}")
    for shape in everything(figure.shapes):
        bounds(shape)
        if not _finite(_numbers(shape)):
            raise ValueError(f"a number that is not finite in {type(shape).__name__}")
        for colour in _colours(shape):
            if not _COLOUR.fullmatch(colour):
                raise ValueError(f"not a colour: {colour!r}")


def _text(text: Text) -> Box:
    """The box around the letters: where lines really lie, not the width they were broken to."""
    lines = text.block.lines
    left = min((line.x for line in lines), default=0.0)
    right = max((line.x + line.width for line in lines), default=0.0)
    return text.x + left, text.y, text.x + right, text.y + text.block.height


def _around(points: Iterable[tuple[float, float]]) -> Box | None:
    return joined((x, y, x, y) for x, y in points)


def _points(command: tuple[str | float, ...]) -> Iterator[tuple[float, float]]:
    numbers = [float(value) for value in command[1:]]
    yield from zip(numbers[::2], numbers[1::2], strict=True)


def _finite(numbers: Iterable[float]) -> bool:
    return all(math.isfinite(number) for number in numbers)


def _numbers(shape: Shape) -> Iterator[float]:
    """Every length a painter would write; a box hides what is not a number."""
    if isinstance(shape, Text):
        yield from (shape.x, shape.y)
        return
    for name in shape.__struct_fields__:
        value = getattr(shape, name)
        if isinstance(value, Stroke):
            yield from (value.width, *value.dash)
        elif name == "commands":
            yield from (float(number) for command in value for number in command[1:])
        elif name == "points":
            yield from (number for point in value for number in point)
        elif isinstance(value, int | float):
            yield value


def _colours(shape: Shape) -> Iterator[str]:
    if isinstance(shape, Text):
        yield shape.colour
    for value in (getattr(shape, "fill", None), getattr(shape, "stroke", None)):
        if isinstance(value, Stroke):
            yield value.colour
        elif value is not None:
            yield value
