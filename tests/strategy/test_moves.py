"""Moves worth a thought: each rule appears when its facts are there, and is silent when they are not."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from helpers.move_world import (
    AUTOMATIC,
    COACH,
    CROWD_COLUMN,
    CURATED,
    DESIRE,
    FRAMEWORK,
    MARKET,
    PEERS,
    PLAYERS,
    PRODUCER,
    RETAILER,
    found,
    likes,
    offer,
    pain,
    world,
)
from rondo.commands.new_project import read_case
from rondo.strategy.framework.whole import load
from rondo.strategy.moves.candidate import Rule
from rondo.strategy.moves.empty_cells import Prompts
from rondo.strategy.moves.ranking import MOST, candidates, worth_a_thought
from rondo.strategy.moves.seats import CELLS
from rondo.strategy.moves.telling import Teller
from rondo.words import LANGUAGES, Words
from rondofile.enums import (
    Actor,
    CardKind,
    Evidence,
    JourneyState,
    Knows,
    LaneRole,
    PainCause,
    PlacementState,
    StepKind,
)
from rondofile.project import Project
from rondofile.records import Journey, Lane, Mark, Record, Segment, Situation, Step


def test_a_pain_points_to_rows_alone_and_never_names_a_cell() -> None:
    [move] = found(world(*pain("late", PainCause.NOTICED_LATE)), Rule.ROW)
    assert (move.rows, move.columns, move.cells) == ((COACH, AUTOMATIC), (), ())
    served = world(
        *pain("late", PainCause.NOTICED_LATE),
        offer("a", COACH, PRODUCER, PlacementState.TARGET),
        offer("b", AUTOMATIC, PRODUCER, PlacementState.TARGET),
    )
    assert not found(served, Rule.ROW)


def test_a_pain_points_to_columns_alone_until_we_stand_in_them() -> None:
    project = world(*pain("peer", PainCause.PEER_KNOWS))
    [move] = found(project, Rule.COLUMN)
    assert (move.rows, move.columns, move.cells) == ((), (PEERS,), ())
    assert not found(world(*pain("peer", PainCause.PEER_KNOWS), offer("a", CURATED, PEERS)), Rule.COLUMN)


def test_a_cell_is_named_for_both_only_when_both_point_there_for_the_same_customers() -> None:
    both = world(*pain("much", PainCause.CHOICE), *pain("full", PainCause.NOT_FREE))
    [move] = found(both, Rule.BOTH)
    assert move.cells == ((CURATED, MARKET), (CURATED, CROWD_COLUMN))
    assert [p.hurt.mark.text for p in (*move.row_pains, *move.column_pains)] == ["much", "full"]
    there = world(
        *pain("much", PainCause.CHOICE),
        *pain("full", PainCause.NOT_FREE),
        offer("a", CURATED, MARKET),
        offer("b", CURATED, CROWD_COLUMN),
    )
    assert not found(there, Rule.BOTH)
    apart = Project.of(
        replace(r, segment="couple") if isinstance(r, Journey) and r.id == "j-full" else r
        for r in both.records()
    )
    assert not found(apart, Rule.BOTH) and found(apart, Rule.ROW) and found(apart, Rule.COLUMN)


def test_uneven_quality_points_one_column_nearer_to_making_it_ourselves() -> None:
    uneven = pain("uneven", PainCause.UNEVEN)
    [move] = found(world(*uneven, offer("a", DESIRE, CROWD_COLUMN)), Rule.COLUMN)
    assert move.columns == (MARKET,)
    assert not found(world(*uneven, offer("a", DESIRE, PRODUCER)), Rule.COLUMN)
    assert not found(world(*uneven), Rule.COLUMN)


def test_pains_of_the_organisation_lead_to_no_cell() -> None:
    [move] = found(world(*pain("again", PainCause.ORGANISATION)), Rule.ORGANISATION)
    assert not (move.cells or move.rows or move.columns)
    assert not found(world(*pain("again", None)), Rule.ORGANISATION)
    assert not candidates(world(*pain("again", PainCause.CHOICE, JourneyState.TO_BE)), FRAMEWORK)


def test_the_row_they_value_most_is_threatened_while_only_others_stand_in_it() -> None:
    theirs = offer("x", COACH, MARKET, player="new", about=None)
    [move] = found(world(likes("family", COACH), theirs), Rule.THREATENED_ROW)
    assert (move.rows, move.segment and move.segment.id) == ((COACH,), "family")
    ours = offer("y", COACH, PRODUCER, PlacementState.TARGET)
    assert not found(world(likes("family", COACH), theirs, ours), Rule.THREATENED_ROW)
    idea = replace(ours, state=PlacementState.IDEA)
    assert found(world(likes("family", COACH), theirs, idea), Rule.THREATENED_ROW)
    today = replace(ours, state=PlacementState.NOW)
    elsewhere = offer("z", CURATED, PRODUCER, PlacementState.TARGET)
    assert not found(world(likes("family", COACH), theirs, today, elsewhere), Rule.THREATENED_ROW)
    in_rain = replace(ours, card_kind=CardKind.SITUATION, card_ref="family-rain")
    assert not found(world(likes("family", COACH), theirs, in_rain), Rule.THREATENED_ROW)


def test_the_row_they_value_most_is_asked_about_while_it_is_empty() -> None:
    [move] = found(world(likes("family", COACH)), Rule.WANTED_ROW)
    assert move.rows == (COACH,)
    assert not found(world(likes("family", COACH), offer("y", COACH, PRODUCER)), Rule.WANTED_ROW)
    feared = replace(likes("family", COACH), comfort=-1)
    assert not found(world(feared), Rule.WANTED_ROW)


def test_a_cell_of_rivals_alone_is_held_until_we_have_an_idea_there() -> None:
    theirs = offer("x", AUTOMATIC, RETAILER, player="rival", about=None)
    [move] = found(world(theirs), Rule.HELD)
    assert move.cells == ((AUTOMATIC, RETAILER),)
    assert not found(world(theirs, offer("y", AUTOMATIC, RETAILER, PlacementState.IDEA)), Rule.HELD)


def test_a_cell_is_crowded_with_three_organisations_of_which_we_are_one() -> None:
    ours = offer("a", DESIRE, PRODUCER)
    first = offer("b", DESIRE, PRODUCER, player="rival", about=None)
    second = offer("c", DESIRE, PRODUCER, player="new", about=None)
    [move] = found(world(ours, first, second), Rule.CROWDED)
    assert move.cells == ((DESIRE, PRODUCER),)
    assert not found(world(ours, first), Rule.CROWDED)
    assert not found(world(first, second), Rule.CROWDED)
    assert not found(world(ours, first, replace(second, player="rival")), Rule.CROWDED)


def test_one_size_for_people_whose_answers_differ() -> None:
    same = (offer("a", DESIRE, PRODUCER), offer("b", DESIRE, PRODUCER, about="couple"))
    differ = (likes("family", COACH), likes("couple", CURATED))
    [move] = found(world(*same, *differ), Rule.ONE_SIZE)
    assert {one.segment.id for one in move.people} == {"family", "couple"}
    assert not found(world(*same, likes("family", COACH), likes("couple", COACH)), Rule.ONE_SIZE)
    apart = (same[0], replace(same[1], architecture=RETAILER))
    assert not found(world(*apart, *differ), Rule.ONE_SIZE)


def test_one_segment_in_one_cell_is_focus() -> None:
    focus = world(offer("a", DESIRE, PRODUCER), likes("family", COACH), likes("couple", CURATED))
    assert not found(focus, Rule.ONE_SIZE)


def test_situations_of_one_segment_with_other_wishes_are_one_size_too() -> None:
    known = (likes("family", COACH), likes("family", CURATED, "family-rain"))
    served = replace(likes("family", CURATED, "family-rain"), value=2, comfort=2)
    [move] = found(world(offer("a", DESIRE, PRODUCER), known[0], served), Rule.ONE_SIZE)
    assert [one.situation and one.situation.id for one in move.people] == [None, "family-rain"]
    own = offer("b", CURATED, PRODUCER, about="family-rain")
    assert not found(world(offer("a", DESIRE, PRODUCER), own, known[0], served), Rule.ONE_SIZE)


def test_a_situation_that_changes_awareness_and_has_no_offer_of_its_own_is_ignored() -> None:
    def with_awareness(knows: Knows | None) -> list[Record]:
        return [
            Segment(id="family", name="Families", knows_need=Knows.YES),
            Situation(id="family-rain", segment="family", name="rain", knows_need=knows),
        ]

    base = [*PLAYERS, offer("a", DESIRE, PRODUCER)]
    [move] = found(Project.of([*base, *with_awareness(Knows.NO)]), Rule.SITUATION)
    assert move.people[0].situation is not None
    for silent in (Knows.YES, None):
        assert not found(Project.of([*base, *with_awareness(silent)]), Rule.SITUATION)
    own = offer("b", COACH, PRODUCER, about="family-rain")
    assert not found(Project.of([*base, own, *with_awareness(Knows.NO)]), Rule.SITUATION)


def test_an_offer_whose_redesign_lacks_what_its_row_asks_is_a_gap() -> None:
    def drawn(kind: StepKind, actor: Actor) -> Project:
        return world(
            Journey(id="new", state=JourneyState.TO_BE, segment="family"),
            Step(id="a", journey="new", title="A", kind=kind, actor=actor),
            offer("o", CURATED, PRODUCER, PlacementState.TARGET),
        )

    [move] = found(drawn(StepKind.RECEIVE, Actor.FIRM), Rule.GAP)
    more = len(move.lacking)
    assert more > 0
    fewer = found(drawn(StepKind.SEARCH, Actor.CUSTOMER), Rule.GAP)
    assert sum(len(one.lacking) for one in fewer) < more
    does_it_all = world(
        Journey(id="new", state=JourneyState.TO_BE, segment="family"),
        Lane(id="ours", journey="new", role=LaneRole.FIRM),
        *(
            Step(id=kind, journey="new", title=kind, kind=kind, actor=Actor.FIRM, lane="ours", position=at)
            for at, kind in enumerate((StepKind.SEARCH, StepKind.DECIDE, StepKind.RECEIVE))
        ),
        offer("o", CURATED, PRODUCER, PlacementState.TARGET),
    )
    assert not found(does_it_all, Rule.GAP)
    assert not found(world(offer("o", CURATED, PRODUCER, PlacementState.TARGET)), Rule.GAP)


def test_a_held_cell_is_told_once_where_a_stronger_rule_names_it() -> None:
    theirs = offer("x", CURATED, MARKET, player="new", about=None)
    project = world(*pain("much", PainCause.CHOICE), *pain("full", PainCause.NOT_FREE), theirs)
    assert found(project, Rule.BOTH) and not found(project, Rule.HELD)


def test_moves_rank_by_impact_reach_and_evidence_and_are_five_at_most() -> None:
    guess = world(*pain("late", PainCause.NOTICED_LATE))
    known = Project.of(
        replace(record, evidence=Evidence.SEEN) if isinstance(record, Mark) else record
        for record in guess.records()
    )
    assert candidates(known, FRAMEWORK)[0].score > candidates(guess, FRAMEWORK)[0].score
    park = candidates(read_case("theme-park"), FRAMEWORK)
    assert [one.score for one in park] == sorted((one.score for one in park), reverse=True)
    assert park[0].rule is Rule.ORGANISATION and len(park) >= MOST
    theirs = [offer(f"x{at}", *cell, player="rival", about=None) for at, cell in enumerate(CELLS)]
    assert len(worth_a_thought(world(*theirs), FRAMEWORK)) == MOST < len(CELLS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_move_and_prompt_is_told_with_its_rule_and_the_facts_it_used(language: str) -> None:
    project, framework = read_case("theme-park"), load(language)
    teller, told = Teller(project, framework, Words(language)), 0
    for one in candidates(project, framework):
        words = teller.move(one)
        assert words.title and words.rule and words.reasons
        told += _whole(project, words.reasons)
    prompts = Prompts(project, framework)
    told += sum(_whole(project, teller.prompt(prompts[cell])) for cell in CELLS)
    assert told > 40


def _whole(project: Project, reasons: Iterable[object]) -> int:
    """Every reason says something, and what it names is there."""
    count = 0
    for reason in reasons:
        noun, key = reason.noun, reason.key  # type: ignore[attr-defined]
        assert "{" not in reason.text  # type: ignore[attr-defined]
        assert noun is None or project.find(noun, key) is not None
        count += 1
    return count


def test_the_share_of_people_is_told_only_where_somebody_said_it() -> None:
    words, guess = Words("en"), world(*pain("late", PainCause.NOTICED_LATE))
    known = Project.of(
        replace(record, size=40.0) if isinstance(record, Segment) else record for record in guess.records()
    )
    said = [
        Teller(project, FRAMEWORK, words).weighed(candidates(project, FRAMEWORK)[0])
        for project in (guess, known)
    ]
    assert words("moves.people.unknown") in said[0] and "%" not in said[0]
    assert "40 %" in said[1]
