"""Fonts of the machine are taken when no shipped one has a letter, and go whole into the PDF."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from PySide6.QtGui import QFontDatabase

from helpers.pdf_text import needs_poppler, pdf_of, poppler_fonts, poppler_text, words
from rondo.text.outlines import Outlines
from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Style

STYLE = Style(10.0)
TEXT = "ᏣᎳᎩ"
FAMILY = "Aa Test Cherokee"


def font(is_cff: bool, family: str = FAMILY, embedding: int = 0) -> TTFont:
    """A font of three Cherokee letters, as triangles of different heights with one curved side."""
    names = [".notdef", *(f"u{ord(letter):X}" for letter in TEXT)]
    builder = FontBuilder(1000, isTTF=not is_cff)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(TEXT, names[1:], strict=True)})
    glyphs = {}
    for height, name in enumerate(names, 3):
        pen = T2CharStringPen(600, None) if is_cff else TTGlyphPen(None)
        pen.moveTo((50, 0))
        pen.lineTo((300, 100 * height))
        if is_cff:
            pen.curveTo((400, 90 * height), (550, 200), (550, 0))
        else:
            pen.qCurveTo((500, 80 * height), (550, 0))
        pen.closePath()
        glyphs[name] = pen.getCharString() if is_cff else pen.glyph()
    if is_cff:
        builder.setupCFF(family.replace(" ", ""), {}, glyphs, {})
    else:
        builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    builder.setupOS2(usWeightClass=400, fsType=embedding)
    builder.setupPost()
    return builder.font


def variable() -> TTFont:
    """The same letters, wider by a hundred units when they are bold."""
    axis = ("wght", 400, 400, 700, "Weight")
    whole = FontBuilder(font=font(False))
    instances = [
        {"location": {"wght": weight}, "stylename": name}
        for name, weight in (("Regular", 400), ("Bold", 700))
    ]
    whole.setupFvar([axis], instances)
    order = whole.font.getGlyphOrder()
    moved = [(0, 0), (0, 100), (100, 0), (100, 0), (0, 0), (100, 0), (0, 0), (0, 0)]
    whole.setupGvar({name: [TupleVariation({"wght": (0, 1, 1)}, list(moved))] for name in order})
    return whole.font


@pytest.fixture(params=["truetype", "cff", "collection", "variable"])
def installed(request, qapp, tmp_path: Path) -> Iterator[str]:
    """The family is among the fonts of the machine, in each of the ways fonts come."""
    file = tmp_path / "font"
    if request.param == "collection":
        collection = TTCollection()
        collection.fonts = [font(False, "Zz Another"), font(True)]
        collection.save(file)
    elif request.param == "variable":
        variable().save(file)
    else:
        font(request.param == "cff").save(file)
    number = QFontDatabase.addApplicationFont(str(file))
    assert FAMILY in QFontDatabase.applicationFontFamilies(number)
    yield request.param
    QFontDatabase.removeApplicationFont(number)


def test_a_font_of_the_machine_draws_what_no_shipped_one_has(installed):
    engine = QtTextEngine()
    block = engine.shape(f"ab {TEXT} 12", STYLE)
    fonts = {"".join(run.texts).strip(): run.font for run in block.lines[0].runs}
    assert fonts[TEXT] == f"system:{FAMILY}:Regular"
    assert fonts["12"] == "NotoSans_400Regular"
    assert not block.missing


def test_without_system_fonts_the_same_text_is_boxes(installed):
    assert QtTextEngine(system_fonts=False).shape(TEXT, STYLE).missing == {"Cherokee"}


def test_its_program_is_one_whole_font_also_for_another_engine(installed):
    key = QtTextEngine().shape(TEXT, STYLE).lines[0].runs[0].font
    program = TTFont(io.BytesIO(QtTextEngine(system_fonts=False).font_file(key)), checkChecksums=2)
    assert [program.getBestCmap()[ord(letter)] for letter in TEXT] != []
    assert ("CFF " in program) == (installed in ("cff", "collection"))


@needs_poppler
def test_it_goes_into_the_pdf_and_is_found_there(installed, tmp_path):
    engine = QtTextEngine()
    pdf = pdf_of(engine, [engine.shape(TEXT, STYLE)])
    assert words(poppler_text(pdf, tmp_path)) == TEXT
    (entry,) = poppler_fonts(pdf, tmp_path)
    assert (entry["emb"], entry["sub"], entry["uni"]) == ("yes", "yes", "yes")
    assert entry["name"].endswith("+AaTestCherokee")


def test_its_outlines_are_those_of_the_font(installed):
    engine = QtTextEngine()
    (run,) = engine.shape(TEXT, STYLE).lines[0].runs
    tops = [
        min(command[2] for command in Outlines(engine).path(run.font, glyph) if len(command) > 2)
        for glyph in run.glyphs
    ]
    assert tops == pytest.approx([-0.4, -0.5, -0.6], abs=0.02)


def test_a_font_that_may_not_be_embedded_is_not_used(qapp, tmp_path):
    file = tmp_path / "font"
    font(False, "Aa Restricted", embedding=0x0002).save(file)
    number = QFontDatabase.addApplicationFont(str(file))
    assert QtTextEngine().shape(TEXT, STYLE).missing == {"Cherokee"}
    QFontDatabase.removeApplicationFont(number)


def test_an_unknown_font_key_is_refused(engine):
    for key in ("NotoSans", "system:No Such Family:Regular", ""):
        with pytest.raises(KeyError):
            engine.font_file(key)


def test_a_bold_of_a_variable_font_is_laid_out_as_it_is_embedded(installed):
    """What Qt gives of a variable font is its default form; widths and outlines must be of one form."""
    engine = QtTextEngine()
    (run,) = engine.shape(TEXT, Style(10.0, weight=700)).lines[0].runs
    program = TTFont(io.BytesIO(engine.font_file(run.font)))
    widths = [program["hmtx"][program.getGlyphName(glyph)][0] for glyph in run.glyphs]
    assert "fvar" not in program
    assert run.width == pytest.approx(sum(widths) / 100, abs=0.02)


def test_qt_draws_with_the_same_font(installed):
    engine = QtTextEngine()
    (run,) = engine.shape(TEXT, STYLE).lines[0].runs
    raw = engine.raw_font(run.font, 20.0)
    assert raw.pixelSize() == 20.0
    assert -raw.boundingRect(run.glyphs[0]).top() == pytest.approx(8.0, abs=1.1)
