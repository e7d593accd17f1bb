"""The whole comparison in one figure: who would do each step, above what each architecture means."""

from __future__ import annotations

from msgspec.structs import replace

from rondo.figures.comparison_table import comparison_pages, comparison_table
from rondo.figures.multiples import small_multiples
from rondo.figures.painters.shifted import shifted
from rondo.figures.shapes import Figure
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.project import Project

__all__ = ["comparison_figure", "comparison_pages", "small_multiples"]
BETWEEN = 24.0


def comparison_figure(
    project: Project,
    journey_id: str,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    stretch_id: str | None = None,
    width: float = 730.0,
) -> Figure:
    """The journey, or a part of it, under the five architectures, and the table of their dimensions; the
    table alone where no step has a phase and a lane."""
    above = small_multiples(
        project,
        journey_id,
        framework=framework,
        words=words,
        theme=theme,
        engine=engine,
        max_width=width,
        stretch_id=stretch_id,
    )
    table = comparison_table(framework=framework, words=words, theme=theme, engine=engine, width=width)
    if not above:
        return table
    (upper,) = above
    top = upper.height + BETWEEN
    lower = tuple(shifted(shape, 0.0, top) for shape in table.shapes)
    return replace(upper, height=top + table.height, shapes=(*upper.shapes, *lower))
