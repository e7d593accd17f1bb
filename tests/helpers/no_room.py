"""A disk without room, a file that may not grow, no more files to open: what a document does there.

Every function here runs in a process of its own, whose limits are its own.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from helpers import moving_on
from helpers.dying import without_journal
from helpers.storage import add_step, memory_folder, written
from rondofile.document import Document
from rondofile.errors import RondoFileError
from rondofile.migrations import migrate
from rondofile.records import Step
from rondofile.working.connection import connect, promised

MEGABYTE = 1024 * 1024


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[bool]:
    """The folder is a disk of that many bytes. False where this system lets us make none."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    try:
        made = subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        made = False
    try:
        yield made
    finally:
        if made:
            subprocess.run(["umount", "-l", str(folder)], check=True)


def edits_on_a_small_disk() -> str:
    """Working on a disk that is full, and on after there is room; empty where there can be no such disk."""
    with memory_folder() as folder:
        home = folder / "home"
        home.mkdir()
        with small_disk(home, 3 * MEGABYTE) as made:
            if not made:
                return ""
            ballast = home / "ballast"
            ballast.write_bytes(bytes(MEGABYTE))
            return _worked_without_room(folder, home, ballast.unlink)


def edits_in_a_file_that_may_not_grow() -> str:
    """The same where the system forbids files of more than a size, as a quota does."""
    import resource

    with memory_folder() as folder:
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (MEGABYTE, hard))
        return _worked_without_room(
            folder, folder / "home", lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        )


def edits_without_files_to_open() -> str:
    """Publishing when this process may open no more files: refused, nothing lost, and done when it may."""
    import resource

    with memory_folder() as folder:
        path = folder / "plan.rondo"
        before = written(path)
        document = Document.open(path, root=folder / "home")
        add_step(document, "kept")
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (len([*Path("/proc/self/fd").iterdir()]) - 1, hard))
        refusals = _refusals(document, document.publish)
        add_step(document, "meanwhile")
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        assert path.read_bytes() == before
        document.publish()
        assert {"kept", "meanwhile"} <= {*Document.read(path).tables["step"]}
        document.close()
        return refusals


def migrations_on_a_small_disk() -> str:
    """A migration that finds no room changes nothing, and is done when there is room."""
    with memory_folder() as folder:
        base, disk = moving_on.base(folder / "base"), folder / "disk"
        disk.mkdir()
        with small_disk(disk, base.stat().st_size + 3 * MEGABYTE) as made:
            if not made:
                return ""
            database, refusals = disk / "work.db", []
            for kilobytes in range(8, 400, 24):
                without_journal(database)
                database.write_bytes(base.read_bytes())
                room = os.statvfs(disk)
                (disk / "ballast").write_bytes(bytes(room.f_bavail * room.f_bsize - kilobytes * 1024))
                connection = promised(database, connect)
                with suppress(sqlite3.OperationalError):
                    migrate(connection, moving_on.STEPS, moving_on.LAST)
                connection.close()
                refusals.append(moving_on.version(database))
                (disk / "ballast").unlink()
                moving_on.finish(database)
            assert refusals[0] == moving_on.VERSION
            return f"versions {sorted(refusals)}"


def _worked_without_room(folder: Path, home: Path, make_room: Callable[[], object]) -> str:
    path = folder / "plan.rondo"
    written(path)
    document = Document.open(path, root=home)
    add_step(document, "kept")
    kept, refused = 0, ""
    while not refused and kept < 2_000:
        before, rev = document.project, document.rev
        refused = _refusals(document, partial(add_step, document, f"n{kept}", "x" * 400))
        kept += not refused
    assert refused and kept > 20, f"{kept} edits, then {refused!r}"
    assert (document.project, document.rev) == (before, rev)
    assert document._place.work.project() == before
    _refusals(document, document.undo)
    make_room()
    add_step(document, "after")
    found = document.project
    assert {"kept", "after", f"n{kept - 2}"} <= {*found.tables["step"]}
    connection = document._place.work.connection
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    document.close()
    assert Document.read(path) == found and found.find(Step, "after")
    with Document.open(path, root=home) as again:
        assert again.project == found and again.can_undo
    return f"{kept} edits, then {refused}"


def _refusals(document: Document, act: Callable[[], object]) -> str:
    """Why an act was refused, by the key of the sentence that says so; empty where it was not."""
    before = document.project
    try:
        act()
    except RondoFileError as error:
        assert document.project == before
        return error.key
    return ""
