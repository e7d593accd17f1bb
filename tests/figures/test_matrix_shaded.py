"""The matrix shaded by what is measured in its cells: the number in the cell, never the shade alone."""

from __future__ import annotations

import pytest

from helpers.contrast import contrast
from helpers.matrices import PAGE_WIDTH, Offers, assert_sound, drawn, groups, paged, said, texts, worked_case
from rondo.figures import theme
from rondo.figures.matrices.matrix_shade import amount, shade
from rondo.figures.shapes import Figure, Rect
from rondo.strategy.framework import whole as framework
from rondo.strategy.matrix.heat import Heat, Warmth, heat
from rondo.words import Words
from rondofile.enums import Architecture, Evidence, Experience
from rondofile.project import Project
from rondofile.records import Placement, Reading

ROW, COLUMN = Experience.CURATED_OFFERING, Architecture.CONNECTED_PRODUCER


def ground(figure: Figure, cell: str) -> str | None:
    rect = groups(figure)[f"cell-{cell}"].shapes[0]
    assert isinstance(rect, Rect)
    return rect.fill


def of_evidence() -> Project:
    """Three cells of four offers with none, two and all of them seen."""
    offers = Offers()
    for column, seen in zip(Architecture, (0, 2, 4), strict=False):
        for number in range(4):
            known = Evidence.SEEN if number < seen else Evidence.ASSUMED
            offers.add(ROW, column, evidence=known)
    return offers.project()


@pytest.mark.parametrize("kind", Heat)
@pytest.mark.parametrize("detail", ["offers", "small"])
def test_every_cell_with_offers_says_its_amount_in_words(kind: Heat, detail: str) -> None:
    project = worked_case()
    figure = drawn(project, heat=kind, detail=detail)
    assert_sound(figure)
    found = heat(project, framework.load("en"), project.all(Placement), kind)
    assert len(found) >= 4
    for (row, column), warmth in found.items():
        lines = "\n".join(said([groups(figure)[f"cell-{row or 'none'}-{column}"]]))
        assert amount(warmth, kind, Words("en")) in lines
    assert Words("en")(f"matrix_figure.shade.{kind}") in [text.block.text for text in texts(figure)]


def test_a_fuller_cell_is_darker_on_paper_without_colour() -> None:
    figure = drawn(of_evidence(), heat=Heat.EVIDENCE, look="print")
    grounds = [ground(figure, f"{ROW}-{column}") for column in list(Architecture)[:3]]
    levels = [int(one[1:3], 16) for one in grounds if one is not None]
    assert levels[0] - levels[1] > 20 and levels[1] - levels[2] > 20
    told = ["\n".join(said([groups(figure)[f"cell-{ROW}-{column}"]])) for column in list(Architecture)[:3]]
    numbers = ("0 of 4", "2 of 4", "4 of 4")
    assert all(number in lines for number, lines in zip(numbers, told, strict=True))


@pytest.mark.parametrize("look", theme.NAMES)
def test_words_on_the_darkest_cell_can_be_read(look: str) -> None:
    colours = theme.load(look)
    assert contrast(colours["ink"], shade(Warmth(1, 1, share=1.0), colours)) >= 4.5


def test_without_a_measure_nothing_is_shaded_or_said() -> None:
    figure = drawn(worked_case())
    shades = {ground(figure, f"{row or 'none'}-{c}") for row in (*Experience, None) for c in Architecture}
    light = theme.load("light")
    assert shades == {light["surface"], light["paper"]}
    assert not [text for text in texts(figure) if "darker" in text.block.text]


@pytest.mark.parametrize("kind", Heat)
def test_sixty_shaded_offers_are_legible_over_pages_of_a4(kind: Heat) -> None:
    offers = Offers()
    for number in range(58):
        row = (*Experience, None)[number % 5]
        offers.add(row, list(Architecture)[number // 5 % 5], card_ref="segment-1")
    offers.add(None, None)
    offers.add(None, None)
    assert len(paged(offers.project(), 600, heat=kind)) == 1
    pages = paged(offers.project(), 300, heat=kind)
    assert len(pages) >= 2
    for page in pages:
        assert_sound(page)
    loose = [said([groups(page)["cell-none"]]) for page in pages if "cell-none" in groups(page)]
    warmth = heat(offers.project(), framework.load("en"), offers.project().all(Placement), kind)
    assert amount(warmth[None, None], kind, Words("en")) in loose[-1][-1]


def test_a_cell_that_goes_on_elsewhere_is_not_shaded_where_none_of_its_offers_stand() -> None:
    offers = Offers()
    for _ in range(40):
        offers.add(ROW, COLUMN)
    offers.add(ROW, Architecture.CONNECTED_RETAILER)
    pages = paged(offers.project(), 400, heat=Heat.COUNT)
    assert len(pages) > 1
    elsewhere = f"{ROW}-{Architecture.CONNECTED_RETAILER}"
    assert ground(pages[0], elsewhere) not in (theme.load("light")["paper"], theme.load("light")["surface"])
    assert ground(pages[-1], elsewhere) == theme.load("light")["paper"]
    assert any("40 offers" in line for line in said(pages[-1].shapes))


def test_a_note_tells_why_somebody_reads_an_offer_elsewhere() -> None:
    offers = Offers()
    key = offers.add(ROW, COLUMN, offer="A car now")
    for number, (column, why) in enumerate(
        ((Architecture.CROWD_ORCHESTRATOR, "Drivers supply."), (Architecture.CONNECTED_RETAILER, ""))
    ):
        offers.records.append(
            Reading(
                id=f"reading-{number}",
                placement=key,
                position=number,
                experience=ROW,
                architecture=column,
                reason=why,
                source="A court",
            )
        )
    figure = drawn(offers.project(), width=PAGE_WIDTH)
    assert_sound(figure)
    assert said([groups(figure)[f"note-{key}"]]) == [
        "1  A car now: also read as\n"
        "– Curated offering × Crowd orchestrator (A court): Drivers supply.\n"
        "– Curated offering × Connected retailer (A court)"
    ]
