"""A walk along a journey: the same sums as the measures, and another way where one is taken."""

from __future__ import annotations

import itertools

from helpers.desks import park
from helpers.sketch import Sketch
from rondo.strategy.journeys.measures import measure
from rondo.strategy.journeys.walk import walk
from rondofile.records import Journey


def test_every_journey_when_walked_to_its_end_then_adds_up_to_its_measures() -> None:
    project, walked = park(), 0
    for journey in project.all(Journey):
        found, moments = measure(project, journey), walk(project, journey.id)
        assert [moment.step for moment in moments] == list(found.path)
        if moments:
            last, walked = moments[-1], walked + 1
            assert last.minutes == found.elapsed_minutes
            assert last.waited == sum(wait.minutes for wait in found.waits)
            assert last.strangers == len(found.strangers) and last.retold == len(found.retold)
    assert walked >= 4


def test_sums_when_walking_then_never_shrink() -> None:
    project = park()
    moments = walk(project, project.all(Journey)[0].id)
    sums = [(m.minutes, m.waited, m.strangers, m.retold, m.pains) for m in moments]
    assert len(sums) > 5
    assert all(
        before <= after for a, b in itertools.pairwise(sums) for before, after in zip(a, b, strict=True)
    )


def test_another_way_when_taken_then_leads_elsewhere_and_a_loop_ends() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    ask, wait, leave = (sketch.step(journey, title) for title in ("Ask", "Wait", "Leave"))
    sketch.next(ask, wait, share=70.0, wait_minutes=30.0)
    away = sketch.next(ask, leave, share=30.0)
    sketch.next(wait, ask)
    project = sketch.project()
    usual, other = walk(project, journey.id), walk(project, journey.id, {ask.id: away.id})
    assert [m.step.title for m in usual] == ["Ask", "Wait"] and usual[-1].waited == 30.0
    assert [m.step.title for m in other] == ["Ask", "Leave"] and other[-1].waited == 0.0
    assert [way.target for way in usual[0].ways] == [wait.id, leave.id] and usual[-1].ways == ()


def test_an_empty_journey_when_walked_then_has_no_moment() -> None:
    sketch = Sketch()
    assert walk(sketch.project(), sketch.journey().id) == ()
