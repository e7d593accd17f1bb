"""A file made from the one before it is the same, byte for byte, as one made anew, and proven like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.projects import projects
from helpers.storage import whole_project
from rondofile.errors import CandidateError
from rondofile.project import Project
from rondofile.records import NOUNS, Info, Journey, Link, Record, Step
from rondofile.stamp import Stamp, content_digest, counts_of, rows_digest, rows_of
from rondofile.values import row_of
from rondofile.writing import rendering
from rondofile.writing.canonical import canonical_bytes
from rondofile.writing.layout import Difference, laid_out
from rondofile.writing.proof import prove_change
from rondofile.writing.rendering import Rendering

STAMP = Stamp("d", 7)


def large(steps: int) -> Project:
    """More rows than are digested at once, in pages of the large kind."""
    records: list[Record] = [Info(id="p", title="P"), Journey(id="j", name="J")]
    records += [Step(id=f"s{i}", journey="j", position=i, title=f"Step {i}") for i in range(steps)]
    records += [Link(id=f"l{i}", journey="j", source=f"s{i}", target=f"s{i + 1}") for i in range(steps - 1)]
    return Project.of(records)


def after(project: Project, changed: Record, gone: tuple[str, ...] = ()) -> Project:
    """The project with one record more or another, and without some of its noun."""
    noun = next(noun for noun, kind in NOUNS.items() if isinstance(changed, kind))
    table = project.tables[noun]
    return project.replaced(
        {noun: {changed.id: (table.get(changed.id), changed), **{key: (table[key], None) for key in gone}}}
    )


WAYS: dict[str, Callable[[Project], Project]] = {
    "a field": lambda p: after(p, replace(p.get(Step, "s7"), title="Other")),
    "a longer text": lambda p: after(p, replace(p.get(Step, "s7"), note="long " * 3_000)),
    "a place in the order": lambda p: after(p, replace(p.get(Step, "s7"), position=900)),
    "one more": lambda p: after(p, Step(id="new", journey="j", title="New", position=3)),
    "one less": lambda p: after(p, replace(p.get(Link, "l9"), label="x"), ("l3", "l4")),
    "nothing": lambda p: p,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_large_project_with_one_change_then_is_made_from_the_last_file_to_the_same_bytes(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, before = Rendering(), large(1_100)
    made.candidate(before, STAMP)
    now = WAYS[way](before)
    monkeypatch.setattr(rendering, "bytes_of_rows", None)  # making it anew would be noticed
    found = made.candidate(now, STAMP)
    data, stamp = canonical_bytes(now, STAMP)
    assert found.data == data
    assert found.stamp == stamp and stamp.digest == content_digest(now)
    again = made.candidate(before, STAMP)
    assert again.data == canonical_bytes(before, STAMP)[0]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(projects(), min_size=2, max_size=4))
def test_any_projects_after_one_another_then_give_the_bytes_of_each(found: list[Project]) -> None:
    made = Rendering()
    for project in found:
        assert made.candidate(project, STAMP).data == canonical_bytes(project, STAMP)[0]
        assert made.digest(project) == rows_digest(rows_of(project))


@pytest.mark.parametrize(
    "wrong",
    [
        {"link": Difference((), {}, False)},
        {"step": Difference((), {}, False)},
        {"step": Difference((), {"s7": row_of(Step(id="s7", journey="j", title="Else"))}, False)},
    ],
)
def test_a_change_that_was_not_made_as_it_was_meant_then_never_leaves(wrong: dict[str, Difference]) -> None:
    before = large(40)
    base, stamp = canonical_bytes(before, STAMP)
    now = after(before, replace(before.get(Step, "s7"), title="Other"))
    meant = {"step": Difference((), {"s7": row_of(now.get(Step, "s7"))}, False)}
    stamp = replace(stamp, counts=counts_of(rows_of(now)))
    order = {noun: [record.id for record in now.all(NOUNS[noun])] for noun in {*meant, *wrong}}
    prove_change(laid_out(base, stamp, meant), stamp, base, meant, order)
    with pytest.raises(CandidateError):
        prove_change(laid_out(base, stamp, meant), stamp, base, wrong, order)


def test_a_last_file_that_is_not_what_it_was_then_is_not_copied_from() -> None:
    made, project = Rendering(), whole_project()
    first = made.candidate(project, STAMP)
    assert made._made is not None
    made._made = replace(made._made, data=made._made.data[:-1] + b"!")
    assert made.candidate(project, STAMP).data == first.data
