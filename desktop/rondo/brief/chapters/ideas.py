"""The chapters of ideas: what each experience would do at each step, and what it means for who does what."""

from __future__ import annotations

from collections.abc import Iterator

from rondo.brief.blocks import Block, Chapter, Paragraph, Picture, plain
from rondo.brief.material import Material
from rondo.brief.setting import Setting
from rondo.figures.experiences import Course, designs, experiences_pages, proposals
from rondo.figures.responses import responses_pages
from rondo.figures.shapes import Figure
from rondo.strategy.journeys.responses import any_filled, is_filled
from rondofile.enums import Experience
from rondofile.project import Project
from rondofile.records import Journey, Response, Step

SPARE = 84.0
"""Points that the headline and a caption take from the height of a page."""


def responses_chapters(material: Material) -> Iterator[Chapter]:
    """The response grid of every journey in which a cell is filled; nothing where none is."""
    project = material.project
    filled = [j for j in project.all(Journey) if any_filled(project, project.steps_of(j.id))]
    return (_responses(material, journey) for journey in filled)


def experiences_chapters(material: Material) -> Iterator[Chapter]:
    """The four experiences as they are proposed, once, and every redesign beside its journey of today."""
    project, words, framework = material.project, material.words, material.framework
    today = [j for j in project.all(Journey) if j.based_on is None]
    proposed = proposals(project, None, framework, words)
    for at, journey in enumerate(today):
        drawn = designs(project, journey, words, framework)
        courses = [*proposed, *drawn] if at == 0 else drawn
        if courses:
            yield _experiences(material, journey, courses)


def _responses(material: Material, journey: Journey) -> Chapter:
    project, words, setting = material.project, material.words, material.setting.turned()
    found = _ideas(project, journey)
    title = words(
        "brief_ideas.responses",
        ideas=words.count("brief_ideas.ideas", len(found)),
        steps=words.count("brief.count.steps", len({one.step for one in found})),
        journey=material.journey_name(journey),
    )
    figures = responses_pages(
        project,
        journey.id,
        framework=material.framework,
        words=words,
        theme=setting.theme,
        engine=setting.engine,
        max_width=setting.width,
        max_height=setting.height - SPARE,
    )
    lead = _most_dots(material, found)
    caption = words("brief_ideas.responses_caption", journey=material.journey_name(journey))
    return _chapter(f"responses-{journey.id}", title, lead, figures, caption, turned=True)


def _ideas(project: Project, journey: Journey) -> list[Response]:
    there = (one for step in project.steps_of(journey.id) for one in project.responses_of(step.id))
    return [one for one in there if is_filled(one)]


def _most_dots(material: Material, found: list[Response]) -> str:
    """Which idea got most dots, where dots were given and one of them leads."""
    most = max((one.votes for one in found), default=0)
    first = [one for one in found if one.votes == most]
    if not most or len(first) > 1 or not first[0].text:
        return ""
    step = material.project.get(Step, first[0].step)
    dots = material.words.count("responses.votes", most)
    return material.words("brief_ideas.most", idea=first[0].text, step=step.title, dots=dots)


def _experiences(material: Material, journey: Journey, courses: list[Course]) -> Chapter:
    words, name = material.words, material.journey_name(journey)
    title = words("brief_ideas.experiences", journey=name)
    proposed = any(course.key in tuple(Experience) for course in courses)
    key = "brief_ideas.experiences_caption" if proposed else "brief_ideas.designs_caption"
    figures = _drawn(material, courses, material.setting)
    return _chapter(f"experiences-{journey.id}", title, "", figures, words(key, journey=name), turned=False)


def _drawn(material: Material, courses: list[Course], setting: Setting) -> tuple[Figure, ...]:
    return experiences_pages(
        courses,
        framework=material.framework,
        words=material.words,
        theme=setting.theme,
        engine=setting.engine,
        max_width=setting.width,
        max_height=setting.height - SPARE,
    )


def _chapter(
    anchor: str, title: str, lead: str, figures: tuple[Figure, ...], caption: str, *, turned: bool
) -> Chapter:
    blocks: list[Block] = [Paragraph(plain(title), "title", anchor=anchor, outline=0)]
    if lead:
        blocks.append(Paragraph(plain(lead), "small"))
    blocks.append(Picture(figures, plain(caption), framed=False))
    return Chapter(anchor, title, tuple(blocks), turned=turned)
