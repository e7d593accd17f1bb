"""What history tells: sessions, what each step was about, what is new in it, also of earlier builds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.storage import add_step, one_of_everything
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Journey, Link, Placement, Segment, Step


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.rondo"


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    content = Project.of(one_of_everything())
    with Document.create(path, root=path.parent / "home", content=content) as document:
        yield document


def reopened(path: Path) -> Document:
    return Document.open(path, root=path.parent / "home")


def write(document: Document, count: int) -> list[Project]:
    """So many steps of one edit each; every state from before the first to after the last."""
    states = [document.project]
    for number in range(count):
        add_step(document, f"n{number}", f"Title {number}")
        states.append(document.project)
    return states


def test_each_opening_that_led_to_a_step_is_a_session(path: Path, document: Document) -> None:
    write(document, 2)
    document.close()
    reopened(path).close()
    with reopened(path) as third:
        add_step(third, "later")
        third.save_as(path.with_name("elsewhere.rondo"))
        add_step(third, "there")
        entries = third.entries()
        assert [entry.session for entry in entries] == [1, 1, 2, 2]
        assert third.past().session == 2
        began = [entry.began for entry in entries]
        assert began == sorted(began) and began[0] <= entries[0].at and began[2] > entries[1].at
        assert len(set(began)) == 2


def test_typing_in_another_session_is_a_step_of_its_own(path: Path, document: Document) -> None:
    def rename(open_document: Document, title: str) -> None:
        with open_document.edit(EditKind.RENAME_STEP, merge_key="field") as edit:
            edit.change(Step, "ask", title=title)

    rename(document, "A")
    document.close()
    with reopened(path) as again:
        rename(again, "B")
        rename(again, "C")
        assert len(again.entries()) == 2
        again.undo()
        assert again.project.get(Step, "ask").title == "A"


def test_what_was_written_since_is_told_and_nothing_else(document: Document) -> None:
    write(document, 4)
    past = document.past()
    assert [entry.step for entry in past.entries] == [1, 2, 3, 4]
    assert document.past(past.rev).entries == ()
    document.go_to(1)
    moved = document.past(past.rev)
    assert (moved.position, moved.top, moved.entries) == (1, 4, ())
    for title in ("A", "B"):
        with document.edit(EditKind.RENAME_STEP, merge_key="field") as edit:
            edit.change(Step, "ask", title=title)
        later = document.past(moved.rev)
        assert ([entry.step for entry in later.entries], later.top) == ([2], 2)
        assert later.entries[0].about.name == title
        moved = later


def test_a_step_says_what_it_was_about_also_when_that_is_gone(document: Document) -> None:
    def did(kind: EditKind, change: object) -> tuple[str, int, str, str]:
        with document.edit(kind) as edit:
            change(edit)  # type: ignore[operator]
        return tuple(document.entries()[-1].about)  # type: ignore[return-value]

    moved = did(EditKind.MOVE_STEPS, lambda edit: [edit.change(Step, key, x=1) for key in ("ask", "wait")])
    assert moved == ("step", 2, "Ask", "Today")
    link = Link(id="more", journey="now", source="wait", target="ask")
    assert did(EditKind.ADD_LINKS, lambda edit: edit.insert(link)) == ("link", 1, "Wait", "Today")
    placed = did(EditKind.PLACE_OFFER, lambda edit: edit.insert(Placement(id="p", offer=" We\ncall ")))
    assert placed == ("placement", 1, "We call", "")
    assert did(EditKind.DELETE_STEPS, lambda edit: edit.delete(Step, "ask")) == ("step", 1, "Ask", "Today")
    assert did(EditKind.DELETE, lambda edit: edit.delete(Journey, "now")) == ("journey", 1, "Today", "")
    long = did(EditKind.ADD_SEGMENT, lambda edit: edit.insert(Segment(id="long", name="x" * 500)))
    assert long[2] == "x" * 79 + "…"


def test_a_step_counts_what_was_meant_and_not_what_made_room(document: Document) -> None:
    with document.edit(EditKind.ADD_STEPS) as edit:
        edit.change(Step, "ask", position=5)
        edit.change(Step, "wait", position=6)
        edit.insert(Step(id="first", journey="now", title="First"))
    assert tuple(document.entries()[-1].about)[:3] == ("step", 1, "First")
    with document.edit(EditKind.MOVE_STEPS) as edit:
        edit.change(Step, "first", position=7, x=3)
        edit.change(Step, "ask", position=0)
    assert tuple(document.entries()[-1].about)[:3] == ("step", 1, "First")
    with document.edit(EditKind.REORDER) as edit:
        edit.change(Step, "ask", position=1)
        edit.change(Step, "wait", position=0)
    assert document.entries()[-1].about.many == 2


def test_work_of_an_earlier_build_gets_what_it_lacks(path: Path, document: Document) -> None:
    states = write(document, 3)
    document.undo()
    work = document._place.work.connection
    for name in ("session", "rev", "noun", "count", "name", "place"):
        work.execute(f"ALTER TABLE history DROP COLUMN {name}")
    work.execute("ALTER TABLE history_position DROP COLUMN weight")
    work.execute("DROP TABLE history_session")
    document.close(publish=False)
    with reopened(path) as again:
        entries = again.entries()
        assert [tuple(entry.about)[:3] for entry in entries] == [
            ("step", 1, f"Title {number}") for number in range(3)
        ]
        assert {entry.session for entry in entries} == {0} and entries[0].began == entries[0].at
        again.go_to(3)
        assert again.project == states[3]
        add_step(again, "later")
        assert again.entries()[-1].session == 1
        again.go_to(0)
        assert again.project == states[0]


def test_a_kind_that_a_later_build_knows_is_some_change_of_the_project(document: Document) -> None:
    write(document, 1)
    document._place.work.connection.execute("UPDATE history SET kind = 'fly-to-the-moon'")
    assert document.next_undo is EditKind.SET_PROJECT
    assert document.entries()[0].kind is EditKind.SET_PROJECT
    assert document.undo() is not None
