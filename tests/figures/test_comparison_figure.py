"""The comparison of the five architectures: every dimension once, its head on every sheet, both in one."""

from __future__ import annotations

from collections import Counter

import pytest

from helpers.cases import case
from helpers.engines import engine
from helpers.journey_figures import assert_sound, groups, said, texts
from rondo.figures import theme
from rondo.figures.bounds import bounds
from rondo.figures.comparison import comparison_figure
from rondo.figures.comparison_table import comparison_pages, comparison_table
from rondo.figures.multiples import small_multiples
from rondo.figures.shapes import Figure
from rondo.strategy.framework import whole as framework
from rondo.words import Words
from rondofile.enums import Architecture
from rondofile.project import Project
from rondofile.records import Journey

LANGUAGES = pytest.mark.parametrize("language", ["en", "nl", "te"])


def means(language: str = "en", look: str = "light") -> dict[str, object]:
    return {
        "framework": framework.load(language),
        "words": Words(language),
        "theme": theme.load(look),
        "engine": engine(),
    }


def pages(language: str = "en", width: float = 730.0, height: float = 480.0) -> tuple[Figure, ...]:
    return comparison_pages(**means(language), max_width=width, max_height=height)  # type: ignore[arg-type]


def whole(project: Project, journey: str, language: str = "en", look: str = "light") -> Figure:
    return comparison_figure(project, journey, **means(language, look))  # type: ignore[arg-type]


def rows(figure: Figure) -> list[str]:
    """The dimensions of a figure from above."""
    found = {key: bounds(group) for key, group in groups(figure).items() if key.startswith("dimension-")}
    return sorted(found, key=lambda key: found[key][1])  # type: ignore[index]


def wanted(language: str = "en") -> list[str]:
    keys = [dimension.key for dimension in framework.load(language).dimensions]
    assert "short-test" in keys
    return [f"dimension-{key}" for key in keys if key != "short-test"]


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@LANGUAGES
@pytest.mark.parametrize(("width", "height"), [(730.0, 480.0), (493.0, 640.0), (493.0, 250.0)])
def test_every_dimension_but_the_short_test_stands_once_over_the_sheets(
    language: str, width: float, height: float
) -> None:
    figures = pages(language, width, height)
    assert len(figures) > 1
    assert [key for figure in figures for key in rows(figure)] == wanted(language)
    for figure in figures:
        assert rows(figure) and figure.height <= height + 0.01
        assert_sound(figure)


@LANGUAGES
def test_every_architecture_says_its_own_on_every_dimension(language: str) -> None:
    texts_ = framework.load(language)
    figure = comparison_table(**means(language), width=730.0)  # type: ignore[arg-type]
    for dimension in texts_.dimensions:
        if dimension.key == "short-test":
            continue
        row = [
            text.block.text
            for text in texts(Figure(1, 1, groups(figure)[f"dimension-{dimension.key}"].shapes, ""))
        ]
        assert row == [capital(dimension.name), *(dimension.text(a) for a in Architecture)]


@LANGUAGES
def test_the_head_stands_on_every_sheet_the_short_test_above_the_name(language: str) -> None:
    figures = pages(language)
    for figure in figures:
        places = {text.block.text: (text.x, text.y) for text in texts(figure)}
        for architecture in Architecture:
            short = places[capital(framework.load(language).short(architecture))]
            name = places[framework.load(language).name(architecture)]
            assert short[0] == name[0] and short[1] < name[1]
        heads = {text.block.text: text for text in texts(figure)}
        feet = set()
        for architecture in Architecture:
            test = heads[capital(framework.load(language).short(architecture))]
            own = heads[framework.load(language).name(architecture)]
            assert 0 <= own.y - test.y - test.block.height < 2, "the name stands right below its test"
            feet.add(round(own.y + own.block.height, 3))
        assert len(feet) == 1


def test_the_sheets_are_about_equally_full() -> None:
    heights = [figure.height for figure in pages(height=480.0)]
    assert len(heights) > 1 and min(heights) > 0.6 * max(heights)


def test_a_row_higher_than_the_sheet_still_stands_whole_on_one_of_its_own() -> None:
    figures = pages(width=493.0, height=60.0)
    assert [rows(figure) for figure in figures] == [[key] for key in wanted()]
    for figure in figures:
        assert_sound(figure)


def test_a_high_sheet_holds_the_whole_table() -> None:
    (figure,) = pages(height=5000.0)
    assert figure == comparison_table(**means(), width=730.0)  # type: ignore[arg-type]


@LANGUAGES
@pytest.mark.parametrize("look", ["light", "print"])
def test_the_whole_comparison_has_the_multiples_above_the_table(language: str, look: str) -> None:
    figure = whole(case(), "visit", language, look)
    assert_sound(figure)
    found = groups(figure)
    signs = Counter(key.partition("--")[0] for key in found if "--step-" in key)
    assert signs == Counter({str(a): len(case().steps_of("visit")) for a in Architecture})
    assert rows(figure) == wanted(language)
    lowest = max((bounds(group) or (0,) * 4)[3] for key, group in found.items() if "--step-" in key)
    assert lowest < min((bounds(found[key]) or (0,) * 4)[1] for key in rows(figure))


def test_the_whole_comparison_is_as_high_as_both_and_named_for_the_journey() -> None:
    figure = whole(case(), "visit")
    (above,) = small_multiples(case(), "visit", **means(), max_width=730.0)  # type: ignore[arg-type]
    table = comparison_table(**means(), width=730.0)  # type: ignore[arg-type]
    assert above.height + table.height < figure.height < above.height + table.height + 40
    assert figure.title == above.title and "Family visit" in figure.title
    assert set(said(above).split("\n")) | set(said(table).split("\n")) == set(said(figure).split("\n"))


def test_a_journey_without_placed_steps_is_compared_by_the_table_alone() -> None:
    figure = whole(Project.of([Journey(id="empty", name="Nothing yet")]), "empty")
    assert figure == comparison_table(**means(), width=730.0)  # type: ignore[arg-type]


def test_the_same_comparison_gives_the_same_figures() -> None:
    assert pages() == pages()
    assert whole(case(), "visit") == whole(case(), "visit")
