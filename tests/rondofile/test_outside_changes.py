"""What others do to the file while it is open: both versions are kept, always."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from helpers.storage import add_step, one_of_everything, written
from rondofile.document import Document
from rondofile.errors import (
    ChangedOutsideError,
    FileGoneError,
    WrittenWrongError,
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


class Lying(Files):
    """A medium that keeps other bytes than it was given."""

    def replace(self, source: Path, target: Path) -> None:
        source.write_bytes(source.read_bytes()[:-7] + b"garbage")
        super().replace(source, target)


class Meddled(Files):
    """Somebody writes their own file whenever a new one of ours is complete beside it."""

    def __init__(self, path: Path, theirs: Project) -> None:
        self.meddled = 0
        self._path, self._theirs = path, theirs
        self._new = -1

    def open_new(self, path: Path, mode: int | None) -> int:
        descriptor = super().open_new(path, mode)
        self._new = descriptor if path.parent == self._path.parent else -1
        return descriptor

    def fsync(self, descriptor: int) -> None:
        super().fsync(descriptor)
        if descriptor == self._new:
            self.meddled += 1
            written(self._path, self._theirs)


def test_a_medium_that_keeps_other_bytes_then_is_never_said_to_be_saved(plan: Path, home: Path) -> None:
    before = plan.read_bytes()
    document = Document.open(plan, root=home, files=Lying())
    add_step(document, "kept")
    with pytest.raises(WrittenWrongError):
        document.publish()
    assert document.status == "kept" and plan.read_bytes() == before
    with pytest.raises(WrittenWrongError):
        document.close()
    again = Document.open(plan, root=home)
    assert again.project.find(Step, "kept") and not again.changed_outside
    assert again.publish() and again.status == "saved"
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
    files = Meddled(plan, theirs)
    document = Document.open(plan, root=home, files=files)
    add_step(document, "ours")
    with pytest.raises(ChangedOutsideError):
        document.publish()
    assert files.meddled == 1
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
        data = written(plan, theirs, rev=9)
        changes = document.refresh()
        assert changes is not None and changes.origin == "reload"
        assert heard == [changes]
        assert set(changes.of(Step)) == {"ours", "theirs"}
        assert document.project == theirs
        assert (document.status, document.next_undo) == ("saved", EditKind.RELOAD)
        assert document.refresh() is None
        assert plan.read_bytes() == data
        document.undo()
        assert document.project.find(Step, "ours") and not document.project.find(Step, "theirs")
        assert document.status == "kept"
    kept = [document.versions.read(version).project for version in document.versions.all()]
    assert theirs in kept and Document.read(plan) in kept


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
