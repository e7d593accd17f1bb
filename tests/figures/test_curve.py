"""The feeling curve as a figure: several lines told apart without colour, gaps, names at points and ends."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from helpers.journey_figures import assert_sound, draw, groups, said, texts
from helpers.journeys import big, park
from rondo.figures.below.curve_lines import UNKNOWN
from rondo.figures.below.curve_plan import plan_curve
from rondo.figures.bounds import bounds, everything
from rondo.figures.shapes import Figure, Group, Path
from rondo.strategy.journeys.feelings import feeling_lines
from rondofile.project import Project
from rondofile.records import Segment, Step, StepFeeling


def voices(*names: str) -> Project:
    """The park, with segments that feel otherwise at every second step."""
    people = [Segment(id=name, position=9 + at, name=name) for at, name in enumerate(names)]
    path = park().steps_of("band")[:7]
    felt = [
        StepFeeling(
            id=f"{one.id}-{step.id}", step=step.id, segment=one.id, position=0, feeling=(n * 3) % 5 - 2
        )
        for one in people
        for n, step in enumerate(path)
    ]
    return Project.of([*park().records(), *people, *felt])


def curve(figure: Figure) -> Group:
    return groups(figure)["curve"]


@pytest.mark.parametrize("language", ["en", "nl", "te"])
@pytest.mark.parametrize("look", ["light", "dark", "print"])
def test_a_curve_of_four_lines_is_whole_and_readable(language: str, look: str) -> None:
    figure = draw(voices("Pass holders", "Guests without a band"), "band", language, look, curve=True)
    assert_sound(figure)


def test_lines_differ_by_dash_and_marker_and_are_named_at_their_ends() -> None:
    figure = draw(voices("Pass holders", "Guests"), "band", curve=True)
    strokes = [x.stroke for x in everything(curve(figure).shapes) if isinstance(x, Path) and x.stroke]
    lines = {stroke.dash for stroke in strokes if stroke.width in (1.4, 0.9) and stroke.dash != UNKNOWN}
    assert len(lines) >= 3, "one's own, today's, and the segments'"
    markers = {
        type(group.shapes[0]).__name__ + str(len(getattr(group.shapes[0], "commands", ())))
        for group in everything(curve(figure).shapes)
        if isinstance(group, Group) and group.role == "feeling"
    }
    assert len(markers) >= 3
    for name in ("Pass holders", "Guests", "today"):
        assert name in [text.block.text for text in texts(figure)]


def test_a_bridge_over_steps_of_which_nobody_spoke_is_dotted() -> None:
    whole = park()
    silent = {"park-3", "park-4"}
    records = [
        replace(one, feeling=None) if isinstance(one, Step) and one.id in silent else one
        for one in whole.records()
    ]
    for project, bridges in ((whole, 0), (Project.of(records), 1)):
        drawn = everything(curve(draw(project, "park", curve=True)).shapes)
        dotted = [x for x in drawn if isinstance(x, Path) and x.stroke and x.stroke.dash == UNKNOWN]
        assert len(dotted) == bridges


def test_every_point_says_its_feeling_and_the_axis_speaks_in_words() -> None:
    figure = draw(park(), "park", curve=True)
    assert groups(figure)["feeling-park-9"].title == "Ride: delighted"
    assert {"delighted", "pleased", "neutral", "annoyed", "hurt"} <= set(said(figure).split("\n"))


def test_the_titles_of_a_calm_curve_stand_at_their_points() -> None:
    figure = draw(park(), "park", curve=True)
    titles = {text.block.text: bounds(text) for text in texts(figure) if text.block.style.align == "center"}
    found = 0
    for step in park().steps_of("park"):
        box = titles.get(step.title)
        if box is not None:
            point = bounds(groups(figure)[f"feeling-{step.id}"])
            assert point is not None and box[0] - 1 <= point[0] and point[2] <= box[2] + 1
            found += 1
    assert found >= 7


@pytest.mark.parametrize("count", [5, 40])
def test_a_short_and_a_long_journey_have_a_sound_curve(count: int) -> None:
    assert_sound(draw(big(count), "big", width=730.0, curve=True))


def test_a_place_on_the_curve_is_found_again_and_a_change_moves_only_its_point() -> None:
    lines = feeling_lines(park(), "park")
    plan = plan_curve(lines, [""], {}, 60.0, 0.0, 500.0, 0.0)
    for slot in plan.slots:
        assert plan.slot_at(slot.x) == slot
        feeling = next(one.feeling for one in lines[0].known if one.step.id == slot.step)
        assert feeling is not None
        found = plan.point_at(slot.x, plan.y_of(feeling), None)
        assert found is not None and found[1].step == slot.step
    changed = plan.felt(None, plan.slots[3].step, -2)
    before, after = plan.lines[0].points, changed.lines[0].points
    assert [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b] == [3]
    assert [plan.feeling_at(plan.y_of(feeling)) for feeling in range(-2, 3)] == [-2, -1, 0, 1, 2]
