"""Glyphs as paths, for what cannot carry a font: a picture, a file that must look the same everywhere.
No Qt here."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import fontTools.pens.basePen
import fontTools.pens.recordingPen
import fontTools.ttLib

from rondo.text.shaped import TextEngine

Command = tuple[str | float, ...]
Point = tuple[float, float]
_STRAIGHT = {"moveTo": "M", "lineTo": "L"}
_tools: Any = fontTools  # half typed: a strict checker refuses what its functions return


class Outlines:
    """The outlines of an engine's glyphs, each read once."""

    def __init__(self, engine: TextEngine) -> None:
        self._engine = engine
        self._fonts: dict[str, _Font] = {}

    def path(self, font: str, glyph: int) -> tuple[Command, ...]:
        """The outline of a glyph of a run, to be filled (non-zero winding); () when nothing is drawn.

        Commands as in `shapes.Path`: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("Z",), in units
        of the run's size, from the glyph's origin, y downwards: times the size, plus the glyph's place."""
        if font not in self._fonts:
            self._fonts[font] = _Font(self._engine.font_file(font))
        return self._fonts[font].path(glyph)


class _Font:
    def __init__(self, program: bytes) -> None:
        font = _tools.ttLib.TTFont(io.BytesIO(program), lazy=True)
        self._names, self._glyphs = font.getGlyphOrder(), font.getGlyphSet()
        self._units = font["head"].unitsPerEm
        self._paths: dict[int, tuple[Command, ...]] = {}

    def path(self, glyph: int) -> tuple[Command, ...]:
        if glyph not in self._paths:
            pen = _tools.pens.recordingPen.DecomposingRecordingPen(self._glyphs)
            self._glyphs[self._names[glyph]].draw(pen)
            self._paths[glyph] = tuple(
                (letter, *(_place(place, self._units) for point in points for place in (point[0], -point[1])))
                for letter, *points in _segments(pen.value)
            )
        return self._paths[glyph]


def _place(place: float, units: int) -> float:
    return round(place / units, 5) or 0.0  # never minus nought


def _segments(record: Sequence[tuple[str, Sequence[Any]]]) -> Iterator[tuple[Any, ...]]:
    """What a pen recorded, as (letter, point, ...); quadratic curves become cubic ones."""
    here: Point = (0.0, 0.0)
    for name, points in record:
        if name in _STRAIGHT:
            yield _STRAIGHT[name], points[0]
        elif name == "curveTo":
            yield "C", *points
        elif name == "qCurveTo":
            if points[-1] is None:  # a ring without a corner begins halfway between two of its handles
                here = _between(points[-2], points[0], 0.5)
                yield "M", here
                points = (*points[:-1], here)
            for handle, end in _tools.pens.basePen.decomposeQuadraticSegment(points):
                yield "C", _between(here, handle, 2 / 3), _between(end, handle, 2 / 3), end
                here = end
        else:
            yield ("Z",)
        here = points[-1] if points else here


def _between(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
