"""The letters of the matrix: the same engine and fonts as on paper, at the text size of the window."""

from __future__ import annotations

from rondo.figures.shapes import Text
from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Align, Block, Span, Style
from rondo.ui.dress.look import Look

BOLD, PLAIN = 600, 400
DOTS = "\u2026"


class Letters:
    """Shapes texts in pixels; sizes are those of the interface at 100 %."""

    def __init__(self, engine: QtTextEngine, look: Look) -> None:
        self.engine = engine
        self.look = look

    def block(
        self,
        text: str | tuple[Span, ...],
        size: float,
        width: float | None = None,
        weight: int = PLAIN,
        align: Align = "start",
    ) -> Block:
        """The text broken to that width; nothing is ever cut."""
        style = Style(self.look.px(size), weight=weight, leading=1.28, align=align)
        return self.engine.shape(text, style, width)

    def line(self, text: str, size: float, width: float, weight: int = PLAIN) -> Block:
        """The text on one line, its end left out behind dots where it is too long."""
        block = self.block(text, size, None, weight)
        if block.natural_width <= width:
            return block
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            tried = self.block(text[:middle].rstrip() + DOTS, size, None, weight)
            low, high = (middle, high) if tried.natural_width <= width else (low, middle - 1)
        return self.block(text[:low].rstrip() + DOTS, size, None, weight)

    def text(self, block: Block, x: float, y: float, role: str = "ink") -> Text:
        """The block at its place in the colour of a role."""
        return Text(x, y, block, self.look.theme[role])
