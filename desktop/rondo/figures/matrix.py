"""The connected strategy matrix: four experiences by five architectures, with the offers in their cells.

Rows are never ranked: their order is how early they enter the journey (domain C33, C35)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rondo.figures.legend import LegendEntry, legend
from rondo.figures.lettering import Lettering
from rondo.figures.marks import player_mark
from rondo.figures.matrix_cards import state_stroke
from rondo.figures.matrix_draw import Sheet
from rondo.figures.matrix_entries import Entry, MatrixOptions, entries, notes
from rondo.figures.matrix_moves import Move, moves
from rondo.figures.matrix_plan import GAP, Columns, Row, columns, parted, rows
from rondo.figures.shapes import Arrow, Figure, Group, Rect, Shape, Stroke, Text
from rondo.figures.theme import Theme
from rondo.strategy.framework import Framework
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.enums import PlacementState, PlayerKind
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
    return _Matrix(project, framework, words, theme, engine, options).pages(ENDLESS)[0]


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
    return _Matrix(project, framework, words, theme, engine, fitted).pages(max_height)


@dataclass(frozen=True, slots=True)
class _Part:
    """A row, or what of it stands on this page."""

    row: Row
    index: int
    continued: bool


class _Matrix:
    """Everything that one drawing of the matrix needs."""

    def __init__(
        self,
        project: Project,
        framework: Framework,
        words: Words,
        theme: Theme,
        engine: TextEngine,
        options: MatrixOptions,
    ) -> None:
        self.framework = framework
        self.words = words
        self.options = options
        self.lettering = Lettering.fitting(engine, theme, options.width)
        self.shown = entries(project, framework, words, options)
        self.frame: Columns = columns(framework, self.lettering, options)
        self.rows = rows(self.shown, self.frame, framework, self.lettering, words, options)
        told = notes(project, self.shown, framework, words) if options.detail == "offers" else ()
        self.notes = tuple(
            (entry, self.lettering.block(text, "small", options.width)) for entry, text in told
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
            continued = False
            while rest is not None:
                if pages[-1] and used + rest.whole_height > room:
                    pages.append([])
                    used = 0.0
                here, rest = parted(rest, room, self.lettering)
                pages[-1].append(_Part(here, index, continued))
                used += here.whole_height + GAP
                continued = True
        if len(pages[-1]) > 1 and used + self._foot_height() > room:
            pages.append([pages[-1].pop()])
        return pages

    def _figure(self, parts: list[_Part], last: bool) -> Figure:
        sheet = Sheet(self.frame, self.framework, self.words, self.lettering)
        y = sheet.heads(0.0)
        for part in parts:
            y = sheet.row(part.row, y, part.index, part.continued)
        arrows = moves(sheet.standing, self.frame) if self.options.movements else ()
        sheet.shapes += [self._arrow(move) for move in arrows]
        foot, y = self._foot(y) if last else ([], y - GAP)
        title = self.words("matrix_figure.title")
        lost = tuple(entry.title for entry in self.shown if _nowhere(entry))
        shapes = (*sheet.shapes, *foot)
        return Figure(self.options.width, y + 1, shapes, title, self._description(), lost)

    def _arrow(self, move: Move) -> Group:
        colour = self.lettering.theme["accent" if move.now.entry.own else "ink-secondary"]
        arrow = Arrow(move.points, Stroke(colour, 1.0), radius=2.5, head=4.6)
        key = f"move-{move.now.entry.placement.id}-{move.target.entry.placement.id}"
        title = self.words("matrix_figure.move", now=move.now.entry.title, target=move.target.entry.title)
        return Group(key, (arrow,), "move", title)

    def _description(self) -> str:
        placed = [entry for entry in self.shown if not _nowhere(entry)]
        on_grid = sum(1 for entry in placed if entry.placement.experience is not None)
        cells = len({(e.placement.experience, e.placement.architecture) for e in placed} - {(None, None)})
        return self.words.count(
            "matrix_figure.description",
            len(placed),
            grid=self.words.number(on_grid),
            cells=self.words.number(cells),
        )

    def _foot_height(self) -> float:
        return self._foot(0.0)[1]

    def _foot(self, y: float) -> tuple[list[Shape], float]:
        """Legend and notes under the grid, and where they end."""
        shapes: list[Shape] = []
        if self.options.legend and self.shown:
            drawn, height = legend(
                self._legend(),
                self.lettering,
                self.options.width,
                0.0,
                y + 2,
                self.words("matrix_figure.legend"),
            )
            if drawn is not None:
                shapes.append(drawn)
                y += height + 6
        for entry, block in self.notes:
            text: Text = self.lettering.text(block, 0.0, y, "ink-secondary")
            shapes.append(Group(f"note-{entry.placement.id}", (text,), "note", block.text))
            y += block.height + 1
        return shapes, y

    def _legend(self) -> list[LegendEntry]:
        """Only what occurs: lines of states, then signs of organisations."""
        states = [s for s in PlacementState if any(e.placement.state is s for e in self.shown)]
        kinds = [k for k in PlayerKind if any(e.kind is k for e in self.shown)]
        return [*map(self._state, states), *map(self._kind, kinds)]

    def _kind(self, kind: PlayerKind) -> LegendEntry:
        colour = self.lettering.theme["accent" if kind is PlayerKind.OWN else "ink-secondary"]

        def sample(x: float, y: float, size: float) -> tuple[Shape, ...]:
            return player_mark(kind, x, y, size, colour)

        return LegendEntry(self.framework.name(kind), sample)

    def _state(self, state: PlacementState) -> LegendEntry:
        theme = self.lettering.theme

        def sample(x: float, y: float, size: float) -> tuple[Shape, ...]:
            stroke = state_stroke(state, theme["accent"])
            half = stroke.width / 2
            wide, high = size * 2.4 - stroke.width, size * 1.2 - stroke.width
            return (Rect(x + half, y - size * 0.1 + half, wide, high, theme["surface"], stroke, 2.0),)

        return LegendEntry(self.framework.name(state), sample, 2.4)


def _nowhere(entry: Entry) -> bool:
    """A row without a column is no cell: such an offer waits for its second answer."""
    return entry.placement.experience is not None and entry.placement.architecture is None
