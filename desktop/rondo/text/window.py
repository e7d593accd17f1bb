"""A stretch of one paragraph broken into lines of glyphs, by QTextLayout."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine, QTextOption

from rondo.text.faces import LAYOUT_PIXELS, Face
from rondo.text.glyph_pieces import Glyph, Piece, in_drawing_order, joined
from rondo.text.itemise import Item
from rondo.text.paragraph import JOINER, SPACES, Places
from rondo.text.shaped import GlyphRun

_SOFT_HYPHEN, _NO_BREAK = "\u00ad", "\u2060"
_ENDLESS = 30_000_000.0
_WANTED = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)


@lru_cache(maxsize=4)
def _option(*, wraps: bool, rtl: bool) -> QTextOption:
    """How lines break, and from where they are read."""
    modes = QTextOption.WrapMode
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setUseDesignMetrics(True)
    option.setWrapMode(modes.WrapAtWordBoundaryOrAnywhere if wraps else modes.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    return option


class Broken(Struct, frozen=True):
    """A line before it has a place: which source it shows, how wide it is, its runs and their faces.

    Positions are from the line's left end and its baseline. `stop` is where its text ends, `end` where the
    white space ends that the break swallows."""

    start: int
    stop: int
    end: int
    width: float
    runs: tuple[GlyphRun, ...]
    faces: tuple[Face, ...]


class Window:
    """The lines of a stretch at a size and a width. `natural_width` is its width unbroken.

    `text` is laid out; `source`, as long, is what the glyphs say."""

    def __init__(
        self, text: str, source: str, items: Sequence[Item], size: float, width: float | None, rtl: bool
    ) -> None:
        self._text, self._source, self._items, self._size = text, source, items, size
        self._places = Places(text)
        self._starts = [self._places.qt(item.start) for item in items]
        self._scale = size / LAYOUT_PIXELS
        room = _ENDLESS if width is None else max(width / self._scale, 0.0)
        self._layout = self._prepared(width, rtl)
        lines = self._break(room)
        if _SOFT_HYPHEN in text:
            self._text = self._with_hyphens_at_ends(lines)
            self._layout = self._prepared(width, rtl)
            lines = self._break(room)
        bounds = self._bounds(lines)
        self.lines = tuple(
            self._line(line, start, end)
            for line, start, end in zip(lines, bounds, bounds[1:], strict=False)
            if start < end or len(lines) == 1
        )
        widest = self._layout.maximumWidth() * self._scale
        self.natural_width = self.lines[0].width if len(self.lines) == 1 else widest

    def _prepared(self, width: float | None, rtl: bool) -> QTextLayout:
        layout = QTextLayout(self._text, self._items[0].face.font)
        if len(self._items) > 1:
            layout.setFormats(self._formats())
        layout.setTextOption(_option(wraps=width is not None, rtl=rtl))
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        from PySide6.QtGui import QTextCharFormat  # a class with many names, for texts of several fonts alone

        ranges = []
        stops = [*self._starts[1:], self._places.qt(len(self._text))]
        for item, start, stop in zip(self._items, self._starts, stops, strict=True):
            stretch = QTextLayout.FormatRange()
            look = QTextCharFormat()
            look.setFont(item.face.font)
            stretch.start, stretch.length, stretch.format = start, stop - start, look
            ranges.append(stretch)
        return ranges

    def _break(self, width: float) -> list[QTextLine]:
        lines = []
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(line)
        self._layout.endLayout()
        return lines

    def _with_hyphens_at_ends(self, lines: Sequence[QTextLine]) -> str:
        """The text with those soft hyphens alone at which a line ends. Qt leaves the hidden ones out of the
        glyphs but not out of their places in the text, and every letter after them would say another."""
        ends = {self._places.python(line.textStart() + line.textLength()) - 1 for line in lines}
        return "".join(
            _NO_BREAK if letter == _SOFT_HYPHEN and place not in ends else letter
            for place, letter in enumerate(self._text)
        )

    def _bounds(self, lines: Sequence[QTextLine]) -> list[int]:
        """Where lines begin and the last one ends; a stand-in goes with the character before it, even where
        Qt broke between them because not one character fits."""
        bounds = [self._places.python(line.textStart()) for line in lines] + [len(self._text)]
        for index in range(1, len(lines)):
            while bounds[index] < len(self._text) and self._text[bounds[index]] == JOINER:
                bounds[index] += 1
        return bounds

    def _line(self, line: QTextLine, start: int, end: int) -> Broken:
        stop = start + len(self._source[start:end].rstrip(SPACES))
        width = line.horizontalAdvance() * self._scale if stop > start else 0.0
        found = line.glyphRuns(-1, -1, _WANTED) if stop > start else []
        if len(found) == 1 and len(self._items) == 1:
            plain = self._plain_run(line, found[0], start, stop, width)
            if plain is not None:
                return Broken(start, stop, end, width, (plain,), (self._items[0].face,))
        pieces = joined(sorted(self._pieces(line, found, start, stop), key=lambda piece: piece.left))
        lefts = [piece.left for piece in pieces]
        widths = [after - left for left, after in zip(lefts, [*lefts[1:], width], strict=False)]
        runs = tuple(piece.run(self._size, wide) for piece, wide in zip(pieces, widths, strict=True))
        return Broken(start, stop, end, width, runs, tuple(piece.item.face for piece in pieces))

    def _plain_run(
        self, line: QTextLine, run: QGlyphRun, start: int, stop: int, width: float
    ) -> GlyphRun | None:
        """The glyphs of a line of one font, one for each letter from the left: the way of nearly all lines,
        in a fraction of the time. None where letters are more than that; the pieces then say the same."""
        indexes = run.stringIndexes()
        goes_on = indexes == list(range(start, start + len(indexes))) and len(indexes) >= stop - start
        if not goes_on or run.isRightToLeft() or self._places.has_pairs or JOINER in self._text:
            return None
        scale, baseline, item = self._scale, line.ascent(), self._items[0]
        places = [at.toTuple() for at in run.positions()]
        xs = tuple([x * scale for x, _ in places])
        return GlyphRun(
            font=item.face.key,
            size=self._size,
            glyphs=tuple(run.glyphIndexes()),
            xs=xs,
            ys=tuple([(y - baseline) * scale for _, y in places]),
            texts=tuple(self._source[start : start + len(indexes)]),
            width=width - xs[0],
            span=item.span,
        )

    def _pieces(self, line: QTextLine, runs: Sequence[QGlyphRun], start: int, stop: int) -> Iterator[Piece]:
        """The line's glyphs, cut where Qt cuts (font, direction) and where the items do (span)."""
        found = [(run.isRightToLeft(), self._glyphs(line, run)) for run in runs]
        indexes = [glyph.index for _, glyphs in found for glyph in glyphs]
        texts = self._cluster_texts(indexes, start, stop)
        for right_to_left, glyphs in found:
            for item, part in self._by_item(glyphs):
                yield Piece(item, in_drawing_order(part, right_to_left), texts, right_to_left)

    def _glyphs(self, line: QTextLine, run: QGlyphRun) -> list[Glyph]:
        """A run's glyphs at their places; stand-ins are left out and so count with what is before them."""
        scale, baseline = self._scale, line.ascent()
        placed = zip(run.glyphIndexes(), run.positions(), run.stringIndexes(), strict=True)
        glyphs = [
            Glyph(number, at.x() * scale, (at.y() - baseline) * scale, index) for number, at, index in placed
        ]
        return glyphs if JOINER not in self._text else list(self._without_stand_ins(glyphs))

    def _without_stand_ins(self, glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
        last = -1
        for glyph in glyphs:
            place = self._places.python(glyph.index)
            goes_on = glyph.index == last and self._text[place + 1 : place + 2] == JOINER
            if self._text[place] != JOINER and not goes_on:
                yield glyph
            last = glyph.index

    def _cluster_texts(self, indexes: Sequence[int], start: int, stop: int) -> dict[int, str]:
        """The source text of the cluster that begins at each index: up to where the next begins."""
        begins = sorted(set(indexes))
        bounds = [self._places.python(index) for index in begins] + [stop]
        if begins:
            bounds[0] = start
            bounds[-1] = max(stop, bounds[-2] + 1)
        return {index: self._source[a:b] for index, a, b in zip(begins, bounds, bounds[1:], strict=False)}

    def _by_item(self, glyphs: Sequence[Glyph]) -> Iterator[tuple[Item, list[Glyph]]]:
        if len(self._items) == 1 and glyphs:
            yield self._items[0], list(glyphs)
            return
        part: list[Glyph] = []
        last = 0
        for glyph in glyphs:
            place = bisect_right(self._starts, glyph.index) - 1
            if place != last and part:
                yield self._items[last], part
                part = []
            part.append(glyph)
            last = place
        if part:
            yield self._items[last], part
