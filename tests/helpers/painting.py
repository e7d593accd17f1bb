"""Small figures for the painters, and what other programs read in what was painted."""

from __future__ import annotations

import base64
import io
import re
from typing import Any
from xml.etree import ElementTree

from fontTools.ttLib import TTFont

from helpers.engines import engine
from rondo.figures.shapes import Arrow, Ellipse, Figure, Group, Line, Path, Rect, Shape, Stroke, Text
from rondo.text.shaped import Span, Style

INK = "#1c2430"
SVG = "{http://www.w3.org/2000/svg}"
SENTENCES = (
    "Check in at the desk",
    "ప్రధాన వినూత్న పోటీ mixed English (2026)",
    "Vier soorten klantervaringen — één continuüm; fi ffi",
    "ग्राहक अनुभव के चार प्रकार",
    "استراتيجية PySide6 version تجربة العميل (أربعة أنواع) 2026",
    "English with שלום עולם (two words) and more",
)
HOSTILE = (
    "<script>alert(1)</script>",
    "Tom & Jerry &amp; &#60;b&#62;",
    "]]> and <![CDATA[ x",
    "\"quotes\" and 'quotes'",
    "</text></svg><svg onload=alert(1)>",
    "{braces} %s %(x)s \\u0041",
)


def written(
    text: str | tuple[Span, ...], x: float, y: float, width: float = 180.0, size: float = 9.0
) -> Text:
    """A text of the display list."""
    return Text(x, y, engine().shape(text, Style(size), width), INK)


def figure(*shapes: Shape, width: float = 200.0, height: float = 120.0) -> Figure:
    return Figure(width, height, shapes, "A figure", "What it shows")


def page_of(texts: tuple[str, ...]) -> Figure:
    """A group for every text, one below the other, the text as its title."""
    groups: list[Shape] = []
    y = 4.0
    for number, text in enumerate(texts):
        drawn = written(text, 10, y)
        groups.append(Group(f"step-{number}", (drawn,), "step", text))
        y += drawn.block.height + 6
    return figure(*groups, height=y + 4)


def every_shape() -> Figure:
    """Each kind of shape once, without words."""
    ink = Stroke(INK, 1.5)
    wave = (("M", 20.0, 90.0), ("C", 40.0, 60.0, 60.0, 120.0, 80.0, 90.0), ("L", 80.0, 110.0), ("Z",))
    return figure(
        Rect(10, 10, 60, 30, "#e8eef8", Stroke("#2f5da8", 2.0), 6.0),
        Rect(80, 10, 30, 30, "#b3261e"),
        Ellipse(140, 25, 20, 12, "#1b7f4b", ink),
        Line(10, 55, 190, 55, Stroke(INK, 2.0, (6.0, 4.0))),
        Path(wave, "#fbf2e2", ink),
        Group("link-1", (Arrow(((100, 80), (150, 80), (150, 110)), ink, 6.0, 8.0),), "link", "Goes on"),
    )


def parsed(svg: str) -> Any:
    """The root of an SVG; an error when it is not well-formed."""
    return ElementTree.fromstring(svg.encode("utf-8"))


def lines_of(svg: str) -> list[str]:
    """What stands in each <text>, in order."""
    return ["".join(element.itertext()) for element in parsed(svg).iter(f"{SVG}text")]


def fonts_in(svg: str) -> dict[str, TTFont]:
    """{family: font} of everything embedded in an SVG."""
    rules = re.findall(r"font-family:([\w-]+);[^}]*base64,([^)]+)\)", svg)
    return {name: TTFont(io.BytesIO(base64.b64decode(data))) for name, data in rules}
