"""The trash: work that was discarded or set aside. It stays for thirty days, and comes back when wanted."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from rondofile.errors import LockedElsewhereError, RondoFileError, WorkAreaError
from rondofile.ids import fresh_id
from rondofile.rescuing import attempts
from rondofile.rescuing.glimpse import Trouble, glimpse
from rondofile.rescuing.recovery import KeptWork, described, kept_at
from rondofile.working.home import KEEP_DAYS, Home, read_note, write_note
from rondofile.working.locks import Lock
from rondofile.working.opening import UNTITLED
from rondofile.working.workspace import BINDING

_NAME = re.compile(r"([0-9]{1,20})-(.+)")


class Discarded(Struct, frozen=True):
    """Work in the trash. `at`: when it came there; `until`: how long it stays; in seconds since 1970."""

    folder: Path
    title: str
    path: Path | None
    at: float
    until: float
    trouble: Trouble = Trouble.NONE


def discarded(home: Home) -> tuple[Discarded, ...]:
    """Everything in the trash that may hold what no file holds, what came last first."""
    found = []
    with suppress(OSError):
        for name in home.files.listdir(home.root / "trash"):
            with suppress(OSError, ValueError):
                one = _look(home, home.root / "trash" / name)
                if one is not None:
                    found.append(one)
    return tuple(sorted(found, key=lambda one: -one.at))


def put_back(one: Discarded, home: Home) -> KeptWork:
    """The work is where it was; where there is other work by now, it is a project of its own without a file.

    WorkAreaError where it is in the trash no more or cannot be moved.
    """
    name = _name_of(one.folder)
    there = described(Path(name))
    try:
        lock = Lock(home, there.key, str(one.path or "")).acquire()
    except LockedElsewhereError:
        return _apart(one, home)
    try:
        target = home.made("work") / name
        if any(home.works(there.key)) or target.exists():
            return _apart(one, home)
        _move(one.folder, target)
        attempts.forget(home, there.key)
    finally:
        lock.release()
    return _found(home, target)


def throw_away(kept: KeptWork, home: Home) -> None:
    """The kept work is in the trash. LockedElsewhereError where somebody has it open."""
    lock = Lock(home, kept.key, str(kept.path or "")).acquire()
    try:
        try:
            home.set_aside(kept.folder)
        except OSError as error:
            raise WorkAreaError(path=str(kept.folder), reason=error.strerror or str(error)) from error
        attempts.forget(home, kept.key)
    finally:
        lock.release()


def _look(home: Home, folder: Path) -> Discarded | None:
    named = _NAME.fullmatch(folder.name)
    if named is None:
        return None
    seen = glimpse(folder, home.files)
    untitled = folder.name.endswith(f"-{UNTITLED}")
    if seen is None or not (seen.counts or (untitled and seen.rev > 0)):
        return None
    there, at = described(folder), int(named[1]) / 1e9
    return Discarded(folder, seen.title or there.title, there.path, at, at + KEEP_DAYS * 86_400, seen.trouble)


def _name_of(folder: Path) -> str:
    """The name that a folder in the trash had."""
    named = _NAME.fullmatch(folder.name)
    if named is None:
        raise WorkAreaError(path=str(folder), reason="name")
    return named[2]


def _apart(one: Discarded, home: Home) -> KeptWork:
    """It is a project of its own, without a file."""
    doc_id = fresh_id()
    target = home.made("work") / f"{doc_id}-{UNTITLED}"
    note = {**read_note(one.folder / BINDING), "doc_id": doc_id, "path": ""}
    _move(one.folder, target)
    with suppress(RondoFileError):
        write_note(target / BINDING, note, home.files)
    return _found(home, target)


def _move(source: Path, target: Path) -> None:
    try:
        source.rename(target)
    except OSError as error:
        raise WorkAreaError(path=str(source), reason=error.strerror or str(error)) from error


def _found(home: Home, folder: Path) -> KeptWork:
    """The work as it is listed from now on."""
    return kept_at(home, folder) or described(folder)
