"""The headline: each finding fires at its threshold and not below, and the best score wins."""

from __future__ import annotations

import pytest

from helpers.sketch import Sketch
from rondo.strategy.framework.whole import load
from rondo.strategy.sentences import Finding, Summary, summary
from rondo.words import Words
from rondofile.enums import (
    Actor,
    Architecture,
    Evidence,
    Experience,
    Identity,
    LaneRole,
    LinkKind,
    Phase,
    PlacementState,
    PlayerKind,
)
from rondofile.records import Fit, Item, Journey, Player, Segment, Situation, Step

ROW, OTHER = Experience.CURATED_OFFERING, Experience.COACH_BEHAVIOR
COLUMN = Architecture.CONNECTED_PRODUCER
SEEN = {"evidence": Evidence.SEEN}


def page(sketch: Sketch, **pins: str) -> Summary:
    return summary(sketch.project(), load(), Words(), **pins)


def found(sketch: Sketch, key: str) -> Finding | None:
    return next((one for one in page(sketch).candidates if one.id == key), None)


def got(sketch: Sketch, key: str) -> Finding:
    finding = found(sketch, key)
    assert finding is not None
    return finding


def visit(**segment: object) -> tuple[Sketch, Segment, Journey]:
    sketch = Sketch()
    people = sketch.add(Segment, **{"name": "Families", **segment})
    return sketch, people, sketch.journey("Visit", segment=people.id)


@pytest.mark.parametrize(("desks", "impact"), [(2, None), (3, 0.7), (4, 0.8), (9, 0.9)])
def test_h1_two_strangers_make_a_finding_that_grows_with_their_number(
    desks: int, impact: float | None
) -> None:
    sketch, _, journey = visit()
    sketch.desks(journey, desks, **SEEN)
    finding = found(sketch, "H1")
    assert (finding.impact if finding else None) == impact


def test_h1_says_how_often_and_where() -> None:
    sketch, _, journey = visit()
    sketch.desks(journey, 4, **SEEN)
    finding = got(sketch, "H1")
    assert finding.headline.text == "We treat Families as strangers three times in one Visit"
    assert finding.sentence.text.endswith("for someone new: Desk 2, Desk 3 and Desk 4.")


def test_h2_three_retellings_make_a_finding() -> None:
    for times, fires in ((3, False), (4, True)):
        sketch, _, journey = visit()
        item = sketch.add(Item, name="history")
        for step in sketch.desks(journey, times, Identity.CARRIED, **SEEN):
            sketch.told(step, item)
        assert (found(sketch, "H2") is not None) is fires
    assert got(sketch, "H2").headline.text == "We ask Families three times for what they already told us"


def discharged(wait: float, hurts_after: bool = True) -> Sketch:
    """A stay of 100 minutes, then a wait, then the clinic."""
    sketch, _, journey = visit()
    stay = sketch.step(journey, "Stay", sketch.lane(journey, "Ward"), Phase.RECOGNIZE, minutes=100, **SEEN)
    clinic = sketch.step(journey, "Return", sketch.lane(journey, "Clinic"), minutes=0, **SEEN)
    sketch.next(stay, clinic, wait_minutes=wait)
    sketch.pain(clinic if hurts_after else stay, "told everything again", 3)
    return sketch


def test_h3_a_quarter_of_the_time_in_silence_before_the_worst_moment_makes_a_finding() -> None:
    assert found(discharged(33), "H3") is None
    assert found(discharged(34), "H3") is not None
    assert found(discharged(600, hurts_after=False), "H3") is None
    assert got(discharged(42 * 1440), "H3").headline.text == (
        "After Stay, we leave Families without a word for 6 weeks"
    )


def test_h4_one_wait_of_two_fifths_of_the_time_makes_a_finding() -> None:
    assert found(discharged(66), "H4") is None
    assert got(discharged(67), "H4").about == ("step-1", "step-2")
    assert got(discharged(300), "H4").headline.text == "Before Return, waiting takes 5 hours of 6.5 hours"


def test_h4_a_wait_inside_a_step_is_told_as_such() -> None:
    sketch, _, journey = visit()
    sketch.step(
        journey, "Table", sketch.lane(journey, "Inn"), Phase.RECOGNIZE, minutes=60, wait_minutes=40, **SEEN
    )
    assert got(sketch, "H4").headline.text == "At Table, waiting takes 40 minutes of 60 minutes"


