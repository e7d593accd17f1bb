"""The font program that goes into a PDF: the used glyphs only, and one glyph for every cluster.

A letter that the shaper made of several glyphs (a Telugu syllable with its signs, an Arabic letter with its
dots) becomes one composite glyph. So every code of the page stands for a whole piece of text, and every
reader finds and copies it right. No Qt and no PDF here.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import fontTools.pens.cu2quPen
import fontTools.pens.ttGlyphPen
import fontTools.subset
import fontTools.ttLib
from msgspec import Struct

Placed = tuple[tuple[int, int, int], ...]
"""Glyphs: number, x and y from the origin in font units, y upwards; () draws nothing."""


class Shape(Struct, frozen=True):
    """What one code of the page draws, and how far it carries, in font units."""

    placed: Placed
    advance: int


_tools: Any = fontTools  # half typed: a strict checker refuses what its functions return
_KEPT = frozenset({"head", "hhea", "hmtx", "maxp", "loca", "glyf", "CFF "})
_MAXIMA = (
    "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
    "maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours", "maxCompositePoints",
    "maxCompositeContours", "maxComponentDepth",
)  # fmt: skip


class Facts(Struct, frozen=True):
    """What a PDF says of a font. Lengths in thousandths of the size."""

    name: str
    units: int
    ascent: float
    descent: float
    cap_height: float
    box: tuple[float, float, float, float]
    italic_angle: float
    weight: int
    is_fixed: bool
    is_serif: bool


class FontProgram:
    """A font file opened to be measured and cut down."""

    def __init__(self, font: bytes) -> None:
        self._font = font
        opened = _opened(font)
        self._metrics = opened["hmtx"].metrics
        self._names = opened.getGlyphOrder()
        self.facts = _facts(opened)

    def advance(self, glyph: int) -> int:
        """How far a glyph carries by itself, in font units."""
        return int(self._metrics[self._names[glyph]][0])

    def cut(self, shapes: Sequence[Shape]) -> tuple[bytes, list[int]]:
        """A TrueType program with just these shapes, and the glyph number of each."""
        font = _opened(self._font)
        font.setGlyphOrder(list(self._names))  # the names go with a table that is dropped
        used = sorted({glyph for shape in shapes for glyph, _, _ in shape.placed} | {0})
        _subset(font, [self._names[glyph] for glyph in used])
        if "CFF " in font:
            _to_truetype(font)
        numbers: dict[Shape, int] = {}
        for shape in shapes:
            if shape not in numbers:
                numbers[shape] = self._number(font, shape)
        return _saved(font), [numbers[shape] for shape in shapes]

    def _number(self, font: Any, shape: Shape) -> int:
        if len(shape.placed) == 1:
            glyph, *offset = shape.placed[0]
            if offset == [0, 0] and shape.advance == self.advance(glyph):
                return int(font.getGlyphID(self._names[glyph]))
        pen = _tools.pens.ttGlyphPen.TTGlyphPen(font["glyf"])
        for glyph, x, y in shape.placed:
            pen.addComponent(self._names[glyph], (1, 0, 0, 1, x, y))
        return _add(font, pen.glyph(), shape.advance)


@lru_cache(maxsize=8)
def font_program(font: bytes) -> FontProgram:
    """The program of a font file; the same one while it is in use."""
    return FontProgram(font)


def _opened(font: bytes) -> Any:
    return _tools.ttLib.TTFont(io.BytesIO(font), lazy=True, recalcTimestamp=False)


def _subset(font: Any, glyphs: Iterable[str]) -> None:
    options = _tools.subset.Options(
        layout_features=[],
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        name_IDs=[],
        desubroutinize=True,
    )
    for tag in [tag for tag in font.keys() if tag not in _KEPT and tag != "GlyphOrder"]:  # noqa: SIM118
        del font[tag]  # unread: parsing layout tables only to drop them takes half of the time
    worker = _tools.subset.Subsetter(options)
    worker.populate(glyphs=list(glyphs))
    worker.subset(font)


def _add(font: Any, glyph: Any, advance: int) -> int:
    """Put a glyph at the end of the font. Its side bearing must be its left edge, or it is drawn shifted."""
    table = font["glyf"]
    number = len(table.glyphOrder)
    name = f"cluster{number}"
    table[name] = glyph  # appends to the glyph order as well
    glyph.recalcBounds(table)
    font["hmtx"].metrics[name] = (advance, getattr(glyph, "xMin", 0))
    font.setGlyphOrder(table.glyphOrder)
    return number


def _to_truetype(font: Any) -> None:
    """Cubic outlines become quadratic, within one font unit, for the one kind of program we embed."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    table = _tools.ttLib.newTable("glyf")
    table.glyphOrder, table.glyphs = order, {}
    for name in order:
        pen = _tools.pens.ttGlyphPen.TTGlyphPen(None)
        glyphs[name].draw(_tools.pens.cu2quPen.Cu2QuPen(pen, 1.0, reverse_direction=True))
        table.glyphs[name] = pen.glyph()
    font["glyf"], font["loca"] = table, _tools.ttLib.newTable("loca")
    for name in order:
        glyph = table[name]
        glyph.recalcBounds(table)
        font["hmtx"].metrics[name] = (font["hmtx"].metrics[name][0], getattr(glyph, "xMin", 0))
    del font["CFF "]
    font["maxp"].tableVersion, font["maxp"].maxZones = 0x00010000, 1
    for field in _MAXIMA:
        setattr(font["maxp"], field, 0)
    font.sfntVersion = "\x00\x01\x00\x00"


def _saved(font: Any) -> bytes:
    out = io.BytesIO()
    font.flavor = None
    font.save(out)
    return out.getvalue()


def _facts(font: Any) -> Facts:
    head, lines = font["head"], font["hhea"]
    unit = 1000 / head.unitsPerEm
    os2 = font.get("OS/2")
    post = font.get("post")
    cap = getattr(os2, "sCapHeight", 0) or lines.ascent * 0.7
    return Facts(
        name=_postscript_name(font),
        units=head.unitsPerEm,
        ascent=lines.ascent * unit,
        descent=lines.descent * unit,
        cap_height=cap * unit,
        box=(head.xMin * unit, head.yMin * unit, head.xMax * unit, head.yMax * unit),
        italic_angle=float(post.italicAngle) if post else 0.0,
        weight=os2.usWeightClass if os2 else 400,
        is_fixed=bool(post and post.isFixedPitch),
        is_serif="serif" in _postscript_name(font).lower() or bool(os2 and 2 <= os2.panose.bSerifStyle <= 10),
    )


def _postscript_name(font: Any) -> str:
    names = font.get("name")
    found = (names.getDebugName(6) or names.getDebugName(4) or "") if names else ""
    return (
        "".join(letter for letter in found if letter.isascii() and (letter.isalnum() or letter == "-"))
        or "Font"
    )
