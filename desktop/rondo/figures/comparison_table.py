"""The table of what each architecture means, dimension by dimension (domain 4)."""

from __future__ import annotations

from msgspec import Struct

from rondo.figures.lettering import Lettering
from rondo.figures.shapes import Figure, Group, Line, Shape, Stroke, Text
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.text.shaped import Block, TextEngine
from rondo.words import Words
from rondofile.enums import Architecture

NAMES = 0.15
"""The share of the width that the names of the dimensions take."""
GUTTER, PAD = 7.0, 3.5
SHOWN_IN_HEAD = "short-test"
"""The dimension that the head of the table says already."""
ENDLESS = float("inf")

Cells = tuple[Block, ...]


def comparison_table(
    *, framework: Framework, words: Words, theme: Theme, engine: TextEngine, width: float
) -> Figure:
    """Every dimension for every architecture on one sheet."""
    return _Table(_letters(engine, theme, width), framework, words, width).parts(ENDLESS)[0]


def comparison_pages(
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    max_width: float,
    max_height: float,
) -> tuple[Figure, ...]:
    """The same table cut between rows into as few sheets as its height allows, the head on each."""
    table = _Table(_letters(engine, theme, max_width), framework, words, max_width)
    return table.parts(max_height)


def _letters(engine: TextEngine, theme: Theme, width: float) -> Lettering:
    return Lettering.fitting(engine, theme, width, base=7.2)


class _Table(Struct, frozen=True, dict=True):
    pen: Lettering
    framework: Framework
    words: Words
    width: float

    def parts(self, max_height: float) -> tuple[Figure, ...]:
        """As few sheets as the rows need, about equally full; a row stands whole on one."""
        head = self._head()
        rows = [(d.key, self._row(d.key)) for d in self.framework.dimensions if d.key != SHOWN_IN_HEAD]
        room = max_height - _high_head(head)
        fewest = len(_dealt(rows, room))
        limit = min(room, sum(_high(cells) for _, cells in rows) / fewest)
        while limit < room and len(_dealt(rows, limit)) > fewest:
            limit += 4.0
        return tuple(self._figure(head, part) for part in _dealt(rows, limit))

    def _figure(self, head: tuple[Cells, Cells], rows: list[tuple[str, Cells]]) -> Figure:
        shapes: list[Shape] = []
        foot = _foot(head)
        for x, test, name in zip(self._places(), *head, strict=True):
            top = foot - name.height - 1  # both stand on the same foot, without white between them
            for block, y, role in ((test, top - test.height - 1, "ink"), (name, top, "ink-secondary")):
                shapes += [self.pen.text(block, x, y, role)] if block.text else []
        y = foot + PAD
        shapes.append(self._line(y, "ink", 0.9))
        for key, cells in rows:
            texts = tuple(self._cells(cells, y + PAD))
            shapes.append(Group(f"dimension-{key}", texts, "row", cells[0].text))
            y += _high(cells)
            shapes.append(self._line(y, "line", 0.6))
        title, said = self.words("comparison_table.title"), self.words("comparison_table.description")
        return Figure(self.width, y + 1, tuple(shapes), title, said)

    def _head(self) -> tuple[Cells, Cells]:
        """The short test first, the framework's name below it."""
        empty = self.pen.block("", "small", self._first)
        tests = (_capital(self.framework.short(a)) for a in Architecture)
        names = (self.framework.name(a) for a in Architecture)
        return (
            (empty, *(self.pen.block(text, "title", self._rest) for text in tests)),
            (empty, *(self.pen.block(text, "small", self._rest) for text in names)),
        )

    def _row(self, key: str) -> Cells:
        dimension = self.framework.dimension(key)
        name = self.pen.block(_capital(dimension.name), "title", self._first)
        texts = (dimension.text(a) for a in Architecture)
        return (name, *(self.pen.block(text, "small", self._rest) for text in texts))

    def _cells(self, cells: Cells, y: float) -> list[Text]:
        return [self.pen.text(b, x, y) for b, x in zip(cells, self._places(), strict=True)]

    def _places(self) -> list[float]:
        step = self._rest + GUTTER
        return [0.0, *(self._first + GUTTER + i * step for i in range(len(Architecture)))]

    @property
    def _first(self) -> float:
        return self.width * NAMES

    @property
    def _rest(self) -> float:
        return (self.width - self._first - GUTTER * len(Architecture)) / len(Architecture)

    def _line(self, y: float, role: str, width: float) -> Line:
        return Line(0, y, self.width, y, Stroke(self.pen.theme[role], width))


def _dealt(rows: list[tuple[str, Cells]], room: float) -> list[list[tuple[str, Cells]]]:
    sheets: list[list[tuple[str, Cells]]] = [[]]
    used = 0.0
    for row in rows:
        if sheets[-1] and used + _high(row[1]) > room:
            sheets.append([])
            used = 0.0
        sheets[-1].append(row)
        used += _high(row[1])
    return sheets


def _high(cells: Cells) -> float:
    return max(block.height for block in cells) + 2 * PAD


def _high_head(head: tuple[Cells, Cells]) -> float:
    return _foot(head) + PAD + 2


def _foot(head: tuple[Cells, Cells]) -> float:
    """How high the highest head is."""
    return max(test.height + name.height for test, name in zip(*head, strict=True)) + 2


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
