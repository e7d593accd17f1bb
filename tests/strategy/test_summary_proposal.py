"""What is proposed: the move, what changes, who delivers and pays, what it is worth."""

from __future__ import annotations

import pytest

from helpers.pair import MAKER, ROW, Pair, said
from rondo.strategy.sentences import Summary, WorthRow
from rondo.words import Words
from rondofile.enums import (
    Actor,
    Architecture,
    Evidence,
    Experience,
    Identity,
    LaneRole,
    PainCause,
    Phase,
    PlacementState,
)
from rondofile.records import Journey, Lane

CROWD = Architecture.CROWD_ORCHESTRATOR


def row(made: Summary, key: str) -> WorthRow | None:
    return next((one for one in made.worth if one.key == key), None)


SUITS = "narrowing the choice to what suits for Families"


@pytest.mark.parametrize(
    ("now", "text"),
    [
        (None, f"Towards {SUITS}, ourselves."),
        ((None, MAKER), f"From selling what we have to {SUITS}, ourselves."),
        ((ROW, CROWD), f"Still {SUITS}, but ourselves instead of through people we bring in."),
        ((ROW, MAKER), f"Still {SUITS}, ourselves."),
    ],
)
def test_the_move_tells_row_and_column_from_today_to_then(
    now: tuple[Experience | None, Architecture] | None, text: str
) -> None:
    pair = Pair()
    if now:
        pair.offer(pair.people, PlacementState.NOW, experience=now[0], architecture=now[1])
    made = pair.page()
    assert made.move is not None
    assert made.move.text == text
    assert len(text.split()) <= 18


def test_the_move_leaves_out_situation_then_segment_to_stay_within_eighteen_words() -> None:
    pair = Pair(situation="when it rains at noon")
    made = pair.page()
    assert made.move is not None
    assert made.move.text.endswith("suits for Families, when it rains at noon, ourselves.")
    long = Pair("Families with small children on a first visit", "when it rains at noon")
    long.offer(long.people, PlacementState.NOW, experience=None)
    made = long.page()
    assert made.move is not None
    assert made.move.text == "From selling what we have to narrowing the choice to what suits, ourselves."


def test_s4_counts_what_falls_away_what_we_take_over_and_names_what_is_new() -> None:
    pair = Pair()
    for title in ("Queue", "Sign"):
        pair.step(pair.today, title)
    pair.became("Search", Actor.CUSTOMER, Actor.FIRM)
    pair.step(pair.then, "Reserve", feeling=-1)
    pair.step(pair.then, "See three days", feeling=2)
    text = "We drop two steps and relieve the customer of one step; new is See three days."
    assert said(pair.page().propose, "changed") == text


@pytest.mark.parametrize(
    ("takers", "text"),
    [
        ((Actor.FIRM, Actor.FIRM), "We relieve the customer of two steps."),
        ((Actor.BOTH,), "We relieve the customer of part of one step."),
        ((Actor.FIRM, Actor.BOTH), "We relieve the customer of two steps, wholly or in part."),
        ((Actor.PARTNER,), None),
    ],
)
def test_s4_tells_work_taken_over_in_part_from_work_taken_over_whole(
    takers: tuple[Actor, ...], text: str | None
) -> None:
    pair = Pair()
    for number, taker in enumerate(takers):
        pair.became(f"S{number}", Actor.CUSTOMER, taker)
    assert said(pair.page().propose, "changed") == text


def test_s4_merged_steps_fall_away_but_one_and_a_new_pain_is_not_the_news() -> None:
    pair = Pair()
    a, b = (pair.step(pair.today, title) for title in "AB")
    pair.origin(pair.step(pair.then, "AB"), a, b)
    pair.pain(pair.step(pair.then, "Reserve"), "planned by the hour", 2)
    assert said(pair.page().propose, "changed") == "We turn two steps into one."


def test_s4_a_step_that_falls_away_is_dropped() -> None:
    pair = Pair()
    pair.became("A")
    pair.step(pair.today, "B")
    assert said(pair.page().propose, "changed") == "We drop one step."


def test_s4_where_no_step_comes_or_goes_tells_the_one_that_loses_most_pain() -> None:
    pair = Pair()
    for title, weight in (("A", 1), ("B", 3)):
        pair.pain(pair.became(title), "x", weight)
    assert said(pair.page().propose, "changed") == "What changes most is B."


@pytest.mark.parametrize("architecture", list(Architecture))
def test_s5_says_who_delivers_under_each_architecture(architecture: Architecture) -> None:
    text = said(Pair(architecture=architecture).page().propose, "delivered")
    assert text == Words()(f"delivered.{architecture}")


def test_s5_names_the_connection_that_is_not_there_today() -> None:
    pair = Pair()
    for journey in (pair.today, pair.then):
        lanes = [pair.lane(journey, name) for name in ("Hotel", "Gate", "Rides")]
        steps = [pair.step(journey, "S", lane, Phase.RECOGNIZE) for lane in lanes]
        pair.next(steps[0], steps[1])
    pair.next(steps[1], steps[2])
    assert said(pair.page().propose, "connected") == "New is the link between Gate and Rides."


