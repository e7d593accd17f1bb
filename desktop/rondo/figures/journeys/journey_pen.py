"""What every part of a journey figure draws with: theme, text engine, words, framework, measures."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.shapes import Text
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.text.shaped import Align, Block, Style, TextEngine
from rondo.words import Words
from rondofile.enums import Phase

PHASES = (Phase.RECOGNIZE, Phase.REQUEST, Phase.RESPOND)
"""The columns of the map; repeat is a rail below it."""

TITLE = Style(7.6, weight=600, leading=1.24)
TITLE_SIGNS = Style(7.3, weight=600, leading=1.2)
"""Titles where a whole journey stands on half a page."""
SMALL = Style(7.0, leading=1.28)
SMALL_BOLD = Style(7.0, weight=600, leading=1.28)
LANE = Style(8.0, weight=600, leading=1.2)
_BEYOND_LATIN = "\u0250"
PHASE = Style(9.5, weight=700, leading=1.2)


class Pen(Struct, frozen=True):
    """Texts become blocks, roles become colours. Lengths are points."""

    theme: Theme
    engine: TextEngine
    words: Words
    framework: Framework

    def block(self, text: str, style: Style, width: float | None = None) -> Block:
        """The text broken to the width."""
        return self.engine.shape(text, style, width)

    def narrow(self, text: str, style: Style, width: float) -> Block:
        """The text broken to the width, in a block no wider than its longest line needs."""
        block = self.engine.shape(text, style, width)
        least = min(width, max((line.width for line in block.lines), default=0.0) + 0.5)
        if text and max(text) < _BEYOND_LATIN and style.align in ("start", "left"):
            return replace(block, width=least)  # Latin lines break there as they did, from the same side
        return self.engine.shape(text, style, least)

    def text(self, block: Block, x: float, y: float, role: str = "ink") -> Text:
        """The block with its upper left corner at x, y, in the colour of a role."""
        return Text(x, y, block, self.theme[role])


def aligned(style: Style, align: Align) -> Style:
    """The style set to another side."""
    return Style(style.size, style.family, style.weight, style.italic, style.leading, align)
