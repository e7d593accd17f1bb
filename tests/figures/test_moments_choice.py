"""Which moments are shown and how many steps lie between them."""

from __future__ import annotations

from helpers.journey_figures import said, texts
from helpers.moments import Walk, cards, today
from rondo.figures.three_moments.moments_found import between

HURTING = (0, -1, 1, -2, None, -2, 2, -1, -2)


def test_the_three_lowest_feelings_stand_in_walking_order() -> None:
    walk = Walk(HURTING)
    assert cards(walk.drawn(redesigned=False)) == today(walk, 3, 5, 8)


def test_among_equal_feelings_the_heavier_pain_comes_first() -> None:
    walk = Walk([-1, -1, -1, -1])
    for number in (1, 2, 3):
        walk.pain(walk.before[number], "heavy", weight=3)
    assert cards(walk.drawn(redesigned=False)) == today(walk, 1, 2, 3)


def test_a_pain_counts_where_no_feeling_is_known() -> None:
    walk = Walk([None, None, 2])
    walk.pain(walk.before[1], "who are you?")
    figure = walk.drawn(redesigned=False)
    assert cards(figure) == today(walk, 1)
    assert "who are you?" in said(figure)


def test_a_step_off_the_main_path_is_no_moment_of_it() -> None:
    walk = Walk([0, -1, 0])
    aside = walk.step(walk.today, "Aside", feeling=-2)
    walk.next(walk.before[0], aside, share=5)
    assert cards(walk.drawn(redesigned=False)) == today(walk, 1)


def test_steps_that_nobody_has_linked_yet_are_moments_all_the_same() -> None:
    walk = Walk([])
    step = walk.step(walk.today, "First", feeling=-1)
    walk.step(walk.today, "Second", feeling=1)
    assert cards(walk.drawn(redesigned=False)) == [f"step-{step.id}"]


def test_nothing_is_drawn_where_nothing_hurts_today_or_redesigned() -> None:
    walk = Walk([0, 1, None, 2], [1, 2])
    assert walk.figure() is None
    assert walk.figure(redesigned=False) is None
    assert Walk([]).figure() is None


def test_the_fold_says_how_many_steps_of_the_path_lie_between() -> None:
    figure = Walk([-2, 0, 0, -2, 0, 0, 0, 0, -2]).drawn(redesigned=False)
    folds = [text.block.text for text in texts(figure) if "between" in text.block.text]
    assert folds == ["… 2 steps between …", "… 4 steps between …"]


def test_one_folded_step_is_said_in_the_singular_and_none_not_at_all() -> None:
    figure = Walk([-2, 0, -2, -2]).drawn(redesigned=False)
    folds = [text.block.text for text in texts(figure) if "between" in text.block.text]
    assert folds == ["… 1 step between …"]


def test_steps_between_are_counted_on_the_path_and_only_forwards() -> None:
    path = tuple(Walk([0] * 6).before)
    assert between(path, path[0], path[5]) == 4
    assert between(path, path[2], path[3]) == 0
    assert between(path, path[3], path[2]) is None
    assert between(path, None, path[2]) is None
    assert between(path[:3], path[0], path[4]) is None


def test_the_redesign_counts_its_own_steps_between() -> None:
    walk = Walk([-2, 0, 0, -2], [1, 0, 1])
    walk.becomes(0, 0)
    walk.becomes(3, 2)
    folds = [text.block.text for text in texts(walk.drawn()) if "between" in text.block.text]
    assert folds == ["… 2 steps between …", "… 1 step between …"]
