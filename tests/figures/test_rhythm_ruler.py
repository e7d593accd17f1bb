"""The rulers of contacts: one honest scale, times nobody gave, and what was found in a sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest

from helpers.engines import engine
from helpers.journey_figures import assert_sound, groups, said, texts
from helpers.sketch import Sketch
from rondo.commands.new_project import read_case
from rondo.figures import theme
from rondo.figures.below.rhythm import rhythm_figure, ruled, rulers
from rondo.figures.below.rhythm_marks import HEAD
from rondo.figures.below.rhythm_ruler import UNKNOWN, places
from rondo.figures.below.rhythm_scale import STEP, scale_of
from rondo.figures.bounds import everything
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.shapes import Figure, Line
from rondo.strategy.framework import whole as framework
from rondo.strategy.journeys.rhythm import rhythm
from rondo.words import Words
from rondofile.enums import Phase, Trigger
from rondofile.project import Project
from rondofile.records import Journey

YEAR = 525_600.0


def figure(project: Project, journey: str, language: str = "en", width: float = 493.0) -> Figure:
    return rhythm_figure(
        project,
        journey,
        framework=framework.load(language),
        words=Words(language),
        theme=theme.load("light"),
        engine=engine(),
        width=width,
    )


def path(*waits: float | None, often: float | None = None) -> tuple[Project, Journey]:
    """Contacts at one desk, one more than the waits between them."""
    sketch = Sketch()
    journey = sketch.journey(episodes_per_year=often)
    lane = sketch.lane(journey, "Desk")
    steps = [
        sketch.step(journey, f"Meet {n}", lane, Phase.RECOGNIZE if not n else Phase.RESPOND)
        for n in range(len(waits) + 1)
    ]
    for (a, b), wait in zip(pairwise(steps), waits, strict=True):
        sketch.next(a, b, wait_minutes=wait)
    return sketch.project(), journey


def test_a_scale_that_can_be_read_is_true() -> None:
    project, journey = path(600.0, 1_200.0, 600.0)
    found = rhythm(project, journey.id)
    scale = scale_of([found], 0.0, 400.0)
    assert scale.true and not scale.breaks
    assert places(found, scale) == pytest.approx([0.0, 100.0, 300.0, 400.0])


def test_minutes_and_years_are_told_apart_on_one_ruler_with_a_break() -> None:
    project, journey = path(5.0, 20.0, 60.0, 3 * 10_080.0, 10.0, often=0.5)
    found = rhythm(project, journey.id)
    scale = scale_of([found], 0.0, 480.0)
    xs = places(found, scale)
    gaps = [b - a for a, b in pairwise(xs)]
    assert not scale.true and scale.breaks
    assert min(gaps) >= STEP - 0.01 and max(gaps) == gaps[3]
    assert xs[-1] < scale.at(2 * YEAR) <= 480.0
    assert all(found.contacts[-1].at_minutes < 2 * YEAR and x > xs[-1] for x in scale.breaks)


def test_both_rulers_stand_on_one_scale() -> None:
    pen = Pen(theme.load("light"), engine(), Words("en"), framework.load("en"))
    project = read_case("theme-park")
    drawn = rulers(ruled(project, "visit"), pen, 60.0, 0.0, 500.0, "")
    scale = scale_of([row.rhythm for row in ruled(project, "visit")], 60.0 + HEAD, 500.0 - HEAD)
    assert len(drawn.ticks) == 7 + 9
    for row in ruled(project, "visit"):
        for contact, x in zip(row.rhythm.contacts, places(row.rhythm, scale), strict=True):
            tick = next(tick for tick in drawn.ticks if tick.step == contact.step.id)
            assert tick.box.cx == pytest.approx(x) and tick.journey == row.journey.id


def test_times_nobody_gave_are_dotted_and_never_invented() -> None:
    project, journey = path(None, 90.0, None)
    drawn = figure(project, journey.id)
    dotted = [x for x in everything(drawn.shapes) if isinstance(x, Line) and x.stroke.dash == UNKNOWN]
    assert len(dotted) == 2 + 1, "two gaps, and the legend that explains them"
    assert "time not known" in said(drawn)
    project, journey = path(None, None)
    assert "order only" in said(figure(project, journey.id))
    assert "3 contacts; nobody noted when." in said(figure(project, journey.id))


def test_a_sentence_says_what_was_found_on_every_ruler() -> None:
    words = said(figure(read_case("theme-park"), "visit"))
    assert "Today: 7 contacts in 21 weeks; after Book and pay we hear nothing for 17 weeks." in words
    assert "Redesigned: 9 contacts in 20 weeks; after Reserve rides weeks ahead we hear nothing for" in words


def test_how_many_contacts_a_year_stands_beside_the_ruler_and_the_next_time_in_the_sentence() -> None:
    drawn = figure(read_case("theme-park"), "evening")
    found = [text.block.text for text in texts(drawn)]
    assert "72 a year" in found and "96 a year" in found
    assert "until the next time" in said(drawn)


def test_a_tick_says_its_step_who_starts_it_and_when() -> None:
    drawn = groups(figure(read_case("theme-park"), "visit"))
    assert drawn["contact-v-checkin"].title == "Check in at the desk: the customer starts it, after 20 weeks"


@pytest.mark.parametrize("trigger", list(Trigger))
def test_who_starts_a_contact_is_a_shape_of_its_own_with_its_meaning(trigger: Trigger) -> None:
    sketch = Sketch()
    journey = sketch.journey()
    lane = sketch.lane(journey, "Desk")
    one = sketch.step(journey, "A", lane, Phase.RECOGNIZE, trigger=trigger, minutes=10)
    sketch.next(one, sketch.step(journey, "B", lane, minutes=5))
    drawn = figure(sketch.project(), journey.id)
    assert Words("en")(f"journey_figure.starts_{trigger.value.replace('-', '_')}") in said(drawn)


@pytest.mark.parametrize("language", ["en", "nl", "te"])
@pytest.mark.parametrize("journey", ["visit", "visit-new", "evening-new"])
def test_rulers_are_whole_and_readable(journey: str, language: str) -> None:
    assert_sound(figure(read_case("theme-park"), journey, language))


def test_many_contacts_stay_on_the_ruler_and_in_order() -> None:
    project, journey = path(*([15.0, 0.0, 4_000.0, None] * 60))
    found = rhythm(project, journey.id)
    scale = scale_of([found], 50.0, 450.0)
    xs = places(found, scale)
    assert len(xs) == 241 and xs == sorted(xs)
    assert xs[0] >= 50.0 and xs[-1] <= 450.01
