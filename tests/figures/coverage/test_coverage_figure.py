"""The coverage as a figure: whole at any width and in any language, parted over pages between rows."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from msgspec.structs import replace

from helpers.engines import engine
from helpers.matrices import box, cut, groups, holds, inside, said, texts, worked_case
from rondo.figures import theme
from rondo.figures.bounds import require_whole
from rondo.figures.coverage.coverage import coverage_figure, coverage_pages
from rondo.figures.coverage.score_mark import Track, score_mark
from rondo.figures.shapes import Ellipse, Figure, Path, Rect
from rondo.strategy.framework import whole as framework
from rondo.strategy.people.answers import Answer
from rondo.words import LANGUAGES, Words
from rondofile.enums import Experience, RoleKind
from rondofile.project import Project
from rondofile.records import Fit, Segment, SegmentRole

TRACK = Track(0.0, 40.0, 0.0, 1.0)


def means(language: str = "en", look: str = "light") -> dict[str, Any]:
    return {
        "framework": framework.load(language),
        "words": Words(language),
        "theme": theme.load(look),
        "engine": engine(),
    }


def without_scores_that_differ() -> Project:
    kept = [r for r in worked_case().records() if not (isinstance(r, Fit) and r.situation)]
    return Project.of(kept)


def many(count: int) -> Project:
    more = [Segment(id=f"more-{n}", position=9 + n, name=f"Guests number {n}") for n in range(count)]
    return Project.of([*worked_case().records(), *more])


def assert_sound(figure: Figure) -> None:
    require_whole(figure)
    found = texts(figure)
    assert len(found) > 40
    assert min(text.block.style.size for text in found) >= 7
    page = (0.0, 0.0, figure.width, figure.height)
    assert all(holds(page, box(text)) for text in found)
    assert not [(a.block.text, b.block.text) for a, b in combinations(found, 2) if cut(box(a), box(b))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [487.0, 730.0, 1400.0])
def test_no_word_lies_over_another_at_any_width(language: str, width: float) -> None:
    assert_sound(coverage_figure(worked_case(), width=width, **means(language)))


def test_every_row_has_five_cells_and_each_experience_two_scores() -> None:
    found = groups(coverage_figure(worked_case(), **means()))
    people = ("families", "home", "rain", "pass", "noband")
    for key in people:
        for experience in (*Experience, None):
            assert f"cell-{key}-{experience or 'none'}" in found
        for experience in Experience:
            assert f"score-{key}-{experience}-comfort" in found
            assert f"score-{key}-{experience}-value" in found
    assert found["score-noband-coach-behavior-comfort"].title == "Would they like it? −2"
    assert found["segment-families"].title == "First-visit families"
    assert found["situation-rain"].title == "First-visit families – when it rains at noon"


def test_offers_stand_with_the_people_they_are_for() -> None:
    found = groups(coverage_figure(worked_case(), **means()))
    cell = found["cell-home-curated-offering"]
    assert "Three days, next ride that fits" in said([cell])
    assert any("for all of them" in text for text in said([found["cell-home-respond-to-desire"]]))
    assert "They would value it; nobody serves it." in said([found["cell-rain-coach-behavior"]])


def test_another_who_pays_stands_below_the_name() -> None:
    pays = SegmentRole(id="r", segment="noband", kind=RoleKind.PAYER, holder="families")
    own = SegmentRole(id="s", segment="pass", kind=RoleKind.PAYER)
    found = groups(coverage_figure(Project.of([*worked_case().records(), pays, own]), **means()))
    assert "paid by First-visit families" in said([found["segment-noband"]])
    assert len(said([found["segment-pass"]])) == 2


def test_a_score_says_itself_by_side_form_and_number() -> None:
    pen = theme.load("light")

    def drawn(which: Any, value: int | None, inherited: bool = False) -> tuple[Any, ...]:
        return score_mark(which, Answer(value, None, inherited), TRACK, pen)

    (bar,) = (s for s in drawn("comfort", 2) if isinstance(s, Rect))
    assert (bar.x, bar.width) == (20.0, 20.0)
    (bar,) = (s for s in drawn("comfort", -1) if isinstance(s, Rect))
    assert (bar.x, bar.width) == (10.0, 10.0)
    assert [type(s) for s in (drawn("comfort", 1)[-1], drawn("value", 1)[-1])] == [Ellipse, Path]
    solid, hollow = drawn("comfort", 1)[-1], drawn("comfort", 1, True)[-1]
    assert (solid.fill, hollow.fill) == (pen["ok"], pen["surface"])
    assert not [s for s in drawn("value", None) if isinstance(s, Ellipse | Path | Rect)]


def test_a_place_on_the_track_is_the_nearest_score() -> None:
    for score in range(-2, 3):
        assert TRACK.score_at(TRACK.x(score) + 4.0) == score
        assert TRACK.score_at(TRACK.x(score) - 4.0) == score
    assert (TRACK.score_at(-99.0), TRACK.score_at(99.0)) == (-2, 2)


def test_a_score_of_the_segment_is_drawn_hollow_in_its_situation() -> None:
    pen = means()["theme"]
    found = groups(coverage_figure(without_scores_that_differ(), **means()))
    (own,) = inside(found["score-families-respond-to-desire-comfort"], Ellipse)
    (taken,) = inside(found["score-rain-respond-to-desire-comfort"], Ellipse)
    assert (own.fill, taken.fill) == (pen["ok"], pen["surface"])


def test_pages_show_every_row_once_under_the_heads() -> None:
    project = many(12)
    pages = coverage_pages(project, max_width=487.0, max_height=420.0, **means())
    assert len(pages) > 1
    rows: list[str] = []
    for page in pages:
        assert page.height <= 420.0
        require_whole(page)
        found = groups(page)
        assert "row-curated-offering" in found
        rows += [key for key in found if key.startswith(("segment-", "situation-"))]
    assert rows == [
        "segment-families",
        "situation-home",
        "situation-rain",
        "segment-pass",
        "segment-noband",
    ] + [f"segment-more-{n}" for n in range(12)]
    assert "legend" in groups(pages[-1]) and "legend" not in groups(pages[0])


def test_without_a_segment_it_says_so_and_there_are_no_pages() -> None:
    nobody = Project.of([])
    assert "There is no customer segment yet." in said(coverage_figure(nobody, **means()).shapes)
    assert coverage_pages(nobody, max_width=487.0, max_height=420.0, **means()) == ()


def test_a_very_long_name_is_written_in_full() -> None:
    long = "Families-with-a-name-of-hardly-bearable-length " * 4
    records = [replace(r, name=long) if isinstance(r, Segment) else r for r in worked_case().records()]
    figure = coverage_figure(Project.of(records), width=487.0, **means())
    assert_sound(figure)
    assert long.strip() in said(figure.shapes)
