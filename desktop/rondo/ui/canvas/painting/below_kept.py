"""What the bands below a map say in words stays beside their names while the map is moved sideways."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rondo.figures.bounds import bounds, everything
from rondo.figures.shapes import Group, Shape, Text
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.pieces.painting import Drawing

NEAR, LEGEND = 0.01, "legend"


class KeptWords:
    """The sentences and legends of the bands. `rows`: their places in the scene before anything moves."""

    def __init__(self, shapes: tuple[Shape, ...], left: float, engine: QtTextEngine) -> None:
        self.shapes, self._left = _words(shapes, left), left
        boxes = [box for shape in self.shapes if (box := bounds(shape))]
        self.rows = [QRectF(x, y, right - x, bottom - y) for x, y, right, bottom in boxes]
        self._drawing = Drawing(self.shapes, engine)

    def paint(self, painter: QPainter, start: float) -> None:
        """The words are there, at the left edge of the map or at `start` where that is further."""
        by = max(start - self._left, 0.0)
        painter.translate(by, 0)
        self._drawing.paint(painter)
        painter.translate(-by, 0)


def without(shapes: Iterable[Shape], left_out: Iterable[Shape]) -> tuple[Shape, ...]:
    """The shapes and what is in them, but for those."""
    gone = {id(shape) for shape in left_out}
    return tuple(_rest(shapes, gone))


def _rest(shapes: Iterable[Shape], gone: set[int]) -> Iterable[Shape]:
    for shape in shapes:
        if id(shape) in gone:
            continue
        yield replace(shape, shapes=tuple(_rest(shape.shapes, gone))) if isinstance(shape, Group) else shape


def _words(shapes: tuple[Shape, ...], left: float) -> list[Shape]:
    """What follows the name of a band beside it, and the legends."""
    found = [*everything(shapes)]
    texts = [shape for shape in found if isinstance(shape, Text)]
    said = [text for name, text in pairwise(texts) if name.x == 0 and _beside(name, text, left)]
    return [*said, *(shape for shape in found if isinstance(shape, Group) and shape.role == LEGEND)]


def _beside(name: Text, text: Text, left: float) -> bool:
    return text.x > left - NEAR and abs(text.y - name.y - 1.0) < NEAR
