"""Where pains point: by their cause alone, to rows, to columns, or to no cell."""

from __future__ import annotations

from msgspec.structs import replace

from rondo.commands.new_project import read_case
from rondo.strategy.framework.whole import load
from rondo.strategy.matrix.pointing import pointing
from rondofile.enums import Architecture, Experience, JourneyState, MarkKind, PainCause
from rondofile.project import Project
from rondofile.records import Journey, Mark, Step


def with_one_pain(cause: PainCause | None, state: JourneyState = JourneyState.AS_IS) -> Project:
    return Project.of(
        [
            Journey(id="j", name="J", state=state),
            Step(id="s", journey="j", title="S"),
            Mark(id="m", step="s", kind=MarkKind.PAIN, text="It hurts", cause=cause),
        ]
    )


def test_a_pain_points_where_its_cause_points() -> None:
    found = pointing(with_one_pain(PainCause.CHOICE), load("en"))
    assert (dict(found.rows), dict(found.columns), found.organisation) == (
        {Experience.CURATED_OFFERING: 1},
        {},
        0,
    )
    found = pointing(with_one_pain(PainCause.PEER_KNOWS), load("en"))
    assert (dict(found.rows), dict(found.columns)) == ({}, {Architecture.PEER_TO_PEER_NETWORK: 1})


def test_each_row_and_column_says_by_which_rule_a_pain_points_there() -> None:
    framework = load("en")
    found = pointing(with_one_pain(PainCause.CHOICE), framework)
    assert found.why(Experience.CURATED_OFFERING, framework) == (framework.cause(PainCause.CHOICE).text,)
    assert found.why(Experience.COACH_BEHAVIOR, framework) == ()


def test_a_pain_of_the_organisation_points_to_no_cell() -> None:
    found = pointing(with_one_pain(PainCause.ORGANISATION), load("en"))
    assert (dict(found.rows), dict(found.columns), found.organisation) == ({}, {}, 1)


def test_a_pain_without_a_cause_and_one_of_a_redesign_point_nowhere() -> None:
    for project in (with_one_pain(None), with_one_pain(PainCause.CHOICE, JourneyState.TO_BE)):
        found = pointing(project, load("en"))
        assert not found.rows and not found.columns and not found.organisation


def test_the_worked_case_counts_every_pain_of_today_once_per_row() -> None:
    project, framework = read_case("theme-park"), load("en")
    found = pointing(project, framework)
    assert found.rows[Experience.CURATED_OFFERING] == 3
    without = Project.of(
        replace(record, cause=None) if isinstance(record, Mark) else record for record in project.records()
    )
    assert not pointing(without, framework).rows
