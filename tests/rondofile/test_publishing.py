"""The published file: the same bytes for the same content, and never anything but a whole file."""

from __future__ import annotations

import errno
import getpass
import os
import platform
import sqlite3
import stat
from pathlib import Path

import pytest

from helpers.faulty_folder import FaultyFolder, Hook
from helpers.storage import add_step, one_of_everything, written
from rondofile.document import Document
from rondofile.errors import (
    CannotWriteError,
    LockedElsewhereError,
    NoRoomError,
    ReadOnlyError,
    RondoFileError,
)
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Step
from rondofile.stamp import Stamp
from rondofile.writing.canonical import canonical_bytes


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
    for told in (str(home), str(plan.parent), platform.node(), getpass.getuser()):
        assert len(told) < 5 or told.encode() not in data
    connection = sqlite3.connect(plan)
    kinds = {kind for (kind,) in connection.execute("SELECT type FROM sqlite_master")}
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    connection.close()
    assert kinds == {"table", "index"}
    assert not [name for name in names if name.startswith("u_") or "history" in name]


def failing_at(names: tuple[str, ...], code: int) -> Hook:
    """Those operations fail with that code, every time."""

    def meet(name: str, _: int) -> None:
        if name in names:
            raise OSError(code, os.strerror(code))

    return meet


@pytest.mark.parametrize("operation", ["open_new", "write", "fsync", "replace", "exchange"])
@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        (errno.ENOSPC, NoRoomError),
        (errno.EDQUOT, NoRoomError),
        (errno.EFBIG, NoRoomError),
        (errno.EACCES, CannotWriteError),
        (errno.EROFS, ReadOnlyError),
        (errno.EIO, CannotWriteError),
        (errno.ENXIO, CannotWriteError),
    ],
)
def test_a_publication_that_fails_then_leaves_the_file_and_keeps_the_work(
    plan: Path, home: Path, operation: str, code: int, wanted: type[RondoFileError]
) -> None:
    before = plan.read_bytes()
    files = FaultyFolder(plan.parent, failing_at((operation, "open_old"), code))
    document = Document.open(plan, root=home, files=files)
    add_step(document, "kept")
    with pytest.raises(wanted):
        document.publish()
    assert operation in files.calls
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


def test_no_room_for_the_file_then_says_how_much_is_needed_and_free(
    plan: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = FaultyFolder(plan.parent, failing_at(("write",), errno.ENOSPC))
    monkeypatch.setattr(files, "free", lambda _: 34_600_000)
    document = Document.open(plan, root=home, files=files)
    add_step(document, "kept")
    with pytest.raises(NoRoomError) as found:
        document.publish()
    assert found.value.facts["needed"] == "1 MB"
    assert found.value.facts["free"] == "34 MB"
    document.close(publish=False)


def test_a_folder_that_does_not_sync_then_the_file_is_as_it_was_and_the_work_is_told_to_be_kept(
    plan: Path, home: Path
) -> None:
    before = plan.read_bytes()
    files = FaultyFolder(plan.parent, failing_at(("fsync_folder",), errno.EIO))
    document = Document.open(plan, root=home, files=files)
    add_step(document, "kept")
    with pytest.raises(CannotWriteError):
        document.publish()
    assert document.status == "kept"
    assert plan.read_bytes() == before and list(plan.parent.iterdir()) == [plan]
    document.close(publish=False)
    with Document.open(plan, root=home) as again:
        assert again.status == "kept"
        again.publish()
        assert again.status == "saved"
    assert Document.read(plan).find(Step, "kept")


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
