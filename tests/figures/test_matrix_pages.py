"""The matrix over pages: every offer once, no page too high, notes and legend where they find room."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.matrices import Offers, assert_sound, cards, crowded, groups, paged, said, texts, worked_case
from rondo.figures.shapes import Figure
from rondo.words import Words
from rondofile.enums import Architecture, Experience
from rondofile.project import Project
from rondofile.records import Placement, Reading

ROWS = (*Experience, None)
COLUMN = Architecture.CONNECTED_PRODUCER


def shown(pages: tuple[Figure, ...]) -> list[str]:
    """The offers on all pages, in order of pages."""
    return [key for page in pages for key in cards(page)]


def test_worked_case_fits_one_page() -> None:
    (page,) = paged(worked_case(), 600)
    assert len(cards(page)) == 13


@pytest.mark.parametrize("width", [487.0, 729.0])
def test_sixty_offers_in_a_cell_go_on_from_page_to_page_each_once(width: float) -> None:
    project = crowded((60, 0, 0, 0, 0), ROWS, COLUMN)
    pages = paged(project, 600, max_width=width)
    assert len(pages) >= 3
    assert shown(pages) == [placement.id for placement in project.all(Placement)]
    for page in pages:
        assert_sound(page)
        assert page.height <= 600
    crowd = [page for page in pages if cards(page)]
    for page in crowd:
        assert said([groups(page)[f"cell-{Experience.RESPOND_TO_DESIRE}-{COLUMN}"]])[-1] == "60"
    more = Words("en")("matrix_figure.continued")
    told = [any(more in text for text in said([groups(page)["row-respond-to-desire"]])) for page in crowd]
    assert told == [False] + [True] * (len(crowd) - 1)


def test_heads_stand_on_every_page_and_the_legend_on_the_last() -> None:
    pages = paged(crowded((20, 0, 9, 9, 3), ROWS, COLUMN), 400)
    assert len(pages) >= 3
    for page in pages:
        assert {f"column-{a}" for a in Architecture} <= set(groups(page))
    assert ["legend" in groups(page) for page in pages] == [False] * (len(pages) - 1) + [True]


@settings(max_examples=25, deadline=None)
@given(
    counts=st.tuples(*[st.integers(0, 14)] * 5),
    loose=st.integers(0, 17),
    height=st.sampled_from([200.0, 330.0, 600.0]),
    width=st.sampled_from([487.0, 729.0]),
)
def test_any_crowd_is_dealt_out_whole_and_no_page_is_too_high(
    counts: tuple[int, ...], loose: int, height: float, width: float
) -> None:
    offers = Offers()
    offers.records += crowded(counts, ROWS, COLUMN).all(Placement)
    for _ in range(loose):
        offers.add(None, None)
    project = offers.project()
    pages = paged(project, height, max_width=width)
    assert sorted(shown(pages)) == sorted(placement.id for placement in project.all(Placement))
    for page in pages:
        assert_sound(page)
        assert page.height <= height + 0.01


def test_notes_that_find_no_room_follow_on_pages_of_their_own() -> None:
    pages = paged(_disputed(40), 300)
    notes = [key for page in pages for key in groups(page) if key.startswith("note-")]
    assert notes == [f"note-offer-{number}" for number in range(40)]
    alone = [page for page in pages if not any(key.startswith("cell-") for key in groups(page))]
    assert len(alone) >= 2
    assert all(page.height <= 300 for page in pages)


def _disputed(count: int) -> Project:
    offers = Offers()
    for number in range(count):
        key = offers.add(Experience.COACH_BEHAVIOR, COLUMN)
        offers.records.append(
            Reading(
                id=f"reading-{number}",
                placement=key,
                experience=Experience.CURATED_OFFERING,
                architecture=COLUMN,
                source="A long source that says where this other reading of the offer can be found, and why",
            )
        )
    return offers.project()


def test_legend_never_makes_a_page_too_high_whatever_the_paper() -> None:
    project = crowded((3, 2, 2, 2, 4), ROWS, COLUMN)
    heights = range(150, 620, 5)
    assert len(heights) == 94
    for height in heights:
        pages = paged(project, height)
        assert max(page.height for page in pages) <= height
        assert "legend" in groups(pages[-1]) and cards(pages[-1])
        assert len(shown(pages)) == 13


@pytest.mark.parametrize("language", ["en", "nl", "te"])
def test_sixty_long_offers_in_twelve_cells_fill_two_pages_and_nothing_is_cut(language: str) -> None:
    places = [(row, column) for row in Experience for column in Architecture][:12]
    sentences = (
        "Wij regelen uw arbeidsongeschiktheidsverzekeringsaanvraag vóór u erom vraagt",
        "మీరు అడగకముందే మీ కుటుంబానికి సరిపోయే మూడు రోజుల ప్రణాళికను మేము తయారు చేస్తాము",
    )
    project = Offers()
    for number in range(60):
        project.add(*places[number % 12], offer=f"{number} {sentences[number % 2]}")
    pages = paged(project.project(), 700.0, language=language)
    assert len(pages) == 2
    assert len(shown(pages)) == 60
    for page in pages:
        assert_sound(page)
        assert page.height <= 700
    whole = "".join(text.block.text for page in pages for text in texts(page))
    assert all(f"{number} {sentences[number % 2]}" in whole for number in range(60))
