"""PDF and PNG: the same list on a page, searchable, linked, the same bytes twice; and as pixels."""

from __future__ import annotations

import io
import math
from types import SimpleNamespace
from typing import Any

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from reportlab.pdfgen.canvas import Canvas

from helpers.engines import engine
from helpers.painting import HOSTILE, SENTENCES, every_shape, figure, page_of, written
from helpers.pdf_text import needs_poppler, pdfium_text, poppler_fonts, poppler_text, words
from rondo.figures.painters import to_pdf, to_png
from rondo.figures.painters.to_pdf import figure_pdf
from rondo.figures.painters.to_png import figure_png, page_png
from rondo.figures.painters.to_svg import figure_svg
from rondo.figures.shapes import Figure, Group, Line, Rect, Shape, Stroke
from rondo.text.pdf_fonts import PdfFonts
from rondo.text.shaped import Span


def links_of(pdf: bytes) -> list[dict[str, Any]]:
    """Every link with its rectangle and where it leads."""
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    found = []
    for entry in page.get("/Annots", []):
        link = entry.get_object()
        action = link.get("/A")
        where = action["/URI"] if action is not None else link.get("/Dest")
        found.append({"where": where, "box": [float(value) for value in link["/Rect"]]})
    return found


def test_page_is_as_large_as_the_figure_and_named_like_it() -> None:
    reader = pypdf.PdfReader(io.BytesIO(figure_pdf(every_shape(), engine(), author="A", language="nl")))
    (page,) = reader.pages
    assert [float(value) for value in page.mediabox] == [0, 0, 200, 120]
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("A figure", "A")
    assert reader.metadata.subject == "What it shows"
    assert reader.root_object["/Lang"] == "nl"


@needs_poppler
def test_texts_painted_can_be_searched_and_their_fonts_are_inside(tmp_path: Any) -> None:
    pdf = figure_pdf(page_of(SENTENCES[:4]), engine())
    assert words(poppler_text(pdf, tmp_path)) == words(" ".join(SENTENCES[:4]))
    fonts = poppler_fonts(pdf, tmp_path)
    assert len(fonts) == 3
    assert all((font["emb"], font["sub"], font["uni"]) == ("yes", "yes", "yes") for font in fonts)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_it_stands(text: str) -> None:
    assert words(pdfium_text(figure_pdf(page_of((text,)), engine()))) == words(text)


def test_same_figure_gives_the_same_pdf_and_picture_twice() -> None:
    drawn = page_of(SENTENCES)
    assert figure_pdf(drawn, engine()) == figure_pdf(drawn, engine())
    assert figure_png(drawn, engine()) == figure_png(drawn, engine())


def test_safe_link_of_a_group_lies_on_its_box() -> None:
    drawn = figure(Group("step-1", (Rect(20, 30, 50, 10),), link="https://a.example/x?y=1&z=2"))
    (link,) = links_of(figure_pdf(drawn, engine()))
    assert link["where"] == "https://a.example/x?y=1&z=2"
    assert link["box"] == pytest.approx([20, 120 - 40, 70, 120 - 30])


def test_link_inside_a_text_lies_on_its_words() -> None:
    text = written((Span("read "), Span("this", link="https://a.example")), 20, 40)
    (link,) = links_of(figure_pdf(figure(text), engine()))
    left, bottom, right, top = link["box"]
    end = 20 + text.block.lines[0].width
    assert 20 + 15 < left < right <= end + 1
    assert 120 - 40 - text.block.height - 1 < bottom < top < 120 - 40 + 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:,x", "#nowhere"])
def test_link_astray_or_to_nowhere_is_left_out(address: str) -> None:
    spans = (Span("read "), Span("this", link=address))
    drawn = figure(Group("step-1", (written(spans, 5, 5),), link=address))
    pdf = figure_pdf(drawn, engine())
    assert links_of(pdf) == []
    assert words(pdfium_text(pdf)) == "read this"


def test_link_to_a_place_in_the_figure_leads_there() -> None:
    here = Group("step-1", (Rect(0, 0, 10, 10),), link="#step-2")
    there = Group("step-2", (Rect(0, 80, 10, 10),))
    pdf = figure_pdf(figure(here, there), engine())
    (link,) = links_of(pdf)
    page, how, left, top, _ = link["where"]
    assert page.get_object()["/Type"] == "/Page"
    assert (how, left, float(top)) == ("/XYZ", 0, 40.0)


