"""The coverage as a figure: whole, or parted over pages with the heads on each."""

from __future__ import annotations

from math import inf

from rondo.figures.coverage.coverage_draw import Sheet
from rondo.figures.coverage.coverage_measure import Band, Measure
from rondo.figures.coverage.score_mark import knob
from rondo.figures.legend import LegendEntry, legend
from rondo.figures.lettering import Lettering
from rondo.figures.matrices.matrix_cards import state_bar
from rondo.figures.shapes import Figure, Group, Shape
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.strategy.people.answers import Score
from rondo.strategy.people.coverage import Row, coverage, open_places
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.enums import PlacementState
from rondofile.project import Project

WIDTH = 730.0
"""Points: the long side of A4 without its margins."""


def coverage_figure(
    project: Project,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    width: float = WIDTH,
) -> Figure:
    """Every segment and situation in one figure."""
    pen = Lettering.fitting(engine, theme, width)
    return _Pages(project, Measure(project, framework, words, pen, width)).sheets(inf)[0]


def coverage_pages(
    project: Project,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    max_width: float,
    max_height: float,
) -> tuple[Figure, ...]:
    """The same on as many sheets as its rows need; none where there is no segment."""
    pen = Lettering.fitting(engine, theme, max_width)
    pages = _Pages(project, Measure(project, framework, words, pen, max_width))
    return pages.sheets(max_height) if pages.rows else ()


class _Pages:
    """Deals rows to sheets; a row is never cut."""

    def __init__(self, project: Project, measure: Measure) -> None:
        self.measure, self.rows = measure, coverage(project)

    def sheets(self, max_height: float) -> tuple[Figure, ...]:
        """The heads on each sheet, what the signs mean on the last."""
        below = self._legend(0.0)[1]
        room = max_height - Sheet(self.measure).head_height - below - 2
        dealt: list[list[Band]] = [[]]
        for band in self.measure.bands(self.rows):
            if dealt[-1] and sum(one.height for one in dealt[-1]) + band.height > room:
                dealt.append([])
            dealt[-1].append(band)
        return tuple(self._figure(bands, bands is dealt[-1]) for bands in dealt)

    def _figure(self, bands: list[Band], is_last: bool) -> Figure:
        sheet, words = Sheet(self.measure), self.measure.words
        shapes: list[Shape] = [*sheet.heads(0.0)]
        y = sheet.head_height
        for band in bands:
            shapes += sheet.band(band, y)
            y += band.height
        if not bands:
            nobody = self.measure.pen.block(words("coverage.nobody"), "body", self.measure.width)
            shapes.append(self.measure.pen.text(nobody, 0.0, y + self.measure.pad, "ink-secondary"))
            y += nobody.height + self.measure.pad
        if is_last:
            drawn, high = self._legend(y + self.measure.pad)
            shapes += [drawn] if drawn is not None else []
            y += high + self.measure.pad
        return Figure(
            self.measure.width, y + 1, tuple(shapes), words("coverage.title"), said(self.rows, words)
        )

    def _legend(self, y: float) -> tuple[Group | None, float]:
        measure, theme = self.measure, self.measure.pen.theme

        def sign(which: Score, hollow: bool = False) -> LegendEntry:
            def sample(x: float, y: float, size: float) -> tuple[Shape, ...]:
                role = "ink-secondary"
                return knob(which, x + size / 2, y + size / 2, size * 0.42, theme, role, hollow)

            text = "coverage.legend.inherited" if hollow else f"coverage.{which}.asked"
            return LegendEntry(measure.words(text), sample)

        def bar(state: PlacementState) -> LegendEntry:
            def sample(x: float, y: float, size: float) -> tuple[Shape, ...]:
                return (state_bar(state, x, y - size * 0.2, y + size * 1.2, theme["accent"]),)

            return LegendEntry(measure.framework.name(state), sample, 0.5)

        taken = any(
            answer.inherited for row in self.rows for p in row.places for answer in (p.comfort, p.value)
        )
        signs = [sign("comfort"), sign("value"), *([sign("comfort", True)] if taken else [])]
        meanings = [*signs, *map(bar, PlacementState)]
        return legend(meanings, measure.pen, measure.width, 0.0, y, measure.words("matrix_figure.legend"))


def said(rows: tuple[Row, ...], words: Words) -> str:
    """The coverage in a sentence, for those who cannot see it."""
    return words.count("coverage.said", len(rows), open=words.number(len(open_places(rows))))
