"""All twenty sheets as they stand in the matrix: a poster for a wall."""

from __future__ import annotations

from rondo.figures.cell_sheets.sheet import CellSheets
from rondo.figures.painters.shifted import shifted
from rondo.figures.shapes import Figure, Rect, Shape, Stroke
from rondo.strategy.moves.seats import CELLS
from rondofile.enums import Architecture

PAD, BETWEEN = 18.0, 14.0


def poster(sheets: CellSheets, title: str, line_colour: str) -> Figure:
    """Rows and columns of the matrix, each cell its whole sheet; rows are as high as their longest sheet."""
    drawn = sheets.sheets(CELLS)
    columns = len(Architecture)
    wide = drawn[0].width + 2 * PAD
    shapes: list[Shape] = []
    y = 0.0
    for first in range(0, len(drawn), columns):
        row = drawn[first : first + columns]
        high = max(figure.height for figure in row) + 2 * PAD
        for at, figure in enumerate(row):
            x = at * (wide + BETWEEN)
            shapes.append(Rect(x + 0.5, y + 0.5, wide - 1, high - 1, None, Stroke(line_colour, 0.75), 8.0))
            shapes += [shifted(shape, x + PAD, y + PAD) for shape in figure.shapes]
        y += high + BETWEEN
    return Figure(columns * (wide + BETWEEN) - BETWEEN, y - BETWEEN, tuple(shapes), title)
