"""The published file: the same bytes for the same content, and never anything but a whole file."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.storage import FaultyFiles, add_step, one_of_everything, whole_project, written
from rondofile.canonical import canonical_bytes
from rondofile.document import Document
from rondofile.errors import (
    CannotWriteError,
    ChangedOutsideError,
    FileExistsAlreadyError,
    FileGoneError,
    LockedElsewhereError,
    NoSpaceError,
    ReadOnlyError,
    UnpublishedWorkError,
    WrittenWrongError,
)
from rondofile.fsops import Files
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Step
from rondofile.stamp import Stamp
from rondofile.verdict import check


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    path = tmp_path / "place" / "plan.rondo"
    written(path)
    return path


def test_same_content_when_written_in_any_order_then_gives_the_same_bytes() -> None:
    records = one_of_everything()
    one, _ = canonical_bytes(Project.of(records), Stamp("d", 1))
    other, _ = canonical_bytes(Project.of(reversed(records)), Stamp("d", 1))
    assert one == other
    assert len(one) < 120_000


def test_content_when_changed_and_changed_back_then_the_file_is_not_touched(plan: Path, home: Path) -> None:
    before, time = plan.read_bytes(), plan.stat().st_mtime_ns
    with Document.open(plan, root=home) as document:
        add_step(document, "more")
        document.undo()
        assert document.unpublished
        assert document.publish() is False
        assert document.status == "saved"
    assert (plan.read_bytes(), plan.stat().st_mtime_ns) == (before, time)


def test_a_published_file_then_holds_no_undo_no_triggers_and_nothing_that_was_deleted(
    plan: Path, home: Path
) -> None:
    with Document.open(plan, root=home) as document:
        add_step(document, "secret", "Xylophone-canary")
        document.publish()
        assert b"Xylophone-canary" in plan.read_bytes()
        with document.edit(EditKind.DELETE_STEPS) as edit:
            edit.delete(Step, "secret")
        document.publish()
        assert document.can_undo
    data = plan.read_bytes()
    assert b"canary" not in data
    assert str(home).encode() not in data
    connection = sqlite3.connect(plan)
    kinds = {kind for (kind,) in connection.execute("SELECT type FROM sqlite_master")}
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    connection.close()
    assert kinds == {"table", "index"}
    assert not [name for name in names if name.startswith("u_") or "history" in name]


def raising(error: OSError) -> Callable[[], None]:
    def fault() -> None:
        raise error

    return fault


@pytest.mark.parametrize("operation", ["open_new", "write", "fsync", "replace"])
@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        (errno.ENOSPC, NoSpaceError),
        (errno.EDQUOT, NoSpaceError),
        (errno.EACCES, CannotWriteError),
        (errno.EROFS, CannotWriteError),
        (errno.EIO, CannotWriteError),
    ],
)
def test_a_publication_that_fails_then_leaves_the_file_and_keeps_the_work(
    plan: Path, home: Path, operation: str, code: int, wanted: type[CannotWriteError]
) -> None:
    before = plan.read_bytes()
    files = FaultyFiles(operation, raising(OSError(code, os.strerror(code))))
    document = Document.open(plan, root=home, files=files)
    add_step(document, "kept")
    with pytest.raises(wanted):
        document.publish()
    assert files.failed == 1
    assert document.status == "kept"
    assert plan.read_bytes() == before
    assert list(plan.parent.iterdir()) == [plan]
    with pytest.raises(wanted):
        document.close()
    with Document.open(plan, root=home) as again:
        assert again.project.find(Step, "kept")
        assert again.can_undo
        assert again.status == "kept"
    assert Document.read(plan).find(Step, "kept")


def test_a_folder_that_does_not_sync_then_the_file_is_whole_and_the_work_is_told_to_be_kept(
    plan: Path, home: Path
) -> None:
    files = FaultyFiles("fsync_folder", raising(OSError(errno.EIO, "io")))
    document = Document.open(plan, root=home, files=files)
    add_step(document, "kept")
    with pytest.raises(CannotWriteError):
        document.publish()
    assert document.status == "kept"
    assert check(plan).whole
    document.close()
    with Document.open(plan, root=home) as again:
        assert again.status == "saved"
        assert again.project.find(Step, "kept")


class Lying(Files):
    """A medium that keeps other bytes than it was given."""

    def replace(self, source: Path, target: Path) -> None:
        source.write_bytes(source.read_bytes()[:-7] + b"garbage")
        super().replace(source, target)


def test_a_medium_that_keeps_other_bytes_then_is_never_said_to_be_saved(plan: Path, home: Path) -> None:
    document = Document.open(plan, root=home, files=Lying())
    add_step(document, "kept")
    with pytest.raises(WrittenWrongError):
        document.publish()
    assert document.status == "kept"
    with pytest.raises(ChangedOutsideError):
        document.close()
    again = Document.open(plan, root=home)
    assert again.project.find(Step, "kept")
    again.save_as(plan, overwrite=bool(1))
    assert again.status == "saved"
    again.close()
    assert Document.read(plan).find(Step, "kept")


def test_a_file_changed_outside_with_work_here_then_both_are_kept(
    plan: Path, home: Path, tmp_path: Path
) -> None:
    document = Document.open(plan, root=home)
    add_step(document, "ours")
    theirs = written(plan, Project.of([*one_of_everything(), Step(id="theirs", journey="now", title="T")]))
    with pytest.raises(ChangedOutsideError):
        document.publish()
    assert document.changed_outside
    with pytest.raises(ChangedOutsideError):
        document.close()
    assert plan.read_bytes() == theirs
    again = Document.open(plan, root=home)
    assert again.changed_outside
    assert again.status == "kept"
    assert again.project.find(Step, "ours")
    again.save_as(tmp_path / "place" / "ours.rondo")
    assert not again.changed_outside
    again.close()
    assert plan.read_bytes() == theirs
    assert Document.read(tmp_path / "place" / "ours.rondo").find(Step, "ours")
    with Document.open(plan, root=home) as other:
        assert other.project.find(Step, "theirs")
        assert other.project.find(Step, "ours") is None


def test_a_file_changed_between_the_check_and_the_replace_then_is_not_overwritten(
    plan: Path, home: Path
) -> None:
    theirs = Project.of([*one_of_everything(), Step(id="theirs", journey="now", title="T")])
    files = FaultyFiles("fsync", lambda: written(plan, theirs) and None)
    document = Document.open(plan, root=home, files=files)
    add_step(document, "ours")
    with pytest.raises(ChangedOutsideError):
        document.publish()
    assert files.failed == 1
    assert Document.read(plan) == theirs
    assert document.project.find(Step, "ours")
    document.close(publish=False)


def test_a_file_only_touched_then_is_no_conflict(plan: Path, home: Path) -> None:
    with Document.open(plan, root=home) as document:
        add_step(document, "ours")
        os.utime(plan, (1, 1))
        assert document.publish()
    assert Document.read(plan).find(Step, "ours")


def test_a_file_of_equal_time_and_size_but_other_bytes_then_is_a_conflict(plan: Path, home: Path) -> None:
    document = Document.open(plan, root=home)
    add_step(document, "ours")
    found, data = plan.stat(), plan.read_bytes()
    plan.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    os.utime(plan, ns=(found.st_atime_ns, found.st_mtime_ns))
    with pytest.raises(ChangedOutsideError):
        document.publish()
    document.close(publish=False)


def test_a_file_changed_outside_without_work_here_then_is_taken_over(plan: Path, home: Path) -> None:
    with Document.open(plan, root=home) as document:
        add_step(document, "ours")
        document.publish()
        heard = []
        document.subscribe(heard.append)
        theirs = Project.of([*one_of_everything(), Step(id="theirs", journey="now", title="T")])
        data = written(plan, theirs)
        changes = document.refresh()
        assert changes is not None and changes.origin == "reload"
        assert heard == [changes]
        assert set(changes.of(Step)) == {"ours", "theirs"}
        assert document.project == theirs
        assert not document.can_undo
        assert document.refresh() is None
    assert plan.read_bytes() == data


def test_a_file_that_is_gone_then_the_work_is_kept_and_can_be_put_back(plan: Path, home: Path) -> None:
    document = Document.open(plan, root=home)
    add_step(document, "ours")
    plan.rename(plan.with_name("moved.rondo"))
    with pytest.raises(FileGoneError):
        document.publish()
    with pytest.raises(FileGoneError):
        document.close()
    again = Document.open(plan, root=home)
    assert again.project.find(Step, "ours")
    again.save_as(plan)
    again.close()
    assert Document.read(plan).find(Step, "ours")


def test_another_project_put_under_the_name_then_is_not_overwritten(plan: Path, home: Path) -> None:
    document = Document.open(plan, root=home)
    add_step(document, "ours")
    other = written(plan, Project({}), "another")
    with pytest.raises(ChangedOutsideError):
        document.close()
    assert plan.read_bytes() == other


def test_permissions_and_links_when_published_then_stay(plan: Path, home: Path) -> None:
    plan.chmod(0o640)
    link = plan.with_name("link.rondo")
    link.symlink_to(plan)
    with Document.open(link, root=home) as document:
        add_step(document, "ours")
        with pytest.raises(LockedElsewhereError):
            Document.open(plan.parent / ".." / "place" / "plan.rondo", root=home)
    assert link.is_symlink()
    assert stat.S_IMODE(plan.stat().st_mode) == 0o640
    assert Document.read(plan).find(Step, "ours")


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
        return False


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
