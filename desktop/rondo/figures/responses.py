"""The response grid on paper: the steps of a journey by the four experiences, filled or to be filled in."""

from __future__ import annotations

from math import inf

from msgspec import Struct

from rondo.figures.lettering import Lettering
from rondo.figures.shapes import Ellipse, Figure, Group, Line, Rect, Shape, Stroke
from rondo.figures.theme import Theme
from rondo.strategy.framework.table_parts import DemandKind
from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.measures import pains_of
from rondo.strategy.journeys.responses import grouped, place_of, responses_by_cell
from rondo.text.shaped import Block, TextEngine
from rondo.words import Words
from rondofile.enums import Experience, Phase
from rondofile.project import Project
from rondofile.records import Journey, Response, Step

WIDTH = 730.0
STEPS = 0.2
"""The share of the width that the steps take."""
PAD, GAP, SIGN, BAR, BLANK = 5.0, 2.5, 9.0, 3.0, 46.0
"""BLANK: the least height of a row that is to be written into by hand."""
DOTS = 5


class Cell(Struct, frozen=True):
    """What stands in a cell, below each other: texts with the role of their ink."""

    blocks: tuple[tuple[Block, str], ...]
    place: DemandKind | None = None
    votes: int = 0
    filled: bool = False

    @property
    def height(self) -> float:
        texts = sum(block.height + GAP for block, _ in self.blocks)
        return texts + (SIGN if self.votes else 0.0) + 2 * PAD - (GAP if self.blocks else 0.0)


class Row(Struct, frozen=True):
    """A step before its four cells; without a key the name and question of a phase."""

    phase: Phase | None
    key: str
    title: str
    cells: tuple[Cell, ...]
    height: float


def responses_figure(
    project: Project,
    journey_id: str,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    blank: bool = False,
    width: float = WIDTH,
) -> Figure:
    """The whole grid of a journey in one figure; `blank`: empty cells, high enough for a pen."""
    letters = Lettering.fitting(engine, theme, width)
    return _Grid(project, journey_id, framework, words, letters, blank, width).sheets(inf)[0]


def responses_pages(
    project: Project,
    journey_id: str,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    max_width: float,
    max_height: float,
    blank: bool = False,
) -> tuple[Figure, ...]:
    """The same grid on as many sheets as its rows need, the heads on each; none without a step."""
    letters = Lettering.fitting(engine, theme, max_width)
    grid = _Grid(project, journey_id, framework, words, letters, blank, max_width)
    return grid.sheets(max_height) if project.steps_of(journey_id) else ()


