"""The connected strategy matrix: four experiences by five architectures, with the offers in their cells.

Rows are never ranked: their order is how early they enter the journey (domain C33, C35)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rondo.figures.legend import legend
from rondo.figures.matrix_draw import Sheet
from rondo.figures.matrix_entries import Entry, MatrixOptions, entries, notes
from rondo.figures.matrix_legend import meanings
from rondo.figures.matrix_measure import Drafting
from rondo.figures.matrix_moves import Move, moves
from rondo.figures.matrix_plan import Columns, Row, columns, parted, rows
from rondo.figures.shapes import Arrow, Figure, Group, Shape, Stroke, Text
from rondo.figures.theme import Theme
from rondo.strategy.framework import Framework
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.project import Project

__all__ = ["MatrixOptions", "matrix_figure", "matrix_pages"]
ENDLESS = float("inf")
EVERYTHING = MatrixOptions()


def matrix_figure(
    project: Project,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    options: MatrixOptions = EVERYTHING,
) -> Figure:
    """The whole matrix on one sheet, as high as its fullest cells need."""
    drafting = Drafting.fitting(framework, words, theme, engine, options)
    return _Matrix(project, drafting).pages(ENDLESS)[0]


def matrix_pages(
    project: Project,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    max_width: float,
    max_height: float,
    options: MatrixOptions = EVERYTHING,
) -> tuple[Figure, ...]:
    """The matrix in sheets `max_width` wide and no higher than `max_height`, heads and row names on each.

    A cell with more offers than a page holds goes on on the next. Each sheet shows every cell of its rows
    and the last one the legend; a card higher than the page still stands whole on one."""
    fitted = replace(options, width=max_width)
    return _Matrix(project, Drafting.fitting(framework, words, theme, engine, fitted)).pages(max_height)


@dataclass(frozen=True, slots=True)
class _Part:
    """A row, or what of it stands on this page; `index` is that of the row."""

    row: Row
    index: int


class _Matrix:
    """Everything that one drawing of the matrix needs."""

    def __init__(self, project: Project, drafting: Drafting) -> None:
        self.drafting = drafting
        self.words = drafting.words
        self.options = drafting.options
        self.lettering = drafting.lettering
        self.below = drafting.measure.below
        self.shown = entries(project, drafting.framework, drafting.words, drafting.options)
        self.frame: Columns = columns(drafting)
        self.rows = rows(self.shown, self.frame, drafting)
        is_full = self.options.detail == "offers"
        told = notes(project, self.shown, drafting.framework, drafting.words) if is_full else ()
        self.notes = tuple(
            (entry, self.lettering.block(text, "small", self.options.width)) for entry, text in told
        )

    def pages(self, max_height: float) -> tuple[Figure, ...]:
        pages = self._parts(max_height)
        return tuple(self._figure(page, number == len(pages)) for number, page in enumerate(pages, 1))

    def _parts(self, max_height: float) -> list[list[_Part]]:
        """Rows dealt out over pages; the last page keeps room for legend and notes."""
        room = max_height - self.frame.head_height
        pages: list[list[_Part]] = [[]]
        used = 0.0
        for index, row in enumerate(self.rows):
            rest: Row | None = row
            while rest is not None:
                if pages[-1] and used + rest.whole_height > room:
                    pages.append([])
                    used = 0.0
                here, rest = parted(rest, room, self.frame, self.drafting)
                pages[-1].append(_Part(here, index))
                used += here.whole_height + self.below
        if len(pages[-1]) > 1 and used + self._foot_height() > room:
            pages.append([pages[-1].pop()])
        return pages

    def _figure(self, parts: list[_Part], last: bool) -> Figure:
        sheet = Sheet(self.frame, self.drafting)
        y = sheet.heads(0.0)
        for part in parts:
            y = sheet.row(part.row, y, part.index)
        arrows = moves(sheet.standing, self.frame, sheet.strips) if self.options.movements else ()
        sheet.shapes += [self._arrow(move) for move in arrows]
        foot, y = self._foot(y) if last else ([], y - self.below)
        title = self.words("matrix_figure.title")
        lost = tuple(entry.title for entry in self.shown if _nowhere(entry))
        shapes = (*sheet.shapes, *foot)
        return Figure(self.options.width, y + 1, shapes, title, self._description(), lost)

    def _arrow(self, move: Move) -> Group:
        colour = self.lettering.theme["accent" if move.now.entry.own else "ink-secondary"]
        head = 4.6 if self.drafting.measure.boxed else 3.4
        arrow = Arrow(move.points, Stroke(colour, 0.9), radius=2.5, head=head)
        key = f"move-{move.now.entry.placement.id}-{move.target.entry.placement.id}"
        title = self.words("matrix_figure.move", now=move.now.entry.title, target=move.target.entry.title)
        return Group(key, (arrow,), "move", title)

    def _description(self) -> str:
        placed = [entry for entry in self.shown if not _nowhere(entry)]
        on_grid = [entry.placement for entry in placed if entry.placement.experience is not None]
        cells = len({(placement.experience, placement.architecture) for placement in on_grid})
        count = self.words.number
        return self.words.count(
            "matrix_figure.description", len(placed), grid=count(len(on_grid)), cells=count(cells)
        )

    def _foot_height(self) -> float:
        return self._foot(0.0)[1]

    def _foot(self, y: float) -> tuple[list[Shape], float]:
        """Legend and notes under the grid, and where they end."""
        shapes: list[Shape] = []
        if self.options.legend and self.shown:
            said = meanings(self.shown, self.drafting)
            title = self.words("matrix_figure.legend")
            drawn, height = legend(said, self.lettering, self.options.width, 0.0, y, title)
            if drawn is not None:
                shapes.append(drawn)
                y += height + (self.below if self.notes else 0)
        for entry, block in self.notes:
            text: Text = self.lettering.text(block, 0.0, y, "ink-secondary")
            shapes.append(Group(f"note-{entry.placement.id}", (text,), "note", block.text))
            y += block.height + 1
        return shapes, y


def _nowhere(entry: Entry) -> bool:
    """A row without a column is no cell: such an offer waits for its second answer."""
    return entry.placement.experience is not None and entry.placement.architecture is None
