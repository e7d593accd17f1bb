"""The staircase: each stair higher than the one before, what was given back between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from rondo.figures.bounds import Box
from rondo.figures.lettering import PORTRAIT, Lettering
from rondo.figures.permissions.stair_texts import Stair, StairTexts
from rondo.figures.shapes import Arrow, Figure, Group, Line, Rect, Shape, Stroke
from rondo.figures.theme import Theme
from rondo.strategy.permissions import Remark, remarks, stairs, without_row
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.enums import PermissionState
from rondofile.project import Project

NARROWEST = 98.0
"""Points that a stair is wide at least, in letters of the usual size."""
MOST = 7
RISE, BETWEEN, PAD, GAP, ABOVE = 17.0, 9.0, 6.0, 3.0, 1.6
"""Points: from stair to stair, between them, inside them, between texts, around all."""
TREADS = {
    PermissionState.PLANNED: ("accent", 1.2, (4.0, 3.0)),
    PermissionState.ASKED: ("accent", 1.2, ()),
    PermissionState.GIVEN: ("accent", 2.6, ()),
    PermissionState.REFUSED: ("bad", 1.2, (1.2, 1.6)),
}
"""The line on top of a stair: its role, weight and dash. The state stands in words too."""


def staircase_figure(
    project: Project,
    *,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    width: float = PORTRAIT,
    segment: str | None = None,
) -> Figure:
    """All stairs, in as many flights as the width asks for; below them what the redesigns use without one."""
    pen = Lettering.fitting(engine, theme, PORTRAIT)
    return _Staircase(project, words, pen, width, segment).figures(inf)[0]


def staircase_pages(
    project: Project, *, words: Words, theme: Theme, engine: TextEngine, max_width: float, max_height: float
) -> tuple[Figure, ...]:
    """The same on as many sheets as its flights need; no flight is cut."""
    pen = Lettering.fitting(engine, theme, PORTRAIT)
    return _Staircase(project, words, pen, max_width, None).figures(max_height)


def said(project: Project, words: Words, segment: str | None = None) -> str:
    """The staircase in a sentence, for those who cannot see it."""
    there, open_ = stairs(project, segment), remarks(project, segment)
    return words.count("permissions.said", len(there), open=words.number(len(open_)))


class _Staircase:
    def __init__(
        self, project: Project, words: Words, pen: Lettering, width: float, segment: str | None
    ) -> None:
        self._project, self._words, self._pen = project, words, pen
        self._width, self._segment = width, segment
        self._rows = stairs(project, segment)
        fitting = max(1, min(MOST, int((width + BETWEEN) // (NARROWEST + BETWEEN))))
        count = min(fitting, max(len(self._rows), 1))
        flights = -(-len(self._rows) // count) if self._rows else 0
        self._per = -(-len(self._rows) // flights) if flights else 1
        wanted = (width - 2 * ABOVE + BETWEEN) / self._per - BETWEEN
        self._column = min(wanted, 2.1 * NARROWEST)
        self._texts = StairTexts(project, words, pen, self._column - 2 * PAD)

    def figures(self, most: float) -> tuple[Figure, ...]:
        """Sheets of at most that height, unless one flight is higher."""
        found: list[Figure] = []
        shapes, y = list[Shape](), ABOVE
        for first in range(0, len(self._rows), self._per):
            rows = self._rows[first : first + self._per]
            drawn = [self._texts.stair(row, first + at + 1) for at, row in enumerate(rows)]
            if y > ABOVE and y + self._height(drawn) > most:
                found.append(self._sheet(shapes, y))
                shapes, y = [], ABOVE
            y += self._flight(drawn, y, shapes) + 2 * PAD
        if not self._rows:
            y = self._text(self._words("permissions.nothing"), y, shapes, "ink-secondary") + 2 * PAD
        low = self._missing(0.0, [])
        if y > ABOVE and low and y + low > most:
            found.append(self._sheet(shapes, y))
            shapes, y = [], ABOVE
        y = self._missing(y, shapes)
        return (*found, self._sheet(shapes, y))

    def _sheet(self, shapes: list[Shape], y: float) -> Figure:
        words = self._words
        alt = said(self._project, words, self._segment)
        return Figure(self._width, y, tuple(shapes), words("permissions.title"), alt)

    def _height(self, drawn: Sequence[Stair]) -> float:
        """How high a flight of those stairs is."""
        low = max(stair.height + stair.gives.height for stair in drawn) + 4 * PAD + GAP * 6
        return low + RISE * (len(drawn) - 1)

    def _flight(self, drawn: Sequence[Stair], y: float, shapes: list[Shape]) -> float:
        """Stairs on one ground; answers how high they are."""
        high = self._height(drawn)
        low = high - RISE * (len(drawn) - 1)
        boxes: list[Box] = []
        for at, stair in enumerate(drawn):
            x, top = ABOVE + at * (self._column + BETWEEN), y + high - low - RISE * at
            boxes.append((x, top, x + self._column, y + high))
            shapes.append(self._stair(stair, boxes[-1]))
        shapes += self._arrows(drawn, boxes)
        return high

    def _stair(self, stair: Stair, box: Box) -> Group:
        theme, pen = self._pen.theme, self._pen
        left, top, right, bottom = box
        role, weight, dash = TREADS[stair.permission.state]
        ground = Rect(left, top, right - left, bottom - top, theme["surface"], Stroke(theme["line"], 0.6))
        tread = Line(left, top, right, top, Stroke(theme[role], weight, dash))
        shapes: list[Shape] = [ground, tread]
        y = top + PAD
        for block, ink in stair.texts:
            shapes.append(pen.text(block, left + PAD, y, ink))
            y += block.height + GAP
        gives = self._gives_box(stair, box)
        fill = theme["accent-ground" if stair.gives_role == "ink" else "warn-ground"]
        shapes.append(Rect(gives[0], gives[1], gives[2] - gives[0], gives[3] - gives[1], fill, None, 3.0))
        shapes.append(pen.text(stair.gives, left + PAD, gives[1] + PAD / 2, stair.gives_role))
        title = self._words("permissions.said_stair", stair=stair.title, facts=stair.texts[1][0].text)
        return Group(f"permission-{stair.permission.id}", tuple(shapes), "permission", title)

    def _gives_box(self, stair: Stair, box: Box) -> Box:
        """What comes back stands at the foot of a stair."""
        high = stair.gives.height + PAD
        return (box[0] + PAD / 2, box[3] - high - PAD / 2, box[2] - PAD / 2, box[3] - PAD / 2)

    def _arrows(self, drawn: Sequence[Stair], boxes: Sequence[Box]) -> Iterator[Shape]:
        """From what was given back to what is asked next; broken where nothing comes back."""
        for stair, box, following in zip(drawn, boxes, boxes[1:], strict=False):
            gives = self._gives_box(stair, box)
            y = (gives[1] + gives[3]) / 2
            ink = "accent" if stair.gives_role == "ink" else "warn"
            dash = () if stair.gives_role == "ink" else (2.0, 2.0)
            line = Stroke(self._pen.theme[ink], 1.0, dash)
            yield Arrow(((gives[2], y), (following[0] + PAD / 2, y)), line, head=4.0)

    def _missing(self, y: float, shapes: list[Shape]) -> float:
        """What the redesigns use without a stair, each on a broken card; answers where they end."""
        found = without_row(self._project, self._segment)
        if not found:
            return y
        y = self._text(self._words("permissions.without_row"), y, shapes, "warn", "title") + GAP
        x, line = 0.0, 0.0
        for remark in found:
            block = self._pen.block(self._used(remark), "body", None)
            if block.natural_width + 2 * PAD > self._width:
                block = self._pen.block(self._used(remark), "body", self._width - 2 * PAD)
            wide = min(block.natural_width, self._width - 2 * PAD) + 2 * PAD
            if x and x + wide > self._width:
                x, y, line = 0.0, y + line + BETWEEN / 2, 0.0
            shapes.append(self._card(remark, block, x, y, wide))
            line = max(line, block.height + PAD)
            x += wide + BETWEEN / 2
        return y + line + 1

    def _card(self, remark: Remark, block: object, x: float, y: float, wide: float) -> Group:
        theme = self._pen.theme
        frame = Rect(x, y, wide, block.height + PAD, None, Stroke(theme["warn"], 0.7, (2.5, 2.0)), 3.0)  # type: ignore[attr-defined]
        text = self._pen.text(block, x + PAD, y + PAD / 2, "ink")  # type: ignore[arg-type]
        return Group(f"item-{remark.item.id}", (frame, text), "item", self._used(remark))

    def _used(self, remark: Remark) -> str:
        """The item, and the first of the steps that need it."""
        name = remark.item.name or self._words("telling.unnamed.item")
        more = len(remark.steps) - 1
        step = remark.steps[0].title
        if more:
            return self._words.count("permissions.used_more", more, item=name, step=step)
        return self._words("permissions.used", item=name, step=step)

    def _text(self, text: str, y: float, shapes: list[Shape], role: str, kind: str = "body") -> float:
        block = self._pen.block(text, kind, self._width)  # type: ignore[arg-type]
        shapes.append(self._pen.text(block, 0.0, y, role))
        return y + block.height
