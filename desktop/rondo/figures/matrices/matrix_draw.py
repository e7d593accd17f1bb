"""The measured matrix as shapes: heads, rows, cells, cards, counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rondo.figures.bounds import Box, bounds
from rondo.figures.matrices.matrix_cards import Card, drawn
from rondo.figures.matrices.matrix_entries import cell_name, sentence_case
from rondo.figures.matrices.matrix_measure import Drafting
from rondo.figures.matrices.matrix_moves import Standing
from rondo.figures.matrices.matrix_plan import Columns, Row
from rondo.figures.matrices.matrix_shade import shade
from rondo.figures.shapes import Group, Rect, Shape, Stroke
from rondofile.enums import Architecture

BROKEN = (2.5, 2.5)
BAND = 2.0
"""How far the broken line around everything that is not connected stands off its cards."""


class Sheet:
    """One page of the matrix being drawn; `standing` knows where each card came to lie, `strips` the boxes
    of row names that stand in the way of arrows, by row."""

    def __init__(self, frame: Columns, drafting: Drafting) -> None:
        self.frame = frame
        self.drafting = drafting
        self.lettering = drafting.lettering
        self.measure = drafting.measure
        self.shapes: list[Shape] = []
        self.standing: list[Standing] = []
        self.strips: dict[int, tuple[Box, ...]] = {}

    def heads(self, y: float) -> float:
        """The short tests with the names below, standing on one line. Returns where the rows begin."""
        for index, architecture in enumerate(Architecture):
            blocks = self.frame.heads[architecture]
            x = self.frame.x(index) + (self.measure.cell_pad if self.measure.beside else 1.0)
            high = sum(block.height for block in blocks)
            top = y + self.frame.head_height - self.measure.below + 1 - high
            texts: list[Shape] = []
            for block, role in zip(blocks, ("ink", "ink-secondary"), strict=False):
                texts.append(self.lettering.text(block, x, top, role))
                top += block.height
            name = sentence_case(self.drafting.framework.name(architecture))
            self.shapes.append(Group(f"column-{architecture}", tuple(texts), "column", name))
        return y + self.frame.head_height

    def row(self, row: Row, y: float, index: int) -> float:
        """A row with its name, cells and cards. Returns where the next one begins."""
        if row.experience is None:
            self._band(row, y, index)
        self._name(row, y, index)
        for column, architecture in enumerate(Architecture):
            self._cell(row, architecture, column, y, index)
        return y + row.whole_height + self.measure.below

    def _name(self, row: Row, y: float, index: int) -> None:
        texts = [self.lettering.text(name.block, name.x, y + name.y, name.role) for name in row.names]
        title = self.drafting.framework.name(row.experience)
        self.shapes.append(Group(f"row-{row.experience or 'none'}", tuple(texts), "row", title))
        if not self.measure.beside:
            self.strips[index] = tuple(box for text in texts if (box := bounds(text)) is not None)

    def _cell(self, row: Row, architecture: Architecture, column: int, y: float, index: int) -> None:
        x, top, stack = self.frame.x(column), y + row.above, row.stacks[architecture]
        pad, edges = self.measure.cell_pad, (y, y + row.whole_height)
        shapes: list[Shape] = [self._ground(row, architecture, x, top)]
        shapes += self._cards(stack, x + pad, top + pad, column, index, edges)
        if stack:
            shapes += self._foot(row, architecture, x, top + row.height)
        key = f"cell-{row.experience or 'none'}-{architecture}"
        title = cell_name(row.experience, architecture, self.drafting.framework, self.drafting.words)
        self.shapes.append(Group(key, tuple(shapes), "cell", title))

    def _cards(
        self, stack: Iterable[Card], x: float, y: float, column: int, row: int, edges: tuple[float, float]
    ) -> list[Shape]:
        shapes: list[Shape] = []
        for card in stack:
            shapes.append(drawn(card, x, y, self.drafting))
            box: Box = (x, y, x + card.width, y + card.height)
            self.standing.append(Standing(card.entry, box, column, row, *edges))
            y += card.height + self.measure.between
        return shapes

    def _foot(self, row: Row, architecture: Architecture, x: float, bottom: float) -> Iterator[Shape]:
        """What is measured, else the count: in the lower right, in a strip that no card reaches."""
        block, role = row.amounts.get(architecture), "ink"
        if block is None and self.measure.counts:
            count = self.drafting.words.number(row.counts[architecture])
            room = self.frame.width - 2 * self.measure.cell_pad
            block, role = self.lettering.block(count, "small", room, "right"), "ink-tertiary"
        if block is not None:
            yield self.lettering.text(block, x + self.measure.cell_pad, bottom - block.height - 0.5, role)

    def _ground(self, row: Row, architecture: Architecture, x: float, y: float) -> Rect:
        theme = self.lettering.theme
        experience, fill = row.experience, theme["paper"]
        dash = BROKEN if experience is None else ()
        if row.stacks[architecture]:
            warmth = row.warmth.get(architecture)
            fill = shade(warmth, theme) if warmth else theme["surface"]
        stroke = Stroke(theme["line" if experience else "ink-tertiary"], 0.75 if experience else 0.5, dash)
        return Rect(x, y, self.frame.width, row.height, fill, stroke, self.measure.radius)

    def _band(self, row: Row, y: float, index: int) -> None:
        """Everything that is not connected; offers without any column stand below the five places."""
        shapes: list[Shape] = []
        begin, end = y + row.above + row.height, y + row.whole_height
        top = begin + self.measure.below
        for five in row.loose:
            for column, card in enumerate(five):
                x = self.frame.x(column) + self.measure.cell_pad
                shapes += self._cards((card,), x, top, column, index, (y, end))
            top += max(card.height for card in five) + self.measure.between
        if row.loose:
            stroke = Stroke(self.lettering.theme["ink-tertiary"], 0.5, BROKEN)
            left, above = self.frame.x(0), begin + self.measure.below - BAND
            fill = shade(row.warmth[None], self.lettering.theme) if None in row.warmth else None
            area = Rect(left, above, self.frame.right - left, end - above, fill, stroke, self.measure.radius)
            shapes.insert(0, area)
        if row.loose and None in row.amounts:
            said = row.amounts[None]
            x = self.frame.x(len(Architecture) - 1) + self.measure.cell_pad
            shapes.append(self.lettering.text(said, x, end - said.height - 0.5, "ink"))
        title = cell_name(None, None, self.drafting.framework, self.drafting.words)
        self.shapes.append(Group("cell-none", tuple(shapes), "cell", title))
