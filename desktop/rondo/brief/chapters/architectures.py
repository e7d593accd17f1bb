"""The architectures' chapter: who would do which step, on what the five differ, what was scored."""

from __future__ import annotations

from rondo.brief.blocks import Block, Chapter, Column, Paragraph, Picture, Row, Table, plain
from rondo.brief.material import Material
from rondo.figures.comparison import comparison_pages, small_multiples
from rondo.strategy.journeys.recast import recast
from rondofile.enums import Architecture
from rondofile.records import Criterion, Journey, Score, Stretch


def architectures_chapter(material: Material) -> tuple[Chapter, ...]:
    """The focus journey under each architecture, then the table; without a journey only the table."""
    journey, stretch = _subject(material)
    title = _headline(material, journey, stretch)
    blocks: list[Block] = [Paragraph(plain(title), "title", anchor="architectures", outline=0)]
    if journey:
        blocks.append(_multiples(material, journey, stretch))
    heading = Paragraph(plain(material.words("brief.architectures.table")), "heading")
    blocks += [heading, _dimensions(material), *_scores(material)]
    return (Chapter("architectures", title, tuple(blocks)),)


def _subject(material: Material) -> tuple[Journey | None, Stretch | None]:
    """The journey of the summary, redesigned if it is; the part of it that was named first."""
    focus, project = material.summary.focus, material.project
    course = focus.to_be or focus.as_is
    journey = course.journey if course else next(iter(project.all(Journey)), None)
    if journey is None or not any(step.phase and step.lane for step in project.steps_of(journey.id)):
        return None, None
    return journey, next(iter(project.stretches_of(journey.id)), None)


def _headline(material: Material, journey: Journey | None, stretch: Stretch | None) -> str:
    words = material.words
    if journey is None:
        return words("brief.architectures.title")
    part_id = stretch.id if stretch else None
    recasts = [recast(material.project, journey.id, a, material.framework, part_id) for a in Architecture]
    moving = {one.step.id for found in recasts for one in found.assignments.values() if one.moved}
    part = stretch.name if stretch and stretch.name else material.journey_name(journey)
    return words(
        "brief.architectures.could_move",
        n=words.number(len(moving)),
        total=words.number(recasts[0].of),
        part=part,
    )


def _multiples(material: Material, journey: Journey, stretch: Stretch | None) -> Picture:
    setting = material.setting
    figures = small_multiples(
        material.project,
        journey.id,
        stretch_id=stretch.id if stretch else None,
        framework=material.framework,
        words=material.words,
        theme=setting.theme,
        engine=setting.engine,
        max_width=setting.width,
        max_height=setting.height - 110,
    )
    caption = material.words("brief.architectures.caption", journey=material.journey_name(journey))
    return Picture(figures, plain(caption), framed=False)


def _dimensions(material: Material) -> Picture:
    setting = material.setting
    figures = comparison_pages(
        framework=material.framework,
        words=material.words,
        theme=setting.theme,
        engine=setting.engine,
        max_width=setting.width,
        max_height=setting.height - 40,
    )
    return Picture(figures, framed=False)


def _scores(material: Material) -> list[Block]:
    """Criteria and scores as they were given, in the given order: a record, never a ranking."""
    project, words, framework = material.project, material.words, material.framework
    criteria = project.all(Criterion)
    if not criteria:
        return []
    given = {(s.criterion, s.architecture): s.score for s in project.all(Score)}
    columns = (
        Column(words("brief.scores.criterion"), 2.6),
        Column(words("brief.scores.weight"), 1, "right"),
        *(Column(framework.name(a), 1.7, "right") for a in Architecture),
    )
    rows = tuple(
        Row(
            (
                plain(one.name),
                plain(words.number(one.weight)),
                *(_score(material, given.get((one.id, a))) for a in Architecture),
            )
        )
        for one in criteria
    )
    heading = Paragraph(plain(words("brief.scores")), "heading")
    note = Paragraph(plain(words("brief.scores.note")), "small")
    return [heading, note, Table(columns, rows, compact=True)]


def _score(material: Material, score: float | None) -> tuple:  # type: ignore[type-arg]
    return plain(material.words.number(score)) if score is not None else plain("–")
