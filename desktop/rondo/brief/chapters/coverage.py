"""The coverage's chapter: which segments would like what, who serves them, and which places stand open."""

from __future__ import annotations

from rondo.brief.blocks import Chapter, Paragraph, Picture, plain
from rondo.brief.material import Material
from rondo.figures.coverage.coverage import coverage_pages
from rondo.strategy.people.coverage import Row, Standing, coverage, open_places
from rondofile.records import Fit

SPARE = 84.0
"""Points that the headline and a caption take from the height of a page."""


def coverage_chapter(material: Material) -> tuple[Chapter, ...]:
    """Nothing where nobody was asked what they would like."""
    scored = [fit for fit in material.project.all(Fit) if (fit.comfort, fit.value) != (None, None)]
    if not scored:
        return ()
    title, setting = _headline(material, coverage(material.project)), material.setting
    figures = coverage_pages(
        material.project,
        framework=material.framework,
        words=material.words,
        theme=setting.theme,
        engine=setting.engine,
        max_width=setting.width,
        max_height=setting.height - SPARE,
    )
    blocks = (
        Paragraph(plain(title), "title", anchor="coverage", outline=0),
        Picture(figures, plain(material.words("brief.coverage.caption")), framed=False),
    )
    return (Chapter("coverage", title, blocks),)


def _headline(material: Material, rows: tuple[Row, ...]) -> str:
    """How many places stand open, and how many only others serve."""
    words, found = material.words, open_places(rows)
    taken = sum(place.standing is Standing.TAKEN for place in found)
    free = len(found) - taken
    if free and taken:
        return words.count("brief.coverage.both", free, taken=words.number(taken))
    if free:
        return words.count("brief.coverage.open", free)
    return words.count("brief.coverage.taken", taken) if taken else words("brief.coverage.covered")
