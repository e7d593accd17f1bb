"""Where a document comes from: a file, kept work, or nothing yet. Each ends in a Place that is locked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from rondofile.apart.door import read_apart, read_with_sides
from rondofile.apart.sides import remark_sides
from rondofile.errors import (
    FileExistsAlreadyError,
    RondoFileError,
    UnpublishedWorkError,
    VersionNotKeptError,
    WorkAreaError,
    WorkDamagedError,
)
from rondofile.fsops import FILES, Files
from rondofile.ids import fresh_id
from rondofile.kept.versions import Versions, Why
from rondofile.place import Place
from rondofile.project import Project
from rondofile.reading.ledger import Ledger
from rondofile.reading.reader import Published, bytes_of
from rondofile.reading.report import Report
from rondofile.rescuing import attempts
from rondofile.working.home import Home, path_key, real
from rondofile.working.locks import Lock
from rondofile.working.state import State, base_state
from rondofile.working.workspace import DAMAGE, Workspace
from rondofile.writing.strays import clear, sweep_beside

UNTITLED = "untitled"


def created(
    path: Path | None,
    home: Home,
    doc_id: str = "",
    content: Project | None = None,
    kept: bool = False,
) -> Place:
    """A new document, whose content is `kept` although nobody edited it yet.

    FileExistsAlreadyError where there is something at the path.
    """
    doc_id, first = doc_id or fresh_id(), content or Project({})
    if path is None:
        return locked(home, doc_id, None, lambda lock: _fresh(home, None, doc_id, lock, first, kept))
    target = real(path)
    if is_there(target, home.files):
        raise FileExistsAlreadyError(path=str(path))

    def make(lock: Lock) -> Place:
        clear_leftovers(home, target)
        return _fresh(home, target, doc_id, lock, first, kept)

    return locked(home, path_key(target), target, make)


def opened(path: Path, home: Home, again: bool = False) -> Place:
    """The document in a file, with the work on it that was kept here.

    RecoveryStoppedError where opening it failed twice and `again` is not said, WorkDamagedError where the
    kept work cannot be read.
    """
    target = real(path)

    def make(lock: Lock) -> Place:
        with attempts.counted(home, path_key(target), target, again) as attempt:
            place = _opened(target, home, lock)
            sweep_beside(target, home)
            place.attempt = attempt
            remark_sides(target, place.report, home.files)
            return place

    return locked(home, path_key(target), target, make)


def with_sides(path: Path, home: Home) -> Place:
    """A new document without a file: what comes of that file and what another program left beside it."""
    found = read_with_sides(path, home)
    place = created(None, home, content=found.project, kept=True)
    place.report = found.report
    return place


def clear_leftovers(home: Home, target: Path) -> None:
    """Nothing of an earlier document under this path is in the way. UnpublishedWorkError where it counts."""
    from rondofile.rescuing.glimpse import glimpse

    stopped = attempts.failed(home, path_key(target)) >= attempts.MOST
    for folder in home.works(path_key(target)):
        seen = None if stopped else glimpse(folder, home.files)
        if stopped or (seen is not None and seen.counts):
            raise UnpublishedWorkError(path=str(target))
        home.set_aside(folder)
    attempts.forget(home, path_key(target))


def is_there(target: Path, files: Files = FILES) -> bool:
    """Whether there is anything at all at a path."""
    try:
        files.stat(target)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def locked(home: Home, key: str, path: Path | None, make: Callable[[Lock], Place]) -> Place:
    """The place that `make` finds under the lock of that key; the lock is free again where it fails."""
    lock = Lock(home, key, str(path or "")).acquire()
    try:
        place = make(lock)
        place.work.bind(place.path)
    except BaseException:
        lock.release()
        raise
    return place


def _fresh(home: Home, path: Path | None, doc_id: str, lock: Lock, first: Project, kept: bool) -> Place:
    folder = home.work_folder(doc_id, path_key(path) if path else UNTITLED)
    state = State(doc_id, rev=1 if kept else 0)
    return Place(home, path, Workspace.make(folder, first, state, home.connect), lock)


def _opened(path: Path, home: Home, lock: Lock) -> Place:
    report = Report()
    for folder in home.works(path_key(path)):
        work = kept_in(folder, path, home, report)
        if work is None:
            continue
        place = _resumed(work, path, home, lock)
        if place is not None:
            return place
        work.close()
        home.set_aside(folder)
    return _from_file(path, home, lock, report)


def kept_in(folder: Path, path: Path | None, home: Home, report: Report) -> Workspace | None:
    """The work in a folder. What is damaged though nothing of it is missing in the file is set aside,
    and remarked. WorkDamagedError where something may be missing.
    """
    try:
        work = Workspace.open(folder, home.connect)
    except (WorkAreaError, sqlite3.Error, TypeError, ValueError, LookupError) as error:
        reason = error.facts.get("reason") if isinstance(error, WorkAreaError) else str(error)
        if isinstance(error, WorkAreaError) and reason not in DAMAGE:
            raise
        from rondofile.rescuing.glimpse import Glimpse, glimpse

        if (glimpse(folder, home.files) or Glimpse()).counts:
            raise WorkDamagedError(path=str(path or folder), folder=str(folder), reason=reason) from error
        report.add("read.work-damaged", value=home.set_aside(folder))
        return None
    if work is None:
        home.set_aside(folder)
    return work


def _resumed(work: Workspace, path: Path, home: Home, lock: Lock) -> Place | None:
    """The kept work goes on, with what the file holds by now; None where the file is another project."""
    from rondofile.working.resuming import taken_up

    try:
        place = Place(home, path, work, lock)
        place.read_only = is_there(path, home.files) and not home.files.writable(path)
        clean_up(place)
        return place if taken_up(place) else None
    except BaseException:
        work.close()
        raise


def clean_up(place: Place) -> None:
    """What was under way when we were killed is over: the file is whole, and nothing is left beside it.

    Bytes that nobody knows are a version; where anything of this fails, the next publication does it.
    """
    path, state, home = place.path, place.state, place.home
    if path is None or not state.pending_name:
        return
    from rondofile.writing.inplace import mend

    def keep(data: bytes) -> None:
        Versions(home, state.doc_id).keep(data, state.rev, Why.CONFLICT)

    with suppress(RondoFileError):
        mend(path, place.work.folder, place.files)
    known = {state.base_sha256, state.pending_sha256}
    clear(path, state.pending_name, lambda one: one in known or Ledger(home).knows(one), place.files, keep)


def _from_file(path: Path, home: Home, lock: Lock, report: Report) -> Place:
    data = bytes_of(path, home.files)
    found = read_apart(data, home, path)
    report.remarks.extend(found.report.remarks)
    report.more += found.report.more
    kept = found.report.clean or _kept_as_it_came(found, data, home, report)
    work = Workspace.make(
        home.work_folder(found.stamp.doc_id, path_key(path)), found.project, base_state(found), home.connect
    )
    read_only = found.newer or not kept or not home.files.writable(path)
    place = Place(home, path, work, lock, report, read_only)
    place.filled_with = found.project
    return place


def _kept_as_it_came(found: Published, data: bytes, home: Home, report: Report) -> bool:
    """Whether the bytes are kept as they came; where they are not, the file must not be replaced."""
    try:
        Versions(home, found.stamp.doc_id).keep(data, found.stamp.rev, Why.RECEIVED)
    except VersionNotKeptError as problem:
        report.add("read.not-kept", value=problem.facts["reason"])
        return False
    return True