class _Grid(Struct, frozen=True, dict=True):
    project: Project
    journey: str
    framework: Framework
    words: Words
    pen: Lettering
    blank: bool
    width: float

    def sheets(self, max_height: float) -> tuple[Figure, ...]:
        """Rows are never cut; the name of a phase stays with the step below it."""
        heads = [self._head(experience) for experience in Experience]
        top = max(cell.height for cell in heads)
        room = max_height - self._signs.height - PAD - 1
        sheets: list[list[Row]] = [[]]
        for row in self._rows():
            used = top + sum(one.height for one in sheets[-1])
            needed = row.height if row.key else row.height + BLANK
            if sheets[-1] and used + needed > room:
                sheets.append([])
            sheets[-1].append(row)
        return tuple(self._drawn(heads, top, rows) for rows in sheets)

    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        for group in grouped(self.project, self.journey):
            rows.append(self._phase(group.phase))
            rows += [self._row(step) for step in group.steps]
        return rows

    def _phase(self, phase: Phase | None) -> Row:
        """The phase with its question, over the whole width."""
        if phase is None:
            return self._band(phase, self.words("responses.waiting"), "")
        found = self.framework.phase(phase)
        return self._band(phase, found.name, found.question)

    def _band(self, phase: Phase | None, name: str, question: str) -> Row:
        title = self.pen.block(name, "title", self._first - 2 * PAD - BAR)
        said = self.pen.block(question, "small", self.width - self._first - 2 * PAD)
        height = max(title.height, said.height) + PAD * 1.4
        blocks = ((title, str(phase) if phase else "ink-secondary"), (said, "ink-secondary"))
        return Row(phase, "", name, (Cell(blocks),), height)

    def _row(self, step: Step) -> Row:
        room = self._rest - 2 * PAD - SIGN
        there = {} if self.blank else responses_by_cell(self.project, step.id)
        cells = [self._cell(step, experience, there.get(experience), room) for experience in Experience]
        first = self._step(step)
        least = BLANK if self.blank else 0.0
        height = max(first.height, least, *(cell.height for cell in cells))
        return Row(step.phase, step.id, step.title, (first, *cells), height)

    def _step(self, step: Step) -> Cell:
        room = self._first - 2 * PAD - BAR
        blocks = [(self.pen.block(step.title, "title", room), "ink")]
        for pain in pains_of(self.project, step):
            text = pain.text or self.words("responses.pain_unnamed")
            blocks.append(
                (self.pen.block(self.words("responses.pain_line", text=text), "small", room), "bad")
            )
        return Cell(tuple(blocks))

    def _cell(self, step: Step, experience: Experience, found: Response | None, room: float) -> Cell:
        place = place_of(self.framework, experience, step)
        if found is None:
            return Cell((), place)
        texts = [(found.text, "body", "ink")] if found.text else []
        if found.must_know:
            texts.append((self.words("responses.known", what=found.must_know), "small", "ink-secondary"))
        became = [("step", found.made_step), ("offer", found.made_placement)]
        said = " · ".join(self.words(f"responses.is_{made}") for made, key in became if key)
        if said:
            texts.append((said, "small", "accent"))
        blocks = tuple((self.pen.block(text, kind, room), role) for text, kind, role in texts)  # type: ignore[arg-type]
        return Cell(blocks, place, found.votes, True)

    def _head(self, experience: Experience) -> Cell:
        """The plain line first, the framework's name below it."""
        short, room = self.framework.short(experience), self._rest - 2 * PAD
        return Cell(
            (
                (self.pen.block(short[:1].upper() + short[1:], "title", room), "ink"),
                (self.pen.block(self.framework.name(experience), "small", room), "ink-secondary"),
            )
        )

    def _drawn(self, heads: list[Cell], top: float, rows: list[Row]) -> Figure:
        shapes: list[Shape] = []
        for at, head in enumerate(heads):
            shapes += self._texts(head, self._left(at) + PAD, PAD)
        y, lines = top, [self._across(top, "ink", 0.9)]
        for row in rows:
            shapes.append(self._row_drawn(row, y))
            low = y + row.height
            uprights = map(self._left, range(len(heads))) if row.key else ()
            lines += [Line(x, y, x, low, Stroke(self.pen.theme["line"], 0.6)) for x in uprights]
            lines.append(self._across(low, "line", 0.6))
            y = low
        shapes += lines
        y += PAD
        signs = self._signs
        shapes.append(self.pen.text(signs, 0.0, y, "ink-secondary"))
        journey = self.project.find(Journey, self.journey)
        title = self.words("responses.grid", name=journey.name if journey else "")
        said = self.words("responses.figure_said")
        return Figure(self.width, y + signs.height + 1, tuple(shapes), title, said)

    def _row_drawn(self, row: Row, y: float) -> Group:
        theme = self.pen.theme
        shapes: list[Shape] = []
        if not row.key:
            if row.phase:
                shapes.append(Rect(0, y, self.width, row.height, theme[f"{row.phase}-ground"]))
            (name, role), (said, quiet) = row.cells[0].blocks
            shapes.append(self.pen.text(name, BAR + PAD, y + PAD * 0.7, role))
            low = y + PAD * 0.7 + max(name.height - said.height, 0.0) / 2
            shapes.append(self.pen.text(said, self._left(0) + PAD, low, quiet))
        else:
            shapes += self._texts(row.cells[0], BAR + PAD, y + PAD)
            for at, cell in enumerate(row.cells[1:]):
                shapes.append(self._cell_drawn(row, at, cell, y))
        if row.phase:
            shapes.append(Rect(0, y, BAR, row.height, theme[str(row.phase)]))
        return Group(
            f"step-{row.key}" if row.key else f"phase-{row.phase or 'none'}", tuple(shapes), "row", row.title
        )

    def _cell_drawn(self, row: Row, at: int, cell: Cell, y: float) -> Group:
        left, theme, experience = self._left(at), self.pen.theme, tuple(Experience)[at]
        shapes: list[Shape] = []
        quiet = cell.place in (DemandKind.NONE, DemandKind.GONE) and not cell.filled
        if quiet:
            shapes.append(Rect(left, y, self._rest, row.height, theme["paper"]))
        shapes += self._sign(cell.place, left + self._rest - PAD - 2.2, y + PAD + 3.2)
        shapes += self._texts(cell, left + PAD, y + PAD)
        low = y + row.height - PAD - 2.2
        shapes += self._votes(cell.votes, left + PAD, low)
        name = self.framework.name(experience)
        text = cell.blocks[0][0].text if cell.blocks else self.words("responses.empty")
        said = self.words("responses.cell", step=row.title, experience=name, text=text)
        return Group(f"response-{row.key}-{experience}", tuple(shapes), "cell", said)

    def _sign(self, place: DemandKind | None, x: float, y: float) -> list[Shape]:
        accent, quiet = self.pen.theme["accent"], self.pen.theme["ink-tertiary"]
        if place is None:
            return []
        if place is DemandKind.MUST:
            return [Ellipse(x, y, 2.2, 2.2, accent)]
        if place is DemandKind.MAY:
            return [Ellipse(x, y, 2.2, 2.2, None, Stroke(quiet, 0.8))]
        return [Line(x - 2.2, y, x + 2.2, y, Stroke(quiet, 0.8))]

    def _votes(self, votes: int, x: float, y: float) -> list[Shape]:
        """One dot a vote; many are one dot and their number."""
        drawn = votes if votes <= DOTS else 1
        dots: list[Shape] = [
            Ellipse(x + 2 + at * 6, y, 2, 2, self.pen.theme["repeat"]) for at in range(drawn)
        ]
        if votes > DOTS:
            number = self.pen.block(self.words.number(votes), "small")
            dots.append(self.pen.text(number, x + 6, y - number.height / 2, "ink-secondary"))
        return dots

    def _texts(self, cell: Cell, x: float, y: float) -> list[Shape]:
        shapes: list[Shape] = []
        for block, role in cell.blocks:
            shapes.append(self.pen.text(block, x, y, role))
            y += block.height + GAP
        return shapes

    @property
    def _signs(self) -> Block:
        """What the signs mean, below the last row."""
        return self.pen.block(self.words("responses.figure_signs"), "small", self.width)

    def _left(self, at: int) -> float:
        return self._first + at * self._rest

    @property
    def _first(self) -> float:
        return self.width * STEPS

    @property
    def _rest(self) -> float:
        return (self.width - self._first) / len(Experience)

    def _across(self, y: float, role: str, thick: float) -> Line:
        return Line(0, y, self.width, y, Stroke(self.pen.theme[role], thick))
