"""Spans change fonts, colours and links inside a paragraph."""

import io

from pypdf import PdfReader

from helpers.pdf_text import drawn, pdf_of
from rondo.text.shaped import Span, Style

STYLE = Style(10.0)


def test_weight_and_slope_of_a_span_are_real_fonts(engine):
    spans = (Span("De "), Span("klant", weight=700), Span(" wacht", italic=True), Span(" కస్టమర్", weight=600))
    block = engine.shape(spans, STYLE)
    fonts = {(run.span, run.font) for line in block.lines for run in line.runs}
    assert fonts >= {
        (0, "NotoSans_400Regular"),
        (1, "NotoSans_700Bold"),
        (2, "NotoSans_400Regular_Italic"),
        (3, "NotoSansTelugu_600SemiBold"),
    }
    assert block.text == "De klant wacht కస్టమర్" and block.spans == spans


def test_a_run_never_crosses_spans_even_of_one_font(engine):
    block = engine.shape((Span("off"), Span("ice", colour="#ff0000"), Span("r")), STYLE)
    (line,) = block.lines
    assert [(run.span, "".join(run.texts)) for run in line.runs] == [(0, "off"), (1, "ice"), (2, "r")]


def test_a_character_parted_by_a_span_stays_whole(engine):
    block = engine.shape((Span("caf"), Span("e"), Span("\u0301!", weight=700)), STYLE)
    (line,) = block.lines
    assert [(run.span, "".join(run.texts)) for run in line.runs] == [(0, "caf"), (1, "e\u0301"), (2, "!")]


def test_empty_spans_and_spans_over_line_ends_lose_nothing(engine):
    block = engine.shape((Span(""), Span("een\ntwee"), Span(""), Span(" drie\n", weight=600)), STYLE, 30.0)
    assert "".join(line.text + line.end for line in block.lines) == "een\ntwee drie\n"
    assert [line.text for line in block.lines] == ["een", "twee", "drie", ""]


def test_spans_read_from_the_right_stand_from_right_to_left(engine):
    block = engine.shape((Span("שלום "), Span("עולם", link="#place")), STYLE)
    (line,) = block.lines
    assert [run.span for run in line.runs] == [1, 0]
    assert line.right_to_left


def test_links_are_given_back_one_area_a_line(engine):
    spans = (Span("Lees "), Span("het hele verhaal van de klant", link="https://example.org"), Span(" nu"))
    block = engine.shape(spans, STYLE, 80.0)
    _, areas = drawn(engine, [block])
    with_link = [line for line in block.lines if any(run.span == 1 for run in line.runs)]
    assert len(areas) == len(with_link) > 1
    for area, line in zip(areas, with_link, strict=True):
        runs = [run for run in line.runs if run.span == 1]
        assert area.link == "https://example.org"
        assert area.x1 == 40 + runs[0].xs[0]
        assert abs(area.x2 - (40 + runs[-1].xs[0] + runs[-1].width)) < 0.01
        assert area.y1 < 3980 - line.y < area.y2


def test_each_span_is_drawn_in_its_own_colour(engine):
    block = engine.shape(
        (Span("rood", colour="#ff0000"), Span(" en "), Span("blauw", colour="#0000ff")), STYLE
    )
    pdf = PdfReader(io.BytesIO(pdf_of(engine, [block], "#00ff00")))
    content = pdf.pages[0].get_contents().get_data().decode("latin-1")
    places = [content.index(colour) for colour in ("1 0 0 rg", "0 1 0 rg", "0 0 1 rg")]
    assert places == sorted(places)
