"""The measured coverage as shapes, and where each thing in it came to stand."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from rondo.figures.bounds import Box
from rondo.figures.coverage.coverage_measure import BETWEEN, SIGN, TRACK, Band, Card, Cell, Measure, Texts
from rondo.figures.coverage.score_mark import Track, score_mark
from rondo.figures.marks import player_mark
from rondo.figures.matrices.matrix_cards import state_bar
from rondo.figures.shapes import Group, Line, Rect, Shape, Stroke
from rondo.strategy.people.coverage import COLUMNS, Row, Standing
from rondofile.enums import Experience

Spot = tuple[str, Experience | None, str]
"""The id of the people, the column, and what of it: comfort, value, the id of an offer, or remark."""
BROKEN = (2.5, 2.0)


class Standings(Struct):
    """Where cells, their parts and the tracks of scores stand."""

    cells: dict[tuple[str, Experience | None], Box] = field(default_factory=dict)
    names: dict[str, Box] = field(default_factory=dict)
    spots: dict[Spot, Box] = field(default_factory=dict)
    tracks: dict[Spot, Track] = field(default_factory=dict)


class Sheet:
    """Draws with one measure; `standing` fills as bands are drawn. `first_top`: where they begin."""

    def __init__(self, measure: Measure, first_top: float | None = None) -> None:
        self.measure, self.pen = measure, measure.pen
        self.first_top = self.head_height if first_top is None else first_top
        self.standing = Standings()

    @property
    def head_height(self) -> float:
        """How high the heads of the columns are."""
        heads = [sum(block.height for block, _ in self.measure.head(column)) for column in COLUMNS]
        return max(heads) + 2 * self.measure.pad

    def heads(self, y: float) -> tuple[Shape, ...]:
        """The names of the columns, standing on one line, with a rule below."""
        measure, height, shapes = self.measure, self.head_height, list[Shape]()
        for at, column in enumerate(COLUMNS):
            texts = measure.head(column)
            top = y + height - measure.pad - sum(block.height for block, _ in texts)
            drawn = self._texts(texts, measure.left(at) + measure.pad, top)
            shapes.append(Group(f"row-{column or 'none'}", drawn, "column", measure.framework.name(column)))
        rule = Stroke(self.pen.theme["ink"], 0.9 * measure.unit)
        return (*shapes, Line(0, y + height, measure.width, y + height, rule))

    def band(self, band: Band, y: float) -> tuple[Shape, ...]:
        """A row of people with its cells."""
        return (*self.names(band, y), *self.cells(band, y))

    def names(self, band: Band, y: float) -> tuple[Shape, ...]:
        """Who the row is about, and the rules above and below the names."""
        measure, row = self.measure, band.row
        self.standing.names[row.key] = (0.0, y, measure.first, y + band.height)
        texts = self._texts(band.names, measure.pad / 2 + measure.inset(row), y + measure.pad)
        noun = "situation" if row.situation is not None else "segment"
        group = Group(f"{noun}-{row.key}", texts, "row", people(row, measure))
        return (group, *self._rules(band, 0.0, measure.first, y))

    def cells(self, band: Band, y: float) -> tuple[Shape, ...]:
        """The five cells of a row, with the rules around them."""
        measure = self.measure
        cells = [self._cell(band.row, cell, at, y, band.height) for at, cell in enumerate(band.cells)]
        rule = Stroke(self.pen.theme["line"], 0.6 * measure.unit)
        sides = [Line(x, y, x, y + band.height, rule) for x in map(measure.left, range(len(cells)))]
        return (*cells, *sides, *self._rules(band, measure.first, measure.width, y))

    def _rules(self, band: Band, left: float, right: float, y: float) -> list[Shape]:
        """Below a row a quiet rule; above a segment a clear one, but for the first."""
        thick, low = 0.6 * self.measure.unit, y + band.height
        rules: list[Shape] = [Line(left, low, right, low, Stroke(self.pen.theme["line"], thick))]
        if band.row.situation is None and y > self.first_top:
            rules.append(Line(left, y, right, y, Stroke(self.pen.theme["ink-tertiary"], thick)))
        return rules

    def _cell(self, row: Row, cell: Cell, at: int, y: float, height: float) -> Group:
        measure, experience = self.measure, cell.place.experience
        x = measure.left(at)
        self.standing.cells[row.key, experience] = (x, y, x + measure.column, y + height)
        shapes, top = list[Shape](), y + measure.pad
        for line in cell.scores:
            shapes.append(self._score(row, cell, line.which, x + measure.pad, top))
            top += measure.line
        top += BETWEEN * measure.unit if cell.scores else 0.0
        for card in cell.cards:
            shapes.append(self._card(row, experience, card, x + measure.pad, top))
            top += card.block.height + BETWEEN * measure.unit
        if cell.remark is not None:
            shapes.append(self._remark(row, cell, x + measure.pad, top))
        name = measure.words(
            "coverage.cell", people=people(row, measure), experience=measure.framework.name(experience)
        )
        return Group(f"cell-{row.key}-{experience or 'none'}", tuple(shapes), "cell", name)

    def _score(self, row: Row, cell: Cell, which: str, x: float, y: float) -> Group:
        measure = self.measure
        line = next(one for one in cell.scores if one.which == which)
        spot = (row.key, cell.place.experience, line.which)
        middle, shapes = y + measure.line / 2, list[Shape]()
        left = x + 3 * measure.unit
        if line.label is not None:
            left = x + measure.label + 2 * measure.gap
            shapes.append(self.pen.text(line.label, x, middle - line.label.height / 2, "ink-secondary"))
        right = x + measure.room - measure.number - 4 * measure.unit
        track = Track(left, min(right, left + 2.2 * TRACK * measure.unit), middle, measure.unit)
        self.standing.tracks[spot] = track
        self.standing.spots[spot] = (x - measure.gap, y, x + measure.room + measure.gap, y + measure.line)
        shapes += score_mark(line.which, line.answer, track, self.pen.theme)
        role = "ink-tertiary" if line.answer.inherited or line.answer.value is None else "ink"
        after = track.right + 4 * measure.unit
        number = self.pen.text(line.number, after, middle - line.number.height / 2, role)
        asked = measure.words(f"coverage.{line.which}.asked")
        key = f"score-{row.key}-{cell.place.experience}-{line.which}"
        return Group(key, (*shapes, number), "score", f"{asked} {line.number.text}")

    def _card(self, row: Row, experience: Experience | None, card: Card, x: float, y: float) -> Group:
        """An offer that is for the whole segment stands quietly in each of its situations."""
        measure, theme, high = self.measure, self.pen.theme, card.block.height
        quiet = card.manner != "ours"
        colour = theme["ink-tertiary" if quiet else "accent"]
        sign = self.pen.mark_size(card.block)
        drop = self.pen.mark_drop(card.block)
        spot = (row.key, experience, card.offer.id)
        self.standing.spots[spot] = (x - measure.gap / 2, y, x + measure.room + measure.gap / 2, y + high)
        shapes = (
            thickened(state_bar(card.offer.state, x, y, y + high, colour), measure.unit),
            *player_mark(card.kind, x + 3 * measure.unit, y + drop, sign, colour),
            self.pen.text(card.block, x + SIGN * measure.unit, y, "ink-secondary" if quiet else "ink"),
        )
        key = f"placement-{card.offer.id}"
        key = f"{row.key}--{key}" if card.manner == "shared" else key
        return Group(key, shapes, "placement", card.block.text)

    def _remark(self, row: Row, cell: Cell, x: float, y: float) -> Group:
        """A place that is open has a broken frame, one where we are not welcome a whole one."""
        measure, theme, block = self.measure, self.pen.theme, cell.remark
        assert block is not None
        dash = BROKEN if cell.place.standing is not Standing.UNWELCOME else ()
        high = block.height + measure.gap
        box = Rect(x, y, measure.room, high, theme["warn-ground"], Stroke(theme["warn"], 0.6, dash), 2.0)
        self.standing.spots[row.key, cell.place.experience, "remark"] = (x, y, x + measure.room, y + high)
        text = self.pen.text(block, x + measure.gap, y + measure.gap / 2, "warn")
        key = f"remark-{row.key}-{cell.place.experience}"
        return Group(key, (box, text), "remark", block.text)

    def _texts(self, texts: Texts, x: float, y: float) -> tuple[Shape, ...]:
        shapes = []
        for block, role in texts:
            shapes.append(self.pen.text(block, x, y, role))
            y += block.height
        return tuple(shapes)


def thickened(line: Line, by: float) -> Line:
    """The line as much heavier as the figure is larger."""
    dash = tuple(length * by for length in line.stroke.dash)
    return replace(line, stroke=Stroke(line.stroke.colour, line.stroke.width * by, dash))


def people(row: Row, measure: Measure) -> str:
    """The people of a row by name."""
    words = measure.words
    name = row.segment.name.strip() or words("telling.unnamed.segment")
    if row.situation is None:
        return name
    within = row.situation.name.strip() or words("telling.unnamed.situation")
    return words("telling.people", segment=name, situation=within)
