"""Each thing that others can do to the file is told from the rest, and every way out keeps both sides."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from helpers.storage import add_step, one_of_everything, whole_project, written
from rondofile.document import Document
from rondofile.errors import (
    CannotWriteError,
    ChangedOutsideError,
    FileGoneError,
)
from rondofile.fsops import Files
from rondofile.kept.versions import Why
from rondofile.kinds import EditKind
from rondofile.others.outside import Outside
from rondofile.project import Project
from rondofile.reading.reader import read_bytes
from rondofile.records import Step
from rondofile.writing.naming import beside, safe_stem


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    path = tmp_path / "place" / "plan.rondo"
    written(path)
    return path


def theirs() -> Project:
    return Project.of([*one_of_everything(), Step(id="theirs", journey="now", title="T")])


def kept(document: Document) -> list[bytes]:
    return [document.versions.data(version) for version in document.versions.all()]


def test_a_file_only_touched_then_nobody_is_disturbed(plan: Path, home: Path) -> None:
    with Document.open(plan, root=home) as document:
        for _ in range(3):
            os.utime(plan, (1, 1))
            assert document.refresh() is None
            assert document.outside is Outside.SAME and document.status == "saved"
        assert document.versions.all() == ()


def test_the_same_content_written_anew_elsewhere_then_nobody_is_disturbed(plan: Path, home: Path) -> None:
    with Document.open(plan, root=home) as document:
        written(plan, whole_project(), rev=8)
        assert document.refresh() is None and document.outside is Outside.SAME
        add_step(document, "ours")
        written(plan, whole_project(), rev=20)
        assert document.publish()
        assert document.status == "saved" and document.rev > 20
    assert Document.read(plan).find(Step, "ours")


def test_an_earlier_revision_then_ours_is_kept_and_can_be_put_back(plan: Path, home: Path) -> None:
    earlier = plan.read_bytes()
    document = Document.open(plan, root=home)
    add_step(document, "ours")
    document.publish()
    ours = plan.read_bytes()
    plan.write_bytes(earlier)
    assert document.refresh() is None
    assert (document.outside, document.status) == (Outside.OLDER, "kept")
    assert document.changed_outside and document.project.find(Step, "ours")
    with pytest.raises(ChangedOutsideError):
        document.close()
    assert plan.read_bytes() == earlier
    with Document.open(plan, root=home) as again:
        assert again.outside is Outside.OLDER and again.project.find(Step, "ours")
        assert again.reconciling.put_mine()
        assert (again.outside, again.status) == (Outside.SAME, "saved")
        assert earlier in kept(again)
    assert Document.read(plan) == read_bytes(ours).project


def test_an_earlier_revision_that_goes_away_again_then_saving_goes_on(plan: Path, home: Path) -> None:
    earlier = plan.read_bytes()
    with Document.open(plan, root=home) as document:
        add_step(document, "ours")
        document.publish()
        ours = plan.read_bytes()
        plan.write_bytes(earlier)
        document.refresh()
        plan.write_bytes(ours)
        assert document.refresh() is None
        assert (document.outside, document.status) == (Outside.SAME, "saved")


def test_another_project_under_the_name_then_it_is_never_taken_and_never_overwritten(
    plan: Path, home: Path
) -> None:
    with Document.open(plan, root=home) as document:
        other = written(plan, Project({}), "another", rev=99)
        assert document.refresh() is None and document.outside is Outside.OTHER
        assert document.project == whole_project() and document.status == "kept"
        with pytest.raises(ChangedOutsideError):
            document.reconciling.take_theirs()
        with pytest.raises(ChangedOutsideError):
            document.publish()
        new = document.reconciling.keep_both("mine")
        assert document.status == "saved"
    assert plan.read_bytes() == other
    assert Document.read(new) == whole_project()


def test_a_file_that_comes_back_then_publishing_goes_on_by_itself(plan: Path, home: Path) -> None:
    with Document.open(plan, root=home) as document:
        away = plan.rename(plan.with_name("away.rondo"))
        assert document.refresh() is None
        assert (document.outside, document.status) == (Outside.GONE, "kept")
        add_step(document, "ours")
        with pytest.raises(FileGoneError):
            document.publish()
        away.rename(plan)
        assert document.publish()
        assert (document.outside, document.status) == (Outside.SAME, "saved")
    assert Document.read(plan).find(Step, "ours")


def test_a_file_that_comes_back_without_own_work_then_all_is_as_before(plan: Path, home: Path) -> None:
    with Document.open(plan, root=home) as document:
        away = plan.rename(plan.with_name("away.rondo"))
        document.refresh()
        before = away.read_bytes()
        away.rename(plan)
        document.refresh()
        assert (document.outside, document.status) == (Outside.SAME, "saved")
    assert plan.read_bytes() == before


def test_a_changed_file_that_is_not_whole_then_is_not_taken_without_being_asked(
    plan: Path, home: Path
) -> None:
    with Document.open(plan, root=home) as document:
        written(plan, theirs(), rev=9)
        connection = sqlite3.connect(plan)
        connection.execute("UPDATE step SET title = 'X' WHERE id = 'ask'")
        connection.commit()
        connection.close()
        there = plan.read_bytes()
        assert document.refresh() is None
        assert document.outside is Outside.REPLACED and document.project == whole_project()
        changes = document.reconciling.take_theirs()
        assert changes is not None and document.project.find(Step, "theirs")
        assert there in kept(document)


def test_another_program_that_writes_to_the_file_then_is_noticed(plan: Path, home: Path) -> None:
    with Document.open(plan, root=home) as document:
        connection = sqlite3.connect(plan, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE project SET title = 'Elsewhere'")
        assert document.refresh() is None
        connection.execute("COMMIT")
        connection.close()
        document.refresh()
        assert document.outside is Outside.REPLACED
        add_step(document, "ours")
        with pytest.raises(ChangedOutsideError):
            document.publish()
        new = document.reconciling.keep_both("mine")
    assert Document.read(plan).info.title == "Elsewhere"
    assert Document.read(new).find(Step, "ours")


def test_what_is_taken_then_is_one_step_and_both_sides_are_versions(plan: Path, home: Path) -> None:
    with Document.open(plan, root=home) as document:
        add_step(document, "ours")
        there = written(plan, theirs(), rev=9)
        assert document.refresh() is None and document.outside is Outside.REPLACED
        document.reconciling.take_theirs()
        assert (document.project, document.status) == (theirs(), "saved")
        assert document.next_undo is EditKind.RELOAD
        whys = {version.why for version in document.versions.all()}
        assert {Why.CONFLICT, Why.RECEIVED} <= whys and there in kept(document)
        document.undo()
        assert document.project.find(Step, "ours") and not document.project.find(Step, "theirs")
        document.undo()
        assert document.project == whole_project()
        document.redo()
        document.redo()
        assert document.project == theirs()
    assert Document.read(plan) == theirs()


def test_a_file_changed_while_nobody_looked_then_opens_as_it_is_with_ours_one_undo_away(
    plan: Path, home: Path
) -> None:
    with Document.open(plan, root=home) as document:
        add_step(document, "ours")
    for rev in (9, 1):
        written(plan, theirs(), rev=rev)
        with Document.open(plan, root=home) as again:
            assert (again.project, again.status) == (theirs(), "saved")
            again.undo()
            assert again.project.find(Step, "ours")
            assert again.can_undo


def test_a_conflicted_copy_then_opens_as_a_document_of_its_own(plan: Path, home: Path) -> None:
    copy = plan.with_name("plan (conflicted copy).rondo")
    with Document.open(plan, root=home) as document:
        add_step(document, "ours")
        document.publish()
        written(copy, theirs(), rev=9)
        with Document.open(copy, root=home) as other:
            assert other.project == theirs() and other.doc_id == document.doc_id
            add_step(other, "more")
        assert document.refresh() is None and document.outside is Outside.SAME
    assert Document.read(copy).find(Step, "more") and not Document.read(plan).find(Step, "more")


class Closed(Files):
    """A folder that takes no new files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open_new(self, path: Path, mode: int | None) -> int:
        if path.parent == self._folder:
            raise PermissionError(13, "Permission denied", str(path))
        return super().open_new(path, mode)


