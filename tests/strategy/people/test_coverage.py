"""The coverage: whom we serve where, and which places they would value and nobody takes."""

from __future__ import annotations

from typing import Any

from helpers.matrices import worked_case
from rondo.strategy.people.coverage import COLUMNS, Place, Standing, coverage, open_places
from rondo.strategy.people.served import people_of
from rondofile.enums import Architecture, CardKind, Experience, PlacementState, PlayerKind
from rondofile.project import Project
from rondofile.records import (
    Fit,
    Journey,
    Placement,
    Player,
    Record,
    Segment,
    Situation,
    Step,
    Stretch,
    StretchStep,
)

CURATED, COACH = Experience.CURATED_OFFERING, Experience.COACH_BEHAVIOR
SITUATION, SEGMENT, ACTIVITY, PART = (
    CardKind.SITUATION,
    CardKind.SEGMENT,
    CardKind.ACTIVITY,
    CardKind.STRETCH,
)
NOW, TARGET, IDEA = PlacementState
PEOPLE: list[Record] = [
    Player(id="us", kind=PlayerKind.OWN),
    Player(id="them", name="Them", kind=PlayerKind.RIVAL),
    Segment(id="g"),
    Situation(id="rain", segment="g"),
    Situation(id="sun", segment="g"),
    Segment(id="other"),
]


def likes(value: int | None, comfort: int | None = 0, situation: str | None = None) -> Fit:
    key = f"{situation}-{value}-{comfort}"
    return Fit(id=key, segment="g", situation=situation, experience=CURATED, comfort=comfort, value=value)


def offer(kind: CardKind, ref: str | None, state: PlacementState = TARGET, player: str = "us") -> Placement:
    return Placement(
        id=f"{kind}-{ref}-{state}-{player}",
        card_kind=kind,
        card_ref=ref,
        state=state,
        player=player,
        experience=CURATED,
        architecture=Architecture.CONNECTED_PRODUCER,
    )


def place(key: str, *records: Record, column: Experience | None = CURATED) -> Place:
    rows = {row.key: row for row in coverage(Project.of([*PEOPLE, *records]))}
    return rows[key].places[COLUMNS.index(column)]


def test_the_rows_are_the_segments_each_before_its_situations() -> None:
    rows = coverage(Project.of(PEOPLE))
    assert [row.key for row in rows] == ["g", "rain", "sun", "other"]
    assert all(tuple(p.experience for p in row.places) == COLUMNS for row in rows)


def test_a_place_is_open_where_they_would_value_it_and_nobody_serves_them() -> None:
    assert place("g", likes(1)).standing is Standing.OPEN
    assert place("g", likes(0)).standing is None
    assert place("g", likes(None)).standing is None
    assert place("g", likes(2, None)).standing is Standing.OPEN
    assert place("other", likes(2)).standing is None


def test_where_they_are_not_at_ease_no_place_is_open() -> None:
    assert place("g", likes(2, -1)).standing is None


def test_what_is_only_an_idea_leaves_the_place_open() -> None:
    assert place("g", likes(1), offer(SEGMENT, "g", IDEA)).standing is Standing.OPEN
    for state in (NOW, TARGET):
        found = place("g", likes(1), offer(SEGMENT, "g", state))
        assert found.standing is None and len(found.ours) == 1


def test_an_offer_for_the_segment_serves_each_of_its_situations() -> None:
    found = place("rain", likes(2), offer(SEGMENT, "g"))
    assert found.standing is None
    assert (len(found.ours), len(found.shared)) == (0, 1)


def test_an_offer_for_one_situation_leaves_the_others_open() -> None:
    records = (likes(2), offer(SITUATION, "rain"))
    assert place("rain", *records).standing is None
    assert place("sun", *records).standing is Standing.OPEN
    assert place("g", *records).standing is None


def test_a_place_that_another_serves_is_taken() -> None:
    found = place("g", likes(1), offer(ACTIVITY, None, NOW, "them"))
    assert found.standing is Standing.TAKEN
    assert [player.name for player in found.rivals] == ["Them"]
    assert place("g", likes(1), offer(ACTIVITY, None, IDEA, "them")).standing is Standing.OPEN
    named = place("g", likes(1), offer(SEGMENT, "g", NOW, "them"))
    assert named.standing is Standing.TAKEN and len(named.others) == 1


def test_serving_people_who_would_rather_not_is_said() -> None:
    assert place("g", likes(-1), offer(SEGMENT, "g")).standing is Standing.UNWELCOME
    assert place("g", likes(2, -2), offer(SEGMENT, "g", NOW)).standing is Standing.UNWELCOME
    assert place("g", likes(-1), offer(SEGMENT, "g", IDEA)).standing is None


def test_an_offer_for_a_part_is_for_the_people_of_its_journey() -> None:
    drawn: list[Record] = [
        Journey(id="j", segment="g", situation="rain"),
        Step(id="s", journey="j", title="Look"),
        Stretch(id="p", journey="j"),
        StretchStep(id="m", stretch="p", step="s"),
    ]
    found = place("rain", likes(1), *drawn, offer(PART, "p"))
    assert len(found.ours) == 1 and found.standing is None
    project = Project.of([*PEOPLE, *drawn, offer(PART, "p"), offer(PART, "gone")])
    whose: dict[Any, Any] = {o.card_ref: people_of(project, o) for o in project.all(Placement)}
    assert whose == {"p": ("g", "rain"), "gone": None}


def test_what_is_not_connected_has_no_scores_and_is_never_open() -> None:
    plain = Placement(id="p", card_kind=SEGMENT, card_ref="g", player="us")
    found = place("g", likes(2), plain, column=None)
    assert found.ours == (plain,)
    assert (found.comfort.value, found.value.value, found.standing) == (None, None, None)


def test_the_worked_case_shows_its_open_places() -> None:
    found = {
        (p.situation or p.segment, p.experience): p.standing for p in open_places(coverage(worked_case()))
    }
    assert found == {
        ("rain", CURATED): Standing.TAKEN,
        ("rain", COACH): Standing.OPEN,
        ("pass", Experience.RESPOND_TO_DESIRE): Standing.TAKEN,
        ("pass", Experience.AUTOMATIC_EXECUTION): Standing.OPEN,
        ("noband", Experience.RESPOND_TO_DESIRE): Standing.TAKEN,
    }
