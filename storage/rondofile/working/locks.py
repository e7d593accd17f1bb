"""One document, one window: locks in the working area that a crash cannot leave behind.

The lock itself is empty; who holds it stands in a note beside it. A second start drops a request,
which the holder takes. Nothing is ever put beside the user's file.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rondofile.errors import LockedElsewhereError, WorkAreaError
from rondofile.host import host
from rondofile.others.same import same_file
from rondofile.working.holding import Holding, TakenError
from rondofile.working.home import Home, read_note, write_note

_GATE = "opening"
_PATIENCE = 3.0
"""Seconds; taking a lock lasts a few milliseconds."""

_GLANCE = 2.0
"""Seconds that a lock is waited for whose holder does not say who it is: kept work is being looked at."""


class Lock:
    """Held from `acquire` to `release`, or until this process ends."""

    def __init__(self, home: Home, key: str, path: str = "") -> None:
        self.key = key
        self._home, self._path = home, path
        self._place = home.locks() / key
        self._lock = _lock_at(self._place)

    def acquire(self) -> Lock:
        """The lock is ours. LockedElsewhereError names who holds it, under whatever name of the file."""
        with _one_at_a_time(self._home):
            self._take()
            other = self._looked() if self._path else ""
            if other:
                self._lock.release()
                raise self._elsewhere(other)
            self._sign()
        return self

    def _take(self) -> None:
        signed = read_note(self._place.with_suffix(".json"))
        try:
            self._lock.acquire(timeout=0 if signed else _GLANCE)
        except TakenError:
            raise self._elsewhere(self.key) from None
        except (OSError, NotImplementedError) as error:
            if not _cleared(self._home, self._place):
                raise WorkAreaError(
                    path=str(self._place), reason=getattr(error, "strerror", None) or str(error)
                ) from error
            self._take()

    def _sign(self) -> None:
        """The note says who holds it. It is only told, never judged by: without one the lock holds too."""
        with suppress(OSError):
            self._place.with_suffix(".request").unlink(missing_ok=True)
        note = {"host": host(), "pid": os.getpid(), "time": time.time(), "path": self._path}
        with suppress(WorkAreaError):
            write_note(self._place.with_suffix(".json"), note)

    def _looked(self) -> str:
        """As `_held_as`; WorkAreaError, and ours is free, where the locks of others cannot be looked at."""
        try:
            return self._held_as()
        except OSError as error:
            self._lock.release()
            raise WorkAreaError(path=str(self._place), reason=error.strerror or str(error)) from error

    def _held_as(self) -> str:
        """The key under which somebody holds the same file by another path; "" where nobody does."""
        for note in sorted(self._place.parent.glob("*.json")):
            path = read_note(note).get("path")
            if note.stem == self.key or not isinstance(path, str) or not path:
                continue
            if same_file(Path(path), Path(self._path)) and is_held(self._home, note.stem):
                return note.stem
        return ""

    def _elsewhere(self, key: str) -> LockedElsewhereError:
        facts: dict[str, object] = {"path": self._path, "key": key, **holder(self._place.with_name(key))}
        return LockedElsewhereError(**facts)

    def release(self) -> None:
        """The lock is free. Releasing twice does nothing."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._place.with_suffix(".json").unlink(missing_ok=True)
            self._lock.release()

    def take_request(self) -> bool:
        """Whether a second start asked for this document since the last time; the request is gone."""
        try:
            self._place.with_suffix(".request").unlink()
        except OSError:
            return False
        return True


class Unlocked:
    """In the place of a lock where a file is only looked at: nobody asks for it, nobody is kept out."""

    def release(self) -> None:
        """Nothing was held."""

    def take_request(self) -> bool:
        """Nobody asks here."""
        return False


def request(home: Home, key: str) -> bool:
    """Whoever holds the lock finds that somebody wants to see it; False where that cannot be left."""
    try:
        write_note(_request_at(home, key), {"pid": os.getpid(), "time": time.time()})
    except WorkAreaError:
        return False
    return True


def is_answered(home: Home, key: str) -> bool:
    """Whether the holder took the request."""
    return not _request_at(home, key).exists()


def is_held(home: Home, key: str) -> bool:
    """Whether somebody, here or in another process, holds the lock now."""
    lock = bare_lock(home, key)
    try:
        lock.acquire(timeout=0)
    except TakenError:
        return True
    except (OSError, NotImplementedError):
        return True
    lock.release()
    return False


def bare_lock(home: Home, key: str) -> Holding:
    """The lock of that key without a note of who holds it; what cannot be a lock is set aside."""
    place = home.locks() / key
    _cleared(home, place)
    return _lock_at(place)


def _lock_at(place: Path) -> Holding:
    return Holding(place.with_suffix(".lock"))


def _request_at(home: Home, key: str) -> Path:
    return home.locks() / f"{key}.request"


@contextmanager
def _one_at_a_time(home: Home) -> Iterator[None]:
    """Two that take two names of one file at the same moment do so one after the other."""
    gate = _lock_at(home.locks() / _GATE)
    try:
        gate.acquire(timeout=_PATIENCE)
    except (TakenError, OSError, NotImplementedError):
        yield  # a process that was stopped just here keeps nobody out
        return
    try:
        yield
    finally:
        gate.release()


def _cleared(home: Home, place: Path) -> bool:
    """Whether something that cannot be a lock stood there and is set aside."""
    lock = place.with_suffix(".lock")
    if not lock.is_dir():
        return False
    with suppress(OSError):
        return home.set_aside(lock) is not None
    return False


def holder(place: Path) -> dict[str, object]:
    """Who says to hold a lock: host, pid, time (seconds since 1970), as far as it is known."""
    note = read_note(place.with_suffix(".json"))
    facts: dict[str, object] = {"host": "", "pid": 0, "time": 0.0}
    for name, kind in (("host", str), ("pid", int), ("time", (int, float))):
        if isinstance(note.get(name), kind):
            facts[name] = note[name]
    return facts