@pytest.mark.parametrize(
    ("revenue", "text"),
    [
        ({}, "Who pays is open."),
        ({"revenue_what": "a fee"}, "Who pays is open."),
        ({"revenue_who": "the park."}, "Paid by the park."),
        ({"revenue_who": "the park", "revenue_what": "pages"}, "Paid by the park for pages."),
        ({"revenue_who": "the park", "revenue_when": "monthly"}, "Paid by the park, monthly."),
        (
            {"revenue_who": "the park", "revenue_what": "pages", "revenue_when": "monthly"},
            "Paid by the park for pages, monthly.",
        ),
    ],
)
def test_s5_says_who_pays_or_that_it_is_open(revenue: dict[str, str], text: str) -> None:
    made = Pair(**revenue).page()
    assert said(made.propose, "paid") == text
    assert (said(made.open_points, "open.payer") is not None) is ("open" in text)


def timed(pair: Pair, journey: Journey, wait: float, actor: Actor, identity: Identity) -> None:
    """Three desks, a wait, the end."""
    steps = pair.desks(journey, 3, identity, actor=actor, evidence=Evidence.SAID)
    pair.next(steps[2], pair.step(journey, "End"), wait_minutes=wait)


def test_s6_tells_waits_effort_and_strangers_now_and_then_with_the_weakest_evidence() -> None:
    pair = Pair()
    timed(pair, pair.today, 90, Actor.CUSTOMER, Identity.LOST)
    timed(pair, pair.then, 30, Actor.FIRM, Identity.CARRIED)
    made = pair.page()
    told = {one.key: (one.today, one.then, one.worse) for one in made.worth}
    assert told["between"] == ("90 minutes", "30 minutes", False)
    assert "waiting" not in told
    assert told["effort"] == ("3 of 4", "0 of 4", False)
    assert told["strangers"] == ("2", "0", False)
    strangers = row(made, "strangers")
    assert strangers is not None and strangers.evidence is Evidence.SAID


def test_s6_when_a_step_itself_makes_them_wait_then_that_is_told_apart_from_the_time_between_steps() -> None:
    pair = Pair()
    pair.desks(pair.today, 2, Identity.CARRIED, wait_minutes=20)
    pair.desks(pair.then, 2, Identity.CARRIED, wait_minutes=5)
    told = {one.key: (one.today, one.then, one.worse) for one in pair.page().worth}
    assert told["waiting"] == ("40 minutes", "10 minutes", False)
    assert "between" not in told


def test_s6_when_the_longest_silence_changes_then_it_is_told_and_longer_is_worse() -> None:
    for was, now, worse in ((9_000, 3_000, False), (3_000, 9_000, True)):
        pair = Pair()
        for journey, wait in ((pair.today, was), (pair.then, now)):
            first = pair.desks(journey, 2, Identity.CARRIED)[-1]
            pair.next(first, pair.step(journey, "Pay", pair.lane(journey, "Till")), wait_minutes=wait)
        found = row(pair.page(), "silence")
        assert found is not None and found.worse is worse
        assert found.today != found.then


def test_s6_prints_no_line_without_facts_and_says_that_cost_is_not_estimated() -> None:
    made = Pair().page()
    assert [(one.key, one.then) for one in made.worth] == [("cost", "not yet estimated")]


def test_s6_says_at_how_many_steps_our_cost_rises_and_falls() -> None:
    pair = Pair()
    for was, now in ((0, 1), (1, 2), (2, 0), (1, 1), (None, 2)):
        a = pair.step(pair.today, "A", our_cost=was)
        pair.origin(pair.step(pair.then, "A", our_cost=now), a)
    cost = row(pair.page(), "cost")
    assert cost is not None
    assert (cost.then, cost.worse) == ("higher at two steps, lower at one step", True)


def test_s6_always_tells_what_gets_worse_when_a_pain_was_added_or_moved() -> None:
    pair = Pair()
    queue = pair.step(pair.today, "Queue", pair.lane(pair.today, "Gate"))
    pair.pain(queue, "the line", 3, cause=PainCause.NOT_FREE)
    reserve = pair.step(pair.then, "Reserve", pair.lane(pair.then, "Family", LaneRole.CUSTOMER))
    pair.pain(reserve, "planned by the hour", 2, cause=PainCause.NOT_FREE)
    worse = row(pair.page(), "worse")
    assert worse is not None and worse.sentence is not None
    assert (worse.label, worse.worse) == ("What gets worse", True)
    assert worse.then == "Moved from Queue to Reserve: planned by the hour."
    assert ("mark", "mark-2", "text") in {(f.noun, f.id, f.field) for f in worse.facts}


def test_s6_more_than_three_worsenings_are_counted_not_hidden() -> None:
    pair = Pair()
    for number in range(5):
        pair.pain(pair.step(pair.then, f"S{number}"), f"pain {number}")
    told = [one.then for one in pair.page().worth if one.key == "worse"]
    assert (len(told), told[-1]) == (4, "Two other things get worse.")


def test_s5_where_desks_know_each_other_again_that_is_the_new_link() -> None:
    pair = Pair()
    before = pair.desks(pair.today, 2, Identity.LOST)
    after = pair.desks(pair.then, 2, Identity.CARRIED)
    for a, b in zip(before, after, strict=True):
        pair.origin(b, a)
    told = said(pair.page().propose, "connected")
    lanes = [pair.project().get(Lane, step.lane or "").name for step in before]
    assert told == f"New is the link between {lanes[0]} and {lanes[1]}."
