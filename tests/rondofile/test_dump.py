"""The text for version control: canonical, complete, and one edit changes few lines of it."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import MISSING
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.storage import one_of_everything, whole_project
from rondofile.document import Document
from rondofile.dump import FIRST_LINE, dump
from rondofile.edits import Edit
from rondofile.enums import MarkKind
from rondofile.kinds import EditKind
from rondofile.nouns import links, steps
from rondofile.project import Project
from rondofile.records import NOUN_OF, NOUNS, Journey, Lane, Link, Mark, Placement, Step

Change = Callable[[Edit], object]


def many_steps() -> Project:
    """A journey of a hundred steps in two lanes."""
    lanes = [Lane(id="guest", journey="j", name="Guest"), Lane(id="desk", journey="j", position=1)]
    order = [Step(id=f"s{n * 37 % 100:02}", journey="j", title=f"Step {n}", position=n) for n in range(100)]
    following = [
        Link(id=f"l{n}", journey="j", source=one.id, target=other.id, position=n)
        for n, (one, other) in enumerate(pairwise(order))
    ]
    return Project.of([Journey(id="j", name="Today"), *lanes, *order, *following])


def changed_lines(before: Project, after: Project) -> int:
    """How many lines a person would see as removed or added."""
    compared = difflib.unified_diff([*dump(before)], [*dump(after)], n=0, lineterm="")
    return sum(line[0] in "+-" and line[:3] not in ("+++", "---") for line in compared)


EDITS: dict[str, tuple[int, Change]] = {
    "one title": (4, lambda edit: edit.change(Step, "s37", title="Another title")),
    "one feeling": (2, lambda edit: edit.change(Step, "s37", feeling=-2)),
    "one place on the map": (2, lambda edit: edit.change(Step, "s37", x=40, y=12)),
    "one line of a long note": (
        3,
        lambda edit: edit.change(Step, "s00", note="First\nSecond, changed\nThird"),
    ),
    "a step at the end": (
        4,
        lambda edit: edit.insert(Step(id="new", journey="j", title="New", position=100)),
    ),
    "a step carried to the front": (2, lambda edit: steps.set_order(edit, "j", ["s63"])),
    "a mark": (4, lambda edit: edit.insert(Mark(id="m", step="s37", kind=MarkKind.PAIN, text="Too long"))),
    "a link removed": (5, lambda edit: links.delete(edit, "l7")),
    "an offer": (5, lambda edit: edit.insert(Placement(id="o", offer="We call first"))),
}


@pytest.mark.parametrize("name", EDITS)
def test_one_edit_then_changes_few_lines(tmp_path: Path, name: str) -> None:
    most, change = EDITS[name]
    with Document.create(root=tmp_path / "home", content=many_steps()) as document:
        with document.edit(EditKind.SET_STEPS) as edit:
            edit.change(Step, "s00", note="First\nSecond\nThird")
        before = document.project
        with document.edit(EditKind.SET_STEPS) as edit:
            change(edit)
        assert document.project != before
        assert 1 <= changed_lines(before, document.project) <= most


def test_every_field_of_every_record_then_is_in_the_text() -> None:
    whole, seen = whole_project(), 0
    for record in one_of_everything():
        for name in record.__struct_fields__:
            other = _another(record, name, getattr(record, name))
            if other is MISSING:
                continue
            table = {**whole.tables[NOUN_OF[type(record)]]}
            table[record.id] = replace(record, **{name: other})
            changed = Project({**whole.tables, NOUN_OF[type(record)]: table})
            assert [*dump(changed)] != [*dump(whole)], (record, name)
            seen += 1
    assert seen > 85


def _another(record: Any, name: str, value: Any) -> Any:
    """Another value of a field that stands alone: ids, references and places in a list are tested apart."""
    if name in ("id", "position") or name in NOUNS or name in ("content", "source", "target", "origin"):
        return MISSING
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    return f"{value}x" if type(value) is str else MISSING


@given(st.permutations([*one_of_everything()]))
def test_the_same_content_in_any_order_then_is_the_same_text(records: list[Any]) -> None:
    lines = [*dump(Project.of(records))]
    assert lines == [*dump(whole_project())]
    assert lines[0] == FIRST_LINE
    heads = [line.split() for line in lines]
    for record in records:
        assert [NOUN_OF[type(record)], record.id] in heads


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1))
def test_any_text_then_stays_inside_its_block(text: str) -> None:
    lines = [
        *dump(Project.of([Step(id="s", journey="j", title=text), Journey(id="j", note=text, name="Name")]))
    ]
    assert not any("\n" in line for line in lines)
    assert [line for line in lines if not line.startswith("  ")] == [FIRST_LINE, "journey j"]
