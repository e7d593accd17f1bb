"""The coverage in the brief: a headline that says what stands open, then the figure."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from helpers import engines
from helpers.desks import park
from rondo.brief.blocks import Chapter, Picture
from rondo.brief.compose import compose
from rondo.brief.material import Material
from rondo.brief.setting import PAPERS, Setting
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.text.qt_engine import QtTextEngine
from rondo.words import LANGUAGES, Words
from rondofile.enums import Architecture, Experience, PlacementState
from rondofile.project import Project
from rondofile.records import Fit, Menu, MenuChoice, MenuRule, Placement, Reading

OF_OFFERS = (Fit, Placement, Reading, Menu, MenuChoice, MenuRule)


@pytest.fixture(scope="module")
def engine(qapp: object) -> QtTextEngine:
    return engines.engine()


def chapter(engine: QtTextEngine, project: Project, language: str = "en") -> Chapter | None:
    setting = Setting(engine, load_theme("print"), PAPERS["a4"])
    material = Material(project, load(language), Words(language), setting)
    content = compose(material, "working-paper")
    return next((one for one in content.chapters if one.kind == "coverage"), None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headline_counts_what_stands_open_and_the_figure_follows(
    engine: QtTextEngine, language: str
) -> None:
    found = chapter(engine, park(), language)
    assert found is not None
    assert "2" in found.title and "3" in found.title
    (picture,) = (block for block in found.blocks if isinstance(block, Picture))
    assert len(picture.figures) == 1


def test_without_a_score_there_is_no_such_chapter(engine: QtTextEngine) -> None:
    records = [record for record in park().records() if not isinstance(record, Fit)]
    assert chapter(engine, Project.of(records)) is None


def test_what_others_serve_and_what_we_serve_have_headlines_of_their_own(engine: QtTextEngine) -> None:
    def title(*more: Placement, scored: int) -> str:
        kept = [r for r in park().records() if not isinstance(r, OF_OFFERS)]
        fits = [f for f in park().all(Fit) if f.segment == "pass" and f.value is not None]
        fits = [replace(f, value=scored if f.experience == "curated-offering" else 0) for f in fits]
        found = chapter(engine, Project.of([*kept, *fits, *more]))
        assert found is not None
        return found.title.replace("\u00a0", " ")

    theirs = Placement(
        id="t",
        player="florida",
        experience=Experience.CURATED_OFFERING,
        architecture=Architecture.CONNECTED_PRODUCER,
    )
    ours = next(p for p in park().all(Placement) if p.card_ref == "pass" and p.experience)
    assert title(scored=2).startswith("1 place that they would value stands open")
    assert title(theirs, scored=2) == "1 place that they would value is served by others alone"
    promised = replace(ours, state=PlacementState.TARGET)
    assert title(promised, scored=2) == "Wherever they would value an experience, we serve it or will"
