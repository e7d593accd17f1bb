"""What is worth asking next: one pass after the other, each asking only those that it concerns."""

from __future__ import annotations

from helpers.desks import park
from helpers.sketch import Sketch
from rondo.strategy.passes import WORST, Ask, Pass, next_pass, passes
from rondofile.enums import (
    CardKind,
    Experience,
    Identity,
    JourneyState,
    PainCause,
    Phase,
    PlacementState,
)
from rondofile.records import Journey, Placement, StepInformation, Stretch, StretchStep


def found(sketch: Sketch, journey: Journey) -> dict[Ask, Pass]:
    return {one.ask: one for one in passes(sketch.project(), journey)}


def test_a_journey_when_it_grows_then_is_asked_one_pass_after_the_other() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    desk, till = sketch.lane(journey, "Desk"), sketch.lane(journey, "Till")
    loose = sketch.step(journey, "Shouted", phase=None)
    assert next_pass(sketch.project(), journey) == Pass(Ask.SORT, (loose.id,), 1)
    sketch.records.remove(loose)
    ask = sketch.step(journey, "Ask", desk, Phase.REQUEST)
    pay = sketch.step(journey, "Pay", till, Phase.RESPOND)
    assert next_pass(sketch.project(), journey) == Pass(Ask.CONNECT, (ask.id, pay.id), 2)
    sketch.chain(ask, pay)
    assert next_pass(sketch.project(), journey) == Pass(Ask.FEELING, (ask.id, pay.id), 2)


def test_the_worst_when_there_are_many_then_five_are_asked_for_their_pains_and_causes() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    desk = sketch.lane(journey, "Desk")
    steps = [sketch.step(journey, f"Step {n}", desk, feeling=-2 if n < 3 else -1) for n in range(8)]
    sketch.chain(*steps)
    asked = found(sketch, journey)
    assert asked[Ask.PAIN].of == WORST and set(asked[Ask.PAIN].open) >= {step.id for step in steps[:3]}
    pain = sketch.pain(steps[0], "slow")
    asked = found(sketch, journey)
    assert steps[0].id not in asked[Ask.PAIN].open and asked[Ask.CAUSE].open == (steps[0].id,)
    sketch.records.remove(pain)
    sketch.pain(steps[0], "slow", cause=PainCause.EFFORT)
    assert found(sketch, journey)[Ask.CAUSE].open == ()


def test_identity_when_one_desk_follows_another_then_is_asked_there_alone() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    gate, till = sketch.lane(journey, "Gate"), sketch.lane(journey, "Till")
    enter, pay = sketch.step(journey, "Enter", gate), sketch.step(journey, "Pay", till)
    more = sketch.step(journey, "Pay more", till, identity=Identity.CARRIED)
    sketch.chain(enter, pay, more)
    assert found(sketch, journey)[Ask.IDENTITY] == Pass(Ask.IDENTITY, (pay.id,), 1)


def test_information_when_no_offer_needs_it_then_is_not_asked_for() -> None:
    sketch = Sketch()
    today = sketch.journey()
    journey = sketch.redesign(today)
    steps = [sketch.step(journey, name, sketch.lane(journey, name)) for name in ("Ask", "Get")]
    sketch.chain(*steps)
    assert found(sketch, journey)[Ask.INFORMATION].of == 0
    stretch = sketch.add(Stretch, journey=journey.id, name="The start")
    for step in steps:
        sketch.add(StretchStep, stretch=stretch.id, step=step.id)
    offer = {"card_kind": CardKind.STRETCH, "card_ref": stretch.id, "state": PlacementState.TARGET}
    sketch.add(Placement, experience=Experience.CURATED_OFFERING, **offer)
    assert found(sketch, journey)[Ask.INFORMATION].open == tuple(step.id for step in steps)
    sketch.add(StepInformation, step=steps[0].id, item="need")
    assert found(sketch, journey)[Ask.INFORMATION].open == (steps[1].id,)


def test_the_worked_case_when_asked_then_its_first_journey_is_sorted_and_felt() -> None:
    project = park()
    today = next(j for j in project.all(Journey) if j.state is JourneyState.AS_IS)
    asked = {one.ask: one for one in passes(project, today)}
    assert not asked[Ask.SORT].open and not asked[Ask.CONNECT].open and asked[Ask.FEELING].of == 11
