"""The four experiences as flows between two lanes: as the framework proposes them, and as journeys fold."""

from __future__ import annotations

import pytest

from helpers.desks import park
from rondo.strategy.framework.table_parts import DemandKind, DemandSpecial
from rondo.strategy.framework.whole import LANGUAGES, load
from rondo.strategy.journeys.experiences import Flow, Side, folded, part_of, proposal
from rondo.strategy.journeys.path import main_path
from rondo.strategy.journeys.responses import HOW, grouped, known_items, step_fields
from rondofile.enums import Actor, Experience, InformationHow, JourneyState, Phase, StepKind
from rondofile.project import Project
from rondofile.records import Journey, Step

FRAMEWORK = load()
KINDS = list(StepKind)
D, C, H, A = Experience


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("experience", list(Experience))
def test_each_flow_enters_where_the_framework_says_that_the_experience_does(
    experience: Experience, language: str
) -> None:
    framework = load(language)
    entry = proposal(framework, experience).entry
    assert entry is not None
    assert entry.column is framework.experience(experience).enters


@pytest.mark.parametrize("experience", list(Experience))
def test_each_flow_meets_what_the_experience_asks_of_every_kind_of_step(experience: Experience) -> None:
    flow, checked = proposal(FRAMEWORK, experience), 0
    for kind in KINDS:
        demand = FRAMEWORK.demand(experience, kind)
        here = [beat for beat in flow.beats if beat.column is kind]
        if demand.kind is DemandKind.MUST:
            checked += 1
            assert here or any(beat.column is demand.either for beat in flow.beats)
            sides = {beat.side for beat in here}
            if demand.special in (DemandSpecial.FIRM_FIRST, DemandSpecial.PROMPT):
                assert sides == {Side.FIRM}
            if demand.special is DemandSpecial.UNDO:
                assert Side.CUSTOMER in sides
        if demand.kind is DemandKind.GONE:
            checked += 1
            assert not any(beat.side is Side.CUSTOMER for beat in here)
    assert checked


def test_the_customer_does_less_and_permission_is_asked_where_we_sense_or_infer() -> None:
    flows = {experience: proposal(FRAMEWORK, experience) for experience in Experience}
    share = {experience: flow.customer_share for experience, flow in flows.items()}
    asked = {experience: len(flow.needs_permission) for experience, flow in flows.items()}
    assert share[D] == (6, 9) and share[A] == (2, 7)
    assert asked == {D: 0, C: 1, H: 3, A: 2}
    assert all(len(flow.must_know) >= asked[experience] for experience, flow in flows.items())


def test_a_journey_folds_to_its_main_path_with_who_does_the_work() -> None:
    project = park()
    checked = 0
    for journey in project.all(Journey):
        flow = folded(project, journey.id)
        assert [beat.key for beat in flow.beats] == [step.id for step in main_path(project, journey.id)]
        for beat in flow.beats:
            actor = project.get(Step, beat.key).actor
            if actor is not None:
                checked += 1
                assert (actor is Actor.CUSTOMER) == (beat.side is Side.CUSTOMER)
                assert (actor is Actor.BOTH) == (beat.side is Side.BOTH)
    assert checked > 10


def test_a_part_of_today_is_found_again_in_the_redesign() -> None:
    project = park()
    redesign = next(j for j in project.all(Journey) if j.state is JourneyState.TO_BE and j.based_on)
    part = [s.id for s in main_path(project, redesign.based_on or "")[:4]]
    assert part_of(project, redesign.based_on or "", part) == frozenset(part)
    found = part_of(project, redesign.id, part)
    assert found
    origins = {o.id for key in found for o in project.origins_of(key)}
    assert origins and origins & set(part)


def test_an_empty_flow_enters_nowhere_and_asks_nothing() -> None:
    flow = Flow(())
    assert flow.entry is None and flow.customer_share == (0, 0)
    assert flow.must_know == flow.needs_permission == ()


def test_steps_are_grouped_by_phase_with_those_of_the_path_first() -> None:
    steps = [
        Step(id="a", journey="j", title="A", phase=Phase.RESPOND, position=0),
        Step(id="b", journey="j", title="B", position=1),
        Step(id="c", journey="j", title="C", phase=Phase.REQUEST, position=2),
        Step(id="d", journey="j", title="D", phase=Phase.REQUEST, position=3),
    ]
    project = Project.of([Journey(id="j", name="J"), *steps])
    found = [(group.phase, [step.id for step in group.steps]) for group in grouped(project, "j")]
    assert found == [(Phase.REQUEST, ["c", "d"]), (Phase.RESPOND, ["a"]), (None, ["b"])]


def test_what_must_be_known_is_split_at_commas_semicolons_and_lines_each_once() -> None:
    assert known_items(" their dates,ages of the children;\ntheir  dates ,, Ages of the children\n") == (
        "their dates",
        "ages of the children",
    )
    assert known_items(" , ;\n") == ()


def test_an_idea_is_done_as_its_experience_does_things() -> None:
    step = Step(id="s", journey="j", title="S", phase=Phase.REQUEST, kind=StepKind.DECIDE)
    fields = {experience: step_fields(experience, step) for experience in Experience}
    assert [fields[e]["actor"] for e in (D, C, H, A)] == [Actor.BOTH, Actor.FIRM, Actor.FIRM, Actor.FIRM]
    assert ["aware_first" in fields[e] for e in (D, C, H, A)] == [False, False, True, True]
    assert {f["kind"] for f in fields.values()} == {StepKind.DECIDE}
    assert HOW[D] is InformationHow.TOLD and HOW[A] is InformationHow.SENSED
