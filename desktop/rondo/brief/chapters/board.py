"""The second page of the board's brief: the pictures behind the first (practice 4.5)."""

from __future__ import annotations

from rondo.brief.blocks import Block, Chapter, Paragraph, Picture, plain
from rondo.brief.chapters.endings import conditions_table
from rondo.brief.material import Material
from rondo.figures.matrix import MatrixOptions, matrix_figure
from rondo.figures.moments import moments_figure
from rondo.figures.rhythm import rhythm_figure
from rondo.figures.shapes import Figure
from rondofile.records import Placement


def pictures_page(material: Material) -> Chapter:
    """Three moments and the contact rhythm, the matrix, and what must be true in full."""
    words = material.words
    blocks: list[Block] = [
        Paragraph(plain(words("brief.board.pictures")), "title", anchor="pictures", outline=0),
        *_journey_pictures(material),
        *_matrix(material),
        *conditions_table(material),
        *_open(material),
    ]
    return Chapter("pictures", words("brief.board.pictures"), tuple(blocks), one_page=True)


def _journey_pictures(material: Material) -> list[Block]:
    words = material.words
    made: list[Block] = []
    for label, figure in (("moments", _moments(material)), ("rhythm", _rhythm(material))):
        if figure:
            made.append(Paragraph(plain(words(f"brief.board.{label}")), "label"))
            made.append(Picture((figure,), framed=False))
    return made


def _moments(material: Material) -> Figure | None:
    focus, setting = material.summary.focus, material.setting
    if focus.as_is is None:
        return None
    return moments_figure(
        material.project,
        focus.as_is.journey.id,
        focus.to_be.journey.id if focus.to_be else None,
        framework=material.framework,
        words=material.words,
        theme=setting.theme,
        engine=setting.engine,
        width=setting.width,
    )


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


def _matrix(material: Material) -> list[Block]:
    if not material.project.all(Placement):
        return []
    setting = material.setting
    figure = matrix_figure(
        material.project,
        framework=material.framework,
        words=material.words,
        theme=setting.theme,
        engine=setting.engine,
        options=MatrixOptions(width=setting.width),
    )
    label = Paragraph(plain(material.words("brief.board.matrix")), "label")
    return [label, Picture((figure,), framed=False)]


def _open(material: Material) -> list[Block]:
    points = material.summary.open_points
    if not points:
        return []
    words = material.words
    heading = Paragraph(plain(words("brief.open")), "heading", anchor="open")
    return [heading, *(Paragraph(material.sentence(point), "small") for point in points[:4])]
