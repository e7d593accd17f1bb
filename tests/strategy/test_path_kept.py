"""The path of a journey that was read before an edit is, after it, the one that a fresh look finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rondo.strategy.journeys.path import main_path, next_links
from rondofile.enums import LinkKind, Phase, StepKind
from rondofile.findings import found_once
from rondofile.project import Project
from rondofile.records import Journey, Lane, Link, Record, Step

NAMES = "abcdef"
STEPS = st.builds(
    Step,
    id=st.sampled_from(NAMES),
    journey=st.sampled_from(["one", "two"]),
    position=st.integers(0, 3),
    title=st.sampled_from(["Here", "There"]),
    phase=st.sampled_from([None, Phase.RECOGNIZE, Phase.RESPOND]),
    lane=st.sampled_from([None, "l"]),
    kind=st.sampled_from([None, *StepKind]),
)
LINKS = st.builds(
    Link,
    id=st.sampled_from("uvwxyz"),
    journey=st.sampled_from(["one", "two"]),
    source=st.sampled_from(NAMES),
    target=st.sampled_from(NAMES),
    kind=st.sampled_from([LinkKind.NEXT, LinkKind.RETURNS]),
    share=st.sampled_from([None, 20.0, 60.0]),
    label=st.sampled_from(["", "", "gone"]),
)
BEGUN = [Journey(id="one"), Journey(id="two"), Lane(id="l", journey="one")]


@given(st.lists(STEPS | LINKS, max_size=14), st.lists(st.lists(STEPS | LINKS, max_size=2), max_size=4))
def test_after_any_edits_the_path_is_that_of_a_fresh_look(
    first: list[Record], rounds: list[list[Record]]
) -> None:
    project = Project.of([*BEGUN, *first])
    for records in rounds:
        for journey in ("one", "two"):
            main_path(project, journey)
        changes: dict[str, dict[str, tuple[Record | None, Record | None]]] = {"step": {}, "link": {}}
        for record in records:
            noun = "step" if isinstance(record, Step) else "link"
            before = project.find(type(record), record.id)
            leaves = isinstance(record, Link) and record.label == "gone"
            if before is not None or not leaves:
                changes[noun][record.id] = (before, None if leaves else record)
        project = project.replaced(changes)
        fresh = Project(project.tables)
        for journey in ("one", "two"):
            assert main_path(project, journey) == main_path(fresh, journey)
            assert next_links(project, journey) == next_links(fresh, journey)


def test_what_was_read_is_read_again_only_after_a_change_of_what_it_was_read_from() -> None:
    looks: list[str] = []

    @found_once(step=("title",), link=None)
    def titles(project: Project, journey: str) -> tuple[str, ...]:
        looks.append(journey)
        return tuple(step.title for step in project.steps_of(journey))

    step = Step(id="a", journey="one", title="Here", x=None)
    project = Project.of([Journey(id="one"), step])
    assert titles(project, "one") == titles(project, "one") == ("Here",)
    assert looks == ["one"]
    moved = project.replaced({"step": {"a": (step, replace(step, x=3, y=4))}})
    assert titles(moved, "one") == ("Here",)
    assert looks == ["one"], "a place is no title"
    named = moved.replaced({"step": {"a": (moved.get(Step, "a"), replace(step, title="There"))}})
    assert titles(named, "one") == ("There",)
    assert titles(project, "one") == ("Here",), "the picture before still says what it said"
    more = named.replaced({"step": {"b": (None, Step(id="b", journey="one", position=1, title="On"))}})
    assert titles(more, "one") == ("There", "On")
    linked = more.replaced({"link": {"u": (None, Link(id="u", journey="one", source="a", target="b"))}})
    assert titles(linked, "one") == ("There", "On")
    assert looks == ["one"] * 4
