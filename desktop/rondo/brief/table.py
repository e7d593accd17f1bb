"""ShapedTable: horizontal hairlines only, numbers to the right, the head again on every page."""

from __future__ import annotations

from dataclasses import replace

from reportlab.platypus import Flowable

from rondo.brief.blocks import Column, Row, Table
from rondo.brief.ink import ink_of
from rondo.brief.paragraph import lines_between, lines_within
from rondo.brief.setting import Setting
from rondo.text.shaped import Block, Span, Style

GUTTER = 10.0
"""White between two columns, in points."""
PAD, PAD_COMPACT = 4.5, 3.0
"""White above and below the text of a row."""

LEAST_ROWS = 2
"""A table leaves at least so many rows on either page."""
WHOLE = 170.0
"""A table no higher than this stands whole on one page, in points."""

Cells = tuple[Block, ...]


class ShapedTable(Flowable):
    """A table of shaped cells. Splits between rows; a row higher than a page splits between its lines."""

    def __init__(self, table: Table, setting: Setting, rows: tuple[Cells, ...] | None = None) -> None:
        super().__init__()
        self.table, self.setting = table, setting
        self.spaceAfter = 6 * setting.scale
        self.pad = (PAD_COMPACT if table.compact else PAD) * setting.scale
        self._rows = rows
        self._head: Cells = ()
        self._anchors = tuple(row.anchor for row in table.rows)

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        if self._rows is None or not self._head:
            self.width = avail_width
            titles = Row(tuple((Span(c.title),) if c.title else () for c in self.table.columns), strong=True)
            self._head = self._cells(titles)
            if self._rows is None:
                self._rows = tuple(self._cells(row) for row in self.table.rows)
        self.height = self._high(self._head) + sum(self._high(row) for row in self._rows)
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        self.wrap(avail_width, avail_height)
        assert self._rows is not None
        left = avail_height - self._high(self._head)
        count = 0
        while count < len(self._rows) and self._high(self._rows[count]) <= left + 0.01:
            left -= self._high(self._rows[count])
            count += 1
        if count == 0:
            return self._split_row(left)
        enough = min(count, len(self._rows) - LEAST_ROWS)
        if avail_height < self.setting.height - 1 and (enough < LEAST_ROWS or self.height <= WHOLE):
            return []
        count = enough if enough >= LEAST_ROWS else count
        return [self._part(self._rows[:count], 0), self._part(self._rows[count:], count)]

    def draw(self) -> None:
        assert self._rows is not None
        y = self._draw_row(self._head, self.height)
        self._line(y, "ink", 0.9)
        for anchor, row in zip(self._anchors, self._rows, strict=False):
            if anchor:
                self._anchor(anchor, y)
            y = self._draw_row(row, y)
            self._line(y, "line", 0.6)

    def _split_row(self, left: float) -> list[Flowable]:
        """The first row, too high for what is left, goes on under the next head; only when it is higher
        than half a page, else it moves whole."""
        assert self._rows is not None
        first, rest = self._rows[0], self._rows[1:]
        room = left - 2 * self.pad
        if self._high(first) < self.setting.height / 2 or room < 60:
            return []
        counts = [lines_within(cell, room) for cell in first]
        head = tuple(lines_between(cell, 0, n) for cell, n in zip(first, counts, strict=True))
        tail = tuple(lines_between(c, n, len(c.lines)) for c, n in zip(first, counts, strict=True))
        return [self._part((head,), 0), self._part((tail, *rest), 0)]

    def _part(self, rows: tuple[Cells, ...], first: int) -> ShapedTable:
        part = ShapedTable(self.table, self.setting, rows)
        part.width, part._anchors = self.width, self._anchors[first:]
        return part

    def _cells(self, row: Row) -> Cells:
        style = self._style(row.strong)
        widths = self._reaching(row) if row.wide else self._widths()
        cells = zip(row.cells, self.table.columns, widths, strict=True)
        return tuple(
            self.setting.engine.shape(spans, _aligned(style, column), width) for spans, column, width in cells
        )

    def _reaching(self, row: Row) -> list[float]:
        """The first cell's width with that of the empty cells after it."""
        widths = self._widths()
        empty = next((i for i, spans in enumerate(row.cells) if i and spans), len(widths)) - 1
        return [sum(widths[: empty + 1]) + GUTTER * empty, *widths[1:]]

    def _style(self, strong: bool) -> Style:
        style = self.setting.style("small" if self.table.compact else "body")
        size = style.size if self.table.compact else style.size - 0.9 * self.setting.scale
        return replace(style, size=size, weight=600 if strong else 400, leading=1.35)

    def _widths(self) -> list[float]:
        shares = [column.share for column in self.table.columns]
        room = self.width - GUTTER * (len(shares) - 1)
        return [room * share / sum(shares) for share in shares]

    def _high(self, row: Cells) -> float:
        return max((cell.height for cell in row), default=0.0) + 2 * self.pad

    def _draw_row(self, row: Cells, y: float) -> float:
        ink = ink_of(self)
        x = 0.0
        for cell, width in zip(row, self._widths(), strict=True):
            ink.text(cell, x, y - self.pad, self.setting.theme["ink"])
            x += width + GUTTER
        return y - self._high(row)

    def _line(self, y: float, role: str, width: float) -> None:
        self.canv.setStrokeColor(self.setting.theme[role])
        self.canv.setLineWidth(width)
        self.canv.line(0, y, self.width, y)

    def _anchor(self, name: str, y: float) -> None:
        self.canv.saveState()
        self.canv.translate(0, y)
        ink_of(self).anchor(name)
        self.canv.restoreState()


def _aligned(style: Style, column: Column) -> Style:
    return replace(style, align=column.align)
