"""What maps of journeys show on pages: nothing more, one thing of all steps, sticky notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from bench.kept_maps import kept_map
from helpers import engines
from helpers.cases import case, pdf_text, squeezed
from helpers.journey_figures import assert_sound, draw, groups, said
from helpers.journey_figures import pages as paged
from helpers.link_maps import kept
from rondo.brief.write import BriefOptions, brief_pdf
from rondo.commands.write_brief import SHOWN
from rondo.figures.arranging.layout_fold import READABLE
from rondo.figures.journeys.journey import journey_figure
from rondo.figures.journeys.journey_options import JourneyOptions
from rondo.figures.journeys.journey_pages import journey_pages
from rondo.figures.show.values import Show
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Note

pytestmark = pytest.mark.usefixtures("qapp")

AT_STEP, LOOSE = "Nobody measures this wait", "Who owns this line now?"


def noted(project: Project, journey: str) -> Project:
    """The project with a note at the last step of the journey, and one on its map."""
    last = [step for step in project.steps_of(journey) if step.phase and step.lane][-1]
    notes = (
        Note(id="n1", journey=journey, position=0, text=AT_STEP, step=last.id, x=8, y=60),
        Note(id="n2", journey=journey, position=1, text=LOOSE, x=40, y=30),
    )
    return Project.of([*project.records(), *notes])


@pytest.mark.parametrize("width", [493.0, None])
def test_notes_are_printed_where_they_are_asked_for_and_else_stay_internal(width: float | None) -> None:
    project = noted(case(), "visit")
    plain, printed = draw(project, "visit", width=width), draw(project, "visit", width=width, notes=True)
    assert AT_STEP not in said(plain) and not [key for key in groups(plain) if "note" in key]
    assert AT_STEP in said(printed) and LOOSE in said(printed)
    assert {"note-n1", "notes"} <= set(groups(printed)) and "note-n2" not in groups(printed)
    assert printed.height > plain.height
    assert_sound(printed)


def test_a_journey_over_several_pages_prints_every_note_once() -> None:
    project = noted(kept("mortgage"), "j")
    figures = journey_pages(
        project,
        "j",
        framework=load("en"),
        words=Words("en"),
        theme=load_theme("light"),
        engine=engines.engine(),
        max_width=493,
        max_height=420,
        options=JourneyOptions(notes=True),
    )
    assert len(figures) > 1
    for text in (AT_STEP, LOOSE):
        assert sum(said(figure).count(text) for figure in figures) == 1


def test_a_figure_of_any_width_takes_a_shape_that_can_be_read_whole() -> None:
    figure = journey_figure(
        kept("groceries"),
        "j",
        framework=load("en"),
        words=Words("en"),
        theme=load_theme("light"),
        engine=engines.engine(),
    )
    steps = [key for key in groups(figure) if key.startswith("step-")]
    assert len(steps) == len(kept_map("groceries").steps)
    assert figure.width < 1.7 * READABLE and figure.width < 5.5 * figure.height


def test_a_brief_shows_and_prints_on_its_maps_what_is_asked_for(tmp_path: Path) -> None:
    project, engine = noted(case(), "visit"), engines.engine()
    plain, asked = tmp_path / "plain.pdf", tmp_path / "asked.pdf"
    plain.write_bytes(brief_pdf(project, engine))
    asked.write_bytes(brief_pdf(project, engine, BriefOptions(show="waits", notes=True, shade="count")))
    before, after = squeezed(pdf_text(plain)), squeezed(pdf_text(asked))
    for text in (AT_STEP, LOOSE, Words("en")("show.waits"), Words("en")("matrix_figure.shade.count")):
        assert squeezed(text) not in before and squeezed(text) in after


def test_everything_that_maps_show_can_be_asked_of_a_brief() -> None:
    assert tuple(Show) == SHOWN


def test_a_lane_that_a_person_made_higher_is_higher_on_pages_too_where_there_is_room() -> None:
    project = case()
    lane = project.lanes_of("visit")[1]
    high = Project.of(replace(r, height=220) if r == lane else r for r in project.records())

    for width, more in ((None, 90.0), (493.0, 50.0)):
        low, tall = draw(project, "visit", width=width), draw(high, "visit", width=width)
        assert tall.height > low.height + more and tall.width < 1.05 * low.width
    assert len(paged(high, "visit", height=560)) == len(paged(project, "visit", height=560)) == 1
