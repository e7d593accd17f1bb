"""Any valid project becomes a brief: nothing raises, nothing is lost, nothing stands outside the page."""

from __future__ import annotations

import io
import re
import unicodedata

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import engines
from helpers.briefs import page_texts
from helpers.projects import projects
from rondo.brief.setting import PAPERS
from rondo.brief.write import BriefOptions, brief_pdf
from rondofile.project import Project
from rondofile.records import BriefSection, Journey, Placement, Step

ENGINE = engines.system_engine()
OPTIONS = st.builds(
    BriefOptions,
    preset=st.sampled_from(["board", "working-paper"]),
    paper=st.sampled_from(sorted(PAPERS)),
    landscape=st.booleans(),
    language=st.sampled_from(["en", "nl", "te"]),
)
SOME = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(SOME, max_examples=400)


def boxes(pdf: bytes) -> list[tuple[int, tuple[float, float, float, float], tuple[float, float]]]:
    """Every text object: its page, its box, the size of the page."""
    found = []
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    for number, page in enumerate(document):
        size = page.get_size()
        texts = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], max_depth=1)
        found.extend((number, text.get_bounds(), size) for text in texts)
        page.close()
    document.close()
    return found


def check_brief(project: Project, options: BriefOptions) -> None:
    pdf = brief_pdf(project, ENGINE, options)
    assert pdf == brief_pdf(project, ENGINE, options)
    texts = page_texts(pdf)
    assert texts
    for page, (left, bottom, right, top), (width, height) in boxes(pdf):
        inside = left >= -1 and bottom >= -1 and right <= width + 1 and top <= height + 1
        assert inside or right <= left or top <= bottom, (page, left, bottom, right, top)


@SOME
@given(projects(most=2), OPTIONS)
def test_any_project_when_written_then_it_is_a_brief_within_its_pages(project, options):
    check_brief(project, options)


@pytest.mark.long
@MANY
@given(projects(most=4), OPTIONS)
def test_many_projects_when_written_then_they_are_briefs_within_their_pages(project, options):
    check_brief(project, options)


@settings(SOME, max_examples=12)
@given(projects(most=2))
def test_working_paper_of_any_project_when_written_then_every_step_and_reason_is_there(project):
    project = Project.of(r for r in project.records() if not isinstance(r, BriefSection))
    whole = letters_of("".join(page_texts(brief_pdf(project, ENGINE, BriefOptions("working-paper")))))
    said = [step.title for step in project.all(Step)]
    said += [r for o in project.all(Placement) for r in (o.reason_experience, o.reason_architecture)]
    for text in said:
        assert turns(text) or letters_of(text) in whole, text


TURNING = {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""Kinds of letters that make readers of a PDF turn what stands around them."""


def turns(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in TURNING for letter in text)


def letters_of(text: str) -> str:
    """Plain letters and digits alone: what every reader of a PDF gives back in the same order."""
    return re.sub(r"[^A-Za-z0-9]", "", text)


def test_empty_project_when_written_then_both_presets_are_whole_pages():
    for preset in ("board", "working-paper"):
        assert page_texts(brief_pdf(Project.of([]), ENGINE, BriefOptions(preset)))


def test_hostile_texts_when_written_then_they_are_literal_and_nothing_is_active():
    hostile = '<b>x</b> & ]]> <img src="/etc/passwd"> javascript:alert(1) %PDF \\( \u202e\u2066'
    step = Step(id="s", journey="j", title=hostile)
    offer = Placement(id="o", offer=hostile, reason_experience=hostile, source="javascript:alert(1)")
    pdf = brief_pdf(Project.of([Journey(id="j", name=hostile), step, offer]), ENGINE)
    assert b"/URI" not in pdf and b"/JavaScript" not in pdf and b"/Launch" not in pdf
    whole = "".join(page_texts(pdf))
    assert '<img src="/etc/passwd">' in whole and "javascript:alert(1)" in whole
