"""ShapedParagraph: a flowable whose text is shaped and broken by the text engine."""

from __future__ import annotations

from dataclasses import replace

from reportlab.platypus import Flowable

from rondo.brief.ink import Later, ink_of
from rondo.text.shaped import Block, Line, Span, Style, TextEngine

MOST_BALANCED = 6
"""Longer texts than this many lines are no titles, and are not balanced."""
LEAST_LINES = 2
"""A paragraph leaves at least so many lines on either page (no widow, no orphan)."""


class ShapedParagraph(Flowable):
    """Text of any script, set to the width it is given, split between lines where a page ends."""

    def __init__(
        self, spans: tuple[Span, ...], style: Style, colour: str, engine: TextEngine, after: float = 0.0
    ) -> None:
        super().__init__()
        self.spans, self.style, self.colour, self.engine = spans, style, colour, engine
        self.spaceAfter = after
        self.block: Block | None = None
        self.even = False
        """Whether the lines shall be about equally long, as in a title."""
        self.trailing: Later | None = None
        """Drawn at the end of the first line when all pages are known."""

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        if self.block is None or self.width != avail_width:
            shape = balanced if self.even else _shaped
            self.block = shape(self.engine, self.spans, self.style, avail_width)
        self.width, self.height = avail_width, self.block.height
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        self.wrap(avail_width, avail_height)
        assert self.block is not None
        total = len(self.block.lines)
        count = min(lines_within(self.block, avail_height), total - LEAST_LINES)
        if count < LEAST_LINES:
            return []
        return [self._part(0, count, 0), self._part(count, total, self.spaceAfter)]

    def draw(self) -> None:
        assert self.block is not None
        ink = ink_of(self)
        ink.text(self.block, 0, self.height, self.colour)
        if self.trailing:
            ink.later(self.width, self.height, self.trailing)

    def _part(self, first: int, last: int, after: float) -> ShapedParagraph:
        assert self.block is not None
        part = ShapedParagraph(self.spans, self.style, self.colour, self.engine, after)
        part.block, part.width = lines_between(self.block, first, last), self.width
        return part


def balanced(engine: TextEngine, spans: tuple[Span, ...], style: Style, width: float) -> Block:
    """The block of as few lines as fit the width, broken so that the longest is as short as can be."""
    whole = _shaped(engine, spans, style, width)
    low, high, best = width / 2, width, whole
    if not 1 < len(whole.lines) <= MOST_BALANCED or whole.lines[0].right_to_left:
        return whole
    while high - low > 4:
        middle = (low + high) / 2
        tried = _shaped(engine, spans, style, middle)
        if len(tried.lines) <= len(whole.lines):
            high, best = middle, tried
        else:
            low = middle
    return replace(best, width=whole.width)


def _shaped(engine: TextEngine, spans: tuple[Span, ...], style: Style, width: float) -> Block:
    return engine.shape(spans, style, width)


def lines_within(block: Block, height: float) -> int:
    """How many lines of a block stand within a height."""
    return sum(1 for bottom in _bottoms(block) if bottom <= height + 0.01)


def lines_between(block: Block, first: int, last: int) -> Block:
    """The lines first..last-1 as a block of their own, moved up to its head."""
    bottoms = [0.0, *_bottoms(block)]
    up = bottoms[first]
    lines = tuple(_moved(line, -up) for line in block.lines[first:last])
    return replace(block, lines=lines, height=bottoms[last] - up)


def _bottoms(block: Block) -> list[float]:
    """The lower edge of every line; all lines keep below their baseline what the last one keeps."""
    if not block.lines:
        return []
    under = min(block.height - block.lines[-1].y, block.style.size * block.style.leading * 0.4)
    return [*(line.y + under for line in block.lines[:-1]), block.height]


def _moved(line: Line, dy: float) -> Line:
    runs = tuple(replace(run, ys=tuple(y + dy for y in run.ys)) for run in line.runs)
    return replace(line, y=line.y + dy, runs=runs)