def test_both_cannot_stand_in_the_folder_then_it_is_said_and_nothing_changed(plan: Path, home: Path) -> None:
    document = Document.open(plan, root=home, files=Closed(plan.parent))
    add_step(document, "ours")
    there = written(plan, theirs(), rev=9)
    document.refresh()
    with pytest.raises(CannotWriteError):
        document.reconciling.keep_both("mine")
    assert (document.path, document.outside) == (plan, Outside.REPLACED)
    document.save_as(plan.parent.parent / "elsewhere.rondo")
    document.close()
    assert plan.read_bytes() == there and list(plan.parent.iterdir()) == [plan]
    assert Document.read(plan.parent.parent / "elsewhere.rondo").find(Step, "ours")


def test_names_beside_a_file_then_are_safe_short_and_new(tmp_path: Path) -> None:
    plan = tmp_path / "Plan.rondo"
    first = beside(plan, "yours, HOST 2026-11-21 2155")
    assert first.name == "Plan (yours, HOST 2026-11-21 2155).rondo"
    first.touch()
    second = beside(plan, "yours, HOST 2026-11-21 2155")
    assert second.name == "Plan (yours, HOST 2026-11-21 2155 2).rondo"
    for label in ("../../x", "a/b\\c:d", "\u202etxt.exe", "n\x00ul", "CON", " . ", "é" * 400, "\ud83d"):
        made = beside(tmp_path / ("ñ" * 120 + ".rondo"), label)
        assert made.parent == tmp_path and len(os.fsencode(made.name)) <= 250
        made.touch()
    assert [safe_stem(name) for name in ("con", "LPT1.x", "", "...")] == ["_con", "_LPT1.x", "_", "_"]
