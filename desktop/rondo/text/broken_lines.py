"""One paragraph broken into lines of glyphs, by QTextLayout. Positions start at each line's own origin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption

from rondo.text.faces import LAYOUT_PIXELS, Face
from rondo.text.itemise import Item
from rondo.text.paragraph import SPACES, Places
from rondo.text.shaped import GlyphRun

_ENDLESS = 30_000_000.0
_WANTED = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)


@dataclass(frozen=True, slots=True)
class Broken:
    """A line before it has a place: which source it shows, how wide it is, its runs and their faces."""

    start: int
    stop: int
    end: int
    width: float
    runs: tuple[GlyphRun, ...]
    faces: tuple[Face, ...]


class BrokenParagraph:
    """The lines of one paragraph at a size and a width. `natural_width` is its width unbroken."""

    def __init__(self, text: str, items: Sequence[Item], size: float, width: float | None, rtl: bool) -> None:
        self._text, self._items, self._size = text, items, size
        self._places = Places(text)
        self._starts = [self._places.qt(item.start) for item in items]
        self._scale = size / LAYOUT_PIXELS
        self._layout = self._prepared(width, rtl)
        lines = self._break(_ENDLESS if width is None else max(width / self._scale, 0.0))
        self.lines = tuple(self._line(line) for line in lines)
        self.natural_width = self._layout.maximumWidth() * self._scale

    def _prepared(self, width: float | None, rtl: bool) -> QTextLayout:
        layout = QTextLayout(self._text, self._items[0].face.font)
        if len(self._items) > 1:
            layout.setFormats(self._formats())
        modes = QTextOption.WrapMode
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setUseDesignMetrics(True)
        option.setWrapMode(modes.NoWrap if width is None else modes.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight,
        )
        layout.setTextOption(option)
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
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

    def _line(self, line: QTextLine) -> Broken:
        start = self._places.python(line.textStart())
        end = self._places.python(line.textStart() + line.textLength())
        stop = start + len(self._text[start:end].rstrip(SPACES))
        width = line.naturalTextWidth() * self._scale
        pieces = sorted(self._pieces(line, start, stop), key=lambda piece: piece.left)
        lefts = [piece.left for piece in pieces]
        widths = [after - left for left, after in zip(lefts, [*lefts[1:], width], strict=False)]
        runs = tuple(piece.run(self._size, wide) for piece, wide in zip(pieces, widths, strict=True))
        return Broken(start, stop, end, width, runs, tuple(piece.item.face for piece in pieces))

    def _pieces(self, line: QTextLine, start: int, stop: int) -> Iterator[_Piece]:
        """The line's glyphs, cut where Qt cuts (font, direction) and where the items do (span)."""
        found = [(run, run.stringIndexes()) for run in line.glyphRuns(-1, -1, _WANTED) if run.glyphIndexes()]
        texts = self._cluster_texts([index for _, indexes in found for index in indexes], start, stop)
        for run, indexes in found:
            baseline = line.ascent()
            glyphs = [
                _Glyph(glyph, at.x() * self._scale, (at.y() - baseline) * self._scale, index)
                for glyph, at, index in zip(run.glyphIndexes(), run.positions(), indexes, strict=True)
            ]
            for item, part in self._by_item(glyphs):
                yield _Piece(item, _in_drawing_order(part, run.isRightToLeft()), texts, run.isRightToLeft())

    def _cluster_texts(self, indexes: Sequence[int], start: int, stop: int) -> dict[int, str]:
        """The source text of the cluster that begins at each index: up to where the next begins."""
        begins = sorted(set(indexes))
        bounds = [self._places.python(index) for index in begins] + [stop]
        if begins:
            bounds[0] = start
            bounds[-1] = max(stop, bounds[-2] + 1)
        return {index: self._text[a:b] for index, a, b in zip(begins, bounds, bounds[1:], strict=False)}

    def _by_item(self, glyphs: Sequence[_Glyph]) -> Iterator[tuple[Item, list[_Glyph]]]:
        if len(self._items) == 1:
            yield self._items[0], list(glyphs)
            return
        part: list[_Glyph] = []
        last = -1
        for glyph in glyphs:
            place = bisect_right(self._starts, glyph.index) - 1
            if place != last and part:
                yield self._items[last], part
                part = []
            part.append(glyph)
            last = place
        yield self._items[last], part


@dataclass(frozen=True, slots=True)
class _Glyph:
    number: int
    x: float
    y: float
    index: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """Glyphs of one item in drawing order."""

    item: Item
    clusters: list[list[_Glyph]]
    texts: dict[int, str]
    right_to_left: bool

    @property
    def left(self) -> float:
        """Where the piece begins; marks may stand further to the left than their letter."""
        return self.clusters[0][0].x

    def run(self, size: float, width: float) -> GlyphRun:
        """The piece as plain values."""
        glyphs = [glyph for cluster in self.clusters for glyph in cluster]
        texts: list[str] = []
        for cluster in self.clusters:
            texts += [self.texts[cluster[0].index], *[""] * (len(cluster) - 1)]
        return GlyphRun(
            font=self.item.face.key,
            size=size,
            glyphs=tuple(glyph.number for glyph in glyphs),
            xs=tuple(glyph.x for glyph in glyphs),
            ys=tuple(glyph.y for glyph in glyphs),
            texts=tuple(texts),
            width=width,
            span=self.item.span,
            right_to_left=self.right_to_left,
        )


def _in_drawing_order(glyphs: Sequence[_Glyph], right_to_left: bool) -> list[list[_Glyph]]:
    """Clusters from left to right; Qt gives those read from the right in reading order."""
    clusters: list[list[_Glyph]] = []
    last: int | None = None
    for glyph in glyphs:
        if glyph.index != last:
            clusters.append([])
        clusters[-1].append(glyph)
        last = glyph.index
    return clusters[::-1] if right_to_left else clusters
