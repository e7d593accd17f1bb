"""The worked case as a brief: everything is on the pages, and its lesson comes out by the rules."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from helpers import engines
from helpers.briefs import page_texts
from helpers.cases import case, pdf_fonts, pdf_text, squeezed
from rondo.brief.write import BriefOptions, brief_pdf
from rondo.strategy.framework.whole import load
from rondo.strategy.sentences import summary
from rondo.text.qt_engine import QtTextEngine
from rondo.words import Words
from rondofile.enums import Architecture
from rondofile.project import Project
from rondofile.records import Mark, Placement, Step


@pytest.fixture(scope="module")
def engine():
    return engines.system_engine()


@pytest.fixture(scope="module")
def paper(engine, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("brief") / "paper.pdf"
    path.write_bytes(brief_pdf(case(), engine))
    return path


def test_working_paper_when_written_then_every_step_title_and_every_reason_is_found(paper):
    text = squeezed(pdf_text(paper))
    steps, offers = case().all(Step), case().all(Placement)
    assert len(steps) >= 30 and len(offers) >= 12
    for step in steps:
        assert squeezed(step.title) in text, step.title
    for offer in offers:
        for said in (offer.offer, offer.reason_experience, offer.reason_architecture, offer.source):
            assert squeezed(said) in text, said


def test_working_paper_when_written_then_all_fonts_are_embedded_subset_and_searchable(paper):
    fonts = pdf_fonts(paper)
    assert fonts
    for font in fonts:
        assert (font["emb"], font["sub"], font["uni"]) == ("yes", "yes", "yes"), font


@pytest.mark.parametrize("preset", ["board", "working-paper"])
@pytest.mark.parametrize("paper_size", ["a4", "letter", "a3"])
def test_brief_when_written_twice_then_the_bytes_are_the_same(engine, preset, paper_size):
    options = BriefOptions(preset, paper_size)
    assert brief_pdf(case(), engine, options) == brief_pdf(case(), QtTextEngine(), options)


@pytest.mark.parametrize("paper_size", ["a4", "letter", "a3"])
@pytest.mark.parametrize("language", ["en", "nl", "te"])
def test_board_brief_when_written_then_it_has_two_pages(engine, paper_size, language):
    assert (
        len(page_texts(brief_pdf(case(), engine, BriefOptions("board", paper_size, language=language)))) == 2
    )


def test_summary_of_the_case_when_told_by_rule_then_its_lesson_comes_out():
    found = summary(case(), load(), Words())
    assert found.candidates[0].id == "H1"
    assert "strangers three times" in found.headline.text
    cause = " ".join(sentence.text for sentence in found.today)
    assert "not the product" in cause
    worse = [row for row in found.worth if row.worse and row.sentence]
    assert any("weeks before" in row.sentence.text for row in worse)


def test_summary_of_the_case_when_one_break_is_mended_then_the_headline_counts_two():
    project = case()
    gate = replace(project.get(Step, "v-tickets"), identity="carried")
    changed = Project.of([r if r.id != gate.id else gate for r in project.records()])
    found = summary(changed, load(), Words())
    h1 = next(one for one in found.candidates if one.id == "H1")
    assert "twice" in h1.headline.text or "two times" in h1.headline.text


def test_every_fact_of_the_case_when_read_then_it_is_sourced_or_marked_assumed():
    checked = 0
    for record in (*case().all(Step), *case().all(Mark), *case().all(Placement)):
        assert record.evidence is not None
        assert record.source or record.evidence == "assumed", record
        checked += 1
    assert checked > 60


def test_case_when_shipped_then_it_shows_off_and_on_the_grid_and_several_players():
    offers = case().all(Placement)
    assert {o.experience for o in offers if o.experience is None} == {None}
    assert len({o.player for o in offers}) >= 4
    assert any(case().readings_of(o.id) for o in offers)
    assert all(o.architecture in Architecture for o in offers)
