"""Shaped text as plain values, and what a text engine must do. No Qt here.

Lengths are points (1/72 inch); y grows downwards; a block's origin is its upper left corner. Every value
is immutable and carries nothing of the engine that made it, so it can be kept, compared and sent to
another process.
"""

from __future__ import annotations

from typing import Literal, Protocol

from msgspec import Struct, field

Family = Literal["sans", "serif"]
Align = Literal["start", "left", "right", "center"]


class Style(Struct, frozen=True):
    """How a text is set. `leading` is the distance of baselines in units of size."""

    size: float
    family: Family = "sans"
    weight: int = 400
    italic: bool = False
    leading: float = 1.35
    align: Align = "start"


class Span(Struct, frozen=True):
    """A run of text inside a paragraph that differs: heavier, in another colour, a link.

    `colour` is "#rrggbb" or None for the colour of the whole; `link` is "#name" (a place in the same
    document) or an http, https or mailto address.
    """

    text: str
    weight: int | None = None
    italic: bool | None = None
    colour: str | None = None
    link: str | None = None


class GlyphRun(Struct, frozen=True):
    """Glyphs of one font in drawing order, from left to right also where they are read from the right.

    `texts[i]` is the source text that glyph i stands for: the first glyph of a cluster carries it all,
    the others ''. Positions are from the block's origin; the first glyph of a run carries a text."""

    font: str
    size: float
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    texts: tuple[str, ...]
    width: float
    span: int = 0
    right_to_left: bool = False


class Line(Struct, frozen=True):
    """One broken line; `y` is its baseline, `text` its source text without the break.

    `end` is what the break swallowed: white space, a line end or nothing (inside a word). The texts and
    ends of all lines, one after the other, are the source text again."""

    text: str
    x: float
    y: float
    width: float
    runs: tuple[GlyphRun, ...]
    right_to_left: bool = False
    end: str = ""


class Block(Struct, frozen=True):
    """A paragraph, shaped and broken. `height` includes the leading of every line; `natural_width` is what
    the widest paragraph takes unbroken; `width` is the width asked for, else the natural one."""

    text: str
    style: Style
    width: float
    height: float
    lines: tuple[Line, ...]
    spans: tuple[Span, ...] = ()
    natural_width: float = 0.0
    missing: frozenset[str] = field(default_factory=frozenset)
    """Names of scripts of which some letter had no font and is drawn as a box."""


class TextEngine(Protocol):
    """Shapes and breaks text of any script. The same input gives the same block."""

    def shape(self, text: str | tuple[Span, ...], style: Style, width: float | None = None) -> Block:
        """The text broken to `width` points; None: never broken but at its own line ends.

        A word wider than `width` is broken inside; nothing is ever cut off."""

    def font_file(self, font: str) -> bytes:
        """The font program (OpenType, one face) behind a font key of a run."""
        ...
