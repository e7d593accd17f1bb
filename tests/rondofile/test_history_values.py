"""Values that are hard to keep, and edits that are hard to take back: undo restores them to the bit."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.storage import memory_folder, one_of_everything
from rondofile.columns import COLUMNS, Kind
from rondofile.document import Document
from rondofile.errors import InvalidValueError
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import NOUN_OF, NOUNS, Criterion, Journey, Lane, Link, Placement, Record, Segment, Step
from rondofile.text import NOTE
from rondofile.values import cleaned

MANY = 2_000


@pytest.fixture
def document() -> Iterator[Document]:
    with memory_folder() as folder:
        content = Project.of(one_of_everything())
        with Document.create(folder / "plan.rondo", root=folder / "home", content=content) as document:
            yield document


def bits(document: Document) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the working database, numbers by their bits: -0.0 is not 0.0, and 1.0 is not 1."""
    connection = document._place.work.connection
    return {
        noun: sorted(
            tuple(struct.pack("<d", value) if isinstance(value, float) else value for value in row)
            for row in connection.execute(f"SELECT * FROM {noun}")
        )
        for noun in NOUNS
    }


def require_exact(document: Document, steps: int = 1) -> None:
    """The last steps can be taken back and done again, singly and in one, to the bit."""
    after, top = bits(document), document.past().position
    for _ in range(steps):
        assert document.undo() is not None
    before = bits(document)
    document.go_to(top)
    assert bits(document) == after
    document.go_to(top - steps)
    assert bits(document) == before
    for _ in range(steps):
        assert document.redo() is not None
    assert bits(document) == after
    assert document._place.work.project() == document.project


@pytest.mark.parametrize(
    "value", [float("inf"), float("-inf"), float("nan"), 2**63 - 1, 2**63, -(2**63), 1e308]
)
def test_numbers_that_no_field_holds_are_refused_and_leave_no_step(document: Document, value: float) -> None:
    before, steps, refused = document.project, document.entries(), 0
    for noun, columns in COLUMNS.items():
        for column in columns:
            if column.kind in (Kind.INTEGER, Kind.REAL):
                record = next(iter(before.tables[noun].values()))
                with pytest.raises(InvalidValueError), document.edit(EditKind.SET_STEPS) as edit:
                    edit.change(type(record), record.id, **{column.name: value})
                refused += 1
    assert refused > 40
    assert (document.project, document.entries()) == (before, steps)


NUMBERS = st.sampled_from([0.0, -0.0, 5e-324, 0.1 + 0.2, 1 / 3, 2.0**53 + 1, 1e15, 100.0, 99.99999999999999])
TEXTS = st.sampled_from(
    ["", "a\x00b", "🏳️‍🌈", "e\u0301", "\u202eRTL", "'; --", "\ud800", "a\r\nb\tc", "x" * (NOTE + 9)]
)


@st.composite
def changed(draw: st.DrawFn) -> Record:
    """A record of the beginning with every number and text drawn anew from those that are hard to keep."""
    record = draw(st.sampled_from([one for one in one_of_everything() if one.id != "project"][:-1]))
    fields: dict[str, Any] = {}
    for column in COLUMNS[NOUN_OF[type(record)]]:
        if column.kind is Kind.TEXT:
            fields[column.name] = draw(TEXTS)
        elif column.kind is Kind.REAL:
            fields[column.name] = min(abs(draw(NUMBERS)) * draw(st.sampled_from([1.0, -0.0])), column.high)
        elif column.kind is Kind.INTEGER:
            fields[column.name] = draw(st.sampled_from([int(column.low), int(column.high)]))
    return cleaned(replace(record, **fields))


@given(st.lists(changed(), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_hard_values_are_kept_and_taken_back_exactly(records: list[Record]) -> None:
    with memory_folder() as folder:
        content = Project.of(one_of_everything())
        with Document.create(folder / "plan.rondo", root=folder / "home", content=content) as document:
            steps = 0
            for record in records:
                with document.edit(EditKind.SET_STEPS) as edit:
                    edit.update(record)
                steps = document.past().position
                assert "\x00" not in str(document.project.tables)
            if steps:
                require_exact(document, steps)
                assert bits_of_nothing_negative(document)


def bits_of_nothing_negative(document: Document) -> bool:
    """A negative nothing is kept as nothing."""
    return not any(struct.pack("<d", -0.0) in row for rows in bits(document).values() for row in rows)


def test_what_only_a_database_can_hold_is_taken_back_to_the_bit(document: Document) -> None:
    """Values that cleaning would change, written past it: the images themselves lose nothing."""
    with document.edit(EditKind.SET_STEPS) as edit:
        for number, value in enumerate((-0.0, 5e-324, 0.1 + 0.2, 1e15, 1 / 3)):
            edit._open.execute(
                "INSERT INTO step (id, journey, title, position, note, locked, channel, must_stay,"
                " must_stay_reason, same_for_everyone, source, minutes) VALUES (?, 'now', ?, 2147483647,"
                " '', 0, '', 0, '', 0, '', ?)",
                (f"raw{number}", "a\x00b \U0010ffff", value),
            )
    with document.edit(EditKind.SET_STEPS) as edit:
        edit._open.execute("UPDATE step SET minutes = 7.0, title = 'n' || char(0)")
    require_exact(document, 2)


def test_a_large_edit_of_every_sort_is_taken_back_whole(document: Document) -> None:
    with document.edit(EditKind.IMPORT) as edit:
        edit.insert(*(Step(id=f"m{n}", journey="now", title=f"Step {n}", lane="desk") for n in range(MANY)))
        edit.insert(
            *(Link(id=f"k{n}", journey="now", source=f"m{n}", target=f"m{n + 1}") for n in range(MANY - 1))
        )
    with document.edit(EditKind.SET_STEPS) as edit:
        for number in range(MANY):
            edit.change(Step, f"m{number}", title=f"Other {number}", minutes=number / 3)
    with document.edit(EditKind.DELETE_LANE) as edit:
        edit.delete(Lane, "desk")
    with document.edit(EditKind.DELETE_STEPS) as edit:
        edit.delete(Step, *(f"m{number}" for number in range(0, MANY, 2)))
    with document.edit(EditKind.DELETE_JOURNEY) as edit:
        edit.delete(Journey, "now")
    assert document.project.get(Placement, "offer").card_ref is None
    with document.edit(EditKind.DELETE) as edit:
        for kind in (Segment, Criterion):
            edit.delete(kind, *(record.id for record in document.project.all(kind)))
    require_exact(document, 6)
    assert not document._place.work.connection.execute("PRAGMA foreign_key_check").fetchall()


def test_becoming_another_project_and_back_is_one_step(document: Document) -> None:
    own = document.project
    other = Project.of(
        (Journey(id="now", name="Other"), Step(id="ask", journey="now", title="Other"), Segment(id="s"))
    )
    with document.edit(EditKind.REVERT) as edit:
        edit.become(other)
    assert len(document.entries()) == 1
    assert {noun: table for noun, table in document.project.tables.items() if noun != "asset"} == {
        noun: table for noun, table in other.tables.items() if noun != "asset"
    }
    require_exact(document)
    document.undo()
    assert document.project == own
