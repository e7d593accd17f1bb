"""The second page of the board's brief: the pictures behind the first (practice 4.5)."""

from __future__ import annotations

from msgspec.structs import replace

from rondo.brief.blocks import Block, Chapter, Columns, Paragraph, Picture, plain
from rondo.brief.material import Material
from rondo.figures.below.rhythm import rhythm_figure
from rondo.figures.matrices.matrix import MatrixOptions, matrix_pages
from rondo.figures.shapes import Figure
from rondo.figures.three_moments.moments import moments_figure
from rondofile.records import Condition, Placement

MOST_GAPS = 4
"""So many gaps are named on the board's page; the rest are in the working paper."""

TITLE_ROOM = 64.0
"""What the title and the white around a figure take of a page, in points."""


def pictures_page(material: Material) -> Chapter:
    """Three moments and the contact rhythm, the matrix, what else must be true; without the rhythm where
    that would not fit the page, with it again where no page is enough; without moments higher than one."""
    moments, matrix = _moments(material), _matrix(material)
    whole = _page(material, (moments, _rhythm(material), *matrix))
    without = _page(material, (moments, *matrix))
    return replace(whole, shorter=replace(without, shorter=replace(whole, one_page=False)))


def _page(material: Material, figures: tuple[Figure | None, ...]) -> Chapter:
    title = material.words("brief.board.pictures")
    blocks: list[Block] = [
        Paragraph(plain(title), "title", anchor="pictures", outline=0),
        *(Picture((figure,), framed=False) for figure in figures if figure),
        *_small_print(material),
    ]
    return Chapter("pictures", title, tuple(blocks), one_page=True)


def _moments(material: Material) -> Figure | None:
    focus, setting = material.summary.focus, material.setting
    if focus.as_is is None:
        return None
    figure = moments_figure(
        material.project,
        focus.as_is.journey.id,
        focus.to_be.journey.id if focus.to_be else None,
        framework=material.framework,
        words=material.words,
        theme=setting.theme,
        engine=setting.engine,
        width=setting.width,
    )
    return figure if figure and figure.height <= setting.height else None


def _rhythm(material: Material) -> Figure | None:
    focus, setting = material.summary.focus, material.setting
    if focus.as_is is None:
        return None
    return rhythm_figure(
        material.project,
        focus.as_is.journey.id,
        framework=material.framework,
        words=material.words,
        theme=setting.theme,
        engine=setting.engine,
        width=setting.width,
    )


def _matrix(material: Material) -> tuple[Figure, ...]:
    """The matrix; over pages where it is higher than one, since made smaller nobody could read it."""
    if not material.project.all(Placement):
        return ()
    setting = material.setting
    return matrix_pages(
        material.project,
        framework=material.framework,
        words=material.words,
        theme=setting.theme,
        engine=setting.engine,
        options=MatrixOptions(detail="small", heat=material.heat),
        max_width=setting.width,
        max_height=setting.height - TITLE_ROOM,
    )


def _small_print(material: Material) -> list[Block]:
    """What must be true besides what the first page says, and what we do not know yet."""
    words = material.words
    told = {one.condition for one in material.summary.must_be_true}
    must = [_condition(material, one) for one in material.project.all(Condition) if one.id not in told]
    gaps = [
        Paragraph(material.sentence(point), "small") for point in material.summary.open_points[:MOST_GAPS]
    ]
    sides: list[tuple[Block, ...]] = []
    if must:
        sides.append((Paragraph(plain(words("brief.must_be_true_too")), "label"), *must))
    if gaps:
        sides.append((Paragraph(plain(words("brief.open")), "label", anchor="open"), *gaps))
    return [Columns(tuple(sides), (1.7, 1.0)[: len(sides)])] if sides else []


def _condition(material: Material, one: Condition) -> Paragraph:
    words = material.words
    owner = ", ".join(part for part in (one.owner, words.date(one.date)) if part) or words("brief.no_owner")
    said = plain(one.text, colour=material.setting.theme["ink"])
    return Paragraph((*said, *plain(f" – {owner} – "), *material.evidence(one.evidence)), "small")
