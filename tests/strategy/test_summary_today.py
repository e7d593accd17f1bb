"""The upper half of the page, sentence by sentence: said, left out, replaced, and honest."""

from __future__ import annotations

import pytest

from helpers.sketch import Sketch
from rondo.strategy.framework.whole import load
from rondo.strategy.sentences import Sentence, Summary, summary
from rondo.words import LANGUAGES, Words
from rondofile.enums import Evidence, Identity, JourneyState, PainCause, Phase, PlacementState, PlayerKind
from rondofile.records import Info, Item, Journey, Player, Segment, Situation, Step

SEEN = {"evidence": Evidence.SEEN}


def page(sketch: Sketch, language: str = "en", **pins: str) -> Summary:
    return summary(sketch.project(), load(language), Words(language), **pins)


def said(sentences: tuple[Sentence, ...], start: str) -> str | None:
    return next((one.text for one in sentences if one.key.startswith(start)), None)


def visit(situation: str = "", **segment: object) -> tuple[Sketch, Journey]:
    sketch = Sketch()
    people = sketch.add(Segment, **{"name": "Families", **segment})
    place = sketch.add(Situation, segment=people.id, name=situation) if situation else None
    return sketch, sketch.journey("Visit", segment=people.id, situation=place.id if place else None)


@pytest.mark.parametrize(
    ("situation", "segment", "text"),
    [
        ("", {}, "This page is about Families."),
        ("", {"size": 60, "size_unit": "guests"}, "This page is about Families, 60% of guests."),
        ("", {"size": 12.5}, "This page is about Families, 12.5% of our customers."),
        ("at noon", {}, "This page is about Families in one situation: at noon."),
        (
            "when it rains",
            {"size": 6, "size_unit": "bed days", "name": "Families, first visit"},
            "This page is about “Families, first visit”, 6% of bed days, in one situation: when it rains.",
        ),
    ],
)
def test_s1_names_the_people_their_size_and_situation_as_far_as_known(
    situation: str, segment: dict[str, object], text: str
) -> None:
    sketch, journey = visit(situation, **segment)
    sketch.step(journey, "A")
    assert said(page(sketch).today, "who") == text


def test_s1_is_left_out_and_asked_for_where_nobody_is_named() -> None:
    sketch = Sketch()
    sketch.step(sketch.journey("Visit"), "A")
    made = page(sketch)
    assert said(made.today, "who") is None
    assert said(made.open_points, "open.segment") == "For whom Visit is drawn has not been said."


def hurting(*pains: tuple[str, str, int], **fields: object) -> tuple[Sketch, list[Step]]:
    """A path of steps (title, pain, feeling), every pain of weight 2."""
    sketch, journey = visit()
    fields = {**SEEN, **fields}
    steps = [
        sketch.step(journey, t, phase=Phase.RECOGNIZE, feeling=feeling, **fields) for t, _, feeling in pains
    ]
    for step, (_, text, _) in zip(steps, pains, strict=True):
        if text != "none":
            sketch.pain(step, text, 2)
    sketch.chain(*steps)
    return sketch, steps


def test_s2_tells_the_two_lowest_moments_with_their_heaviest_pain() -> None:
    sketch, steps = hurting(("Queue", "the line", -1), ("Pay", "cash only", 0), ("Eat", "cold.", -2))
    sketch.pain(steps[2], "nobody came", 3)
    assert said(page(sketch).today, "worst") == "It hurts most at Eat (nobody came) and at Queue (the line)."


def test_s2_with_one_moment_tells_one() -> None:
    sketch, _ = hurting(("Queue", "none", 0), ("Eat", "cold", 0))
    assert said(page(sketch).today, "worst") == "It hurts most at Eat (cold)."


def test_s2_without_words_falls_back_to_the_cause_and_then_to_the_step_alone() -> None:
    sketch, steps = hurting(("Queue", "", -1))
    assert said(page(sketch).today, "worst") == "It hurts most at Queue."
    sketch.pain(steps[0], "", 3, PainCause.NOT_FREE)
    assert said(page(sketch).today, "worst") == f"It hurts most at Queue ({load().name(PainCause.NOT_FREE)})."


def test_s2_is_left_out_and_asked_for_before_any_pain() -> None:
    sketch, _ = hurting(("Queue", "none", 0), ("Eat", "none", 1))
    made = page(sketch)
    assert said(made.today, "worst") is None
    assert said(made.open_points, "open.pains") == "No pain is recorded in Visit yet."


