"""The levels of repeat that are reached: by what a step uses, never by coming back."""

from __future__ import annotations

import pytest

from helpers.sketch import Sketch
from rondo.commands.new_project import read_case
from rondo.strategy.journeys.levels import levels_reached, lowest_missing
from rondofile.enums import Identity, LinkKind, Phase


@pytest.mark.parametrize(
    ("journey", "reached", "missing"),
    [("visit", set(), 1), ("visit-new", {1, 2, 3}, 4), ("evening", set(), 1), ("evening-new", {1, 2}, 3)],
)
def test_the_levels_of_the_worked_case(journey: str, reached: set[int], missing: int) -> None:
    project = read_case("theme-park")
    assert levels_reached(project, journey) == reached
    assert lowest_missing(project, journey) == missing


def test_coming_back_and_learning_that_nothing_uses_reach_no_level() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    one, two = sketch.desks(journey, 2)
    ours = sketch.step(journey, "Look at it", None, Phase.REPEAT)
    sketch.link(LinkKind.RETURNS, two, one)
    sketch.link(LinkKind.LEARNS, two, ours, level=3)
    assert levels_reached(sketch.project(), journey.id) == frozenset()
    sketch.link(LinkKind.LEARNS, two, one, level=2)
    assert levels_reached(sketch.project(), journey.id) == {2}
    assert lowest_missing(sketch.project(), journey.id) == 1


def test_the_first_level_is_reached_where_every_hand_over_carries_who_they_are() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    sketch.desks(journey, 3, Identity.CARRIED)
    assert levels_reached(sketch.project(), journey.id) == {1}
