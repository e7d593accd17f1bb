"""The connected strategy matrix: four experiences by five architectures, with the offers in their cells.

Rows are never ranked: their order is how early they enter the journey (domain C33, C35)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from rondo.figures.legend import legend
from rondo.figures.matrices.matrix_dealing import BETWEEN_NOTES, Dealer, Page
from rondo.figures.matrices.matrix_draw import Sheet
from rondo.figures.matrices.matrix_entries import MatrixOptions, entries, notes
from rondo.figures.matrices.matrix_legend import meanings
from rondo.figures.matrices.matrix_measure import Drafting
from rondo.figures.matrices.matrix_moves import Move, moves
from rondo.figures.matrices.matrix_plan import Cell, Columns, columns, rows
from rondo.figures.shapes import Arrow, Figure, Group, Stroke, Text
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.strategy.matrix.heat import Warmth, heat
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
    and the last of them the legend; notes that find no room follow on pages of their own. A card higher
    than the page still stands whole on one."""
    fitted = replace(options, width=max_width)
    return _Matrix(project, Drafting.fitting(framework, words, theme, engine, fitted)).pages(max_height)


class _Matrix:
    """Everything that one drawing of the matrix needs."""

    def __init__(self, project: Project, drafting: Drafting) -> None:
        self.drafting = drafting
        self.words = drafting.words
        self.options = drafting.options
        self.lettering = drafting.lettering
        self.below = drafting.measure.below
        self.shown = entries(project, drafting.framework, drafting.words, drafting.options)
        self.placed = tuple(entry for entry in self.shown if entry.is_placed)
        self.frame: Columns = columns(drafting)
        self.rows = rows(self.placed, self.frame, drafting, self._warmth(project))
        is_full = self.options.detail == "offers"
        told = notes(project, self.placed, drafting.framework, drafting.words) if is_full else ()
        self.notes = tuple(
            (entry, self.lettering.block(text, "small", self.options.width)) for entry, text in told
        )

    def _warmth(self, project: Project) -> Mapping[Cell, Warmth]:
        """What is measured in the cells that are shown."""
        if self.options.heat is None:
            return {}
        offers = (entry.placement for entry in self.placed)
        return heat(project, self.drafting.framework, offers, self.options.heat)

    def pages(self, max_height: float) -> tuple[Figure, ...]:
        legend_height = self._legend(0.0)[1]
        dealt = Dealer(self.frame, self.drafting, max_height).dealt(self.rows, legend_height, self.notes)
        return tuple(self._figure(page) for page in dealt)

    def _figure(self, page: Page) -> Figure:
        sheet = Sheet(self.frame, self.drafting)
        y = sheet.heads(0.0) if page.parts else 0.0
        for part in page.parts:
            y = sheet.row(part.row, y, part.index)
        arrows = moves(sheet.standing, self.frame, sheet.strips) if self.options.movements else ()
        shapes = [*sheet.shapes, *map(self._arrow, arrows)]
        if page.has_legend:
            drawn, height = self._legend(y)
            shapes += [drawn] if drawn is not None else []
            y += height + self.below
        for entry, block in page.notes:
            text: Text = self.lettering.text(block, 0.0, y, "ink-secondary")
            shapes.append(Group(f"note-{entry.placement.id}", (text,), "note", block.text))
            y += block.height + BETWEEN_NOTES
        y -= 0.0 if page.notes else self.below
        lost = tuple(entry.title for entry in self.shown if not entry.is_placed)
        title = self.words("matrix_figure.title")
        return Figure(self.options.width, y + 1, tuple(shapes), title, self._description(), lost)

    def _legend(self, y: float) -> tuple[Group | None, float]:
        """The legend under the rows, and how high it is."""
        if not self.options.legend:
            return None, 0.0
        said = meanings(self.placed, self.drafting)
        title = self.words("matrix_figure.legend")
        return legend(said, self.lettering, self.options.width, 0.0, y, title)

    def _arrow(self, move: Move) -> Group:
        colour = self.lettering.theme["accent" if move.now.entry.own else "ink-secondary"]
        head = 4.6 if self.drafting.measure.boxed else 3.4
        arrow = Arrow(move.points, Stroke(colour, 0.9), radius=2.5, head=head)
        key = f"move-{move.now.entry.placement.id}-{move.target.entry.placement.id}"
        title = self.words("matrix_figure.move", now=move.now.entry.title, target=move.target.entry.title)
        return Group(key, (arrow,), "move", title)

    def _description(self) -> str:
        on_grid = [entry.placement for entry in self.placed if entry.placement.experience is not None]
        cells = len({(placement.experience, placement.architecture) for placement in on_grid})
        count = self.words.number
        return self.words.count(
            "matrix_figure.description", len(self.placed), grid=count(len(on_grid)), cells=count(cells)
        )
