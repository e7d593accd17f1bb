"""Glyphs of one font and one span on a line, in the order in which they are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rondo.text.itemise import Item
from rondo.text.shaped import GlyphRun


class Glyph(Struct, frozen=True):
    """A glyph, where it stands, and the place in the text (Qt's count) it comes from."""

    number: int
    x: float
    y: float
    index: int


class Piece(Struct, frozen=True):
    """Glyphs of one item in drawing order."""

    item: Item
    clusters: list[list[Glyph]]
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


def in_drawing_order(glyphs: Sequence[Glyph], right_to_left: bool) -> list[list[Glyph]]:
    """Clusters from left to right; Qt gives those read from the right in reading order."""
    clusters: list[list[Glyph]] = []
    last: int | None = None
    for glyph in glyphs:
        if glyph.index != last:
            clusters.append([])
        clusters[-1].append(glyph)
        last = glyph.index
    return clusters[::-1] if right_to_left else clusters


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours of one item and one direction become one piece: Qt cuts more often than anybody sees."""
    whole: list[Piece] = []
    for piece in pieces:
        last = whole[-1] if whole else None
        if last and last.item is piece.item and last.right_to_left == piece.right_to_left:
            whole[-1] = replace(last, clusters=last.clusters + piece.clusters)
        else:
            whole.append(piece)
    return whole
