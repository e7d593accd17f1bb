"""Cards of signs: a whole journey on half a page, with one line of signs where texts would not fit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.cases import case
from helpers.engines import engine
from helpers.journey_figures import assert_sound, draw, groups, pages, said
from helpers.journeys import Drawing
from rondo.figures import theme
from rondo.figures.bounds import bounds, everything
from rondo.figures.cards.card import guessed_height, measured
from rondo.figures.cards.card_signs import MARK, sign_row
from rondo.figures.journeys.journey import JourneyOptions
from rondo.figures.journeys.journey_facts import StepFacts, journey_facts
from rondo.figures.journeys.journey_pages import journey_pages
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.shapes import Arrow, Figure, Group, Rect, Text
from rondo.figures.text_guess import TextGuess
from rondo.strategy.framework import whole as framework
from rondo.words import Words
from rondofile.project import Project

PAGES = {"visit": 520.0, "visit-new": 520.0, "evening": 380.0, "evening-new": 380.0}


def pen(language: str = "en") -> Pen:
    return Pen(theme.load("light"), engine(), Words(language), framework.load(language))


def facts_of(journey: str) -> tuple[StepFacts, ...]:
    return journey_facts(case(), journey, pen(), JourneyOptions()).steps


def card_texts(figure: Figure, step: str) -> list[Text]:
    return [s for s in everything(groups(figure)[f"step-{step}"].shapes) if isinstance(s, Text)]


@pytest.mark.parametrize("journey", PAGES)
def test_every_journey_of_the_case_stands_whole_on_half_a_page(journey: str) -> None:
    found = pages(case(), journey, 487.0, PAGES[journey])
    assert len(found) == 1
    assert found[0].width <= 487.01 and found[0].height <= PAGES[journey]
    assert found[0].width >= 470.0
    assert_sound(found[0])
    drawn = {key for key in groups(found[0]) if key.startswith("step-")}
    assert drawn == {f"step-{step.id}" for step in case().steps_of(journey)}
    assert {"phase-repeat", "rhythm", "legend"} <= set(groups(found[0]))


@pytest.mark.parametrize("journey", PAGES)
def test_the_same_journey_gives_the_same_page(journey: str) -> None:
    one, two = (pages(case(), journey, 487.0, PAGES[journey]) for _ in range(2))
    assert one == two


@pytest.mark.parametrize("journey", ["visit", "visit-new"])
def test_every_label_on_half_a_page_lies_on_its_link(journey: str) -> None:
    found = groups(pages(case(), journey, 487.0, 520.0)[0])
    labelled = [g for key, g in found.items() if key.startswith("link-") and isinstance(g.shapes[0], Arrow)]
    labelled = [g for g in labelled if len(g.shapes) == 3]
    assert len(labelled) >= 5
    for group in labelled:
        chip, arrow = group.shapes[1], group.shapes[0]
        assert isinstance(chip, Rect) and isinstance(arrow, Arrow)
        assert any(_meets(chip, a, b) for a, b in zip(arrow.points, arrow.points[1:], strict=False)), group.id


def _meets(chip: Rect, a: tuple[float, float], b: tuple[float, float]) -> bool:
    across = min(a[0], b[0]) <= chip.x + chip.width and max(a[0], b[0]) >= chip.x
    return across and min(a[1], b[1]) <= chip.y + chip.height and max(a[1], b[1]) >= chip.y


def test_a_card_of_signs_has_its_title_whole_and_its_signs_on_one_line() -> None:
    figure = pages(case(), "visit", 487.0, 520.0)[0]
    for step in case().steps_of("visit"):
        title, *signs = card_texts(figure, step.id)
        assert title.block.text == step.title
        assert "".join(line.text + line.end for line in title.block.lines) == step.title
        assert len({text.y for text in signs}) <= 1
        assert all(len(text.block.lines) == 1 for text in signs)


def test_signs_count_what_is_told_again_and_say_the_wait_briefly() -> None:
    figure = pages(case(), "visit", 487.0, 520.0)[0]
    assert [t.block.text for t in card_texts(figure, "v-checkin")][1:] == ["2", "20 min"]
    assert [t.block.text for t in card_texts(figure, "v-line")][1:] == ["45 min"]
    assert "asked again who we are" not in said(figure)


def test_the_title_of_a_group_keeps_the_texts_behind_the_signs() -> None:
    title = groups(pages(case(), "visit", 487.0, 520.0)[0])["step-v-checkin"].title
    for text in ("asked again who we are", "told again", "waiting 20 minutes"):
        assert text in title


def test_texts_stay_where_they_fit_or_are_asked_for() -> None:
    text = "the day goes by in lines"
    assert text in said(draw(case(), "visit", width=None))
    assert text in "".join(said(f) for f in pages(case(), "visit", 700.0, 900.0))
    assert text not in said(draw(case(), "visit", marks="signs"))
    forced = _pages("visit", marks="texts")
    assert len(forced) > 1 and text in "".join(said(f) for f in forced)


def _pages(journey: str, **asked: object) -> tuple[Figure, ...]:
    return journey_pages(
        case(),
        journey,
        framework=framework.load("en"),
        words=Words("en"),
        theme=theme.load("light"),
        engine=engine(),
        max_width=487.0,
        max_height=520.0,
        options=JourneyOptions(**asked),  # type: ignore[arg-type]
    )


def hurt(count: int) -> Project:
    d = Drawing("d", "Hurt", [("Customer", "customer")])
    d.step("1", "Wait", "rec", "Customer", pains=[(f"pain {n}", 1 + n % 3) for n in range(count)])
    return Project.of(d.records)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7])
def test_at_most_three_faces_stand_for_pains_and_the_rest_is_counted(count: int) -> None:
    step = journey_facts(hurt(count), "d", pen(), JourneyOptions()).steps[0]
    row = sign_row(step, 90.0, pen())
    assert row is not None
    faces = [sign.weight for sign in row.signs if sign.name == "pain"]
    assert faces == sorted((1 + n % 3 for n in range(count)), reverse=True)[:3]
    more = [sign.text.text for sign in row.signs if sign.text]
    assert more == ([f"+{count - 3}"] if count > 3 else [])


@given(width=st.floats(MARK * 4 + 6.0, 140.0), number=st.integers(0, 10))
@settings(max_examples=60, deadline=None)
def test_a_row_of_signs_keeps_to_its_width_and_drops_no_kind_of_sign(width: float, number: int) -> None:
    step = facts_of("visit")[number]
    row = sign_row(step, width, pen())
    kinds = {"pain": step.pains, "retold": step.retold, "wait": step.wait, "delight": step.delights}
    assert {kind for kind, there in kinds.items() if there} == {
        sign.name for sign in (row.signs if row else ()) if sign.name
    }
    assert row is None or row.width <= width


@given(width=st.floats(60.0, 130.0), signs=st.booleans())
@settings(max_examples=25, deadline=None)
def test_guessed_heights_of_cards_are_those_of_the_engine(width: float, signs: bool) -> None:
    guess, one = TextGuess(engine()), pen()
    steps = [*facts_of("visit"), *facts_of("visit-new")]
    real = [measured(step, width, one, signs=signs).height for step in steps]
    guessed = [guessed_height(step, width, one, guess, signs=signs) for step in steps]
    assert sum(abs(a - b) > 0.5 for a, b in zip(real, guessed, strict=True)) <= 3


def test_where_a_guess_is_wrong_the_card_is_as_high_as_its_texts() -> None:
    for journey in PAGES:
        figure = pages(case(), journey, 487.0, PAGES[journey])[0]
        for step in case().steps_of(journey):
            card = groups(figure)[f"step-{step.id}"]
            box = bounds(card.shapes[0])
            assert box is not None
            for text in card_texts(figure, step.id):
                assert text.y + text.block.height <= box[3] + 0.5


@pytest.mark.parametrize(("language", "said_briefly"), [("en", "20 min"), ("nl", "20 min"), ("te", "20 ని.")])
def test_a_short_duration_is_one_short_phrase(language: str, said_briefly: str) -> None:
    words = Words(language)
    assert words.short_duration(20) == said_briefly
    for minutes in (1, 90, 3000, 30240, 2_000_000):
        assert len(words.short_duration(minutes)) <= len(words.duration(minutes))


@pytest.mark.parametrize("language", ["nl", "te"])
def test_cards_of_signs_are_sound_in_other_languages(language: str) -> None:
    assert_sound(draw(case(), "visit-new", language=language, width=487.0, marks="signs"))


def test_signs_of_a_card_are_shapes_inside_it() -> None:
    figure = pages(case(), "visit-new", 487.0, 520.0)[0]
    cards = [g for key, g in groups(figure).items() if key.startswith("step-")]
    assert len(cards) == 12
    for card in cards:
        assert isinstance(card, Group)
        ground = bounds(card.shapes[0])
        assert ground is not None
        for text in (shape for shape in card.shapes if isinstance(shape, Text)):
            box = bounds(text)
            assert box is None or (box[0] >= ground[0] and box[2] <= ground[2] + 0.5)
