"""The sentence above the table of steps: counted as the recast counts, said in whole sentences."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from helpers.desks import park
from rondo.strategy.framework.whole import load as load_framework
from rondo.strategy.journeys.recast import recast
from rondo.ui.compare.conditions.suggestions import suggestions
from rondo.ui.compare.criteria.ranking import ranking
from rondo.ui.compare.offers import our_offers
from rondo.ui.compare.subject import explained, headline, subject
from rondo.words import LANGUAGES, Words
from rondofile.enums import Architecture, Phase, PlacementState
from rondofile.project import Project
from rondofile.records import Condition, Journey, Placement, Record, Score, Step

FRAMEWORK = load_framework("en")
JOURNEYS = [journey.id for journey in park().all(Journey)]


def changed(project: Project, *records: Record) -> Project:
    """The project with these records in place of those of the same ids."""
    others = [
        one for one in project.records() if (type(one), one.id) not in {(type(r), r.id) for r in records}
    ]
    return Project.of([*others, *records])


@pytest.mark.parametrize("journey", JOURNEYS)
@pytest.mark.parametrize("whole", [True, False])
def test_the_headline_counts_what_any_recast_moves(journey: str, whole: bool) -> None:
    project = park()
    parts = project.stretches_of(journey)
    part = None if whole or not parts else parts[0].id
    found = subject(project, journey, part, FRAMEWORK)
    recasts = [recast(project, journey, a, FRAMEWORK, part) for a in Architecture]
    moved = {key for one in recasts for key, a in one.assignments.items() if a.moved}
    assert {step.id for step in found.moving} == moved
    assert len(found.steps) == recasts[0].of
    assert headline(found, Words("en")) == f"{len(moved)} of {recasts[0].of} steps could move"


def test_the_park_says_where_the_steps_lie() -> None:
    found = subject(park(), "visit-new", None, FRAMEWORK)
    assert headline(found, Words("en")) == "6 of 12 steps could move"
    said = explained(found, Words("en"), FRAMEWORK)
    assert said == "They lie here: 1 in Request and 5 in Respond. 2 steps must stay with us."


def test_steps_that_all_lie_in_one_phase_are_said_in_one_breath() -> None:
    found = subject(park(), "visit", "v-day", FRAMEWORK)
    assert len(found.moving) > 1
    assert "All of them lie in Respond." in explained(found, Words("en"), FRAMEWORK)


def test_steps_without_a_kind_are_said_to_be_why_nothing_moves() -> None:
    project = park()
    steps = [replace(step, kind=None) for step in project.steps_of("visit-new")]
    found = subject(changed(project, *steps), "visit-new", None, FRAMEWORK)
    many = sum(1 for step in steps if not step.must_stay and step.phase is not Phase.REPEAT)
    assert many > 5 and len(found.unsaid) == many
    said = explained(found, Words("en"), FRAMEWORK)
    assert f"{many} steps: what kind they are has not been said. Say it on the right" in said
    assert "“Where it stands”" in said


def test_a_step_that_must_stay_moves_no_more() -> None:
    project = park()
    before = subject(project, "visit-new", None, FRAMEWORK)
    kept = replace(project.get(Step, before.moving[0].id), must_stay=True)
    after = subject(changed(project, kept), "visit-new", None, FRAMEWORK)
    assert len(after.moving) == len(before.moving) - 1
    assert kept.id in {step.id for step in after.staying}


def test_without_a_journey_there_is_nothing_to_hold() -> None:
    found = subject(Project({}), None, None, FRAMEWORK)
    assert (found.steps, found.moving) == ((), ())
    assert subject(park(), "gone", None, FRAMEWORK).steps == ()


def test_only_our_own_offers_on_the_grid_mark_a_column() -> None:
    project = park()
    counted = 0
    for architecture, offers in our_offers(project).items():
        for one in offers.placements:
            counted += 1
            owner = project.player_of(one)
            assert one.architecture is architecture and one.experience is not None
            assert owner is not None and owner.kind == "own"
    ours = [
        one
        for one in project.all(Placement)
        if one.experience and one.architecture and getattr(project.player_of(one), "kind", "own") == "own"
    ]
    assert counted == len(ours) > 0
    assert our_offers(project)[Architecture.CONNECTED_PRODUCER].state is PlacementState.TARGET


@pytest.mark.parametrize("language", LANGUAGES)
def test_drafts_come_from_the_framework_and_go_when_they_are_noted(language: str) -> None:
    framework, words = load_framework(language), Words(language)
    project, seen = park(), 0
    for architecture in Architecture:
        drafts = suggestions(project, architecture, framework, words)
        assert len(drafts) == len(framework.lane_demands[architecture]) + 2
        noted = Condition(id="new", text=drafts[0].text)
        assert drafts[0] not in suggestions(changed(project, noted), architecture, framework, words)
        seen += len(drafts)
    assert seen >= 15


def test_a_ranking_is_ordered_and_says_when_one_point_turns_it() -> None:
    project = park()
    found = ranking(project, tuple(Architecture))
    values = [row.value for row in found.rows if row.value is not None]
    assert values == sorted(values, reverse=True) and len(values) == 5
    assert found.turns == (values[0] - values[1] <= 4 / 11)
    first = found.rows[0].architecture
    others = [one for one in project.all(Score) if one.architecture is not first]
    low = [replace(one, score=0.0) for one in others]
    assert not ranking(changed(project, *low), tuple(Architecture)).turns


def test_columns_without_a_total_stand_last_in_their_order() -> None:
    project = park()
    gone = [one.id for one in project.all(Score) if one.architecture is Architecture.CONNECTED_PRODUCER][:1]
    left = Project.of(one for one in project.records() if one.id not in gone)
    rows = ranking(left, tuple(Architecture)).rows
    assert rows[-1].architecture is Architecture.CONNECTED_PRODUCER and rows[-1].value is None
    assert all(row.value is not None for row in rows[:-1])
