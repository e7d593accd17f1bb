"""ShapedParagraph: a flowable whose text is shaped and broken by the text engine."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from reportlab.platypus import Flowable

from rondo.brief.ink import Ink, Later, ink_of
from rondo.brief.lines import Lines
from rondo.text.shaped import Block, Span, Style, TextEngine

MOST_BALANCED = 6
"""Longer texts than this many lines are no titles: they are not balanced, and set smaller."""
SMALLER = (1.0, 0.8, 0.65, 0.5)
"""Sizes tried, largest first, for a title that is too long; none gets smaller than `LEAST_TITLE`."""
LEAST_TITLE = 12.0
LEAST_LINES = 2
"""A paragraph leaves at least so many lines on either page (no widow, no orphan)."""
TRAILING = 34.0
"""Room kept at the end of the lines for what is drawn there later, a page number, in points."""


class Place(Struct, frozen=True):
    """The head of a paragraph as a place: its name, and with a level its entry in the outline."""

    name: str
    title: str = ""
    level: int | None = None

    def mark(self, ink: Ink) -> None:
        """The place is where the ink's origin stands."""
        ink.anchor(self.name, self.title, self.level)


class ShapedParagraph(Flowable):
    """Text of any script, set to the width it is given, split between lines where a page ends."""

    def __init__(
        self, spans: tuple[Span, ...], style: Style, colour: str, engine: TextEngine, after: float = 0.0
    ) -> None:
        super().__init__()
        self.spans, self.style, self.colour, self.engine = spans, style, colour, engine
        self.spaceBefore, self.spaceAfter = 0.0, after
        self.lines: Lines | None = None
        self.even = False
        """Whether the lines shall be about equally long, as in a title."""
        self.place: Place | None = None
        """Marked at the head of the first line."""
        self.trailing: Later | None = None
        """Drawn at the end of the first line when all pages are known."""

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        if self.lines is None or self.width != avail_width:
            shape = titled if self.even else _shaped
            room = max(avail_width - TRAILING, avail_width / 2) if self.trailing else avail_width
            self.lines = Lines.of(shape(self.engine, self.spans, self.style, room))
        self.width, self.height = avail_width, self.lines.height
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        self.wrap(avail_width, avail_height)
        assert self.lines is not None
        count = min(self.lines.within(avail_height), len(self.lines) - LEAST_LINES)
        if count < LEAST_LINES:
            return []
        head, tail = self.lines.cut(count)
        first = self._part(head, 0)
        first.spaceBefore, first.place, first.trailing = self.spaceBefore, self.place, self.trailing
        return [first, self._part(tail, self.spaceAfter)]

    def draw(self) -> None:
        assert self.lines is not None
        ink = ink_of(self)
        if self.place:
            self.canv.saveState()
            self.canv.translate(0, self.height)
            self.place.mark(ink)
            self.canv.restoreState()
        ink.text(self.lines.block(), 0, self.height, self.colour)
        if self.trailing:
            ink.later(self.width, self.height, self.trailing)

    def _part(self, lines: Lines, after: float) -> ShapedParagraph:
        part = ShapedParagraph(self.spans, self.style, self.colour, self.engine, after)
        part.lines, part.width = lines, self.width
        return part


def titled(engine: TextEngine, spans: tuple[Span, ...], style: Style, width: float) -> Block:
    """A title: balanced, and smaller the longer it is, so that it does not fill a page of its own."""
    made = balanced(engine, spans, style, width)
    for smaller in SMALLER[1:]:
        size = max(style.size * smaller, min(LEAST_TITLE, style.size))
        if len(made.lines) <= MOST_BALANCED or size == made.style.size:
            break
        made = balanced(engine, spans, replace(style, size=round(size, 2)), width)
    return made


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
