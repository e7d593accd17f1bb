"""How tightly the matrix is set: wide as on a screen, for a page, or small for half a page."""

from __future__ import annotations

from msgspec import Struct

from rondo.figures.lettering import Kind, Lettering
from rondo.figures.matrices.matrix_entries import MatrixOptions
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.text.shaped import TextEngine
from rondo.words import Words

WIDE_FROM = 600.0
"""Points. From here on row names stand beside the cells; on narrower paper they stand above them, so that
the words of the offers get the width."""


class Measure(Struct, frozen=True, kw_only=True):
    """Lengths in points. `beside`: where row names stand; `boxed`: whether an offer's state is the line
    around it or a bar at its left; `gap` and `below`: white between columns and between rows; `pad` and
    `side`: white inside a card above and beside its words; `empty`: the height of a row without offers."""

    beside: bool
    boxed: bool
    counts: bool
    column_names: bool
    size: float
    leading: float
    gap: float
    below: float
    cell_pad: float
    between: float
    pad: float
    side: float
    empty: float
    radius: float
    head: Kind = "head"
    title: Kind = "title"


WIDE = Measure(
    beside=True,
    boxed=True,
    counts=True,
    column_names=True,
    size=7.5,
    leading=1.26,
    gap=6,
    below=6,
    cell_pad=3,
    between=3,
    pad=3.5,
    side=4,
    empty=34,
    radius=5,
)
PAGE = Measure(
    beside=False,
    boxed=True,
    counts=True,
    column_names=True,
    size=7.2,
    leading=1.2,
    gap=5,
    below=5,
    cell_pad=2.5,
    between=2.5,
    pad=3.1,
    side=3.4,
    empty=14,
    radius=4,
    head="title",
)
SMALL = Measure(
    beside=False,
    boxed=False,
    counts=False,
    column_names=False,
    size=7,
    leading=1.1,
    gap=4.4,
    below=3.6,
    cell_pad=2,
    between=1.8,
    pad=0.6,
    side=2.6,
    empty=5,
    radius=2.5,
    head="title",
    title="body",
)


class Drafting(Struct, frozen=True):
    """What every part of the drawing needs: what is said, in which words and letters, how tightly."""

    framework: Framework
    words: Words
    lettering: Lettering
    options: MatrixOptions
    measure: Measure

    @classmethod
    def fitting(
        cls, framework: Framework, words: Words, theme: Theme, engine: TextEngine, options: MatrixOptions
    ) -> Drafting:
        measure = SMALL if options.detail == "small" else WIDE if options.width >= WIDE_FROM else PAGE
        lettering = Lettering.fitting(engine, theme, options.width, measure.size, measure.leading)
        return cls(framework, words, lettering, options, measure)
