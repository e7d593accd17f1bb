"""The measured matrix as shapes: heads, rows, cells, cards, counts."""

from __future__ import annotations

from collections.abc import Iterable

from rondo.figures.bounds import Box
from rondo.figures.lettering import Lettering
from rondo.figures.matrix_cards import Card, drawn
from rondo.figures.matrix_entries import cell_name, sentence_case
from rondo.figures.matrix_moves import Standing
from rondo.figures.matrix_plan import BETWEEN_CARDS, CELL_PAD, GAP, Columns, Row
from rondo.figures.shapes import Group, Rect, Shape, Stroke
from rondo.strategy.framework import Framework
from rondo.words import Words
from rondofile.enums import Architecture, Experience

RADIUS = 5.0
BROKEN = (2.5, 2.5)
BAND = 2.5
"""How far the broken line around everything that is not connected stands off the five places."""


class Sheet:
    """One page of the matrix being drawn; `standing` knows where each card came to lie."""

    def __init__(self, frame: Columns, framework: Framework, words: Words, lettering: Lettering) -> None:
        self.frame = frame
        self.framework = framework
        self.words = words
        self.lettering = lettering
        self.shapes: list[Shape] = []
        self.standing: list[Standing] = []

    def heads(self, y: float) -> float:
        """The short tests with the names below, standing on one line. Returns where the rows begin."""
        for index, architecture in enumerate(Architecture):
            short, name = self.frame.heads[architecture]
            x = self.frame.x(index) + CELL_PAD
            top = y + self.frame.head_height - 4 - short.height - name.height
            texts = (
                self.lettering.text(short, x, top),
                self.lettering.text(name, x, top + short.height, "ink-secondary"),
            )
            name_text = sentence_case(self.framework.name(architecture))
            self.shapes.append(Group(f"column-{architecture}", texts, "column", name_text))
        return y + self.frame.head_height

    def row(self, row: Row, y: float, index: int, continued: bool) -> float:
        """A row with its name, cells and cards. Returns where the next one begins."""
        if row.experience is None:
            self._band(row, y, index)
        self._name(row, y, continued)
        for column, architecture in enumerate(Architecture):
            self._cell(row, architecture, column, y, index)
        return y + row.whole_height + GAP

    def _name(self, row: Row, y: float, continued: bool) -> None:
        texts: list[Shape] = []
        top = y + CELL_PAD
        for block, role in row.names:
            texts.append(self.lettering.text(block, 0.0, top, role))
            top += block.height
        if continued:
            more = self.lettering.block(
                self.words("matrix_figure.continued"), "small", self.frame.head_width - GAP
            )
            texts.append(self.lettering.text(more, 0.0, top, "ink-tertiary"))
        name = self.framework.name(row.experience)
        self.shapes.append(Group(f"row-{row.experience or 'none'}", tuple(texts), "row", name))

    def _cell(self, row: Row, architecture: Architecture, column: int, y: float, index: int) -> None:
        x, stack = self.frame.x(column), row.stacks[architecture]
        shapes: list[Shape] = [self._ground(row.experience, x, y, row.height, bool(stack))]
        shapes += self._cards(stack, x + CELL_PAD, y + CELL_PAD, column, index, (y, y + row.whole_height))
        if stack:
            shapes.append(self._count(row.counts[architecture], x, y + row.height))
        key = f"cell-{row.experience or 'none'}-{architecture}"
        title = cell_name(row.experience, architecture, self.framework, self.words)
        self.shapes.append(Group(key, tuple(shapes), "cell", title))

    def _cards(
        self, stack: Iterable[Card], x: float, y: float, column: int, row: int, edges: tuple[float, float]
    ) -> list[Shape]:
        shapes: list[Shape] = []
        for card in stack:
            shapes.append(drawn(card, x, y, self.lettering))
            box: Box = (x, y, x + card.width, y + card.height)
            self.standing.append(Standing(card.entry, box, column, row, *edges))
            y += card.height + BETWEEN_CARDS
        return shapes

    def _count(self, count: int, x: float, bottom: float) -> Shape:
        """In the lower right, in a strip that no card reaches."""
        room = self.frame.width - 2 * CELL_PAD
        block = self.lettering.block(self.words.number(count), "small", room, "right")
        return self.lettering.text(block, x + CELL_PAD, bottom - block.height - 0.5, "ink-tertiary")

    def _ground(self, experience: Experience | None, x: float, y: float, height: float, filled: bool) -> Rect:
        theme = self.lettering.theme
        dash = BROKEN if experience is None else ()
        fill = theme["surface" if filled else "paper"]
        stroke = Stroke(theme["line" if experience else "ink-tertiary"], 0.75 if experience else 0.5, dash)
        return Rect(x, y, self.frame.width, height, fill, stroke, RADIUS)

    def _band(self, row: Row, y: float, index: int) -> None:
        """Everything that is not connected; offers without any column stand below the five places."""
        shapes: list[Shape] = []
        top = y + row.height + GAP
        for five in row.loose:
            for column, card in enumerate(five):
                edges = (y, y + row.whole_height)
                shapes += self._cards((card,), self.frame.x(column) + CELL_PAD, top, column, index, edges)
            top += max(card.height for card in five) + BETWEEN_CARDS
        if row.loose:
            theme, left = self.lettering.theme, self.frame.x(0)
            stroke = Stroke(theme["ink-tertiary"], 0.5, BROKEN)
            below = y + row.height + GAP - BAND
            area = Rect(
                left, below, self.frame.right - left, y + row.whole_height - below, None, stroke, RADIUS
            )
            shapes.insert(0, area)
        title = cell_name(None, None, self.framework, self.words)
        self.shapes.append(Group("cell-none", tuple(shapes), "cell", title))
