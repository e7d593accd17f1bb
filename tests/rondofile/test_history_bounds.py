"""Where history meets the file, the cap and what others do: undo is right or there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.storage import add_step, memory_folder, one_of_everything
from rondofile.document import Document
from rondofile.errors import DuplicateError
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Step
from rondofile.text import NOTE
from rondofile.working import history


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as folder:
        yield folder


@pytest.fixture
def document(folder: Path) -> Iterator[Document]:
    content = Project.of(one_of_everything())
    with Document.create(folder / "plan.rondo", root=folder / "home", content=content) as document:
        yield document


def theirs(folder: Path) -> Project:
    """Somebody else changed the file."""
    path = folder / "plan.rondo"
    copy = folder / "copy.rondo"
    copy.write_bytes(path.read_bytes())
    with Document.open(copy, root=folder / "their home") as other:
        add_step(other, "theirs")
    path.write_bytes(copy.read_bytes())
    return Document.read(path)


def test_undo_after_publishing_is_published_too(document: Document, folder: Path) -> None:
    path = folder / "plan.rondo"
    document.publish()
    before, first = document.project, path.read_bytes()
    add_step(document, "more")
    document.publish()
    document.undo()
    assert document.unpublished and document.publish()
    assert Document.read(path) == before == document.project
    assert len(path.read_bytes()) == len(first)
    document.redo()
    document.publish()
    assert Document.read(path).find(Step, "more")


def test_undo_after_a_change_from_outside_leads_back_to_what_was_here(
    document: Document, folder: Path
) -> None:
    add_step(document, "mine")
    document.publish()
    mine, steps = document.project, len(document.entries())
    found = theirs(folder)
    assert document.refresh() is not None
    assert document.project == found
    assert len(document.entries()) == steps + 1 and document.next_undo is EditKind.RELOAD
    document.undo()
    assert document.project == mine
    document.undo()
    assert document.project.find(Step, "mine") is None
    document.go_to(steps + 1)
    assert document.project == found == document._place.work.project()


def test_undo_goes_on_while_the_file_is_in_conflict_and_after_theirs_was_taken(
    document: Document, folder: Path
) -> None:
    document.publish()
    start = document.project
    found = theirs(folder)
    add_step(document, "mine")
    mine = document.project
    document.refresh()
    assert document.changed_outside
    document.undo()
    assert document.project == start
    document.redo()
    assert document.project == mine
    document.reconciling.take_theirs()
    assert document.project == found
    document.undo()
    assert document.project == mine == document._place.work.project()


def test_an_import_is_one_step_and_one_that_fails_is_none(document: Document) -> None:
    before, many = document.project, [Step(id=f"i{n}", journey="now", title="i") for n in range(300)]
    with document.edit(EditKind.IMPORT) as edit:
        edit.insert(*many)
    assert len(document.entries()) == 1 and document.entries()[0].about.many == 300
    with pytest.raises(DuplicateError), document.edit(EditKind.IMPORT) as edit:
        edit.insert(Step(id="j", journey="now", title="j"))
        edit.insert(*many)
    assert len(document.entries()) == 1 and document.project.find(Step, "j") is None
    document.undo()
    assert document.project == before


def test_at_the_cap_of_steps_undo_goes_as_far_as_it_says_and_no_farther(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST_STEPS", 20)
    states = [document.project]
    for number in range(60):
        with document.edit(EditKind.RENAME_STEP, merge_key=f"field {number // 2}") as edit:
            edit.change(Step, "ask", title=f"t{number}")
        if number % 2:
            states.append(document.project)
        assert len(document.entries()) <= 20
    past = document.past()
    assert (past.first, past.top) == (11, 30)
    undone = 0
    while document.undo():
        undone += 1
        assert document.project == states[30 - undone]
    assert undone == 20 and not document.can_undo and document.can_redo
    add_step(document, "another")
    assert [entry.step for entry in document.entries()] == [11] and not document.can_redo


def test_at_sixty_four_megabytes_the_oldest_go_and_edits_go_on(folder: Path, document: Document) -> None:
    """At the true cap: the working database stays within it, and what is kept can all be undone."""
    size = NOTE - 10
    most = history.MOST_BYTES // size
    for number in range(most + 60):
        add_note(document, number, size)
    past = document.past()
    kept = past.top - past.first + 1
    assert past.first > 1 and past.top == most + 60
    assert kept * size * 2 >= history.MOST_BYTES - 4 * size, "more went than had to"
    database = document._place.work.folder / "work.db"
    assert database.stat().st_size < 1.25 * history.MOST_BYTES
    document.go_to(past.first - 1)
    assert document.project.get(Step, "ask").note[:6] == f"{past.first - 2:06d}"
    document.go_to(past.top)
    assert document.project.get(Step, "ask").note[:6] == f"{past.top - 1:06d}"
    add_step(document, "goes-on")
    assert document.undo() is not None


def add_note(document: Document, number: int, size: int) -> None:
    with document.edit(EditKind.SET_STEPS) as edit:
        edit.change(Step, "ask", note=f"{number:06d}" + "x" * (size - 6))
