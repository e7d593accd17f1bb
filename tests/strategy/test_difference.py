"""The diff engine, against lists made by hand on five pairs, and what counts as worse."""

from __future__ import annotations

from hypothesis import given, settings

from helpers.sketch import Sketch
from helpers.stories import stories
from rondo.strategy.changes.change import Change, ChangeKind
from rondo.strategy.changes.difference import difference
from rondofile.enums import Actor, Identity, LaneRole, PainCause, Phase, StepKind
from rondofile.project import Project
from rondofile.records import Journey, Lane, Step

Line = tuple[str, str, str]


def lines(sketch: Sketch, today: Journey, then: Journey) -> list[Line]:
    """Each change as (kind, titles before, titles after)."""

    def said(steps: tuple[Step, ...]) -> str:
        return " + ".join(step.title for step in steps)

    found = difference(sketch.project(), today.id, then.id).changes
    return [(change.kind.value, said(change.before), said(change.after)) for change in found]


def only(sketch: Sketch, today: Journey, then: Journey, kind: ChangeKind) -> tuple[Change, ...]:
    return difference(sketch.project(), today.id, then.id).of(kind)


def pair() -> tuple[Sketch, Journey, Journey]:
    sketch = Sketch()
    today = sketch.journey()
    return sketch, today, sketch.redesign(today)


def test_pair_1_a_step_falls_away_one_comes_one_stays() -> None:
    sketch, today, then = pair()
    a, _gone = sketch.step(today, "Notice"), sketch.step(today, "Queue")
    sketch.origin(sketch.step(then, "Notice"), a)
    sketch.step(then, "Be reminded")
    assert lines(sketch, today, then) == [
        ("removed", "Queue", ""),
        ("added", "", "Be reminded"),
        ("unchanged", "Notice", "Notice"),
    ]


def test_pair_2_two_steps_merge_and_one_splits() -> None:
    sketch, today, then = pair()
    search, compare, pay = (sketch.step(today, title) for title in ("Search", "Compare", "Pay"))
    sketch.origin(sketch.step(then, "See three"), search, compare)
    sketch.origin(sketch.step(then, "Allow"), pay)
    sketch.origin(sketch.step(then, "Be charged"), pay)
    assert lines(sketch, today, then) == [
        ("merged", "Search + Compare", "See three"),
        ("split", "Pay", "Allow + Be charged"),
    ]


def test_pair_3_a_step_moves_phase_lane_and_hands() -> None:
    sketch, today, then = pair()
    home, desk = sketch.lane(today, "Family", LaneRole.CUSTOMER), sketch.lane(then, "Desk")
    a = sketch.step(today, "Ask", home, Phase.REQUEST)
    sketch.origin(sketch.step(then, "Offer", desk, Phase.RECOGNIZE), a)
    assert lines(sketch, today, then) == [
        ("retitled", "Ask", "Offer"),
        ("moved-phase", "Ask", "Offer"),
        ("re-laned", "Ask", "Offer"),
        ("lane-removed", "", ""),
        ("lane-added", "", ""),
        ("actor", "Ask", "Offer"),
    ]
    (moved,) = only(sketch, today, then, ChangeKind.RE_LANED)
    assert (moved.was, moved.now) == ("Family", "Desk")


def test_pair_4_feelings_waits_minutes_identity_cost_and_pains() -> None:
    sketch, today, then = pair()
    a = sketch.step(today, "Start")
    b = sketch.step(today, "Check in", feeling=-2, minutes=30, identity=Identity.LOST, our_cost=1)
    sketch.next(a, b, wait_minutes=60)
    sketch.pain(b, "asked again", 3)
    c = sketch.step(then, "Start")
    d = sketch.step(then, "Check in", feeling=1, minutes=5, identity=Identity.CARRIED, our_cost=2)
    sketch.next(c, d, wait_minutes=0)
    sketch.origin(c, a)
    sketch.origin(d, b)
    assert [kind for kind, _, _ in lines(sketch, today, then)] == [
        "feeling", "gap", "minutes", "identity", "cost", "pain-resolved", "unchanged",
    ]  # fmt: skip
    (wait,) = only(sketch, today, then, ChangeKind.GAP)
    assert (wait.was, wait.now) == (60, 0)


def test_pair_5_without_any_origin_equal_titles_belong_together() -> None:
    sketch, today, then = pair()
    for title in ("Choose", "Pay", "Pay"):
        sketch.step(today, title)
    for title in (" choose ", "PAY", "Enjoy"):
        sketch.step(then, title)
    assert lines(sketch, today, then) == [
        ("removed", "Pay", ""),
        ("added", "", "Enjoy"),
        ("unchanged", "Choose", " choose "),
        ("unchanged", "Pay", "PAY"),
    ]


def test_beside_origins_only_a_title_that_is_left_over_once_on_either_side_belongs_together() -> None:
    sketch, today, then = pair()
    a, *_ = (sketch.step(today, title) for title in ("A", "B", "Queue", "Queue"))
    sketch.origin(sketch.step(then, "A"), a)
    for title in ("B", "Queue"):
        sketch.step(then, title)
    assert lines(sketch, today, then) == [
        ("removed", "Queue", ""),
        ("removed", "Queue", ""),
        ("added", "", "Queue"),
        ("unchanged", "A", "A"),
        ("unchanged", "B", "B"),
    ]


