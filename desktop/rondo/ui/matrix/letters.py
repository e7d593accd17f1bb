"""The letters of the matrix: the same engine and fonts as on paper, at the text size of the window."""

from __future__ import annotations

from rondo.figures.shapes import Text
from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Align, Block, Span, Style
from rondo.ui.dress.look import Look

BOLD, PLAIN = 600, 400


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

    def text(self, block: Block, x: float, y: float, role: str = "ink") -> Text:
        """The block at its place in the colour of a role."""
        return Text(x, y, block, self.look.theme[role])
