"""New documents, other names, copies: nothing is overwritten that was not meant to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.storage import add_step, one_of_everything, whole_project, written
from rondofile.document import Document
from rondofile.errors import (
    FileExistsAlreadyError,
    LockedElsewhereError,
    ReadOnlyError,
    UnpublishedWorkError,
)
from rondofile.fsops import Files
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Step


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    path = tmp_path / "place" / "plan.rondo"
    written(path)
    return path


def test_a_new_document_over_a_file_then_is_refused(plan: Path, home: Path) -> None:
    before = plan.read_bytes()
    with pytest.raises(FileExistsAlreadyError):
        Document.create(plan, root=home)
    new = plan.with_name("new.rondo")
    document = Document.create(new, root=home)
    new.write_bytes(before)
    with pytest.raises(FileExistsAlreadyError):
        document.close()
    assert new.read_bytes() == before


def test_a_new_document_that_was_never_published_then_is_found_again(plan: Path, home: Path) -> None:
    new = plan.with_name("new.rondo")
    document = Document.create(new, root=home)
    with document.edit(EditKind.IMPORT) as edit:
        edit.insert(*one_of_everything())
    document.close(publish=False)
    assert not new.exists()
    with pytest.raises(UnpublishedWorkError):
        Document.create(new, root=home)
    (kept,) = Document.kept_work(home)
    assert (kept.path, kept.title) == (new, "Plan")
    Document.recover(kept, home).close()
    assert Document.read(new) == whole_project()
    assert Document.kept_work(home) == ()


def test_an_untitled_document_when_given_a_path_then_moves_there_with_its_history(
    plan: Path, home: Path
) -> None:
    document = Document.create(root=home)
    with document.edit(EditKind.IMPORT) as edit:
        edit.insert(*one_of_everything())
    assert document.publish() is False
    assert document.status == "kept"
    document.close()
    (kept,) = Document.kept_work(home)
    assert kept.path is None
    again = Document.recover(kept, home)
    again.save_as(plan.with_name("named.rondo"))
    assert again.status == "saved"
    assert again.can_undo
    add_step(again, "more")
    again.close()
    assert Document.read(plan.with_name("named.rondo")).find(Step, "more")
    assert Document.kept_work(home) == ()
    with Document.open(plan.with_name("named.rondo"), root=home) as last:
        assert last.next_undo is EditKind.ADD_STEPS


def test_saving_under_another_name_then_the_first_file_stays_as_it_was(plan: Path, home: Path) -> None:
    before, other = plan.read_bytes(), plan.with_name("other.rondo")
    document = Document.open(plan, root=home)
    add_step(document, "ours")
    document.save_as(other)
    add_step(document, "later")
    document.close()
    assert plan.read_bytes() == before
    assert Document.read(other).find(Step, "later")
    with Document.open(plan, root=home) as first:
        assert first.project == whole_project()


def test_saving_over_files_then_is_refused_unless_it_is_said(plan: Path, home: Path) -> None:
    other = plan.with_name("other.rondo")
    data = written(other, Project({}))
    with Document.open(plan, root=home) as document, Document.open(other, root=home):
        for path in (plan, other):
            with pytest.raises((FileExistsAlreadyError, LockedElsewhereError)):
                document.save_copy(path)
        with pytest.raises(LockedElsewhereError):
            document.save_as(other, overwrite=bool(1))
    assert other.read_bytes() == data
    with Document.open(plan, root=home) as document:
        with pytest.raises(FileExistsAlreadyError):
            document.save_copy(other)
        document.save_copy(other, overwrite=bool(1))
        assert document.path == plan
    assert Document.read(other) == whole_project()


class OnlyReading(Files):
    def writable(self, path: Path) -> bool:
        return path.name != "plan.rondo"


def test_a_file_that_may_not_be_written_then_opens_read_only_and_can_be_saved_elsewhere(
    plan: Path, home: Path
) -> None:
    before = plan.read_bytes()
    with Document.open(plan, root=home, files=OnlyReading()) as document:
        assert document.status == "read-only"
        with pytest.raises(ReadOnlyError), document.edit(EditKind.SET_STEPS):
            raise AssertionError("an edit was let in")
        document.save_as(plan.with_name("mine.rondo"))
        add_step(document, "mine")
    assert plan.read_bytes() == before
    assert Document.read(plan.with_name("mine.rondo")).find(Step, "mine")


@pytest.mark.parametrize(
    "name",
    [
        "a b.rondo",
        "é😀.rondo",
        "e\u0301.rondo",
        "%#?.rondo",
        "x" * 249 + ".rondo",
        "עברית.rondo",
        "-rf.rondo",
    ],
)
def test_any_name_when_saved_then_opens_again(tmp_path: Path, home: Path, name: str) -> None:
    folder = tmp_path / "names"
    folder.mkdir()
    with Document.create(folder / name, root=home) as document, document.edit(EditKind.IMPORT) as edit:
        edit.insert(*one_of_everything())
    assert list(folder.iterdir()) == [folder / name]
    with Document.open(folder / name, root=home) as document:
        assert document.project == whole_project()
