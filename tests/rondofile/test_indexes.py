"""A project after a change reads as one made from scratch, and shares what the change did not touch."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.cases import case
from rondofile.project import Project
from rondofile.records import Journey, Lane, Link, Mark, Record, Step

IDS = st.sampled_from("abcdefgh")
PARENTS = st.sampled_from(["one", "two", "three"])
STEPS = st.builds(
    Step, id=IDS, journey=PARENTS, title=st.just("t"), position=st.integers(0, 3), lane=st.none()
)
LANES = st.builds(Lane, id=IDS, journey=PARENTS, position=st.integers(0, 3))
RECORDS = st.lists(st.one_of(STEPS, LANES), max_size=12)


def read(project: Project) -> list[Any]:
    """Everything that the indexes answer."""
    lists: list[Any] = [project.all(Step), project.all(Lane)]
    lists += [project.steps_of(journey) for journey in ("one", "two", "three")]
    lists += [project.lanes_of(journey) for journey in ("one", "two", "three")]
    return lists


def changes_to(project: Project, records: list[Record], gone: list[str]) -> dict[str, dict[str, Any]]:
    """The changes that put the records in and take those steps out."""
    changes: dict[str, dict[str, Any]] = {"step": {}, "lane": {}}
    for record in records:
        noun = "step" if isinstance(record, Step) else "lane"
        changes[noun][record.id] = (project.find(type(record), record.id), record)
    for key in gone:
        before = project.find(Step, key)
        if before is not None:
            changes["step"][key] = (before, None)
    return {noun: entries for noun, entries in changes.items() if entries}


@given(RECORDS, st.lists(st.tuples(RECORDS, st.lists(IDS, max_size=3)), max_size=4), st.booleans())
def test_after_any_changes_the_project_reads_as_one_made_from_scratch(
    first: list[Record], rounds: list[tuple[list[Record], list[str]]], ask_first: bool
) -> None:
    project = Project.of(first)
    for records, gone in rounds:
        if ask_first:
            read(project)
        before = read(Project(project.tables))
        after = project.replaced(changes_to(project, records, gone))
        assert read(after) == read(Project(after.tables))
        assert read(project) == before, "the project before the change changed"
        project = after


def test_what_a_change_does_not_touch_is_shared() -> None:
    project = case()
    journey = project.all(Journey)[0].id
    step = project.steps_of(journey)[0]
    links, marks, everything = project.links_of(journey), project.marks_of(step.id), project.all(Link)
    project.all(Mark)
    after = project.replaced({"step": {step.id: (step, replace(step, title="Anders"))}})
    assert after.steps_of(journey)[0].title == "Anders" and project.steps_of(journey)[0] is step
    assert after.links_of(journey) is links and after.all(Link) is everything
    assert after.marks_of(step.id) is marks


@given(
    st.dictionaries(st.integers(0, 80), st.integers(0, 9), min_size=40),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 9), st.booleans()), min_size=1, max_size=3),
)
def test_few_changes_of_many_records_then_it_reads_as_one_made_from_scratch(
    first: dict[int, int], moves: list[tuple[int, int, bool]]
) -> None:
    def step(key: int, position: int) -> Step:
        return Step(id=f"s{key}", journey=("one", "two")[position % 2], title="t", position=position)

    project = Project.of(step(key, position) for key, position in first.items())
    read(project)
    records: list[Record] = [step(key, position) for key, position, stays in moves if stays]
    after = project.replaced(
        changes_to(project, records, [f"s{key}" for key, _, stays in moves if not stays])
    )
    assert read(after) == read(Project(after.tables))
