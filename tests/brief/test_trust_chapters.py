"""Menus and permissions in the brief: a headline that counts, the figure, then what stands open."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from helpers import engines
from helpers.desks import park
from rondo.brief.blocks import Chapter, Paragraph, Picture
from rondo.brief.chapters.trust import menus_chapters, permissions_chapter
from rondo.brief.compose import compose
from rondo.brief.material import Material
from rondo.brief.setting import PAPERS, Setting
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.text.qt_engine import QtTextEngine
from rondo.words import LANGUAGES, Words
from rondofile.project import Project
from rondofile.records import Menu, MenuChoice, MenuRule, Permission


@pytest.fixture(scope="module")
def engine(qapp: object) -> QtTextEngine:
    return engines.engine()


def material(engine: QtTextEngine, project: Project, language: str = "en") -> Material:
    return Material(
        project, load(language), Words(language), Setting(engine, load_theme("print"), PAPERS["a4"])
    )


def without(*kinds: type) -> Project:
    return Project.of([record for record in park().records() if not isinstance(record, kinds)])


def texts(chapter: Chapter) -> list[str]:
    return ["".join(span.text for span in one.spans) for one in chapter.blocks if isinstance(one, Paragraph)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headlines_count_and_the_figures_follow(engine: QtTextEngine, language: str) -> None:
    there = material(engine, park(), language)
    (menu,), (trust,) = menus_chapters(there), permissions_chapter(there)
    assert "3" in menu.title and "4" in menu.title
    assert "3" in trust.title and "4" in trust.title
    for chapter in (menu, trust):
        (picture,) = (block for block in chapter.blocks if isinstance(block, Picture))
        assert len(picture.figures) == 1
        assert picture.figures[0].width <= there.setting.width


def test_what_stands_open_is_said_below_the_figure(engine: QtTextEngine) -> None:
    first = park().all(Permission)[0]
    poor = park().replaced({"permission": {first.id: (first, replace(first, refusal=""))}})
    (trust,) = permissions_chapter(material(engine, poor))
    assert texts(trust)[1:] == ["Gap: What happens to those who do not give “ages in the party”?"]
    lost = Project.of([record for record in park().records() if record.id != "m-back"])
    (menu,) = menus_chapters(material(engine, lost))
    assert any("How do they get out of" in text for text in texts(menu))


def test_without_menus_and_permissions_there_are_no_such_chapters(engine: QtTextEngine) -> None:
    bare = material(engine, without(Menu, MenuChoice, MenuRule, Permission))
    assert menus_chapters(bare) == () == permissions_chapter(bare)
    empty = material(engine, without(MenuChoice, MenuRule))
    assert menus_chapters(empty) == ()


def test_many_stairs_go_on_over_the_page(engine: QtTextEngine) -> None:
    first = park().all(Permission)[0]
    rows = [replace(first, id=f"p{n}", position=n, limits=first.limits * 12) for n in range(14)]
    (trust,) = permissions_chapter(material(engine, Project.of([*without(Permission).records(), *rows])))
    (picture,) = (block for block in trust.blocks if isinstance(block, Picture))
    assert len(picture.figures) > 1


def test_both_stand_in_a_working_paper(engine: QtTextEngine) -> None:
    kinds = [chapter.kind for chapter in compose(material(engine, park()), "working-paper").chapters]
    assert kinds.index("menu-m-families") < kinds.index("permissions") < kinds.index("architectures")
