"""The sheet of one cell as a figure, one page each."""

from __future__ import annotations

from collections.abc import Iterable

from rondo.figures.cell_sheets.content import Content, Contents, Spot
from rondo.figures.cell_sheets.heading import heading
from rondo.figures.cell_sheets.stack import Stack
from rondo.figures.lettering import Lettering
from rondo.figures.shapes import Figure, Group, Line, Rect, Shape, Stroke
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.strategy.moves.seats import CELLS
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.project import Project

WIDTH = 482.0
"""Points: a page of A4 without its margins."""
BETWEEN = 20.0
LEFT = 0.56
"""The share of the width that our own thoughts take; others have the rest."""
LINES = 7
PAD = 9.0


class CellSheets:
    """Draws the sheets of one project."""

    def __init__(
        self,
        project: Project,
        *,
        framework: Framework,
        words: Words,
        theme: Theme,
        engine: TextEngine,
        blank: bool = False,
        width: float = WIDTH,
    ) -> None:
        self._words, self._width = words, width
        self._pen = Lettering.fitting(engine, theme, width, base=8.4, leading=1.3)
        self._contents = Contents(project, framework, words, blank)

    def sheet(self, spot: Spot) -> Figure:
        """The sheet of that cell."""
        content = self._contents[spot]
        shapes, height = self._drawn(content)
        title = self._words("cell_sheet.title", cell=content.cross)
        body = Group(f"cell-{spot[0]}-{spot[1]}", tuple(shapes), "cell", title)
        return Figure(self._width, height + 1, (body,), title, content.cell.line)

    def filled(self) -> tuple[Spot, ...]:
        """The cells on which we wrote, or in which we stand."""
        return tuple(spot for spot in CELLS if self._contents.is_filled(spot))

    def sheets(self, spots: Iterable[Spot] = CELLS) -> tuple[Figure, ...]:
        """One figure a cell."""
        return tuple(self.sheet(spot) for spot in spots)

    def _drawn(self, content: Content) -> tuple[list[Shape], float]:
        shapes, y = heading(content, self._pen, self._width)
        y = self._question(content, shapes, y + 10.0)
        left = Stack(self._pen, 0.0, y, self._width * LEFT - BETWEEN / 2)
        right = Stack(self._pen, self._width * LEFT + BETWEEN / 2, y, self._width * (1 - LEFT) - BETWEEN / 2)
        self._ours(content, left)
        self._others(content, right)
        self._why(content, left if left.y < right.y else right)
        shapes += [*left.shapes, *right.shapes]
        y = max(left.y, right.y) + 6.0
        shapes.append(self._rule(y))
        y = self._beside(content, shapes, y + 9.0)
        shapes.append(self._rule(y))
        return shapes, self._row(content, shapes, y + 9.0)

    def _question(self, content: Content, shapes: list[Shape], y: float) -> float:
        """The one question of the cell, on a ground of its own."""
        block = self._pen.block(content.cell.question, "head", self._width - 2 * PAD)
        high = block.height + 2 * PAD - 4.0
        shapes.append(Rect(0.0, y, self._width, high, self._pen.theme["accent-ground"], None, 4.0))
        shapes.append(self._pen.text(block, PAD, y + PAD - 2.0))
        return y + high + 12.0

    def _ours(self, content: Content, stack: Stack) -> None:
        """Our idea, then who is there."""
        words = self._words
        stack.text(words("inspector.cell.idea"), "title", "ink-secondary")
        if content.idea:
            stack.text(content.idea, "body", gap=9.0)
        else:
            stack.lines(LINES if content.blank else 2)
            stack.space(5.0)
        stack.text(words("inspector.cell.there"), "title", "ink-secondary")
        for entry in content.there:
            since = len(stack.shapes)
            stack.text(entry.text, "body", sign=entry.sign)
            stack.under(entry.note, indent=bool(entry.sign))
            if entry.key:
                stack.group(f"placement-{entry.key}", entry.text, since)
        if content.blank:
            for key in ("today", "later", "others"):
                stack.under(words(f"cell_sheet.{key}"), 0.0)
                stack.lines(3)
        elif not content.there:
            stack.text(words("inspector.cell.nobody"), "body", "ink-secondary")

    def _others(self, content: Content, stack: Stack) -> None:
        """Who does it elsewhere, and where that was read."""
        stack.text(self._words("inspector.cell.examples"), "title", "ink-secondary")
        for model in content.models:
            stack.text(model.name, "title")
            stack.space(-2.0)
            stack.text(model.does, "body")
            stack.under(model.source, 7.0)

    def _why(self, content: Content, stack: Stack) -> None:
        """What speaks for the cell; nothing where nothing does."""
        if content.reasons:
            stack.space(5.0)
            stack.text(self._words("inspector.cell.why"), "title", "ink-secondary")
        for reason in content.reasons:
            stack.text(reason.text, "body", sign=reason.sign)
            stack.under(reason.note, indent=bool(reason.sign))

    def _beside(self, content: Content, shapes: list[Shape], y: float) -> float:
        """What each side gains and what must be known: the framework's words, then ours."""
        wide = (self._width - BETWEEN) / 2
        told = (
            ("incentives", content.cell.incentives, content.incentives),
            ("information", content.cell.information, content.information),
        )
        low = y
        for at, (key, text, own) in enumerate(told):
            stack = Stack(self._pen, at * (wide + BETWEEN), y, wide)
            stack.text(self._words(f"inspector.cell.{key}"), "title", "ink-secondary")
            stack.text(text, "body", "ink-secondary")
            stack.text(own, "body")
            if not own:
                stack.lines(3 if content.blank else 1)
            shapes += stack.shapes
            low = max(low, stack.y)
        return low + 5.0

    def _row(self, content: Content, shapes: list[Shape], y: float) -> float:
        """What its row needs, when it works and when it fails."""
        wide, low = (self._width - 2 * BETWEEN) / 3, y
        row = content.row
        for at, (key, text) in enumerate((("needs", row.needs), ("works", row.works), ("fails", row.fails))):
            stack = Stack(self._pen, at * (wide + BETWEEN), y, wide)
            key = "cell_sheet.fails" if key == "fails" else f"inspector.cell.{key}"
            stack.text(self._words(key), "title", "ink-secondary")
            stack.text(text, "small", "ink-secondary")
            shapes += stack.shapes
            low = max(low, stack.y)
        return low

    def _rule(self, y: float) -> Line:
        return Line(0.0, y, self._width, y, Stroke(self._pen.theme["line"], 0.75))