def test_s3_tells_the_commonest_cause_of_the_heaviest_pains_only() -> None:
    sketch, steps = hurting(("A", "none", 0), ("B", "none", 0))
    for step, weight, cause in (
        (steps[0], 3, PainCause.CHOICE),
        (steps[1], 3, PainCause.CHOICE),
        (steps[1], 3, PainCause.EFFORT),
        *((steps[0], 2, PainCause.UNEVEN) for _ in range(5)),
    ):
        sketch.pain(step, "x", weight, cause)
    assert said(page(sketch).today, "cause") == f"What lies behind it: {load().name(PainCause.CHOICE)}."


def test_s3_is_left_out_and_the_gap_shown_where_no_cause_is_named() -> None:
    sketch, _ = hurting(("Queue", "the line", -1))
    made = page(sketch)
    assert said(made.today, "cause") is None
    assert (
        said(made.open_points, "open.cause") == "The cause of one of the heaviest pains is not known: Queue."
    )


def organised(identity: Identity, retold: bool) -> str | None:
    """The Gate hurts because of how we are organised, after the Hotel."""
    sketch, journey = visit()
    steps = sketch.desks(journey, 2, identity, **SEEN)
    sketch.pain(steps[1], "asked again", 3, PainCause.ORGANISATION)
    if retold:
        item = sketch.add(Item, name="names and ages")
        sketch.told(steps[0], item)
        sketch.told(steps[1], item)
    return said(page(sketch).today, "cause")


def test_s3_of_an_organisation_names_the_pair_and_the_item_else_the_pair_else_itself() -> None:
    start = "The cause is not the product"
    assert (
        organised(Identity.LOST, True) == f"{start}: we do not pass names and ages on from Desk 1 to Desk 2."
    )
    assert (
        organised(Identity.LOST, False)
        == f"{start}: between Desk 1 and Desk 2 we lose sight of who they are."
    )
    assert organised(Identity.CARRIED, False) == f"{start} but the way we are organised."


def test_a_sentence_whose_facts_are_all_assumed_says_so_and_one_vouched_fact_ends_that() -> None:
    for evidence, text in (
        (None, "We assume: it hurts most at Queue (the line)."),
        (Evidence.ASSUMED, "We assume: it hurts most at Queue (the line)."),
        (Evidence.SAID, "It hurts most at Queue (the line)."),
    ):
        sketch, _ = hurting(("Queue", "the line", -1), evidence=evidence)
        assert said(page(sketch).today, "worst") == text


def test_a_mark_with_evidence_of_its_own_does_not_take_that_of_its_step() -> None:
    sketch, journey = visit()
    step = sketch.step(journey, "Queue", **SEEN)
    sketch.pain(step, "the line", evidence=Evidence.ASSUMED)
    worst = next(one for one in page(sketch).today if one.key.startswith("worst"))
    assert worst.evidence is Evidence.ASSUMED
    assert {fact.evidence for fact in worst.facts if fact.noun == "step" and fact.evidence} <= {Evidence.SEEN}


def test_names_are_set_off_and_lead_to_their_record() -> None:
    sketch, steps = hurting(("Queue", "the line", -1))
    worst = next(one for one in page(sketch).today if one.key.startswith("worst"))
    parts = [(part.text, part.strong, part.fact.id if part.fact else None) for part in worst.parts]
    assert ("Queue", True, steps[0].id) in parts
    assert ("the line", False, "mark-1") in parts


def test_a_sign_of_the_users_in_a_name_is_no_place_of_a_template() -> None:
    sketch, journey = visit(name="{n} {segment}")
    sketch.step(journey, "{step}", feeling=-1, **SEEN)
    made = page(sketch)
    assert said(made.today, "who") == "This page is about {n} {segment}."
    assert made.headline.text == "Visit turns at {step}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_project_is_told_in_every_language_with_the_same_facts(language: str) -> None:
    sketch, journey = visit("at noon", size=60)
    steps = sketch.desks(journey, 4, **SEEN)
    sketch.pain(steps[2], "asked again", 3, PainCause.ORGANISATION)
    english, other = page(sketch), page(sketch, language)
    assert [one.key for one in other.today] == [one.key for one in english.today]
    assert [one.facts for one in other.today] == [one.facts for one in english.today]
    assert "{" not in "".join(one.text for one in (other.headline, *other.today, *other.open_points))


