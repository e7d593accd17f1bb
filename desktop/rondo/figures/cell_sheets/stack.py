"""A column of a sheet that grows downwards: texts, signs before them, lines to write on."""

from __future__ import annotations

from rondo.figures.lettering import Kind, Lettering
from rondo.figures.shapes import Group, Line, Shape, Stroke

SIGN = 11.0
"""How far a text stands in after its sign."""
RULE = 19.0
"""From one line to write on to the next."""


class Stack:
    """What stands in a column between `x` and `x + width`; `y` is where the next thing begins."""

    def __init__(self, pen: Lettering, x: float, y: float, width: float) -> None:
        self.pen, self.x, self.y, self.width = pen, x, y, width
        self.shapes: list[Shape] = []

    def text(self, text: str, kind: Kind, role: str = "ink", sign: str = "", gap: float = 3.0) -> None:
        """The text, with its sign before it; nothing where there is none."""
        if not text:
            return
        indent = SIGN if sign else 0.0
        block = self.pen.block(text, kind, self.width - indent)
        if sign:
            self.shapes.append(self.pen.text(self.pen.block(sign, "small"), self.x, self.y, "ink-secondary"))
        self.shapes.append(self.pen.text(block, self.x + indent, self.y, role))
        self.y += block.height + gap

    def under(self, text: str, gap: float = 5.0, indent: bool = False) -> None:
        """A quiet line that belongs to the text above it."""
        if text:
            left = SIGN if indent else 0.0
            block = self.pen.block(text, "small", self.width - left)
            self.y -= 2.0
            self.shapes.append(self.pen.text(block, self.x + left, self.y, "ink-secondary"))
            self.y += block.height + gap

    def group(self, key: str, title: str, since: int) -> None:
        """What was added since then is one thing."""
        made = tuple(self.shapes[since:])
        self.shapes[since:] = [Group(key, made, "placement", title)]

    def lines(self, count: int) -> None:
        """Lines to write on by hand."""
        stroke = Stroke(self.pen.theme["ink-tertiary"], 0.4)
        for _ in range(count):
            self.y += RULE
            self.shapes.append(Line(self.x, self.y - 3, self.x + self.width, self.y - 3, stroke))
        self.y += 4.0

    def space(self, height: float) -> None:
        """Nothing stands there."""
        self.y += height
