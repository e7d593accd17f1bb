"""The screen painter of the display list: compiled once into Qt's own values, painted often.

The same list becomes the page, so what is seen is what is printed. A drawing lives and is painted in the
thread of the window.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGlyphRun, QPainter, QPainterPath, QPen

from rondo.figures.linking.arrow_paths import arrow_paths
from rondo.figures.shapes import Arrow, Ellipse, Group, Line, Path, Rect, Shape, Stroke, Text
from rondo.text.qt_engine import QtTextEngine

_NO_PEN, _NO_BRUSH = QPen(Qt.PenStyle.NoPen), QBrush(Qt.BrushStyle.NoBrush)
_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


class _Area(Struct, frozen=True):
    path: QPainterPath
    pen: QPen
    brush: QBrush

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self.pen)
        painter.setBrush(self.brush)
        painter.drawPath(self.path)


class _Letters(Struct, frozen=True):
    at: QPointF
    run: QGlyphRun
    colour: QColor

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self.colour)
        painter.drawGlyphRun(self.at, self.run)


class Drawing:
    """A display list ready to be painted, in points from the painter's origin. TypeError for a shape that
    is none of the display list's."""

    def __init__(self, shapes: Iterable[Shape], engine: QtTextEngine) -> None:
        self._engine = engine
        self._marks = tuple(mark for shape in shapes for mark in self._marks_of(shape))

    def paint(self, painter: QPainter) -> None:
        """The drawing is on the painter's device; the painter is as it was but for pen and brush."""
        painter.setRenderHints(_HINTS)
        for mark in self._marks:
            mark.paint(painter)

    def _marks_of(self, shape: Shape) -> Iterator[_Area | _Letters]:
        match shape:
            case Group():
                for inner in shape.shapes:
                    yield from self._marks_of(inner)
            case Text():
                yield from self._letters(shape)
            case Arrow():
                for path in arrow_paths(shape):
                    yield _area(_path(path), path.fill, path.stroke)
            case Line():
                line = QPainterPath(QPointF(shape.x1, shape.y1))
                line.lineTo(shape.x2, shape.y2)
                yield _area(line, None, shape.stroke)
            case Rect():
                yield _area(_rectangle(shape), shape.fill, shape.stroke)
            case Ellipse():
                oval = QPainterPath()
                oval.addEllipse(QPointF(shape.cx, shape.cy), shape.rx, shape.ry)
                yield _area(oval, shape.fill, shape.stroke)
            case Path():
                yield _area(_path(shape), shape.fill, shape.stroke)
            case _:
                raise TypeError(f"not a shape of the display list: {type(shape).__name__}")

    def _letters(self, text: Text) -> Iterator[_Letters]:
        """One run of glyphs after the other, each in the colour of its span."""
        spans = text.block.spans
        at = QPointF(text.x, text.y)
        for line in text.block.lines:
            for run in line.runs:
                own = spans[run.span].colour if run.span < len(spans) else None
                glyphs = QGlyphRun()
                glyphs.setRawFont(self._engine.raw_font(run.font, run.size))
                glyphs.setGlyphIndexes(list(run.glyphs))
                glyphs.setPositions([QPointF(x, y) for x, y in zip(run.xs, run.ys, strict=True)])
                yield _Letters(at, glyphs, QColor(own or text.colour))


def paint(painter: QPainter, shapes: Iterable[Shape], engine: QtTextEngine) -> None:
    """The shapes are painted once; what is painted again and again should keep a `Drawing`."""
    Drawing(shapes, engine).paint(painter)


def _area(path: QPainterPath, fill: str | None, stroke: Stroke | None) -> _Area:
    brush = QBrush(QColor(fill)) if fill is not None else _NO_BRUSH
    return _Area(path, pen_of(stroke), brush)


def pen_of(stroke: Stroke | None) -> QPen:
    """The pen that draws a stroke of the display list; without a stroke one that draws nothing."""
    if stroke is None:
        return _NO_PEN
    pen = QPen(QColor(stroke.colour), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if stroke.dash and stroke.width:
        pen.setDashPattern([length / stroke.width for length in stroke.dash])
    return pen


def _rectangle(shape: Rect) -> QPainterPath:
    path = QPainterPath()
    box = QRectF(shape.x, shape.y, shape.width, shape.height)
    if shape.radius:
        radius = min(shape.radius, shape.width / 2, shape.height / 2)
        path.addRoundedRect(box, radius, radius)
    else:
        path.addRect(box)
    return path


def _path(shape: Path) -> QPainterPath:
    path = QPainterPath()
    for command in shape.commands:
        letter = command[0]
        numbers = [float(number) for number in command[1:]]
        if letter == "M":
            path.moveTo(*numbers)
        elif letter == "L":
            path.lineTo(*numbers)
        elif letter == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path
