"""Three moments, before over after: the right ones, counted right, whole and readable."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from helpers.cases import case
from helpers.journey_figures import assert_sound, groups, said
from helpers.moments import Walk, cards, moments, today, walks
from helpers.projects import projects
from rondo.figures.bounds import bounds
from rondo.figures.shapes import Figure, Rect
from rondo.strategy.changes.change import ChangeKind
from rondo.strategy.changes.difference import difference
from rondofile.enums import Phase
from rondofile.project import Project
from rondofile.records import Journey, Record, Step


def top(figure: Figure, key: str) -> float:
    box = bounds(groups(figure)[key])
    assert box is not None
    return box[1]


def sample(language: str = "en", look: str = "light", redesigned: bool = True, width: float = 487) -> Figure:
    figure = moments(case(), "visit", "visit-new" if redesigned else None, language, look, width)
    assert figure is not None
    return figure


def test_what_a_moment_becomes_stands_below_it() -> None:
    walk = Walk([0, -2], [1, 2])
    walk.becomes(1, 1)
    figure = walk.drawn()
    above, below = groups(figure)[today(walk, 1)[0]], groups(figure)[f"step-{walk.after[1].id}"]
    (left, _, right, bottom), under = bounds(above) or (0, 0, 0, 0), bounds(below)
    assert under is not None
    assert under[1] > bottom and (under[0], under[2]) == pytest.approx((left, right))
    assert "feels very good" in said(figure)


def test_a_moment_that_the_redesign_does_without_falls_away_in_broken_lines() -> None:
    walk = Walk([0, -2, 0], [1])
    walk.becomes(0, 0)
    figure = walk.drawn()
    gone = groups(figure)[f"gone-{walk.before[1].id}"]
    frame = next(shape for shape in gone.shapes if isinstance(shape, Rect))
    assert frame.stroke is not None and frame.stroke.dash
    assert "falls away" in said(figure)
    assert "Old 1 falls away." in figure.description


def test_a_moment_that_splits_has_every_part_below_it() -> None:
    walk = Walk([0, -2], [1, 0, 1])
    walk.becomes(1, 1, 2)
    assert cards(walk.drawn())[1:] == [f"step-{step.id}" for step in walk.after[1:]]


def test_a_way_that_few_take_is_named_with_their_share() -> None:
    walk = Walk([0, -2], [1, 1])
    few = walk.step(walk.new, "Ask at the desk", feeling=0)
    walk.next(walk.after[0], few, share=15)
    walk.origin(walk.after[1], walk.before[1])
    walk.origin(few, walk.before[1])
    figure = walk.drawn()
    assert "another way, 15%: Ask at the desk" in said(figure)
    assert top(figure, f"step-{few.id}") > top(figure, f"step-{walk.after[1].id}")


def test_moments_that_become_one_share_a_card_that_says_so() -> None:
    walk = Walk([-2, -2, 0], [1])
    walk.becomes(0, 0)
    walk.becomes(1, 0)
    figure = walk.drawn()
    (merged,) = [key for key in groups(figure) if key.endswith(walk.after[0].id)]
    wide, first, second = (bounds(groups(figure)[key]) for key in (merged, *today(walk, 0, 1)))
    assert wide and first and second
    assert (wide[0], wide[2]) == pytest.approx((first[0], second[2]))
    assert "2 steps in one" in said(figure)


def test_moments_apart_that_become_one_are_drawn_with_ids_of_their_own() -> None:
    walk = Walk([-2, -2, -2], [1, 1])
    walk.becomes(0, 0)
    walk.becomes(1, 1)
    walk.becomes(2, 0)
    keys = [key for key in groups(walk.drawn()) if key.endswith(f"step-{walk.after[0].id}")]
    assert sorted(keys) == sorted(
        [f"step-{walk.after[0].id}", f"{walk.before[2].id}--step-{walk.after[0].id}"]
    )


def test_a_step_that_the_redesign_adds_and_that_hurts_stands_apart_as_new() -> None:
    walk = Walk([0, -2], [1, -1, 2])
    walk.becomes(1, 2)
    figure = walk.drawn()
    assert "New" in said(figure).split("\n") and "not there today" in said(figure)
    new, others = (
        bounds(groups(figure)[f"step-{walk.after[1].id}"]),
        bounds(groups(figure)[today(walk, 1)[0]]),
    )
    assert new is not None and others is not None
    assert new[0] > others[2]
    assert "hurt of New 1" in said(figure)


def test_a_new_pain_in_a_step_of_today_stands_below_that_step() -> None:
    walk = Walk([-2, 1], [1, -1])
    walk.becomes(0, 0)
    walk.becomes(1, 1)
    figure = walk.drawn()
    assert today(walk, 1)[0] in groups(figure)
    assert "new pain" in said(figure) and "not there today" not in said(figure)


def test_a_new_pain_where_a_moment_was_is_told_on_its_card() -> None:
    walk = Walk([-2, 1], [-1, 1])
    walk.becomes(0, 0)
    figure = walk.drawn()
    assert "new pain" in said(figure)
    assert len(groups(figure)) == 2


def test_a_pain_that_stays_as_it_was_is_not_new() -> None:
    walk = Walk([0, -2], [0, None])
    walk.becomes(1, 1)
    walk.pain(walk.after[1], "hurt of Old 1", weight=2)
    assert "new pain" not in said(walk.drawn())


def test_a_quiet_way_that_hurts_anew_is_not_quiet() -> None:
    walk = Walk([0, -2], [1, 1])
    few = walk.step(walk.new, "Ask at the desk", feeling=-1)
    walk.pain(few, "sent away", weight=3)
    walk.origin(walk.after[1], walk.before[1])
    walk.origin(few, walk.before[1])
    figure = walk.drawn()
    assert {"another way", "new pain", "sent away"} <= set(said(figure).split("\n"))


def test_every_further_step_that_hurts_anew_is_named() -> None:
    walk = Walk([0, -2], [1, -1, -2, -1])
    walk.becomes(0, 0)
    figure = walk.drawn()
    assert f"step-{walk.after[2].id}" in groups(figure)
    assert "Also newly hurting: New 1 and New 3." in said(figure)


def test_a_redesign_that_only_adds_pain_is_shown_though_nothing_hurts_today() -> None:
    walk = Walk([0, 1], [1, -1])
    walk.becomes(0, 0)
    figure = walk.drawn()
    assert cards(figure) == [f"step-{walk.after[1].id}"]
    assert_sound(figure)


def test_without_a_redesign_there_is_only_the_upper_row() -> None:
    alone, both = sample(redesigned=False), sample()
    assert "Redesigned" not in said(alone) and "falls away" not in said(alone)
    assert alone.height < both.height / 2
    assert "Redesigned" in said(both)


def test_a_wait_and_every_pain_up_to_two_stand_on_the_card_and_the_rest_are_counted() -> None:
    walk = Walk([0, -2])
    for text in ("second", "third", "fourth"):
        walk.pain(walk.before[1], text)
    waiting = replace(walk.before[1], wait_minutes=45.0)
    walk.records = [waiting if record == walk.before[1] else record for record in walk.records]
    words = said(walk.drawn(redesigned=False))
    assert "waits 45 minutes" in words and "and 2 more pains" in words
    assert "hurt of Old 1" in words and "second" in words and "third" not in words


def test_the_park_shows_desk_line_and_table_and_that_planning_moves_ahead() -> None:
    figure = sample()
    assert [key for key in cards(figure) if key.startswith("step-v-")] == [
        "step-v-checkin",
        "step-v-line",
        "step-v-table",
    ]
    assert {"step-n-room", "step-n-near", "step-n-table", "step-n-reserve"} <= set(groups(figure))
    assert "the holiday is planned by the hour, weeks before" in said(figure)
    assert 130 <= figure.height <= 175


@pytest.mark.parametrize("language", ["en", "nl", "te"])
@pytest.mark.parametrize("look", ["light", "dark", "print", "high-contrast"])
def test_the_park_is_whole_in_every_language_and_look(language: str, look: str) -> None:
    for figure in (sample(language, look), sample(language, look, redesigned=False)):
        assert_sound(figure)
        assert figure.title and figure.description


@pytest.mark.parametrize("width", [300.0, 420.0, 730.0])
def test_the_park_is_whole_at_other_widths(width: float) -> None:
    figure = sample(width=width)
    assert figure.width == width
    assert_sound(figure)


def test_every_card_is_a_group_with_a_title() -> None:
    for key, group in groups(sample()).items():
        assert key and group.title and group.role == "step"


def test_a_title_that_reads_from_the_right_has_its_bar_at_the_right() -> None:
    walk = Walk([0])
    step = walk.step(walk.today, "الانتظار في الطابور", phase=Phase.RESPOND, feeling=-2)
    walk.next(walk.before[0], step)
    card = groups(walk.drawn(redesigned=False))[f"step-{step.id}"]
    frame, bar = (shape for shape in card.shapes if isinstance(shape, Rect))
    assert bar.x > frame.x + frame.width / 2


def test_the_same_journeys_give_the_same_figure() -> None:
    assert sample() == sample()
    shuffled = Project.of(_reversed(list(case().records())))
    assert moments(shuffled, "visit", "visit-new") == sample()


def _reversed(records: list[Record]) -> list[Record]:
    return records[::-1]


@settings(max_examples=60, deadline=None)
@given(walks())
def test_any_pair_is_drawn_whole_with_at_most_three_moments(walk: Walk) -> None:
    figure = walk.figure()
    if figure is None:
        return
    assert_sound(figure)
    path = [f"step-{step.id}" for step in walk.before]
    upper = [key for key in cards(figure) if key in path]
    assert len(upper) <= 4
    assert figure == walk.figure()


@settings(max_examples=60, deadline=None)
@given(walks())
def test_every_pain_that_a_redesign_adds_is_on_the_figure(walk: Walk) -> None:
    project = walk.project()
    worse = difference(project, walk.today.id, walk.new.id).of(ChangeKind.PAIN_ADDED, ChangeKind.PAIN_MOVED)
    hurting: list[Step] = [step for change in worse for step in change.after]
    figure = walk.figure()
    assert not hurting or figure is not None
    if figure is None:
        return
    words, drawn = said(figure), groups(figure)
    for step in hurting:
        assert f"step-{step.id}" in drawn or step.title in words


@settings(max_examples=40, deadline=None)
@given(projects())
def test_any_project_with_any_texts_is_drawn_whole(project: Project) -> None:
    journeys = [journey.id for journey in project.all(Journey)]
    for as_is in journeys:
        for to_be in [None, *(other for other in journeys if other != as_is)]:
            figure = moments(project, as_is, to_be)
            if figure is not None:
                assert_sound(figure)


def test_steps_are_counted_as_everywhere_else_and_the_main_path_is_named_where_it_is_shorter() -> None:
    walk = Walk([0, -2, 0], [1, 2])
    walk.becomes(1, 1)
    few = walk.step(walk.today, "Ask at the desk", feeling=0)
    walk.next(walk.before[0], few, share=15)
    figure = " ".join(said(walk.drawn()).split())
    assert "4 steps, 3 on the main path" in figure
    assert "2 steps" in figure and "2 on the main path" not in figure
