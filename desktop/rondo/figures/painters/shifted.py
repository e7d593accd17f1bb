"""Shapes moved as they are: for figures that are put together from others."""

from __future__ import annotations

from functools import singledispatch
from typing import TypeVar

from msgspec.structs import replace

from rondo.figures.shapes import Arrow, Ellipse, Group, Line, Path, Rect, Shape, Text

S = TypeVar("S", bound=Shape)


@singledispatch
def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    raise TypeError(f"cannot move a {type(shape).__name__}")


def shifted(shape: S, dx: float, dy: float) -> S:
    """The same shape so many points further right and down."""
    return _moved(shape, dx, dy)  # type: ignore[return-value]


@_moved.register(Rect)
@_moved.register(Text)
def _(shape: Rect | Text, dx: float, dy: float) -> Shape:
    return replace(shape, x=shape.x + dx, y=shape.y + dy)


@_moved.register
def _(shape: Ellipse, dx: float, dy: float) -> Shape:
    return replace(shape, cx=shape.cx + dx, cy=shape.cy + dy)


@_moved.register
def _(shape: Line, dx: float, dy: float) -> Shape:
    return replace(shape, x1=shape.x1 + dx, y1=shape.y1 + dy, x2=shape.x2 + dx, y2=shape.y2 + dy)


@_moved.register
def _(shape: Arrow, dx: float, dy: float) -> Shape:
    return replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points))


@_moved.register
def _(shape: Path, dx: float, dy: float) -> Shape:
    return replace(shape, commands=tuple(_command(c, dx, dy) for c in shape.commands))


@_moved.register
def _(shape: Group, dx: float, dy: float) -> Shape:
    return replace(shape, shapes=tuple(shifted(inner, dx, dy) for inner in shape.shapes))


def _command(command: tuple[str | float, ...], dx: float, dy: float) -> tuple[str | float, ...]:
    """A path command with its coordinates moved; they come in pairs."""
    name, *numbers = command
    return (name, *(float(n) + (dy if i % 2 else dx) for i, n in enumerate(numbers)))
