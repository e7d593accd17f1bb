"""The fonts inside the PDF: all embedded, only what is used, the same every time."""

import io
import subprocess
import sys

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from helpers.pdf_text import needs_poppler, pdf_of, poppler_fonts
from rondo.text.pdf_fonts import PdfFonts
from rondo.text.shaped import Style

STYLE = Style(11.0)
TEXTS = ("Klantreis één", "స్ట్రాటజీ మరియు", "العميل لا", "שלום", "客户", "→ ✓")
PROGRAM = """
import hashlib, sys
sys.path.insert(0, "tests")
from helpers.pdf_text import pdf_of
from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Style
engine = QtTextEngine(system_fonts=False)
pdf = pdf_of(engine, [engine.shape(text, Style(11.0)) for text in {texts!r}])
print(hashlib.sha256(pdf).hexdigest())
"""


def fonts_in(pdf: bytes) -> dict:
    return {
        name: font.get_object()
        for name, font in PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"].items()
    }


def program_of(font) -> TTFont:
    descendant = font["/DescendantFonts"][0].get_object()
    return TTFont(io.BytesIO(descendant["/FontDescriptor"]["/FontFile2"].get_object().get_data()))


@needs_poppler
def test_all_fonts_are_embedded_subset_and_have_unicode(engine, tmp_path):
    fonts = poppler_fonts(pdf_of(engine, [engine.shape(text, STYLE) for text in TEXTS]), tmp_path)
    assert len(fonts) == 5
    assert {(font["emb"], font["sub"], font["uni"]) for font in fonts} == {("yes", "yes", "yes")}
    assert {font["name"].partition("+")[2] for font in fonts} >= {
        "NotoSans-Regular",
        "NotoSansTelugu-Regular",
    }


def test_no_document_names_a_font_that_is_not_embedded(engine):
    pdf = pdf_of(engine, [engine.shape("Klant", STYLE)])
    assert b"Helvetica" not in pdf
    assert len(fonts_in(pdf)) == 1


def test_a_standard_font_can_still_be_used(engine):
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=0)
    PdfFonts(canvas, engine)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(50, 50, "plain")
    canvas.setPageSize((300, 300))
    canvas.save()
    assert PdfReader(io.BytesIO(out.getvalue())).pages[0].extract_text().strip() == "plain"
    assert b"Helvetica" in out.getvalue()


def test_only_used_glyphs_are_embedded(engine):
    (font,) = fonts_in(pdf_of(engine, [engine.shape("anna", STYLE)])).values()
    assert len(program_of(font).getGlyphOrder()) == 3  # the box, a, n


def test_a_syllable_of_several_glyphs_is_one_glyph_of_the_document(engine):
    (run,) = engine.shape("స్ట్రా", STYLE).lines[0].runs
    (font,) = fonts_in(pdf_of(engine, [engine.shape("స్ట్రా", STYLE)])).values()
    program = program_of(font)
    whole = program["glyf"][program.getGlyphOrder()[-1]]
    assert whole.isComposite() and len(whole.components) == len(run.glyphs) > 1
    assert program["hmtx"][program.getGlyphOrder()[-1]][1] == whole.xMin


def test_font_facts_are_those_of_the_font(engine):
    block = engine.shape("Klant", Style(11.0, "serif", 600))
    (font,) = fonts_in(pdf_of(engine, [block])).values()
    descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    original = TTFont(io.BytesIO(engine.font_file("NotoSerif_600SemiBold")))
    assert (
        descriptor["/Ascent"] == original["hhea"].ascent
        and descriptor["/Descent"] == original["hhea"].descent
    )
    assert descriptor["/CapHeight"] == original["OS/2"].sCapHeight
    assert descriptor["/Flags"] == 4 | 2  # symbolic as every composite font here, serif
    assert str(font["/BaseFont"]).endswith("+NotoSerif-SemiBold")


def test_glyphs_stand_where_the_block_says(engine):
    """The sum of widths and adjustments of a line leads to its end."""
    block = engine.shape("AVATAR To office", STYLE)
    (font,) = fonts_in(pdf_of(engine, [block])).values()
    widths = font["/DescendantFonts"][0].get_object()["/W"][1]
    content = PdfReader(io.BytesIO(pdf_of(engine, [block]))).pages[0].get_contents().operations
    (shown,) = [operands[0] for operands, operator in content if operator == b"TJ"]
    pen = 0.0
    for part in shown:
        if isinstance(part, int | float):
            pen -= float(part)
        else:
            data = part.original_bytes
            pen += sum(
                float(widths[int.from_bytes(data[at : at + 2], "big") - 1]) for at in range(0, len(data), 2)
            )
    assert pen * STYLE.size / 1000 == pytest.approx(block.lines[0].width, abs=0.05)
    assert len(shown) > 3  # pairs are kerned


def test_two_processes_write_the_same_bytes():
    program = PROGRAM.format(texts=TEXTS)
    digests = {
        subprocess.run(
            [sys.executable, "-W", "error", "-c", program],
            capture_output=True, check=True, env={"PYTHONHASHSEED": seed}, encoding="utf-8",
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(digests) == 1 and len(digests.pop().strip()) == 64
