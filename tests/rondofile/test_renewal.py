"""A flush that fails: the work goes on in a new file; until that can be, it is there to be looked at."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.crash_vfs import CrashVFS
from helpers.disk_faults import DiskFaults
from helpers.storage import add_step, written
from rondofile.changes import ChangeSet, Origin
from rondofile.document import Document
from rondofile.errors import WorkAreaError
from rondofile.fsops import FILES
from rondofile.records import Step
from rondofile.working.home import Home


class Desk:
    """An open document on a disk that can be made to fail."""

    def __init__(self, folder: Path) -> None:
        self.path, self.faults, self.news = folder / "plan.rondo", DiskFaults(), list[ChangeSet]()
        written(self.path)
        self.vfs = CrashVFS("renewal", self.faults)
        self.document = Document.open(self.path, root=Home(folder / "home", FILES, self.vfs.connect()))
        self.document.subscribe(self.news.append)
        add_step(self.document, "first")
        self.vfs.log.clear()
        add_step(self.document, "second")
        asked = [event.what for event in self.vfs.log]
        self.flushes = [number for number, what in enumerate(asked, 1) if what == "sync"]
        self.database = self.document._place.work.folder / "work.db"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.faults.disarm()
    desk.document.close(publish=False)


def sync_fails(desk: Desk, which: int, lasting: bool = False) -> None:
    """Of the next transaction that flush fails; the reads that come between are counted as they come."""
    seen = 0

    def meet(what: str) -> None:
        nonlocal seen
        seen += what == "sync"
        if (what == "sync" and seen == which) or (lasting and seen >= which):
            desk.faults.arm(1, lasting)
        desk.faults(what)
        desk.faults.disarm()

    desk.vfs.meet = meet


def mended(desk: Desk) -> None:
    desk.vfs.meet = lambda _: None


def test_a_flush_fails_after_the_commit_then_it_stands_in_a_new_file(desk: Desk) -> None:
    before = desk.database.stat().st_ino
    sync_fails(desk, len(desk.flushes))
    add_step(desk.document, "third")
    mended(desk)
    assert desk.document.project.find(Step, "third")
    assert desk.database.stat().st_ino != before, "what may not be on the medium is still relied on"
    assert [change.origin for change in desk.news] == [Origin.EDIT] * 3
    assert desk.document.undo() is not None and desk.document.redo() is not None
    assert desk.document._place.work.project() == desk.document.project


def test_a_flush_fails_before_the_commit_then_the_edit_is_refused_and_the_file_is_new(desk: Desk) -> None:
    before, rev = desk.document.project, desk.document.rev
    inode = desk.database.stat().st_ino
    sync_fails(desk, 1)
    with pytest.raises(WorkAreaError):
        add_step(desk.document, "third")
    mended(desk)
    assert (desk.document.project, desk.document.rev) == (before, rev)
    add_step(desk.document, "third")
    assert desk.database.stat().st_ino != inode
    assert len(desk.document.entries()) == 3


def test_a_disk_that_stays_away_then_leaves_the_work_to_look_at_and_to_save_elsewhere(
    desk: Desk, tmp_path: Path
) -> None:
    before = desk.document.project
    sync_fails(desk, 1, lasting=True)
    for _ in range(3):
        with pytest.raises(WorkAreaError):
            add_step(desk.document, "third")
    with pytest.raises(WorkAreaError):
        desk.document.publish()
    assert desk.document.project == before
    assert desk.document.entries() == () and not desk.document.can_undo
    desk.document.save_copy(tmp_path / "copy.rondo")
    assert Document.read(tmp_path / "copy.rondo") == before
    mended(desk)
    add_step(desk.document, "third")
    assert len(desk.document.entries()) == 3, "history is back with the disk"
    desk.document.publish()
    assert Document.read(desk.path) == desk.document.project


def older(desk: Desk) -> None:
    """Something puts an earlier state of the database back."""
    copy = desk.database.with_name("copy.db")
    copy.write_bytes(b"something else altogether")
    copy.replace(desk.database)


def gone(desk: Desk) -> None:
    desk.database.unlink()


def all_gone(desk: Desk) -> None:
    shutil.rmtree(desk.database.parents[1])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody take away a file that is open")
@pytest.mark.parametrize("taken", [gone, older, all_gone])
def test_a_working_database_that_is_taken_away_then_is_made_anew_from_what_is_known(
    desk: Desk, taken: Callable[[Desk], None]
) -> None:
    """Otherwise what is edited would go into a file that has no name any more."""
    taken(desk)
    add_step(desk.document, "third")
    assert {"first", "second", "third"} <= {*desk.document.project.tables["step"]}
    assert desk.document.undo() is not None and desk.document.redo() is not None
    desk.document.close(publish=False)
    with Document.open(desk.path, root=desk.database.parents[2]) as again:
        assert {"first", "second", "third"} <= {*again.project.tables["step"]}
