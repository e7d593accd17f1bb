"""Any operation of the working database refused by the disk: before or after, never half, never a lie."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

import pytest
from msgspec import Struct

from helpers import moving_on
from helpers.crash_vfs import CrashVFS
from helpers.disk_faults import DiskFaults
from helpers.storage import add_step, memory_folder, whole_project, written
from rondofile.document import Document
from rondofile.errors import NoSpaceError, RondoFileError, WorkAreaError
from rondofile.fsops import FILES
from rondofile.migrations import migrate
from rondofile.project import Project
from rondofile.working.connection import promised
from rondofile.working.home import Home

ONCE, LASTING, FULL = (False, False), (True, False), (True, True)
ANY = (WorkAreaError, NoSpaceError)


class Bench(Struct):
    """An open document on a disk that can be made to fail."""

    path: Path
    faults: DiskFaults
    document: Document
    home: Home


@contextmanager
def bench() -> Iterator[Bench]:
    with memory_folder() as folder:
        written(folder / "plan.rondo")
        faults = DiskFaults()
        vfs = CrashVFS("refusing", lambda what: (vfs.log.clear(), faults(what))[1])
        home = Home(folder / "home", FILES, vfs.connect())
        document = Document.open(folder / "plan.rondo", root=home)
        add_step(document, "base")
        yield Bench(folder / "plan.rondo", faults, document, home)
        document.close(publish=False)


Prepare = Callable[[Document, str], tuple[Project, Callable[[], object]]]
"""Makes ready for an act with a fresh name; the project after it, and the act."""


def edit(document: Document, name: str) -> tuple[Project, Callable[[], object]]:
    add_step(document, name)
    after = document.project
    document.undo()
    return after, lambda: add_step(document, name)


def undo(document: Document, name: str) -> tuple[Project, Callable[[], object]]:
    after = document.project
    add_step(document, name)
    return after, document.undo


def redo(document: Document, name: str) -> tuple[Project, Callable[[], object]]:
    add_step(document, name)
    after = document.project
    document.undo()
    return after, document.redo


def jump(document: Document, name: str) -> tuple[Project, Callable[[], object]]:
    after, step = document.project, document.entries()[0].step
    for part in "abc":
        add_step(document, name + part)
    return after, lambda: document.go_to(step)


def tried(desk: Bench, prepare: Prepare, at: int, lasting: bool, full: bool, name: str) -> bool:
    """One act with one fault, if it is met: the document is before it or after it, and can be worked on."""
    document, base = desk.document, desk.document.project
    after, act = prepare(document, name)
    before, rev = document.project, document.rev
    desk.faults.arm(at, lasting, full)
    try:
        act()
        refused = False
    except ANY:
        refused = True
    met = desk.faults.disarm()
    assert refused <= met
    assert document.project == (before if refused else after)
    assert (document.rev == rev) == refused
    add_step(document, f"{name}probe")  # a commit that was in doubt may have happened; it is known by now
    document.undo()
    assert document.project in ((before, after) if refused else (after,))
    assert document.project == document._place.work.project()
    document.go_to(document.entries()[0].step)
    assert document.project == base
    return met


def all_points(desk: Bench, prepare: Prepare, mode: tuple[bool, bool]) -> Iterator[int]:
    """Every operation of an act has failed, one after the other."""
    names = count()
    for at in count(1):
        name = f"{prepare.__name__}{mode[0]:d}{mode[1]:d}x{next(names)}"
        if not tried(desk, prepare, at, *mode, name):
            return
        yield at


@pytest.mark.parametrize("prepare", [edit, undo, redo, jump])
def test_a_fault_anywhere_in_an_act_then_it_has_happened_or_not_and_work_goes_on(prepare: Prepare) -> None:
    points = 0
    with bench() as desk:
        for mode in (ONCE, LASTING, FULL):
            for at in all_points(desk, prepare, mode):
                points += 1
                if at % 16 == 0:
                    reopened(desk)
        reopened(desk)
    print(f"{prepare.__name__}: {points} points")
    assert points >= 60


def reopened(desk: Bench) -> None:
    """The same is there when it is opened again, by another process as it were."""
    before, entries = desk.document.project, desk.document.entries()
    desk.document.close(publish=False)
    with Document.open(desk.path, root=desk.home.root) as document:
        assert document.project == before
        assert [entry.step for entry in document.entries()] == [entry.step for entry in entries]
        connection = document._place.work.connection
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        document._place.read_only = True  # so that closing does not publish
    desk.document = Document.open(desk.path, root=desk.home)


def test_a_fault_in_what_is_noted_around_publishing_then_nothing_is_called_saved_that_is_not() -> None:
    points, ends = 0, Counter[bool]()
    with bench() as desk:
        document = desk.document
        for mode in (ONCE, LASTING, FULL):
            for at in count(1):
                add_step(document, f"p{points}x{at}")
                old, new = Document.read(desk.path), document.project
                desk.faults.arm(at, *mode)
                try:
                    said = document.publish()
                except RondoFileError:
                    said = False
                met = desk.faults.disarm()
                found = Document.read(desk.path)
                assert found == new if said else found in (old, new)
                assert document.project == new
                document.publish()
                assert not document.unpublished
                assert Document.read(desk.path) == new == document._place.work.project()
                if not met:
                    break
                points, ends[said] = points + 1, ends[said] + 1
                document.undo()
    print(f"publish: {points} points, {ends}")
    assert points >= 60


def test_a_fault_anywhere_in_opening_then_nothing_is_lost_and_it_opens_the_next_time() -> None:
    points = 0
    with bench() as desk:
        before = desk.document.project
        desk.document.close(publish=False)
        for mode in (ONCE, LASTING, FULL):
            for at in count(1, 2):
                desk.faults.arm(at, *mode)
                with suppress(RondoFileError):
                    Document.open(desk.path, root=desk.home).close(publish=False)
                if not desk.faults.disarm():
                    break
                points += 1
                with Document.open(desk.path, root=desk.home.root) as document:
                    assert document.project == before
                    document._place.read_only = True
        desk.document = Document.open(desk.path, root=desk.home)
        assert desk.document.project == before != whole_project()
    print(f"open: {points} points")
    assert points >= 20


def test_a_fault_anywhere_in_migrations_then_each_step_has_happened_or_not() -> None:
    points = 0
    with memory_folder() as folder:
        base, database, faults = moving_on.base(folder / "base"), folder / "work.db", DiskFaults()
        vfs = CrashVFS("refusing-migration", lambda what: (vfs.log.clear(), faults(what))[1])
        for mode in (ONCE, LASTING, FULL):
            for at in count(1, 5):
                shutil.copy(base, database)
                connection = promised(database, vfs.connect())
                faults.arm(at, *mode)
                with suppress(sqlite3.OperationalError):
                    migrate(connection, moving_on.STEPS, moving_on.LAST)
                met = faults.disarm()
                connection.close()
                version = moving_on.version(database)
                assert met or version == moving_on.LAST
                moving_on.finish(database)
                if not met:
                    break
                points += 1
    print(f"migrate: {points} points")
    assert points >= 60
