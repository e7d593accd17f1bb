"""The rail of repeat: what is learned, its level in words, what nothing uses, and coming back apart."""

from __future__ import annotations

import pytest

from helpers.engines import engine
from helpers.journey_figures import draw, groups, said
from helpers.sketch import Sketch
from rondo.commands.new_project import read_case
from rondo.figures import theme
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_below import below_map
from rondo.figures.maps.canvas_planner import Planner
from rondo.strategy.framework import whole as framework
from rondo.words import Words
from rondofile.enums import About, LaneRole, LinkKind, Phase


def loop(level: int | None = None, about: About | None = None, *, used: bool = True) -> Sketch:
    """Two steps of which the second teaches the first, or our own work."""
    sketch = Sketch()
    journey = sketch.journey()
    lane = sketch.lane(journey, "Family", LaneRole.CUSTOMER)
    one = sketch.step(journey, "Choose", lane, Phase.REQUEST)
    two = sketch.step(journey, "Ride", lane)
    ours = sketch.step(journey, "Look at it", None, Phase.REPEAT)
    sketch.next(one, two)
    target = one if used else ours
    sketch.link(LinkKind.LEARNS, two, target, label="pace", level=level, about=about)
    return sketch


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_level_is_said_in_words(level: int) -> None:
    name = framework.load("en").level(level).name
    assert f"level {level}, {name}" in said(draw(loop(level).project(), "journey-1")).replace("\n", " ")


@pytest.mark.parametrize("about", list(About))
def test_whom_it_is_about_is_said(about: About) -> None:
    assert framework.load("en").name(about) in said(draw(loop(about=about).project(), "journey-1"))


def test_the_lowest_level_not_reached_is_named_where_something_is_used() -> None:
    words = said(draw(loop(1).project(), "journey-1"))
    assert "Not reached yet: level 2" in words and "nothing uses this yet" not in words


def test_what_nothing_uses_says_so_calmly_and_reaches_no_level() -> None:
    words = said(draw(loop(2, used=False).project(), "journey-1"))
    assert "nothing uses this yet" in words and "nothing learned is used by any step" in words
    assert "Not reached yet" not in words


def pen() -> Pen:
    return Pen(theme.load("light"), engine(), Words("en"), framework.load("en"))


@pytest.mark.parametrize(
    ("journey", "summary"),
    [
        ("visit-new", "2 things learned, 2 used by a step · comes again"),
        ("evening", "nothing learned is used by any step · comes again: about 18 times a year"),
    ],
)
def test_a_folded_rail_says_in_a_line_what_it_would_show(journey: str, summary: str) -> None:
    project, planner = read_case("theme-park"), Planner(pen())
    whole = planner.plan(project, journey)
    planner.rail_open = False
    folded = planner.plan(project, journey)
    assert folded.rail.missing is not None and folded.rail.missing[0].text == summary
    assert folded.rail.bottom - folded.rail.top < whole.rail.bottom - whole.rail.top
    assert not folded.rail.capsules and not folded.said_on_rail and not folded.learned
    below = below_map(project, folded, pen(), curve=True, rhythm=True)
    assert set(below.folds) == {"rail", "curve", "rhythm"}


def test_coming_back_is_a_group_of_its_own_and_never_learning() -> None:
    figure = draw(read_case("theme-park"), "visit")
    assert groups(figure)["link-v-back"].title.startswith("comes again")
    assert "learns:" not in said(figure)
