"""The measures of a journey as a table: counted by hand on the worked case and on small journeys."""

from __future__ import annotations

from helpers.desks import park
from helpers.sketch import Sketch
from rondo.strategy.journeys.measure_table import Better, Measure, Pair, compared, table
from rondofile.enums import Actor, Identity, JourneyState, Phase
from rondofile.project import Project
from rondofile.records import Journey


def visit(project: Project, state: JourneyState) -> Journey:
    return next(j for j in project.all(Journey) if j.name == "Family visit" and j.state is state)


def pairs(project: Project) -> dict[str, Pair]:
    today, redesigned = visit(project, JourneyState.AS_IS), visit(project, JourneyState.TO_BE)
    return {pair.key: pair for _, group in compared(project, today, redesigned) for pair in group}


def test_the_worked_case_when_measured_then_gives_the_numbers_counted_by_hand() -> None:
    found = pairs(park())
    told = {
        key: (pair.today.value if pair.today else None, pair.redesigned.value if pair.redesigned else None)
        for key, pair in found.items()
    }
    assert told["steps"] == (11, 11)
    assert told["work-customer"] == (6, 3) and told["work-both"] == (5, 6) and told["work-firm"] == (0, 2)
    assert told["pains"] == (12, 2) and told["low"] == (6, 1) and told["delights"] == (2, 3)
    assert told["strangers"] == (3, 0) and told["retold"] == (5, 0) and told["hand-overs"] == (5, 5)
    assert told["contacts"] == (7, 9) and told["learns"] == (0, 2) and told["level"] == (None, 3)


def test_every_number_when_steps_are_counted_then_is_the_number_of_its_steps() -> None:
    project, looked = park(), 0
    for journey in project.all(Journey):
        here = {step.id for step in project.steps_of(journey.id)}
        for group in table(project, journey):
            for measure in group.measures:
                assert set(measure.steps) <= here, measure.key
                if measure.key.startswith(("work-", "evidence-", "low", "nothing", "dear", "contacts")):
                    looked += measure.value == len(measure.steps)
    assert looked > 20


def test_who_does_the_work_when_it_changes_then_is_neither_better_nor_worse() -> None:
    found = pairs(park())
    work = [pair for key, pair in found.items() if key.startswith("work-")]
    assert len(work) >= 3 and not any(pair.is_better or pair.is_worse for pair in work)
    assert any(pair.change for pair in work)


def test_what_is_not_known_when_compared_then_is_no_change() -> None:
    unknown, three = Measure("silence", None), Measure("silence", 3)
    assert Pair("silence", unknown, three).change is None
    assert not Pair("silence", unknown, three).is_worse
    assert Pair("silence", three, Measure("silence", 5)).is_worse
    more = Measure("contacts", 5, better=Better.MORE)
    assert Pair("contacts", Measure("contacts", 3, better=Better.MORE), more).is_better


def test_a_redesign_that_makes_strangers_when_compared_then_gets_worse() -> None:
    sketch = Sketch()
    sides = []
    for state, identity in ((JourneyState.AS_IS, Identity.CARRIED), (JourneyState.TO_BE, Identity.LOST)):
        journey = sketch.journey(state=state)
        desks = [sketch.lane(journey, name) for name in ("Gate", "Till")]
        first = sketch.step(journey, "Enter", desks[0], phase=Phase.REQUEST, actor=Actor.FIRM)
        second = sketch.step(journey, "Pay", desks[1], phase=Phase.RESPOND, identity=identity)
        sketch.chain(first, second)
        sides.append(journey)
    project = sketch.project()
    found = {pair.key: pair for _, group in compared(project, sides[0], sides[1]) for pair in group}
    assert found["strangers"].change == 1 and found["strangers"].is_worse
    assert found["strangers"].redesigned and found["strangers"].redesigned.of == 1


def test_a_journey_alone_when_measured_then_has_no_other_side() -> None:
    project = park()
    today = visit(project, JourneyState.AS_IS)
    alone = [pair for _, group in compared(project, today, None) for pair in group]
    assert alone and all(pair.redesigned is None and pair.change is None for pair in alone)


def test_who_nobody_is_on_one_side_when_compared_then_is_none_of_its_own_steps() -> None:
    sketch = Sketch()
    sides = []
    for state, actors in ((JourneyState.AS_IS, [Actor.FIRM] * 5), (JourneyState.TO_BE, [Actor.CUSTOMER] * 2)):
        journey = sketch.journey(state=state)
        desk = sketch.lane(journey, "Desk")
        sketch.chain(*(sketch.step(journey, f"Step {n}", desk, actor=who) for n, who in enumerate(actors)))
        sides.append(journey)
    found = {p.key: p for _, group in compared(sketch.project(), sides[0], sides[1]) for p in group}
    work = found["work-firm"]
    assert work.today and (work.today.value, work.today.of) == (5, 5)
    assert work.redesigned and (work.redesigned.value, work.redesigned.of) == (0, 2)
