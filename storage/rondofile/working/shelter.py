"""Shelter: where work is kept while the working area cannot be used, and how it comes home from there.

A shelter is a folder for temporary things, which a restart of the computer may empty. It is never used
without being told.
"""

from __future__ import annotations

import os
import shutil
import stat as modes
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from rondofile.errors import LockedElsewhereError, RondoFileError, WorkAreaError
from rondofile.kept.versions import Versions
from rondofile.working.home import Home, path_key, read_note, write_note, write_whole
from rondofile.working.locks import Lock
from rondofile.working.workspace import BINDING, Workspace

PROBE = 256 * 1024
"""Bytes that must find room before a working area counts as usable."""

_UNTITLED = "untitled"


class Footing(Struct, frozen=True):
    """The working area that is used. `problem`: why it is not the usual one, or why there is none at all."""

    home: Home
    problem: WorkAreaError | None = None
    sheltered: bool = False


def footing(home: Home, shelters: Sequence[Path] | None = None) -> Footing:
    """The working area itself, with the work that waited in a shelter; a shelter where it cannot be used."""
    places = usual_shelters() if shelters is None else shelters
    problem = probed(home)
    if problem is None:
        for place in places:
            if _is_ours(place):
                come_home(Home(place, home.files, home.connect), home)
        return Footing(home)
    for place in places:
        with suppress(OSError):
            place.mkdir(mode=0o700)
        shelter = Home(place, home.files, home.connect)
        if _is_ours(place) and probed(shelter) is None:
            return Footing(shelter, problem, sheltered=True)
    return Footing(home, problem)


def usual_shelters() -> tuple[Path, ...]:
    """Folders for temporary things that belong to this person alone."""
    user = os.getuid() if hasattr(os, "getuid") else "own"
    run = os.environ.get("XDG_RUNTIME_DIR")
    more = (Path(run) / "rondo",) if run else ()
    return (Path(tempfile.gettempdir()) / f"rondo-{user}", *more)


def probed(home: Home) -> WorkAreaError | None:
    """Why nothing could be kept in a working area; None where something was, and is gone again."""
    probe = home.root / f"probe-{os.urandom(4).hex()}"
    try:
        home.made("work")
        home.made("locks")
        write_whole(probe, bytes(PROBE), home.files)
    except WorkAreaError as problem:
        return problem
    finally:
        with suppress(OSError):
            home.files.remove(probe)
    return None


def come_home(shelter: Home, home: Home) -> int:
    """Work that no file holds and nobody has open is in the working area, with its versions.

    Returns how many there were. What cannot be brought stays in the shelter as it is.
    """
    count = 0
    for folder in shelter.works():
        with suppress(RondoFileError, OSError):
            count += _brought(folder, shelter, home)
    return count


def _brought(folder: Path, shelter: Home, home: Home) -> bool:
    note = read_note(folder / BINDING)
    doc_id, path = str(note.get("doc_id") or ""), str(note.get("path") or "")
    try:
        lock = Lock(shelter, path_key(Path(path)) if path else doc_id, path).acquire()
    except LockedElsewhereError:
        return False
    try:
        work = Workspace.open(folder, shelter.connect)
        if work is None:
            return False
        waits = work.state.unpublished and work.state.rev > 0
        work.close()
        _bring_versions(Versions(shelter, doc_id), Versions(home, doc_id))
        return waits and _moved(folder, doc_id, shelter, home)
    finally:
        lock.release()


def _moved(folder: Path, doc_id: str, shelter: Home, home: Home) -> bool:
    """Whole under its name, or not at all; beside other work on that file it has no file."""
    target = home.made("work") / folder.name
    beside = target.exists()
    if beside:
        target = home.work_folder(doc_id, _UNTITLED)
        if target.exists():
            return False
    coming = home.made("coming") / f"{target.name}-{os.urandom(4).hex()}"
    try:
        shutil.copytree(folder, coming)
        if beside:
            write_note(coming / BINDING, {"doc_id": doc_id, "path": ""}, home.files)
        for name in home.files.listdir(coming):
            _settle(coming / name)
        home.files.replace(coming, target)
    except BaseException:
        shutil.rmtree(coming, ignore_errors=True)
        raise
    home.files.fsync_folder(target.parent)
    shelter.set_aside(folder)
    return True


def _bring_versions(source: Versions, target: Versions) -> None:
    for version in source.all():
        with suppress(RondoFileError):
            target.take_in(version, source.data(version))


def _settle(path: Path) -> None:
    """What was copied is on the medium."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_ours(place: Path) -> bool:
    """Whether the folder is there and nobody else can put anything in it."""
    try:
        found = place.lstat()
    except OSError:
        return False
    own = not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o077)
    return modes.S_ISDIR(found.st_mode) and own
