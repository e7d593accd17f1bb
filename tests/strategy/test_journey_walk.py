"""Walking a journey: the main path, who works, strangers, retold items, waits, loops."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from helpers.projects import projects
from helpers.sketch import Sketch
from rondo.strategy.journeys.journey import (
    actor_of,
    effort,
    elapsed_minutes,
    hand_overs,
    is_ours,
    lane_of,
    loops,
    main_path,
    path_links,
    retold,
    strangers,
    unknown_identity,
    waits,
    weighted_pains,
)
from rondofile.enums import (
    Actor,
    Identity,
    InformationHow,
    InformationUse,
    LaneRole,
    LinkKind,
    Phase,
    StepKind,
)
from rondofile.project import Project
from rondofile.records import Item, Journey, Link, Step


def titles(steps: tuple[Step, ...]) -> list[str]:
    return [step.title for step in steps]


def walked(sketch: Sketch, journey: Journey) -> list[str]:
    return titles(main_path(sketch.project(), journey.id))


def test_the_path_starts_at_the_earliest_recognize_step_though_drawn_last() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    order = sketch.step(journey, "Order", phase=Phase.REQUEST)
    notice = sketch.step(journey, "Notice", phase=Phase.RECOGNIZE, kind=StepKind.AWARENESS)
    need = sketch.step(journey, "Need", phase=Phase.RECOGNIZE, kind=StepKind.NEED)
    sketch.chain(need, notice, order)
    assert walked(sketch, journey) == ["Need", "Notice", "Order"]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [((30, 70), "B"), ((70, 30), "A"), ((None, None), "A"), ((30, None), "B"), ((None, 30), "A")],
)
def test_at_a_branch_the_larger_share_is_followed_else_the_first_drawn(
    shares: tuple[float | None, float | None], expected: str
) -> None:
    sketch = Sketch()
    journey = sketch.journey()
    start, a, b = (sketch.step(journey, title, phase=Phase.RECOGNIZE) for title in "SAB")
    sketch.next(start, a, share=shares[0])
    sketch.next(start, b, share=shares[1])
    assert walked(sketch, journey) == ["S", expected]


def test_a_loop_on_the_path_ends_it_and_no_step_comes_twice() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    a, b, c = (sketch.step(journey, title, phase=Phase.RECOGNIZE) for title in "ABC")
    sketch.chain(a, b, a)
    sketch.next(b, c, share=10)
    sketch.next(a, a)
    assert walked(sketch, journey) == ["A", "B", "C"]


def test_without_a_recognize_step_the_path_starts_where_nothing_leads_in() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    receive = sketch.step(journey, "Receive", phase=Phase.RESPOND)
    order = sketch.step(journey, "Order", phase=Phase.REQUEST)
    sketch.chain(order, receive)
    assert walked(sketch, journey) == ["Order", "Receive"]


def test_a_lone_recognize_step_does_not_hide_a_linked_path() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    sketch.step(journey, "Lone", phase=Phase.RECOGNIZE)
    sketch.chain(*(sketch.step(journey, title) for title in "AB"))
    assert walked(sketch, journey) == ["A", "B"]


def test_an_inbox_is_never_strung_into_a_path() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    for title in "ABC":
        sketch.step(journey, title, phase=None)
    assert walked(sketch, journey) == []
    a, b = (step for step in sketch.records if isinstance(step, Step) and step.title in "AB")
    sketch.next(a, b)
    assert walked(sketch, journey) == ["A", "B"]


def test_only_next_links_are_followed() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    a, b = (sketch.step(journey, title, phase=Phase.RECOGNIZE) for title in "AB")
    for kind in LinkKind:
        if kind is not LinkKind.NEXT:
            sketch.link(kind, a, b)
    assert walked(sketch, journey) == ["A"]


@given(projects())
@settings(max_examples=60, deadline=None)
def test_every_path_is_a_walk_along_links_without_repetition(project: Project) -> None:
    for journey in project.all(Journey):
        path = main_path(project, journey.id)
        assert len({step.id for step in path}) == len(path)
        assert len(path_links(project, path)) == max(0, len(path) - 1)
        assert {step.journey for step in path} <= {journey.id}


@pytest.mark.parametrize(
    ("role", "actor"),
    [
        (LaneRole.CUSTOMER, Actor.CUSTOMER),
        (LaneRole.FIRM, Actor.FIRM),
        (LaneRole.SYSTEM, Actor.FIRM),
        (LaneRole.PARTNER, Actor.PARTNER),
        (LaneRole.INDIVIDUAL, Actor.INDIVIDUAL),
        (LaneRole.MEMBER, Actor.MEMBER),
    ],
)
def test_who_works_follows_from_the_lane_unless_it_is_said(role: LaneRole, actor: Actor) -> None:
    sketch = Sketch()
    journey = sketch.journey()
    lane = sketch.lane(journey, "Desk", role)
    silent, said = sketch.step(journey, "A", lane), sketch.step(journey, "B", lane, actor=Actor.BOTH)
    inbox = sketch.step(journey, "C")
    project = sketch.project()
    assert (actor_of(project, silent), actor_of(project, said)) == (actor, Actor.BOTH)
    assert (actor_of(project, inbox), lane_of(project, inbox)) == (Actor.NOBODY, None)
    assert is_ours(project, silent) is (role in (LaneRole.FIRM, LaneRole.SYSTEM))


def park(*identities: Identity | None) -> tuple[Project, tuple[Step, ...]]:
    """Hotel, then the family's own step, then Gate, then Rides with these identities."""
    sketch = Sketch()
    journey = sketch.journey()
    family = sketch.lane(journey, "Family", LaneRole.CUSTOMER)
    steps = [sketch.step(journey, "Book", sketch.lane(journey, "Hotel"), Phase.RECOGNIZE)]
    steps.append(sketch.step(journey, "Travel", family, identity=Identity.LOST))
    for number, identity in enumerate(identities):
        steps.append(
            sketch.step(journey, f"D{number}", sketch.lane(journey, f"L{number}"), identity=identity)
        )
    sketch.chain(*steps)
    project = sketch.project()
    return project, main_path(project, journey.id)


