"""The lines of feeling: one per state and per segment, today laid over what it became."""

from __future__ import annotations

import pytest

from helpers.sketch import Sketch
from rondo.commands.new_project import read_case
from rondo.strategy.journeys.feelings import LineKind, feeling_lines, feeling_of, spoken_of
from rondofile.records import Journey, Segment, Step, StepFeeling


def drawn(*feelings: int | None) -> tuple[Sketch, Journey, list[Step]]:
    sketch = Sketch()
    journey = sketch.journey()
    lane = sketch.lane(journey, "Desk")
    steps = [sketch.step(journey, f"{at}", lane, feeling=one) for at, one in enumerate(feelings)]
    sketch.chain(*steps)
    return sketch, journey, steps


def test_a_journey_alone_has_its_own_line_with_gaps_where_nobody_said() -> None:
    sketch, journey, _ = drawn(1, None, -2)
    (line,) = feeling_lines(sketch.project(), journey.id)
    assert line.kind is LineKind.OWN
    assert [one.feeling for one in line.felt] == [1, None, -2]
    assert [one.at for one in line.known] == [0.0, 2.0]


@pytest.mark.parametrize(("feelings", "spoken"), [((1, None), False), ((1, 0), True), ((), False)])
def test_two_feelings_make_a_line(feelings: tuple[int | None, ...], spoken: bool) -> None:
    sketch, journey, _ = drawn(*feelings)
    assert spoken_of(sketch.project(), journey.id) is spoken


def test_a_segment_that_was_spoken_of_has_a_line_and_one_that_is_asked_for_too() -> None:
    sketch, journey, steps = drawn(1, 0)
    pass_holders, guests = sketch.add(Segment, name="Pass holders"), sketch.add(Segment, name="Guests")
    sketch.add(StepFeeling, step=steps[1].id, segment=pass_holders.id, feeling=-2)
    project = sketch.project()
    lines = feeling_lines(project, journey.id)
    assert [(x.kind, x.segment) for x in lines] == [(LineKind.OWN, None), (LineKind.SEGMENT, pass_holders)]
    assert [one.feeling for one in lines[1].felt] == [None, -2]
    assert [x.segment for x in feeling_lines(project, journey.id, guests.id)][1:] == [pass_holders, guests]
    assert feeling_of(project, steps[1], pass_holders.id) == -2
    assert feeling_of(project, steps[1], guests.id) is None and feeling_of(project, steps[1], None) == 0


def test_today_lies_behind_a_redesign_each_step_over_what_it_became() -> None:
    sketch, today, (wish, queue, ask, ride) = drawn(1, -2, -1, 2)
    after = sketch.redesign(today)
    lane = sketch.lane(after, "Desk")
    new = [sketch.step(after, title, lane, feeling=1) for title in ("Wish", "Walk in", "Ride")]
    sketch.chain(*new)
    sketch.origin(new[0], wish)
    sketch.origin(new[2], ask, ride)
    own, old = feeling_lines(sketch.project(), after.id)
    assert (own.kind, old.kind) == (LineKind.OWN, LineKind.TODAY)
    assert [one.step for one in old.felt] == [wish, queue, ask, ride]
    places = [one.at for one in old.felt]
    assert places[0] == 0.0 and 0.0 < places[1] < places[2], "what fell away stands between its neighbours"
    assert places[2] < 2.0 < places[3], "what became one stands side by side at it"


def test_the_line_of_today_never_runs_backwards() -> None:
    project = read_case("theme-park")
    for journey in ("visit-new", "evening-new"):
        old = feeling_lines(project, journey)[1]
        places = [one.at for one in old.felt]
        assert old.kind is LineKind.TODAY and len(places) >= 6 and places == sorted(places)
