"""The text engine that all tests share: what it has set once, it need not set again."""

from __future__ import annotations

import io
from functools import cache

from fontTools.ttLib import TTFont

from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Block, Span, Style

SHAPING = ("GSUB", "GPOS", "GDEF")
"""The tables of a font that take nine tenths of the time in which letters are carried into an SVG."""


@cache
def engine() -> QtTextEngine:
    """One engine with the shipped fonts alone, so that every machine sets and paints the same.

    What it keeps are plain values by text, style and width: no test can tell whether another was first."""
    return QtTextEngine(system_fonts=False)


@cache
def system_engine() -> QtTextEngine:
    """One engine with the fonts of the machine too, as briefs are set with."""
    return QtTextEngine()


class PlainLetters:
    """Sets as `engine` does and hands out fonts that cannot shape: for whatever is asked but of fonts."""

    def shape(self, text: str | tuple[Span, ...], style: Style, width: float | None = None) -> Block:
        return engine().shape(text, style, width)

    def font_file(self, font: str) -> bytes:
        return _unshaped(font)


@cache
def _unshaped(font: str) -> bytes:
    file, target = TTFont(io.BytesIO(engine().font_file(font)), lazy=True), io.BytesIO()
    for table in SHAPING:
        if table in file:
            del file[table]
    file.save(target)
    return target.getvalue()