def test_the_same_desk_under_another_record_is_no_new_lane() -> None:
    sketch, today, then = pair()
    a = sketch.step(today, "A", sketch.lane(today, "Hotel"))
    sketch.origin(sketch.step(then, "A", sketch.lane(then, " hotel ")), a)
    assert lines(sketch, today, then) == [("unchanged", "A", "A")]


def relieved(
    same_lane: bool,
    phase: Phase,
    kind: StepKind | None = None,
    cause: PainCause | None = PainCause.NOT_FREE,
) -> tuple[Sketch, Journey, Journey]:
    """A queue of today is relieved at the gate; the redesign has a pain on a new step."""
    sketch, today, then = pair()
    gate = sketch.lane(today, "Gate")
    queue = sketch.step(today, "Queue", gate, Phase.RESPOND, kind=StepKind.RECEIVE)
    sketch.pain(queue, "the line", 3, PainCause.NOT_FREE)
    sketch.origin(sketch.step(then, "Walk in", sketch.lane(then, "Gate"), kind=StepKind.RECEIVE), queue)
    lane: Lane = sketch.lane(then, "Gate" if same_lane else "Family")
    sketch.pain(sketch.step(then, "Reserve", lane, phase, kind=kind), "planned by the hour", 2, cause)
    return sketch, today, then


def test_a_pain_added_in_another_lane_has_moved() -> None:
    sketch, today, then = relieved(False, Phase.RESPOND, StepKind.AFTER_SALE)
    (moved,) = only(sketch, today, then, ChangeKind.PAIN_MOVED)
    assert (moved.before[0].title, moved.after[0].title) == ("Queue", "Reserve")
    assert [mark.text for mark in moved.marks] == ["the line", "planned by the hour"]
    assert only(sketch, today, then, ChangeKind.PAIN_ADDED) == ()


def test_a_pain_with_another_cause_is_new_even_in_another_lane() -> None:
    for cause in (PainCause.CHOICE, None):
        sketch, today, then = relieved(False, Phase.RESPOND, StepKind.AFTER_SALE, cause)
        assert only(sketch, today, then, ChangeKind.PAIN_MOVED) == ()
        assert len(only(sketch, today, then, ChangeKind.PAIN_ADDED)) == 1


def test_a_pain_added_earlier_has_moved() -> None:
    sketch, today, then = relieved(True, Phase.REQUEST)
    assert len(only(sketch, today, then, ChangeKind.PAIN_MOVED)) == 1


def test_a_pain_added_later_in_the_same_lane_is_merely_new() -> None:
    sketch, today, then = relieved(True, Phase.RESPOND, StepKind.AFTER_SALE)
    assert len(only(sketch, today, then, ChangeKind.PAIN_ADDED)) == 1
    assert only(sketch, today, then, ChangeKind.PAIN_MOVED) == ()


def test_a_pain_kept_with_another_weight_is_heavier_or_lighter() -> None:
    sketch, today, then = pair()
    a, b = sketch.step(today, "A"), sketch.step(then, "A")
    sketch.origin(b, a)
    sketch.pain(a, "the line", 1)
    sketch.pain(b, "The  line", 3)
    (heavier,) = difference(sketch.project(), today.id, then.id).worse
    assert (heavier.kind, heavier.was, heavier.now) == (ChangeKind.PAIN_WEIGHT, 1, 3)


def test_worse_is_more_waiting_a_lower_feeling_a_new_stranger_a_sad_new_step() -> None:
    sketch, today, then = pair()
    a = sketch.step(today, "A", feeling=0, wait_minutes=5, identity=Identity.CARRIED, minutes=5, our_cost=0)
    b = sketch.step(then, "A", feeling=-1, wait_minutes=9, identity=Identity.LOST, minutes=9, our_cost=2)
    sketch.origin(b, a)
    sketch.step(then, "New", feeling=-1)
    worse = [change.kind.value for change in difference(sketch.project(), today.id, then.id).worse]
    assert worse == ["feeling", "wait", "identity", "added"]


def test_becoming_known_is_not_becoming_worse() -> None:
    sketch, today, then = pair()
    a = sketch.step(today, "A", actor=Actor.CUSTOMER)
    sketch.origin(sketch.step(then, "A", actor=Actor.CUSTOMER, feeling=-1, wait_minutes=9), a)
    assert difference(sketch.project(), today.id, then.id).worse == ()


@given(stories())
@settings(max_examples=40, deadline=None)
def test_every_step_is_accounted_for_and_nothing_differs_from_itself(project: Project) -> None:
    for journey in project.all(Journey):
        itself = difference(project, journey.id, journey.id)
        assert {change.kind for change in itself.changes} <= {ChangeKind.UNCHANGED}
        for other in project.all(Journey):
            found = difference(project, journey.id, other.id).changes
            told = {step.id for change in found for step in (*change.before, *change.after)}
            drawn = {step.id for end in (journey, other) for step in project.steps_of(end.id)}
            assert told == drawn
