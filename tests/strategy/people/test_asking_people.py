"""What is asked about people: three questions of everybody, the rest when an offer we will make needs it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rondo.strategy.people.asking import FIRST, LATER, NEEDS, PARTS, needed, unanswered
from rondo.strategy.people.roles import holder, played_by
from rondofile.enums import Architecture, CardKind, Experience, Knows, PlacementState, PlayerKind, RoleKind
from rondofile.project import Project
from rondofile.records import Fit, Placement, Player, Record, Segment, SegmentRole, Situation

DESIRE, CURATED, COACH, AUTOMATIC = Experience
TARGET = PlacementState.TARGET
US = Player(id="us", kind=PlayerKind.OWN)
FAMILY, RAIN = Segment(id="g"), Situation(id="rain", segment="g")


def offer(
    row: Experience | None, ref: str = "g", state: PlacementState = TARGET, who: str = "us"
) -> Placement:
    kind = CardKind.SEGMENT if ref == "g" else CardKind.SITUATION
    return Placement(
        id=f"{row}-{ref}-{state}-{who}",
        card_kind=kind,
        card_ref=ref,
        experience=row,
        architecture=Architecture.CONNECTED_PRODUCER,
        state=state,
        player=who,
    )


def project(*more: Record, segment: Segment = FAMILY) -> Project:
    return Project.of([US, Player(id="them"), segment, RAIN, *more])


def test_three_questions_come_first_and_no_other_is_among_them() -> None:
    assert FIRST == ("knows_need", "desired_control", "privacy_comfort")
    assert set(LATER) == {asked for row in Experience for asked in NEEDS[row]}
    assert not set(FIRST) & set(LATER)


def test_without_an_offer_that_we_will_make_nothing_more_is_needed() -> None:
    theirs = offer(CURATED, who="them")
    idle = [offer(AUTOMATIC, state=PlacementState.IDEA), offer(COACH, state=PlacementState.NOW), offer(None)]
    found = needed(project(theirs, *idle), FAMILY)
    assert found.offers == () and unanswered(project(theirs, *idle), FAMILY) == len(FIRST)


def test_each_experience_needs_what_it_stands_or_falls_with() -> None:
    seen = 0
    for row in Experience:
        found = needed(project(offer(row)), FAMILY)
        assert tuple(found.answers) == NEEDS[row]
        assert tuple(found.rows) == (row,)
        assert tuple(found.parts) == PARTS[row]
        assert found.size is not None and len(found.offers) == 1
        seen += len(found.answers)
    assert seen == len(LATER)


def test_an_offer_for_a_situation_asks_the_situation_and_no_other() -> None:
    there = project(offer(AUTOMATIC, "rain"))
    assert needed(there, FAMILY).offers == ()
    found = needed(there, RAIN)
    assert tuple(found.answers) == ("predictability", "mistake_cost", "undo_possible")
    assert found.size is None and not found.parts


def test_a_question_is_answered_when_the_segment_answers_it() -> None:
    asked = offer(AUTOMATIC, "rain")
    assert unanswered(project(asked), RAIN) == 3 + 3 + 2
    told = Segment(id="g", knows_need=Knows.YES, predictability=0, undo_possible=False)
    score = Fit(id="f", segment="g", experience=AUTOMATIC, comfort=-1)
    assert unanswered(project(asked, score, segment=told), RAIN) == 8 - 4


def test_size_and_parts_are_open_until_they_are_said() -> None:
    asked, sized = offer(COACH), Segment(id="g", size=10.0)
    most = unanswered(project(asked), FAMILY)
    role = SegmentRole(id="r", segment="g", kind=RoleKind.PAYER)
    assert unanswered(project(asked, role, segment=sized), sized) == most - 2


kinds = st.sampled_from(RoleKind)
holders = st.none() | st.sampled_from(["a", "b", "gone"])


@given(st.dictionaries(st.tuples(st.sampled_from(["a", "b"]), kinds), holders))
def test_parts_are_read_the_same_from_both_ends(said: dict[tuple[str, RoleKind], str | None]) -> None:
    roles = [
        SegmentRole(id=f"{segment}-{kind}", segment=segment, kind=kind, holder=other)
        for (segment, kind), other in said.items()
    ]
    there = Project.of([Segment(id="a"), Segment(id="b"), *roles])
    for segment in ("a", "b"):
        for kind in RoleKind:
            known, other = holder(there, segment, kind)
            assert known == ((segment, kind) in said)
            wanted = said.get((segment, kind))
            assert (other.id if other is not None else None) == (wanted if wanted in ("a", "b") else None)
            if other is not None and other.id != segment:
                assert (kind, there.get(Segment, segment)) in played_by(there, other.id)
    counted = sum(len(played_by(there, key)) for key in ("a", "b"))
    assert counted == sum(other in ("a", "b") and other != segment for (segment, _), other in said.items())
