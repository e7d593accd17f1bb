"""Outlines as paths: the same shapes as the font's, in units of size, downwards."""

import io

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from rondo.text.outlines import Outlines
from rondo.text.shaped import Style


@pytest.mark.parametrize("text", ["g", "é", "స్ట్రా", "ع", "→"])
def test_an_outline_has_the_bounds_of_the_glyph(engine, text):
    outlines, checked = Outlines(engine), 0
    for run in engine.shape(text, Style(10.0)).lines[0].runs:
        font = TTFont(io.BytesIO(engine.font_file(run.font)))
        for glyph in run.glyphs:
            pen = BoundsPen(font.getGlyphSet())
            font.getGlyphSet()[font.getGlyphName(glyph)].draw(pen)
            path = outlines.path(run.font, glyph)
            assert {command[0] for command in path} <= {"M", "L", "C", "Z"}
            left, bottom, right, top = (edge / font["head"].unitsPerEm for edge in pen.bounds)
            xs = [x for command in path for x in command[1::2]]
            ys = [y for command in path for y in command[2::2]]
            assert (min(xs), max(xs)) == (pytest.approx(left, abs=0.05), pytest.approx(right, abs=0.05))
            assert (min(ys), max(ys)) == (pytest.approx(-top, abs=0.05), pytest.approx(-bottom, abs=0.05))
            checked += 1
    assert checked


def test_a_space_has_no_outline(engine):
    (run,) = engine.shape("a b", Style(10.0)).lines[0].runs
    assert Outlines(engine).path(run.font, run.glyphs[1]) == ()


def test_a_ring_without_a_corner_is_drawn_whole():
    """TrueType allows a contour of handles alone."""
    pen = TTGlyphPen(None)
    pen.qCurveTo((0, 0), (1000, 0), (1000, 1000), (0, 1000), None)
    pen.closePath()
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (1000, 0)})
    builder.setupHorizontalHeader()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    path = Outlines(OneFont(out.getvalue())).path("any", 0)
    assert [command[0] for command in path] == ["M", "C", "C", "C", "C", "Z"]
    assert path[0][1:] == path[-2][-2:]
    assert {abs(place) for command in path[:-1] for place in command[-2:]} == {0.0, 0.5, 1.0}


class OneFont:
    def __init__(self, program: bytes) -> None:
        self.program = program

    def font_file(self, font: str) -> bytes:
        return self.program
