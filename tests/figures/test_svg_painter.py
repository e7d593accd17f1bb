"""SVG: real text, one titled group a thing, fonts inside, nothing that runs or leads astray."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.engines import PlainLetters, engine
from helpers.painting import (
    HOSTILE,
    SENTENCES,
    SVG,
    every_shape,
    figure,
    fonts_in,
    lines_of,
    page_of,
    parsed,
    written,
)
from rondo.figures.painters.svg_text import number, text_elements
from rondo.figures.painters.to_svg import figure_svg
from rondo.figures.shapes import Ellipse, Group, Line, Rect, Stroke
from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Span

HREF = "href"


def svg_of(*args: Any, **kwargs: Any) -> str:
    return figure_svg(figure(*args, **kwargs), PlainLetters())


def test_figure_painted_has_role_title_and_description() -> None:
    root = parsed(svg_of(Rect(0, 0, 5, 5)))
    assert root.get("role") == "img"
    told = {element.get("id"): element.text for element in root}
    assert [told[key] for key in root.get("aria-labelledby").split()] == ["A figure", "What it shows"]
    assert root.get("viewBox") == "0 0 200 120"


def test_groups_painted_keep_id_and_title_also_inside_each_other() -> None:
    inner = Group("placement-7", (Rect(2, 2, 4, 4),), "placement", "Touch & go")
    root = parsed(svg_of(Group("cell-none", (Rect(0, 0, 9, 9), inner), "cell", "Not <yet>")))
    groups = {g.get("id"): g for g in root.iter(f"{SVG}g")}
    assert list(groups) == ["cell-none", "placement-7"]
    assert groups["cell-none"].find(f"{SVG}title").text == "Not <yet>"
    assert groups["cell-none"].find(f"{SVG}g") is groups["placement-7"]
    assert groups["placement-7"].find(f"{SVG}title").text == "Touch & go"


def test_texts_of_any_script_stand_as_they_were_written() -> None:
    drawn = page_of(SENTENCES)
    expected = [line.text for g in drawn.shapes for line in g.shapes[0].block.lines]  # type: ignore[union-attr]
    assert len(expected) >= len(SENTENCES)
    assert lines_of(figure_svg(drawn, engine())) == expected


def test_line_read_from_the_right_begins_at_its_right_edge() -> None:
    text = written("استراتيجية PySide6 version", 10, 5)
    (line,) = text.block.lines
    (element,) = parsed(svg_of(text)).iter(f"{SVG}text")
    assert element.get("direction") == "rtl"
    assert float(element.get("x")) == pytest.approx(10 + line.x + line.width, abs=0.01)


def test_width_of_a_line_is_kept_whatever_font_is_there() -> None:
    drawn = page_of(SENTENCES)
    lines = [line for g in drawn.shapes for line in g.shapes[0].block.lines]  # type: ignore[union-attr]
    found = list(parsed(figure_svg(drawn, engine())).iter(f"{SVG}text"))
    assert len(found) == len(lines)
    for element, line in zip(found, lines, strict=True):
        assert float(element.get("textLength")) == pytest.approx(line.width, abs=0.001)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    drawn = page_of((text,))
    svg = figure_svg(drawn, engine())
    root = parsed(svg)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "style", "g", "text", "tspan",
    }  # fmt: skip
    assert not [key for element in root.iter() for key in element.attrib if key.startswith("on")]
    assert root.find(f"{SVG}g/{SVG}title").text == text
    assert " ".join(lines_of(svg)) == text


def test_letters_that_xml_cannot_hold_are_replaced_not_written() -> None:
    root = parsed(svg_of(Group("step-1", (Rect(0, 0, 1, 1),), "step", "a\x00b\x1fc\ufffed\ud800e")))
    assert root.find(f"{SVG}g/{SVG}title").text == "a\ufffdb\ufffdc\ufffdd\ufffde"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:x",
        "JAVASCRIPT:x",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://x",
        "//x",
        "x",
    ],
)
def test_link_that_is_not_safe_is_no_link(address: str) -> None:
    spans = (Span("read "), Span("this", link=address))
    svg = svg_of(Group("step-1", (written(spans, 5, 5),), link=address))
    assert [element for element in parsed(svg).iter() if element.get(HREF)] == []
    assert lines_of(svg) == ["read this"]


@pytest.mark.parametrize(
    "address", ["https://a.example/?a=1&b=2", "http://a.example", "mailto:a@b.example", "#step-1"]
)
def test_safe_link_leads_there_from_group_and_words(address: str) -> None:
    spans = (Span("read "), Span("this", link=address))
    root = parsed(svg_of(Group("step-1", (written(spans, 5, 5),), link=address)))
    found = list(root.iter(f"{SVG}a"))
    assert [element.get(HREF) for element in found] == [address, address]
    assert "".join(found[1].itertext()) == "this"


def test_embedded_fonts_hold_every_letter_and_shape_telugu() -> None:
    fonts = fonts_in(figure_svg(page_of(SENTENCES), engine()))
    assert len(fonts) == 5
    letters = {chr(code) for font in fonts.values() for code in font.getBestCmap()}
    assert {letter for sentence in SENTENCES for letter in sentence} - {"\u0301"} <= letters
    telugu = next(
        font for font in fonts.values() if ord("స") in font.getBestCmap() or ord("ప") in font.getBestCmap()
    )
    features = {record.FeatureTag for record in telugu["GSUB"].table.FeatureList.FeatureRecord}
    assert features & {"akhn", "blwf", "psts", "pres", "abvs"}
    assert len(telugu.getGlyphOrder()) < 400


def test_each_text_names_an_embedded_font_of_its_weight() -> None:
    svg = svg_of(written((Span("thin "), Span("heavy", weight=600)), 5, 5))
    families = set(fonts_in(svg))
    assert len(families) == 2
    (text,) = parsed(svg).iter(f"{SVG}text")
    (heavy,) = text.iter(f"{SVG}tspan")
    assert {text.get("font-family").split(",")[0], heavy.get("font-family").split(",")[0]} == families
    assert (text.get("font-weight"), heavy.get("font-weight")) == ("400", "600")
    assert all(
        f"font-family:{e.get('font-family').split(',')[0]};font-weight:{e.get('font-weight')}" in svg
        for e in (text, heavy)
    )


def test_same_figure_painted_by_another_engine_gives_the_same_bytes() -> None:
    drawn = page_of(SENTENCES)
    assert figure_svg(drawn, engine()) == figure_svg(drawn, QtTextEngine(system_fonts=False))


def test_numbers_are_short_and_finite() -> None:
    third = 100 / 3
    svg = svg_of(
        Rect(third, 1e-9, -0.0 + third, 5, "#ffffff"),
        Ellipse(third, third, third, third),
        written("x", third, third),
    )
    values = re.findall(r' (?:x|y|cx|rx|width|textLength)="([^"]+)"', svg)
    assert len(values) > 8
    assert all(re.fullmatch(r"-?\d+(\.\d{1,3})?(pt)?", value) for value in values), values


@given(st.floats(min_value=-1e6, max_value=1e6))
def test_number_written_is_the_number(value: float) -> None:
    assert float(number(value)) == pytest.approx(value, abs=0.00051)
    assert not re.search(r"[eE]|\.$|\.\d*0$|^-0$", number(value))


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_number_that_is_none_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="not finite"):
        svg_of(Group("g", (Line(0, 0, value, 5, Stroke("#000000")),)))


@pytest.mark.parametrize("colour", ["red", "#12345", '#123456"/><script>', "url(#x)"])
def test_colour_that_is_none_is_refused(colour: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        svg_of(Rect(0, 0, 1, 1, colour))
    with pytest.raises(ValueError, match="not a colour"):
        svg_of(Rect(0, 0, 1, 1, None, Stroke(colour)))


def test_unknown_shape_is_an_error_not_a_gap() -> None:
    strange: Any = SimpleNamespace(fill=None, stroke=None)
    with pytest.raises(TypeError, match="SimpleNamespace"):
        svg_of(Group("g", (Rect(0, 0, 1, 1), strange)))


@settings(max_examples=120, deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), max_size=40
    )
)
def test_any_text_painted_is_well_formed_and_reads_as_written(text: str) -> None:
    drawn = written(text, 5, 5, width=90)
    found = [parsed(element) for element in text_elements(drawn, {})]
    expected = [line.text for line in drawn.block.lines if line.text.strip()]
    assert ["".join(element.itertext()) for element in found] == expected


def test_every_shape_of_the_list_is_painted_once() -> None:
    root = parsed(figure_svg(every_shape(), engine()))
    tags = [element.tag.removeprefix(SVG) for element in root.iter()]
    counts = {tag: tags.count(tag) for tag in ("rect", "ellipse", "line", "path", "g")}
    assert counts == {"rect": 2, "ellipse": 1, "line": 1, "path": 3, "g": 1}
    dashed = [element.get("stroke-dasharray") for element in root.iter() if element.get("stroke-dasharray")]
    assert dashed == ["6 4"]
    assert all(a != b for a, b in pairwise(tags) if a == "line")