def test_figure_on_a_page_tells_where_every_group_came_to_lie() -> None:
    inner = Group("placement-1", (Rect(10, 20, 30, 40),), "placement", "Offer")
    drawn = figure(Group("cell-none", (Rect(0, 0, 100, 80), inner), "cell", "Cell"))
    told: list[tuple[str, list[float]]] = []
    canvas = Canvas(io.BytesIO(), pagesize=(600, 800))
    fonts = PdfFonts(canvas, engine())
    to_pdf.draw(drawn, canvas, fonts, 50, 700, 0.5, lambda group, box: told.append((group.id, list(box))))
    assert [name for name, _ in told] == ["placement-1", "cell-none"]
    assert told[0][1] == pytest.approx([55, 700 - 30, 70, 700 - 10])
    assert told[1][1] == pytest.approx([50, 700 - 40, 100, 700])


def test_drawing_leaves_the_canvas_as_it_was() -> None:
    canvas = Canvas(io.BytesIO(), pagesize=(600, 800))
    before = canvas.absolutePosition(7, 9), canvas._fillColorObj, canvas._lineWidth
    to_pdf.draw(every_shape(), canvas, PdfFonts(canvas, engine()), 50, 700, 2.0)
    assert (canvas.absolutePosition(7, 9), canvas._fillColorObj, canvas._lineWidth) == before


def test_figure_too_large_for_readers_is_drawn_smaller() -> None:
    huge = Figure(30_000, 600, (Rect(0, 0, 30_000, 600, "#112233"),), "Huge")
    (page,) = pypdf.PdfReader(io.BytesIO(figure_pdf(huge, engine()))).pages
    assert [float(v) for v in page.mediabox] == pytest.approx([0, 0, 14_000, 280])


@pytest.mark.parametrize("paint", [figure_pdf, figure_png])
def test_unknown_shape_or_number_is_an_error_not_a_gap(paint: Any) -> None:
    strange: Any = SimpleNamespace(fill=None, stroke=None)
    with pytest.raises(TypeError, match="SimpleNamespace"):
        paint(figure(Group("g", (strange,))), engine())
    with pytest.raises(ValueError, match="not finite"):
        paint(figure(Line(0, 0, math.nan, 1, Stroke("#000000"))), engine())
    with pytest.raises(ValueError, match="size"):
        paint(figure(width=0), engine())


def test_picture_is_the_page_on_white_in_the_asked_size() -> None:
    shapes: tuple[Shape, ...] = (Rect(50, 30, 100, 60, "#b3261e"),)
    picture = Image.open(io.BytesIO(figure_png(figure(*shapes), engine(), scale=3.0)))
    assert (picture.size, picture.mode) == ((600, 360), "RGB")
    assert picture.getpixel((3, 3)) == (255, 255, 255)
    assert picture.getpixel((300, 180)) == (0xB3, 0x26, 0x1E)


def test_picture_larger_than_memory_allows_is_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_png, "MOST_PIXELS", 20_000)
    picture = Image.open(io.BytesIO(figure_png(every_shape(), engine(), scale=10.0)))
    assert picture.width * picture.height <= 20_500
    assert picture.width / picture.height == pytest.approx(200 / 120, rel=0.02)


def test_any_page_of_a_document_can_be_a_picture() -> None:
    pdf = figure_pdf(every_shape(), engine())
    assert page_png(pdf, 1.0) == figure_png(every_shape(), engine(), 1.0)
    with pytest.raises(pypdfium2.PdfiumError):
        page_png(pdf, page=3)


def test_svg_and_pdf_show_the_same_shapes() -> None:
    drawn, scale = every_shape(), 4
    page = Image.open(io.BytesIO(figure_png(drawn, engine(), scale)))
    picture = _svg_pixels(figure_svg(drawn, engine()), page.size)
    difference = ImageChops.difference(page.convert("L"), picture.convert("L"))
    wrong = sum(difference.histogram()[90:])
    assert 0.15 * page.width * page.height < sum(page.convert("L").histogram()[:254])
    assert wrong < 0.002 * page.width * page.height


def _svg_pixels(svg: str, size: tuple[int, int]) -> Image.Image:
    engine()
    picture = QImage(*size, QImage.Format.Format_RGB888)
    picture.fill(QColor("#ffffff"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    data = bytes(picture.constBits())
    return Image.frombytes("RGB", size, data, "raw", "RGB", picture.bytesPerLine())
