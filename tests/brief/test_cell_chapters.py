"""The chapters of empty cells: moves with their facts wherever a rule proposes one, cell sheets on wish."""

from __future__ import annotations

import pytest

from helpers import engines
from helpers.desks import park
from rondo.brief.blocks import Break, Chapter, Gap, Picture, Table
from rondo.brief.build import chapter_flowables
from rondo.brief.chapters.cells import cells_chapter
from rondo.brief.chapters.cover import cover
from rondo.brief.chapters.moves import moves_chapter
from rondo.brief.compose import compose
from rondo.brief.material import Material
from rondo.brief.setting import PAPERS, Setting
from rondo.brief.stacks import Stack
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.strategy.moves.ranking import worth_a_thought
from rondo.text.qt_engine import QtTextEngine
from rondo.words import LANGUAGES, Words
from rondofile.enums import Architecture, Experience
from rondofile.project import Project
from rondofile.records import BriefSection, CellSheet, Placement, Player


@pytest.fixture(scope="module")
def engine(qapp: object) -> QtTextEngine:
    return engines.engine()


def material(engine: QtTextEngine, project: Project, language: str = "en") -> Material:
    return Material(
        project, load(language), Words(language), Setting(engine, load_theme("print"), PAPERS["a4"])
    )


def said(chapter: Chapter) -> str:
    [table] = [block for block in chapter.blocks if isinstance(block, Table)]
    return "\n".join("".join(span.text for span in cell) for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_move_stands_there_with_its_rule_its_facts_and_what_is_at_stake(
    engine: QtTextEngine, language: str
) -> None:
    given = material(engine, park(), language)
    (chapter,) = moves_chapter(given)
    [table] = [block for block in chapter.blocks if isinstance(block, Table)]
    assert len(table.rows) == len(worth_a_thought(park(), given.framework)) == 5
    text = said(chapter)
    for fact in ("asked again who we are", "too much to compare", "A plan that beats the queue"):
        assert fact in text
    assert given.words("moves.rule.organisation") in text
    assert chapter_flowables(chapter, given.setting)


def test_without_pains_wishes_and_others_there_is_no_such_chapter(engine: QtTextEngine) -> None:
    bare = Project.of([Player(id="us"), Placement(id="o", offer="We do", player="us")])
    assert moves_chapter(material(engine, bare)) == () and cells_chapter(material(engine, bare)) == ()


def test_a_long_list_of_contents_begins_higher_so_that_the_cover_stays_one_page(engine: QtTextEngine) -> None:
    given = material(engine, park())
    heights, white = {}, {}
    for count in (5, 14):
        chapter = cover(given, tuple((f"a{at}", f"Chapter {at}") for at in range(count)))
        heights[count] = Stack(chapter_flowables(chapter, given.setting)).height(given.setting.width)
        above = chapter.blocks[0]
        assert isinstance(above, Gap)
        white[count] = above.height
    assert 0 < white[14] < white[5]
    assert max(heights.values()) <= given.setting.height + 0.01


def test_the_sheets_of_filled_cells_stand_one_a_page_and_only_when_wanted(engine: QtTextEngine) -> None:
    own = CellSheet(
        id="s",
        experience=Experience.COACH_BEHAVIOR,
        architecture=Architecture.PEER_TO_PEER_NETWORK,
        idea="Families remind each other",
    )
    project = Project.of([*park().records(), own])
    (chapter,) = cells_chapter(material(engine, project))
    pictures = [block for block in chapter.blocks if isinstance(block, Picture)]
    assert len(pictures) == 4 == len([b for b in chapter.blocks if isinstance(b, Break)]) + 1
    given = material(engine, project)
    room = given.setting.height - 60
    assert all(figure.height < room for picture in pictures for figure in picture.figures)
    usual = [one.kind for one in compose(given, "working-paper").chapters]
    assert "moves" in usual and "cells" not in usual
    wanted = Project.of([*project.records(), BriefSection(id="b", kind="cells")])
    assert "cells" in [one.kind for one in compose(material(engine, wanted), "working-paper").chapters]
