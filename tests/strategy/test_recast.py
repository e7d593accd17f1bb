"""One journey under another architecture, counted by hand."""

from __future__ import annotations

import pytest

from helpers.sketch import Sketch
from rondo.strategy.comparison import dimensions, totals
from rondo.strategy.framework.whole import load
from rondo.strategy.journeys.recast import Recast, recast
from rondofile.enums import Actor, Architecture, Identity, LaneRole, Phase, StepKind
from rondofile.records import Criterion, Journey, RoleChoice, Score, Step, Stretch, StretchStep

LICENSED = {"must_stay": True, "must_stay_reason": "licence"}
CROWD, MAKER = Architecture.CROWD_ORCHESTRATOR, Architecture.CONNECTED_PRODUCER


def ride() -> tuple[Sketch, Journey, dict[str, Step]]:
    """Need, order, receive, experience, after-sale; rider and two desks of ours."""
    sketch = Sketch()
    journey = sketch.journey()
    rider, fleet = sketch.lane(journey, "Rider", LaneRole.CUSTOMER), sketch.lane(journey, "Fleet")
    desk = sketch.lane(journey, "Desk")
    rows = (
        ("Need", rider, Phase.RECOGNIZE, StepKind.NEED, {}),
        ("Order", desk, Phase.REQUEST, StepKind.ORDER, {"actor": Actor.BOTH}),
        ("Pick up", fleet, Phase.RESPOND, StepKind.RECEIVE, {"identity": Identity.LOST}),
        (
            "Ride",
            fleet,
            Phase.RESPOND,
            StepKind.EXPERIENCE,
            {"must_stay": True, "must_stay_reason": "licence"},
        ),
        ("Umbrella", desk, Phase.RESPOND, StepKind.AFTER_SALE, {}),
    )
    steps = {
        t: sketch.step(journey, t, lane, phase, kind=kind, **more) for t, lane, phase, kind, more in rows
    }
    sketch.chain(*steps.values())
    return sketch, journey, steps


def under(sketch: Sketch, journey: Journey, architecture: Architecture, stretch: str | None = None) -> Recast:
    return recast(sketch.project(), journey.id, architecture, load(), stretch)


def test_each_step_gets_the_usual_performer_of_its_kind_with_the_reason() -> None:
    sketch, journey, steps = ride()
    made = under(sketch, journey, CROWD)
    usual = load().performer(StepKind.RECEIVE, CROWD)
    pick_up = made.assignments[steps["Pick up"].id]
    assert (pick_up.role, pick_up.reason) == (usual.role, usual.reason)
    assert (pick_up.today, pick_up.moved) == (Actor.FIRM, True)


def test_a_step_that_must_stay_keeps_its_hands_and_says_why() -> None:
    sketch, journey, steps = ride()
    kept = under(sketch, journey, CROWD).assignments[steps["Ride"].id]
    assert (kept.role, kept.reason, kept.kept, kept.moved) == (Actor.FIRM, "licence", True, False)


def test_n_of_m_steps_could_move() -> None:
    sketch, journey, _ = ride()
    assert (under(sketch, journey, CROWD).could_move, under(sketch, journey, CROWD).of) == (1, 5)
    assert under(sketch, journey, MAKER).could_move == 0


def test_working_together_and_working_alone_are_not_other_hands() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    step = sketch.step(journey, "Receive", kind=StepKind.RECEIVE, actor=Actor.BOTH)
    assert under(sketch, journey, MAKER).assignments[step.id].moved is False


def test_a_choice_by_hand_beats_the_default_but_not_a_step_that_must_stay() -> None:
    sketch, journey, steps = ride()
    for title in ("Umbrella", "Ride"):
        sketch.add(RoleChoice, step=steps[title].id, architecture=CROWD, role=Actor.PARTNER)
    made = under(sketch, journey, CROWD)
    umbrella, kept = made.assignments[steps["Umbrella"].id], made.assignments[steps["Ride"].id]
    assert (umbrella.role, umbrella.chosen, umbrella.moved) == (Actor.PARTNER, True, True)
    assert (kept.role, kept.chosen) == (Actor.FIRM, False)
    assert under(sketch, journey, MAKER).assignments[steps["Umbrella"].id].chosen is False


def test_with_a_part_of_the_journey_only_its_steps_are_recast() -> None:
    sketch, journey, steps = ride()
    part = sketch.add(Stretch, journey=journey.id, name="After")
    sketch.add(StretchStep, stretch=part.id, step=steps["Umbrella"].id)
    made = under(sketch, journey, CROWD, part.id)
    assert (made.could_move, made.of) == (0, 1)
    assert made.assignments[steps["Pick up"].id].role is Actor.FIRM


def test_a_step_without_kind_and_our_own_learning_stay_as_they_are() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    lane = sketch.lane(journey, "Desk")
    plain = sketch.step(journey, "Plain", lane)
    learning = sketch.step(journey, "Learn", lane, Phase.REPEAT, kind=StepKind.EXPERIENCE)
    made = under(sketch, journey, CROWD)
    assert {made.assignments[step.id].role for step in (plain, learning)} == {Actor.FIRM}


def test_the_facts_are_those_counted_by_hand() -> None:
    sketch, journey, steps = ride()
    facts = under(sketch, journey, CROWD).facts
    assert (facts.firm_run, facts.customer_run) == ((2, 5), (1, 5))
    assert facts.parties == (Actor.CUSTOMER, Actor.FIRM, Actor.BOTH, Actor.INDIVIDUAL)
    assert (facts.hand_overs, facts.identity_breaks) == (4, 1)
    assert facts.single_points == (steps["Order"], steps["Pick up"], steps["Ride"])


def test_a_branch_around_a_step_means_not_everything_depends_on_it() -> None:
    sketch, journey, steps = ride()
    aside = sketch.step(journey, "Wave down")
    sketch.next(steps["Order"], aside)
    sketch.next(aside, steps["Ride"])
    facts = under(sketch, journey, CROWD).facts
    assert facts.single_points == (steps["Order"], steps["Ride"])


@pytest.mark.parametrize("architecture", list(Architecture))
def test_an_empty_journey_can_be_recast(architecture: Architecture) -> None:
    sketch = Sketch()
    made = under(sketch, sketch.journey(), architecture)
    assert (made.could_move, made.of, made.facts.single_points) == (0, 0, ())


def test_a_total_is_the_weighted_mean_and_waits_for_every_score() -> None:
    sketch = Sketch()
    speed, cost = sketch.add(Criterion, weight=3), sketch.add(Criterion, weight=1)
    sketch.add(Criterion, weight=0)
    for criterion, score in ((speed, 8), (cost, 4)):
        sketch.add(Score, criterion=criterion.id, architecture=MAKER, score=score)
    sketch.add(Score, criterion=speed.id, architecture=CROWD, score=10)
    found = {total.architecture: total for total in totals(sketch.project())}
    assert list(found) == list(Architecture)
    assert (found[MAKER].value, found[MAKER].scored, found[MAKER].of) == (7, 2, 2)
    assert (found[CROWD].value, found[CROWD].scored, found[CROWD].of) == (None, 1, 2)
    assert {total.value for total in totals(Sketch().project())} == {None}


def test_every_dimension_shows_which_columns_say_the_same() -> None:
    found = dimensions(load())
    assert [one.dimension for one in found] == list(load().dimensions)
    assert any(one.differs for one in found)
    assert all(sum(map(len, one.groups)) == len(Architecture) for one in found)
    assert not any(one.differs for one in dimensions(load(), (MAKER,)))
