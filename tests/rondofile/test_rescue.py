"""What can be done with kept work that cannot simply be gone on with; the work itself is never gone."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from helpers.storage import FaultyFiles, add_step, snapshot, whole_project, written
from rondofile.document import Document
from rondofile.errors import (
    FileExistsAlreadyError,
    FileMissingError,
    LockedElsewhereError,
    NoSpaceError,
    RecoveryStoppedError,
)
from rondofile.records import Step
from rondofile.rescuing import attempts, rescue, trash
from rondofile.rescuing.recovery import KeptWork
from rondofile.working.home import Home, path_key


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def plan(home: Home, tmp_path: Path) -> Path:
    """A file whose work, with a step that it does not hold, is damaged."""
    path = tmp_path / "plan.rondo"
    written(path)
    document = Document.open(path, root=home)
    add_step(document, "kept")
    database = document._place.work.folder / "work.db"
    document.close(publish=False)
    data = database.read_bytes()
    database.write_bytes(data[:200_000] + b"\xff" * 2_000 + data[202_000:])
    return path


def work_on(path: Path, home: Home) -> KeptWork:
    kept = rescue.work_on(path, home)
    assert kept is not None and kept.path == path
    return kept


def stop(path: Path, home: Home) -> None:
    for before in range(attempts.MOST):
        attempts.Attempt(home, path_key(path), before).begin()


@pytest.mark.parametrize("stopped", [False, True])
def test_the_last_saved_file_opens_and_the_work_is_in_the_trash(
    stopped: bool, plan: Path, home: Home
) -> None:
    before = (work_on(plan, home).folder / "work.db").read_bytes()
    if stopped:
        stop(plan, home)
        with pytest.raises(RecoveryStoppedError):
            Document.open(plan, root=home)
    with rescue.open_saved(plan, home) as document:
        assert document.project == whole_project()
    (one,) = trash.discarded(home)
    assert (one.folder / "work.db").read_bytes() == before
    with Document.open(plan, root=home) as document:
        assert document.project == whole_project()


def test_where_there_is_no_file_the_work_stays(plan: Path, home: Home) -> None:
    plan.unlink()
    with pytest.raises(FileMissingError):
        rescue.open_saved(plan, home)
    assert rescue.work_on(plan, home) is not None and trash.discarded(home) == ()


def test_everything_that_is_kept_goes_into_a_zip_byte_for_byte(
    plan: Path, home: Home, tmp_path: Path
) -> None:
    kept, target = work_on(plan, home), tmp_path / "for help.zip"
    before = snapshot(kept.folder)
    rescue.export_raw(kept, target, home)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == {f"{kept.folder.name}/{name}": data for name, (data, _) in before.items()}
    assert len(held) >= 2
    assert snapshot(kept.folder) == before
    with pytest.raises(FileExistsAlreadyError):
        rescue.export_raw(kept, target, home)
    rescue.export_raw(kept, target, home, overwrite=True)


def test_where_there_is_no_room_for_the_zip_what_was_there_stays(plan: Path, tmp_path: Path) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "old.zip"
    target.write_bytes(b"old")
    calm = Home(tmp_path / "home")
    kept = work_on(plan, calm)
    failing = Home(tmp_path / "home", FaultyFiles("write", full))
    with pytest.raises(NoSpaceError):
        rescue.export_raw(kept, target, failing, overwrite=True)
    assert target.read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["home", "old.zip", "plan.rondo"]


def test_what_can_be_read_is_read_with_the_unfinished_part_undone(home: Home, tmp_path: Path) -> None:
    other = tmp_path / "other.rondo"
    written(other, doc_id="other")
    document = Document.open(other, root=home)
    add_step(document, "kept")
    document.close(publish=False)
    kept = work_on(other, home)
    interrupted(kept.folder)
    before = snapshot(kept.folder)
    found = rescue.salvaged(kept, home)
    assert snapshot(kept.folder) == before
    assert found.project.info.title == "Plan" and found.project.find(Step, "kept")
    assert found.found >= len(whole_project().all(Step))


def test_what_can_be_read_of_damaged_work_is_read_and_counted(plan: Path, home: Home) -> None:
    kept = work_on(plan, home)
    before = snapshot(kept.folder)
    found = rescue.salvaged(kept, home)
    assert snapshot(kept.folder) == before
    assert found.project.find(Step, "kept") and found.found > 0


def interrupted(folder: Path) -> bytes:
    """A transaction was under way in that work when its process was killed; returns the database."""
    with closing(sqlite3.connect(folder / "work.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE project SET title = 'Half' || hex(randomblob(90000))")
        half = {name: (folder / name).read_bytes() for name in ("work.db", "work.db-journal")}
    for name, data in half.items():
        (folder / name).write_bytes(data)
    return half["work.db"]


ACTS: list[Callable[[KeptWork, Home, Path], object]] = [
    lambda kept, home, folder: rescue.open_saved(folder / "plan.rondo", home),
    lambda kept, home, folder: rescue.export_raw(kept, folder / "raw.zip", home),
    lambda kept, home, folder: rescue.salvaged(kept, home),
]


@pytest.mark.parametrize("act", ACTS)
def test_work_that_somebody_has_open_is_left_alone(
    act: Callable[[KeptWork, Home, Path], object], home: Home, tmp_path: Path
) -> None:
    path = tmp_path / "plan.rondo"
    written(path)
    with Document.open(path, root=home) as document:
        add_step(document, "kept")
        with pytest.raises(LockedElsewhereError):
            act(work_on(path, home), home, tmp_path)
        add_step(document, "more")
    assert Document.read(path).find(Step, "more")