def wished(rival: Experience | None, ours: Experience | None, kind: PlayerKind = PlayerKind.RIVAL) -> Sketch:
    """Families value ROW most; a rival and we stand in these rows today."""
    sketch, people, journey = visit()
    sketch.step(journey, "A", phase=Phase.RECOGNIZE)
    sketch.add(Fit, segment=people.id, experience=ROW, value=2, comfort=0)
    sketch.add(Fit, segment=people.id, experience=OTHER, value=2, comfort=-1)
    player = sketch.add(Player, name="Planner", kind=kind)
    now = {"state": PlacementState.NOW, "architecture": COLUMN, **SEEN}
    sketch.offer(None, player=player.id, experience=rival, offer="Every park compared", **now)
    sketch.offer(people, experience=ours, **now)
    return sketch


@pytest.mark.parametrize(
    ("rival", "ours", "kind", "fires"),
    [
        (ROW, None, PlayerKind.RIVAL, True),
        (ROW, OTHER, PlayerKind.START_UP, True),
        (ROW, ROW, PlayerKind.RIVAL, False),
        (OTHER, None, PlayerKind.RIVAL, False),
        (ROW, None, PlayerKind.OTHER_INDUSTRY, False),
    ],
)
def test_h5_a_rival_in_the_row_they_value_most_makes_a_finding_unless_we_are_there(
    rival: Experience, ours: Experience | None, kind: PlayerKind, fires: bool
) -> None:
    assert (found(wished(rival, ours, kind), "H5") is not None) is fires


def test_h5_names_the_rival_the_row_and_its_offer() -> None:
    finding = got(wished(ROW, None), "H5")
    assert finding.headline.text == "Planner already does for Families what we do not"
    assert finding.sentence.text == (
        "Planner already does what they would value most and we do not: "
        "narrow the choice to what suits, with “Every park compared”."
    )


@pytest.mark.parametrize(("second", "cells", "fires"), [(OTHER, 1, True), (ROW, 1, False), (OTHER, 2, False)])
def test_h6_situations_that_want_different_rows_and_get_one_cell_make_a_finding(
    second: Experience, cells: int, fires: bool
) -> None:
    sketch, people, journey = visit()
    sketch.step(journey, "A", phase=Phase.RECOGNIZE)
    for row in (ROW, second):
        place = sketch.add(Situation, segment=people.id, name=f"when {row}")
        sketch.add(Fit, segment=people.id, situation=place.id, experience=row, value=1, comfort=0)
    for row in (None, ROW)[:cells]:
        sketch.offer(people, PlacementState.NOW, experience=row, architecture=COLUMN)
    assert (found(sketch, "H6") is not None) is fires


def again(often: float | None, learns: Phase | None) -> Sketch:
    """They come back; what is learned lands on a step of that phase."""
    sketch, _, journey = visit()
    journey = sketch.records[-1] = Journey(
        id=journey.id, name="Visit", segment=journey.segment, episodes_per_year=often
    )
    a = sketch.step(journey, "A", phase=Phase.RECOGNIZE, **SEEN)
    b = sketch.step(journey, "B", phase=Phase.REPEAT if learns is Phase.REPEAT else Phase.RESPOND, **SEEN)
    sketch.next(a, b)
    sketch.link(LinkKind.RETURNS, b, a)
    if learns:
        sketch.link(LinkKind.LEARNS, a, b)
    return sketch


@pytest.mark.parametrize(("learns", "fires"), [(None, True), (Phase.REPEAT, True), (Phase.RESPOND, False)])
def test_h7_coming_back_without_learning_that_lands_makes_a_finding(
    learns: Phase | None, fires: bool
) -> None:
    assert (found(again(4, learns), "H7") is not None) is fires


@pytest.mark.parametrize(
    ("often", "said"),
    [
        (4, "We meet Families 4 times a year and use nothing we learn"),
        (1, "We meet Families once a year and use nothing we learn"),
        (0.2, "We meet Families every 5 years and use nothing we learn"),
        (365, "We meet Families every day and use nothing we learn"),
        (None, "We meet Families again and use nothing we learn"),
    ],
)
def test_h7_says_how_often_in_the_words_people_use(often: float | None, said: str) -> None:
    assert got(again(often, None), "H7").headline.text == said


