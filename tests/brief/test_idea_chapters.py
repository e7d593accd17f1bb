"""The chapters of ideas: there when something was written, on wish for the four experiences."""

from __future__ import annotations

import pytest

from helpers import engines
from helpers.desks import park
from rondo.brief.blocks import Paragraph, Picture
from rondo.brief.compose import compose
from rondo.brief.material import Material
from rondo.brief.setting import PAPERS, Setting
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.text.qt_engine import QtTextEngine
from rondo.words import Words
from rondofile.enums import Experience
from rondofile.project import Project
from rondofile.records import BriefSection, Journey, Record, Response


@pytest.fixture(scope="module")
def engine(qapp: object) -> QtTextEngine:
    return engines.engine()


def chapters(engine: QtTextEngine, *more: Record) -> dict[str, str]:
    """The chapters of a working paper by kind, with their titles."""
    project = Project.of([*park().records(), *more])
    setting = Setting(engine, load_theme("print"), PAPERS["a4"])
    content = compose(Material(project, load("en"), Words("en"), setting), "working-paper")
    return {chapter.kind: chapter.title for chapter in content.chapters}


def answer(votes: int = 0) -> Response:
    project = park()
    step = project.steps_of(project.all(Journey)[0].id)[3]
    idea = "Three stays that suit this family"
    return Response(id="r", step=step.id, experience=Experience.CURATED_OFFERING, text=idea, votes=votes)


def test_without_an_idea_there_is_no_chapter_and_with_one_there_is(engine: QtTextEngine) -> None:
    assert not [kind for kind in chapters(engine) if kind.startswith(("responses", "experiences"))]
    found = chapters(engine, answer())
    titles = [title for kind, title in found.items() if kind.startswith("responses")]
    assert len(titles) == 1 and "1 idea at 1 step" in titles[0].replace("\u00a0", " ")


def test_the_idea_with_most_dots_is_named_and_its_figure_is_there(engine: QtTextEngine) -> None:
    project = Project.of([*park().records(), answer(4)])
    setting = Setting(engine, load_theme("print"), PAPERS["a4"])
    content = compose(Material(project, load("en"), Words("en"), setting), "working-paper")
    (chapter,) = [one for one in content.chapters if one.kind.startswith("responses")]
    said = ["".join(s.text for s in b.spans) for b in chapter.blocks if isinstance(b, Paragraph)]
    assert any("Three stays that suit this family" in text and "4 dots" in text for text in said)
    assert [b for b in chapter.blocks if isinstance(b, Picture) and b.figures]


def test_the_four_experiences_stand_in_the_paper_when_they_are_wanted(engine: QtTextEngine) -> None:
    found = chapters(engine, BriefSection(id="b", kind="experiences", included=True))
    assert [kind for kind in found if kind.startswith("experiences")]
