"""The letters of a figure: a few kinds of text whose sizes grow with the figure, never below 7 points."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rondo.figures.shapes import Text
from rondo.figures.theme import Theme
from rondo.text.shaped import Align, Block, Span, Style, TextEngine

Kind = Literal["head", "title", "body", "small"]
SMALLEST = 7.0
"""Points. Below this, print is not read but guessed."""
PORTRAIT = 493.0
"""The width between the margins of an A4 page, for which the sizes are made."""


class Lettering(Struct, frozen=True):
    """Shapes text in the kinds of one figure. `size` is that of body and title, `leading` in sizes."""

    engine: TextEngine
    theme: Theme
    size: float = 7.5
    leading: float = 1.22

    @classmethod
    def fitting(
        cls, engine: TextEngine, theme: Theme, width: float, base: float = 7.5, leading: float = 1.22
    ) -> Lettering:
        """Letters for a figure so wide: `base` on a portrait page, larger on a wider one."""
        grown = base * max(1.0, width / PORTRAIT) ** 0.5
        return cls(engine, theme, min(grown, base * 1.8), leading)

    def style(self, kind: Kind, align: Align = "start") -> Style:
        """Weight and size of a kind; small is never under the smallest."""
        weight = 600 if kind in ("head", "title") else 400
        size = {"head": self.size * 1.08, "small": max(SMALLEST, self.size * 0.93)}.get(kind, self.size)
        return Style(size=round(size, 2), weight=weight, leading=self.leading, align=align)

    def block(
        self, text: str | tuple[Span, ...], kind: Kind, width: float | None = None, align: Align = "start"
    ) -> Block:
        """The text shaped and broken to `width` points."""
        return self.engine.shape(text, self.style(kind, align), width)

    def text(self, block: Block, x: float, y: float, role: str = "ink") -> Text:
        """The block at its place, in the colour of a role."""
        return Text(x, y, block, self.theme[role])

    def mark_size(self, block: Block) -> float:
        """How large a sign stands well beside a text."""
        return round(block.style.size * 0.68, 2)

    def mark_drop(self, block: Block) -> float:
        """How far below the top of a text the sign beside its first line begins: centred on small letters."""
        size = block.style.size
        baseline = block.lines[0].y if block.lines else size
        return baseline - size * 0.3 - self.mark_size(block) / 2