@pytest.mark.parametrize(
    ("alone", "control", "fires"), [(3, -1, True), (2, -1, False), (3, 0, False), (3, None, False)]
)
def test_h8_three_fifths_of_the_work_against_their_wish_makes_a_finding(
    alone: int, control: int | None, fires: bool
) -> None:
    sketch, _, journey = visit(desired_control=control)
    actors = [Actor.CUSTOMER] * alone + [Actor.FIRM] * (5 - alone)
    steps = [
        sketch.step(journey, f"S{n}", phase=Phase.RECOGNIZE, actor=a, **SEEN) for n, a in enumerate(actors)
    ]
    sketch.chain(*steps)
    finding = found(sketch, "H8")
    assert (finding is not None) is fires
    if finding:
        assert finding.headline.text == "3 of 5 steps are left to Families, who would rather not"


def test_h9_always_stands_ready_with_the_worst_step() -> None:
    sketch, _, journey = visit()
    a = sketch.step(journey, "A", phase=Phase.RECOGNIZE, feeling=-1, **SEEN)
    b = sketch.step(journey, "B", feeling=-2, **SEEN)
    sketch.chain(a, b)
    made = page(sketch)
    assert [one.id for one in made.candidates] == ["H9"]
    assert made.headline.text == "Visit turns at B"


def test_h9_before_any_pain_says_so() -> None:
    sketch, _, journey = visit()
    sketch.step(journey, "A")
    assert page(sketch).headline.text == "Visit: no pain is recorded yet"


@pytest.mark.parametrize(("evidence", "worth"), [(Evidence.SEEN, 1.0), (Evidence.SAID, 0.7), (None, 0.4)])
def test_a_score_is_impact_times_reach_times_evidence(evidence: Evidence | None, worth: float) -> None:
    sketch, _, journey = visit(size=50)
    sketch.desks(journey, 3, evidence=evidence)
    assert got(sketch, "H1").score == pytest.approx(0.7 * 0.5 * worth)


def test_without_a_size_reach_is_one_part_of_as_many_as_there_are() -> None:
    sketch, _, journey = visit()
    sketch.add(Segment, name="Others")
    sketch.desks(journey, 3, **SEEN)
    assert got(sketch, "H1").reach == 0.5


def test_the_best_score_wins_and_the_next_two_are_told_today() -> None:
    sketch = discharged(42 * 1440)
    made = page(sketch)
    assert [one.id for one in made.candidates] == ["H3", "H4", "H9"]
    assert made.headline == made.candidates[0].headline
    assert "found.wait" not in {one.key for one in made.today}, "the same gap is not told twice"


@pytest.mark.parametrize(("desks", "order"), [(4, ["H1", "H5"]), (3, ["H5", "H1"])])
def test_scores_rank_and_equal_ones_stand_in_the_order_of_the_table(desks: int, order: list[str]) -> None:
    sketch = wished(ROW, None)
    journey = next(record for record in sketch.records if isinstance(record, Journey))
    steps = sketch.desks(journey, desks, **SEEN)
    first = next(record for record in sketch.records if isinstance(record, Step))
    sketch.next(first, steps[0])
    made = page(sketch)
    assert [one.id for one in made.candidates][:2] == order
    scores = {one.id: one.score for one in made.candidates}
    assert (scores["H1"], scores["H5"]) == (pytest.approx(0.5 + 0.1 * (desks - 1)), 0.8)


def test_a_pinned_finding_takes_the_headline_and_gives_its_place_to_the_best() -> None:
    sketch = discharged(42 * 1440)
    made = page(sketch, pinned="H9")
    assert made.headline.key == "headline.turning.1"
    assert "found.silence" in {one.key for one in made.today}
    assert page(sketch, pinned="H1").headline == page(sketch).headline


def test_a_long_name_makes_a_shorter_headline_not_a_longer_one() -> None:
    sketch, _, journey = visit(name="Families with three small children on their first visit")
    sketch.desks(journey, 3, **SEEN)
    assert got(sketch, "H1").headline.text == "Twice a stranger to us in one Visit"


def test_a_customer_lane_alone_makes_no_stranger() -> None:
    sketch, _, journey = visit()
    lanes = [sketch.lane(journey, name, LaneRole.PARTNER) for name in "ABC"]
    sketch.chain(*(sketch.step(journey, "S", x, Phase.RECOGNIZE, identity=Identity.LOST) for x in lanes))
    assert found(sketch, "H1") is None
