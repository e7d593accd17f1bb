"""What gestures on a journey do to the records, without any window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.desks import park
from rondo.ui.canvas.editing import gestures
from rondo.ui.canvas.editing.gestures_copy import excerpt, paste
from rondo.ui.canvas.editing.place import Place
from rondo.ui.canvas.lanes.gestures_lanes import add_lane
from rondo.ui.journeys.new_journey import NewLane, add_journey
from rondofile.document import Document
from rondofile.edits import Edit
from rondofile.enums import Actor, InformationHow, InformationUse, LaneRole, LinkKind, MarkKind, Phase
from rondofile.kinds import EditKind
from rondofile.nouns import information, journeys, lanes, links, marks
from rondofile.project import Project
from rondofile.records import NOUNS, Item, Journey, Lane, Link, Mark, Step, StepInformation

FIRST = "Customer"


@pytest.fixture
def edit(tmp_path: Path) -> Iterator[Edit]:
    with Document.create(root=tmp_path) as document, document.edit(EditKind.ADD_STEPS) as edit:
        yield edit


def project_of(edit: Edit) -> Project:
    return Project.of(record for kind in NOUNS.values() for record in edit.rows(kind))


def two_lanes(edit: Edit) -> tuple[str, str, str]:
    journey = add_journey(edit, "Visit", [NewLane("Family", LaneRole.CUSTOMER), NewLane("We", LaneRole.FIRM)])
    one, two = edit.rows(Lane)
    return journey.id, one.id, two.id


def test_a_new_journey_begins_with_its_lanes(edit: Edit) -> None:
    journey, *_ = two_lanes(edit)
    assert [(lane.name, lane.role, lane.position) for lane in project_of(edit).lanes_of(journey)] == [
        ("Family", LaneRole.CUSTOMER, 0),
        ("We", LaneRole.FIRM, 1),
    ]


def test_a_step_after_another_stands_in_its_cell_and_in_its_order(edit: Edit) -> None:
    journey, one, two = two_lanes(edit)
    a = gestures.add_step(edit, journey, "A", Place(Phase.REQUEST, one), FIRST)
    c = gestures.add_step(edit, journey, "C", Place(Phase.RESPOND, two), FIRST)
    b = gestures.add_after(edit, a.id, "B")
    assert [step.title for step in project_of(edit).steps_of(journey)] == ["A", "B", "C"]
    assert (b.phase, b.lane) == (Phase.REQUEST, one)
    assert [(x.source, x.target, x.kind) for x in edit.rows(Link)] == [(a.id, b.id, LinkKind.NEXT)]
    d = gestures.add_after(edit, c.id, "D", Place(Phase.REPEAT, None, 4, 5))
    assert (d.phase, d.lane, d.x, d.y) == (Phase.REPEAT, two, 4, 5)


def test_lines_become_steps_in_the_inbox_or_a_chain(edit: Edit) -> None:
    journey, one, _ = two_lanes(edit)
    made = gestures.capture(edit, journey, ["A", "  ", " B \t c "])
    assert [edit.get(Step, key).title for key in made] == ["A", "B c"]
    assert all(edit.get(Step, key).phase is None for key in made)
    start = gestures.add_step(edit, journey, "S", Place(Phase.REQUEST, one), FIRST)
    chain = gestures.add_chain(edit, start.id, ["T", "U"])
    assert [(x.source, x.target) for x in edit.rows(Link)] == [(start.id, chain[0]), (chain[0], chain[1])]
    assert edit.get(Step, chain[1]).lane == one


def test_the_first_sorted_step_makes_the_first_lane_and_the_next_stand_in_it(edit: Edit) -> None:
    journey = journeys.add(edit, "Bare").id
    keys = gestures.capture(edit, journey, ["A", "B", "C"])
    gestures.give_phase(edit, keys[:2], Phase.REQUEST, FIRST)
    (lane,) = edit.rows(Lane)
    assert (lane.name, lane.role) == (FIRST, LaneRole.CUSTOMER)
    assert [edit.get(Step, key).lane for key in keys] == [lane.id, lane.id, None]
    lanes.add(edit, journey, "We", LaneRole.FIRM)
    gestures.give_phase(edit, keys[2:], Phase.REQUEST, FIRST)
    assert edit.get(Step, keys[2]).lane is None, "where there are several, a person says which"


def test_locked_steps_keep_phase_and_lane(edit: Edit) -> None:
    journey, one, two = two_lanes(edit)
    a = gestures.add_step(edit, journey, "A", Place(Phase.REQUEST, one, 3, 4), FIRST).id
    gestures.lock(edit, {a: Place(Phase.REQUEST, one, 30, 40)})
    gestures.give_phase(edit, [a], Phase.RESPOND, FIRST)
    gestures.give_lane(edit, {a: two})
    gestures.arrange(edit, journey)
    step = edit.get(Step, a)
    assert (step.phase, step.lane, step.x, step.y, step.locked) == (Phase.REQUEST, one, 30, 40, True)
    gestures.unlock(edit, [a])
    gestures.arrange(edit, journey)
    assert (edit.get(Step, a).x, edit.get(Step, a).y) == (None, None)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ([None], Actor.CUSTOMER),
        ([Actor.CUSTOMER], Actor.FIRM),
        ([Actor.FIRM], Actor.BOTH),
        ([Actor.BOTH, Actor.BOTH], None),
        ([Actor.FIRM, Actor.BOTH], Actor.CUSTOMER),
        ([Actor.PARTNER], Actor.CUSTOMER),
    ],
)
def test_one_key_goes_through_who_does_the_work(now: list[Actor | None], then: Actor | None) -> None:
    assert gestures.next_actor(now) is then


def test_a_new_lane_stands_at_its_place(edit: Edit) -> None:
    journey, *_ = two_lanes(edit)
    add_lane(edit, journey, "Partner", LaneRole.PARTNER, 1)
    add_lane(edit, journey, "Last", LaneRole.FIRM, 3)
    assert [lane.name for lane in project_of(edit).lanes_of(journey)] == ["Family", "Partner", "We", "Last"]


def test_deleting_a_lane_sends_its_steps_to_the_inbox_and_a_step_takes_its_links(edit: Edit) -> None:
    journey, one, _ = two_lanes(edit)
    a = gestures.add_step(edit, journey, "A", Place(Phase.REQUEST, one), FIRST).id
    b = gestures.add_after(edit, a, "B").id
    gestures.delete(edit, Lane, [one])
    assert edit.get(Step, a).lane is None and edit.get(Step, a).phase is Phase.REQUEST
    gestures.delete(edit, Step, [b])
    assert edit.rows(Link) == () and [step.id for step in edit.rows(Step)] == [a]


def test_a_part_of_the_journey_has_its_steps_in_the_order_of_the_journey(edit: Edit) -> None:
    journey, one, _ = two_lanes(edit)
    keys = [gestures.add_step(edit, journey, t, Place(Phase.REQUEST, one), FIRST).id for t in "ABC"]
    part = gestures.name_part(edit, journey, "Part", [keys[2], keys[0]])
    assert [step.title for step in project_of(edit).steps_in(part.id)] == ["A", "C"]


def test_a_copy_has_what_stands_on_the_steps_and_the_links_between_them_only(edit: Edit) -> None:
    journey, one, two = two_lanes(edit)
    a = gestures.add_step(edit, journey, "A", Place(Phase.REQUEST, one, 9, 9), FIRST).id
    b = gestures.add_after(edit, a, "B", Place(Phase.RESPOND, two)).id
    c = gestures.add_after(edit, b, "C").id
    links.connect(edit, b, a, LinkKind.RETURNS, label="again")
    marks.add(edit, a, MarkKind.PAIN, "slow", weight=3)
    item = information.add(edit, "party size")
    information.attach(edit, b, item.id, InformationHow.TOLD, InformationUse.USES)
    made = paste(edit, excerpt(project_of(edit), [b, a]), journey, after=a)
    project = project_of(edit)
    assert [step.title for step in project.steps_of(journey)] == ["A", "A", "B", "B", "C"]
    twins = [project.get(Step, key) for key in made]
    assert [(s.title, s.phase, s.lane, s.x, s.locked) for s in twins] == [
        ("A", Phase.REQUEST, one, None, False),
        ("B", Phase.RESPOND, two, None, False),
    ]
    found = [(x.source, x.target, x.kind, x.label) for x in project.links_of(journey) if x.source in made]
    assert found == [
        (made[0], made[1], LinkKind.NEXT, ""),
        (made[1], made[0], LinkKind.RETURNS, "again"),
    ]
    assert [(mark.text, mark.weight) for mark in project.marks_of(made[0])] == [("slow", 3)]
    assert [row.item for row in project.information_of(made[1])] == [item.id]
    assert len(project.all(Item)) == 1 and c not in made


def test_a_copy_in_another_project_finds_its_lanes_or_makes_them(edit: Edit) -> None:
    source = park()
    journey = source.all(Journey)[0].id
    keys = [step.id for step in source.steps_of(journey)]
    target = add_journey(
        edit, "There", [NewLane("Gate", LaneRole.PARTNER), NewLane("Home", LaneRole.CUSTOMER)]
    )
    made = paste(edit, excerpt(source, keys), target.id)
    project = project_of(edit)
    name = {lane.id: lane.name for lane in project.lanes_of(target.id)}
    was = {lane.id: lane.name for lane in source.lanes_of(journey)}
    pairs = {
        (was[old.lane], name[new.lane])
        for old, new in zip(source.steps_of(journey), project.steps_of(target.id), strict=True)
        if old.lane and new.lane
    }
    assert {("Family", "Home"), ("Gate", "Gate")} <= pairs, "the customer's own, and by name"
    assert {("Booking site", "Booking site"), ("Rides", "Rides")} <= pairs, "made"
    assert len(made) == len(keys) == len(project.all(Step))
    for kind in (Mark, StepInformation):
        there = sum(record.step in set(keys) for record in source.all(kind))
        assert len(project.all(kind)) == there
    assert {item.name for item in project.all(Item)} <= {item.name for item in source.all(Item)}


def test_an_excerpt_of_nothing_is_empty_and_pastes_nothing(edit: Edit) -> None:
    journey, *_ = two_lanes(edit)
    empty = excerpt(project_of(edit), ["gone"])
    assert paste(edit, empty, journey) == [] and edit.rows(Step) == ()
