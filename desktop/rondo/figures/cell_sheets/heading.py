"""The head of a sheet: where the cell lies in the matrix, what it is called, and its one line."""

from __future__ import annotations

from rondo.figures.cell_sheets.content import Content
from rondo.figures.lettering import Lettering
from rondo.figures.shapes import Rect, Shape, Stroke
from rondo.text.shaped import Style
from rondofile.enums import Architecture, Experience

BOX, GAP = (15.0, 9.0), 2.5
SIZE = 2.0
"""The name of a cell is so many times as large as a text."""


def heading(content: Content, pen: Lettering, width: float) -> tuple[list[Shape], float]:
    """The shapes of the head, and how high it is."""
    shapes = _map(content, pen)
    wide, high = len(Architecture) * (BOX[0] + GAP), len(Experience) * (BOX[1] + GAP)
    x = wide + 12.0
    small = pen.block(content.shorts, "small", width - x)
    title = pen.engine.shape(
        content.cross, Style(round(pen.size * SIZE, 2), "serif", 600, leading=1.15), width - x
    )
    shapes.append(pen.text(small, x, 0.0, "ink-secondary"))
    shapes.append(pen.text(title, x, small.height + 2.0))
    y = max(high, small.height + title.height + 2.0) + 10.0
    line = pen.block(content.cell.line, "head", width)
    shapes.append(pen.text(line, 0.0, y))
    y += line.height + 2.0
    meaning = pen.block(content.cell.meaning, "body", width)
    shapes.append(pen.text(meaning, 0.0, y, "ink-secondary"))
    return shapes, y + meaning.height


def _map(content: Content, pen: Lettering) -> list[Shape]:
    """The matrix as twenty little boxes, this cell filled."""
    shapes: list[Shape] = []
    for down, row in enumerate(Experience):
        for across, column in enumerate(Architecture):
            here = (row, column) == (content.cell.experience, content.cell.architecture)
            fill = pen.theme["accent"] if here else None
            x, y = across * (BOX[0] + GAP), down * (BOX[1] + GAP)
            edge = Stroke(pen.theme["accent" if here else "ink-tertiary"], 0.5)
            shapes.append(Rect(x + 0.5, y + 0.5, *BOX, fill, edge, 1.5))
    return shapes
