"""The chapters of trust: menus that customers move in, and the stairs of what they let us know."""

from __future__ import annotations

from rondo.brief.blocks import Block, Chapter, Paragraph, Picture, plain
from rondo.brief.material import Material
from rondo.figures.menus import telling as menus_telling
from rondo.figures.menus.menu_figure import menu_figure
from rondo.figures.permissions import telling
from rondo.figures.permissions.staircase import staircase_pages
from rondo.strategy.menus import feared, remarks_of
from rondo.strategy.permissions import Open, remarks, stairs
from rondofile.records import Menu

SPARE = 84.0
"""Points that the headline and a caption take from the height of a page."""


def menus_chapters(material: Material) -> tuple[Chapter, ...]:
    """A chapter for each menu with an offer on it, and what stands open about it."""
    menus = [one for one in material.project.all(Menu) if material.project.choices_of(one.id)]
    return tuple(_menu(material, menu, is_last=menu is menus[-1]) for menu in menus)


def permissions_chapter(material: Material) -> tuple[Chapter, ...]:
    """Nothing where nothing is asked for. What has no stair stands in the figure already."""
    project, words, setting = material.project, material.words, material.setting
    if not stairs(project):
        return ()
    found = remarks(project)
    title = words.count("permissions.brief_title", len(stairs(project)), open=words.number(len(found)))
    figures = staircase_pages(
        project,
        words=words,
        theme=setting.theme,
        engine=setting.engine,
        max_width=setting.width,
        max_height=setting.height - SPARE,
    )
    blocks: list[Block] = [
        Paragraph(plain(title), "title", anchor="permissions", outline=0),
        Picture(figures, plain(words("permissions.brief_caption")), framed=False),
        *_listed([telling.sentence(one, words) for one in found if one.about is not Open.NO_ROW]),
    ]
    return (Chapter("permissions", title, tuple(blocks)),)


def _menu(material: Material, menu: Menu, is_last: bool) -> Chapter:
    """The headline, the picture, then what stands open; what asks for a menu stands in the last one."""
    project, words, setting = material.project, material.words, material.setting
    rules = words.number(len(project.rules_of(menu.id)))
    name = menu.name or words("menus.unnamed")
    count = len(project.choices_of(menu.id))
    title = words.count("menus.brief_title", count, name=name, rules=rules)
    figure = menu_figure(
        project,
        menu.id,
        framework=material.framework,
        words=words,
        theme=setting.theme,
        engine=setting.engine,
        width=setting.width,
    )
    found = [*remarks_of(project, menu.id), *(feared(project) if is_last else ())]
    blocks: list[Block] = [
        Paragraph(plain(title), "title", anchor=f"menu-{menu.id}", outline=0),
        Picture((figure,), plain(words("menus.brief_caption")), framed=False),
        *_listed([menus_telling.sentence(project, remark, words) for remark in found]),
    ]
    return Chapter(f"menu-{menu.id}", title, tuple(blocks))


def _listed(sentences: list[str]) -> list[Block]:
    return [Paragraph(plain(sentence)) for sentence in sentences]
