"""ShapedTable: horizontal hairlines only, numbers to the right, the head again on every page."""

from __future__ import annotations

from msgspec.structs import replace
from reportlab.platypus import Flowable

from rondo.brief.blocks import Column, Row, Table
from rondo.brief.ink import ink_of
from rondo.brief.lines import Lines
from rondo.brief.setting import Setting
from rondo.brief.stacks import Stack
from rondo.text.shaped import Span, Style

GUTTER = 10.0
"""White between two columns, in points."""
PAD, PAD_COMPACT = 4.5, 3.0
"""White above and below the text of a row."""

LEAST_ROWS = 2
"""A table leaves at least so many rows on either page."""
WHOLE = 170.0
"""A table no higher than this stands whole on one page, in points."""

TALL = 0.5
"""A row higher than this part of a page may be split; a table with less of a page left may move on whole."""
CUT = 80.0
"""How much of a row that may be split stands at least under a head, in points."""
MOST_BELOW = 100.0
"""Small print up to this height stays with the last rows of the table above it, in points."""

Cells = tuple[Lines, ...]


class ShapedTable(Flowable):
    """A table of shaped cells. Splits between rows; a row higher than a page splits between its lines."""

    def __init__(self, table: Table, setting: Setting) -> None:
        super().__init__()
        self.table, self.setting = table, setting
        self.spaceAfter = 6 * setting.scale
        self.pad = (PAD_COMPACT if table.compact else PAD) * setting.scale
        self._head: Cells = ()
        self._rows: tuple[Cells, ...] = ()
        self._heights: tuple[float, ...] = ()
        self._anchors = tuple(row.anchor for row in table.rows)
        self._heads = tuple(row.heads for row in table.rows)
        self._below = Stack([])

    def take(self, below: list[Flowable], width: float) -> bool:
        """Whether small print is now part of the table's end; what is too high for that is not."""
        taken = Stack([*self._below.flowables, *below])
        if taken.height(width) > MOST_BELOW:
            return False
        self._below = taken
        return True

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        if not self._head or self.width != avail_width:
            self.width = avail_width
            titles = Row(tuple((Span(c.title),) if c.title else () for c in self.table.columns), strong=True)
            self._head = self._cells(titles)
            self._rows = tuple(self._cells(row) for row in self.table.rows)
            self._heights = tuple(self._high(row) for row in self._rows)
        self.height = self._high(self._head) + sum(self._heights) + self._under()
        return self.width, self.height

    def opening(self, width: float) -> float:
        """The height that must be free below a heading for the table to begin there."""
        self.wrap(width, 0)
        if self.height <= WHOLE:
            return float(self.height)
        tall, head, (first, *others) = self.setting.height * TALL, self._high(self._head), self._heights
        if first >= tall:
            return head + CUT
        if others and others[0] >= tall:  # alone above one that moves on whole, but for half a page
            return max(head + first, tall)
        return head + sum(self._heights[:LEAST_ROWS])

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        self.wrap(avail_width, avail_height)
        left = avail_height - self._high(self._head)
        count = 0
        while count < len(self._rows) and self._heights[count] <= left + 0.01:
            left -= self._heights[count]
            count += 1
        if count == 0:
            return self._split_row(left)
        if count == len(self._rows) == 1:
            return self._split_row(left + self._heights[0] - self._under())
        enough = min(count, len(self._rows) - LEAST_ROWS)
        is_low = avail_height < self.setting.height * TALL
        if is_low and (enough < LEAST_ROWS or self.height <= WHOLE):
            return []
        while enough > 1 and self._heads[enough - 1]:
            enough -= 1
        return self._cut(max(enough, 1))

    def draw(self) -> None:
        y = self._draw_row(self._head, self.height)
        self._line(y, "ink", 0.9)
        for anchor, row in zip(self._anchors, self._rows, strict=True):
            if anchor:
                self._anchor(anchor, y)
            y = self._draw_row(row, y)
            self._line(y, "line", 0.6)
        self._below.draw(self.canv, 0, y - self.spaceAfter, self.width)

    def _under(self) -> float:
        """The height of the small print with the white above it."""
        return self._below.height(self.width) + self.spaceAfter if self._below.flowables else 0.0

    def _split_row(self, left: float) -> list[Flowable]:
        """The first row, too high for what is left, goes on under the next head; only when it is higher
        than half a page, else it moves whole."""
        first, room = self._rows[0], left - 2 * self.pad
        if self._heights[0] < self.setting.height * TALL or room < CUT - 2 * self.pad:
            return []
        halves = [cell.cut(cell.within(room)) for cell in first]
        if not any(len(head) for head, _ in halves):
            return []
        head, tail = tuple(head for head, _ in halves), tuple(tail for _, tail in halves)
        rest = self._part((tail, *self._rows[1:]), ("", *self._anchors[1:]), self._heads)
        rest._below = self._below
        return [self._part((head,), self._anchors[:1], self._heads[:1]), rest]

    def _cut(self, count: int) -> list[Flowable]:
        """The first so many rows, and the others under a head of their own."""
        rest = self._part(self._rows[count:], self._anchors[count:], self._heads[count:])
        rest._below = self._below
        return [self._part(self._rows[:count], self._anchors[:count], self._heads[:count]), rest]

    def _part(
        self, rows: tuple[Cells, ...], anchors: tuple[str, ...], heads: tuple[bool, ...]
    ) -> ShapedTable:
        part = ShapedTable(self.table, self.setting)
        part.width, part._head, part._rows = self.width, self._head, rows
        part._anchors, part._heads = anchors, heads
        part._heights = tuple(self._high(row) for row in rows)
        return part

    def _cells(self, row: Row) -> Cells:
        style = self._style(row.strong)
        widths = self._reaching(row) if row.wide else self._widths()
        cells = zip(row.cells, self.table.columns, widths, strict=True)
        return tuple(
            Lines.of(self.setting.engine.shape(spans, _aligned(style, column), width))
            for spans, column, width in cells
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
            ink.text(cell.block(), x, y - self.pad, self.setting.theme["ink"])
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