def test_a_customer_step_between_two_desks_does_not_hide_the_stranger() -> None:
    project, path = park(Identity.LOST)
    (stranger,) = strangers(project, path)
    assert (stranger.before.title, stranger.after.title) == ("Book", "D0")
    assert (stranger.from_lane.name, stranger.to_lane.name) == ("Hotel", "L0")


def test_unknown_identity_is_a_gap_and_anonymity_is_neither() -> None:
    project, path = park(None, Identity.ANONYMOUS, Identity.LOST, Identity.CARRIED)
    assert titles(tuple(one.after for one in strangers(project, path))) == ["D2"]
    assert titles(tuple(one.after for one in unknown_identity(project, path))) == ["D0"]


def test_lost_identity_inside_one_department_is_no_stranger() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    hotel = sketch.lane(journey, "Hotel")
    sketch.chain(*(sketch.step(journey, t, hotel, Phase.RECOGNIZE, identity=Identity.LOST) for t in "AB"))
    project = sketch.project()
    assert strangers(project, main_path(project, journey.id)) == ()


def test_an_item_is_retold_each_time_another_lane_is_told_it() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    name, age = sketch.add(Item, name="name"), sketch.add(Item, name="age")
    steps = sketch.desks(journey, 3)
    for step in steps:
        sketch.told(step, name)
    sketch.told(steps[1], age, how=InformationHow.SENSED)
    sketch.told(steps[2], age)
    sketch.told(steps[2], name, use=InformationUse.USES)
    project = sketch.project()
    found = retold(project, main_path(project, journey.id))
    assert [(r.item.name, r.first.title, r.again.title) for r in found] == [
        ("name", "Serve 1", "Serve 2"),
        ("name", "Serve 1", "Serve 3"),
    ]


def test_the_same_desk_may_be_told_twice_without_a_retelling() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    item, hotel = sketch.add(Item, name="name"), sketch.lane(journey, "Hotel")
    steps = [sketch.step(journey, title, hotel, Phase.RECOGNIZE) for title in "AB"]
    sketch.chain(*steps)
    for step in steps:
        sketch.told(step, item)
    project = sketch.project()
    assert retold(project, main_path(project, journey.id)) == ()


def test_waits_stand_between_and_inside_steps_and_add_up_with_their_minutes() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    a = sketch.step(journey, "A", phase=Phase.RECOGNIZE, minutes=10)
    b = sketch.step(journey, "B", minutes=30, wait_minutes=20)
    c = sketch.step(journey, "C", wait_minutes=5)
    sketch.next(a, b, wait_minutes=60)
    sketch.next(b, c)
    project = sketch.project()
    path = main_path(project, journey.id)
    found = [
        (w.minutes, w.before and w.before.title, w.at.title, w.link is not None) for w in waits(project, path)
    ]
    assert found == [(60, "A", "B", True), (20, "A", "B", False), (5, "B", "C", False)]
    assert elapsed_minutes(project, path) == 10 + 60 + 30 + 5


def test_hand_overs_are_links_straight_from_desk_to_desk() -> None:
    project, path = park(Identity.CARRIED, Identity.CARRIED)
    steps = {step.id: step.title for step in path}
    assert [(steps[x.source], steps[x.target]) for x in hand_overs(project, path)] == [("D0", "D1")]


def test_coming_back_is_not_learning_and_learning_lands_before_repeat() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    a, b = sketch.step(journey, "A", phase=Phase.RECOGNIZE), sketch.step(journey, "B", phase=Phase.REPEAT)
    back = sketch.link(LinkKind.RETURNS, b, a)
    lands = sketch.link(LinkKind.LEARNS, b, a)
    nowhere = sketch.link(LinkKind.LEARNS, a, b)
    found = loops(sketch.project(), journey.id)
    assert (found.returns, found.learns, found.landing) == ((back,), (lands, nowhere), (lands,))


def test_effort_counts_what_the_customer_does_alone() -> None:
    project, path = park(Identity.CARRIED)
    assert effort(project, path) == (1, 3)


def test_pains_weigh_what_they_weigh_and_delights_nothing() -> None:
    sketch = Sketch()
    step = sketch.step(sketch.journey(), "A")
    sketch.pain(step, weight=3)
    sketch.pain(step, weight=2)
    assert weighted_pains(sketch.project(), (step,)) == 5


def test_a_path_of_ten_thousand_steps_looks_at_each_link_a_few_times() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    steps = [sketch.step(journey, str(n), phase=Phase.RECOGNIZE) for n in range(10_000)]
    sketch.chain(*steps)
    project = sketch.project()
    looked = 0

    class Counting(Project):
        def links_of(self, journey: str) -> tuple[Link, ...]:
            nonlocal looked
            links = super().links_of(journey)
            looked += len(links)
            return links

    counting = Counting(project.tables)
    path = main_path(counting, journey.id)
    assert len(path) == 10_000
    assert (strangers(counting, path), waits(counting, path), hand_overs(counting, path)) == ((), (), ())
    assert looked <= 4 * 10_000