def test_the_header_tells_organisation_people_and_date() -> None:
    sketch, journey = visit("when it rains")
    sketch.step(journey, "A")
    sketch.add(Info, organisation=" Park ", date="2026-11-22")
    assert page(sketch).header == "Park · Families – when it rains · 22 November 2026"


def test_the_focus_is_the_pair_behind_a_target_that_takes_most_pain_from_most_people() -> None:
    sketch = Sketch()
    pairs = []
    for name, size, weight in (("Few", 5, 3), ("Many", 90, 2), ("Idle", 5, 3)):
        people = sketch.add(Segment, name=name, size=size)
        today = sketch.journey(name, segment=people.id)
        sketch.pain(sketch.step(today, "A"), "x", weight)
        pairs.append((today, sketch.redesign(today)))
        if name != "Idle":
            sketch.offer(people, PlacementState.TARGET)
    made = page(sketch)
    assert (made.focus.as_is and made.focus.as_is.journey, made.kind) == (pairs[1][0], "proposal")
    pinned = page(sketch, journey=pairs[0][1].id).focus
    assert pinned.as_is is not None and pinned.as_is.journey == pairs[0][0]
    assert page(sketch, journey=pairs[2][0].id).kind == "found"


def test_without_a_target_the_heaviest_pair_is_what_we_found() -> None:
    sketch = Sketch()
    for name, weight in (("Light", 1), ("Heavy", 3)):
        today = sketch.journey(name)
        sketch.pain(sketch.step(today, "A"), "x", weight)
        sketch.redesign(today)
    made = page(sketch)
    assert made.focus.as_is is not None and made.focus.as_is.journey.name == "Heavy"
    assert (made.kind, made.move) == ("found", None)
    assert said(made.open_points, "open.target") == "What we will do has no place in the matrix yet."


def test_without_a_pair_the_journey_of_today_stands_alone() -> None:
    sketch, journey = visit()
    sketch.pain(sketch.step(journey, "A"), "x")
    sketch.offer(next(r for r in sketch.records if isinstance(r, Segment)), PlacementState.TARGET)
    made = page(sketch)
    assert (made.kind, made.propose, made.worth, made.lasts, made.difference) == ("found", (), (), (), None)


def test_a_redesign_alone_is_described_without_findings_of_today() -> None:
    sketch = Sketch()
    journey = sketch.journey("New visit", state=JourneyState.TO_BE)
    sketch.desks(journey, 4)
    made = page(sketch)
    assert (made.kind, made.candidates) == ("found", ())
    assert made.headline.text == "New visit: no pain is recorded yet"


def test_a_rivals_journey_is_never_the_focus() -> None:
    sketch = Sketch()
    rival = sketch.add(Player, name="Rival", kind=PlayerKind.RIVAL)
    sketch.pain(sketch.step(sketch.journey("Theirs", player=rival.id), "A"), "x", 3)
    assert page(sketch).headline.key == "headline.nothing"


def test_open_points_name_what_is_missing() -> None:
    sketch, journey = visit()
    a = sketch.step(journey, "A", sketch.lane(journey, "L1"), Phase.RECOGNIZE)
    b = sketch.step(journey, "B", sketch.lane(journey, "L2"))
    sketch.chain(a, b)
    sketch.step(journey, "C", phase=None)
    texts = [one.text for one in page(sketch).open_points]
    assert texts == [
        "The size of Families is not known.",
        "One step has no phase or no lane yet.",
        "Whether we know who they are has not been said for one step: B.",
        "No pain is recorded in Visit yet.",
        "How long it takes is not known for 2 of 2 steps.",
        "How often Visit comes round is not known.",
        "What we will do has no place in the matrix yet.",
    ]


def test_unlinked_steps_are_an_open_point_and_still_tell_where_it_hurts() -> None:
    sketch, journey = visit()
    for title in "AB":
        sketch.pain(sketch.step(journey, title, **SEEN), "x")
    made = page(sketch)
    assert said(made.open_points, "open.path") == "The steps of Visit are not linked into a path yet."
    assert said(made.today, "worst") == "It hurts most at A (x) and at B (x)."
