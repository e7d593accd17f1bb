"""One document, one window: locks in the working area that a crash cannot leave behind.

The lock itself is empty; who holds it stands in a note beside it. A second start drops a request,
which the holder takes. Nothing is ever put beside the user's file.
"""

from __future__ import annotations

import os
import platform
import time
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from rondofile.errors import LockedElsewhereError, WorkAreaError
from rondofile.home import Home, read_note, write_note

GLIMPSE = 0.5
"""Seconds that a lock is waited for whose holder does not say who it is."""


class Lock:
    """Held from `acquire` to `release`, or until this process ends."""

    def __init__(self, home: Home, key: str, path: str = "") -> None:
        self.key = key
        self._path = path
        self._place = home.locks() / key
        self._lock = FileLock(self._place.with_suffix(".lock"), timeout=0, thread_local=False)

    def acquire(self) -> Lock:
        """The lock is ours. LockedElsewhereError names who holds it."""
        try:
            # Who holds it for longer says so in a note; who only looks at what is kept is gone in a moment.
            said = self._place.with_suffix(".json").exists()
            self._lock.acquire(timeout=0 if said else GLIMPSE, poll_interval=0.005)
        except Timeout:
            raise LockedElsewhereError(**{"path": self._path, **holder(self._place)}) from None
        except OSError as error:
            raise WorkAreaError(path=str(self._place), reason=error.strerror or str(error)) from error
        self._place.with_suffix(".request").unlink(missing_ok=True)
        write_note(
            self._place.with_suffix(".json"),
            {"host": platform.node(), "pid": os.getpid(), "time": time.time(), "path": self._path},
        )
        return self

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


def request(home: Home, key: str) -> None:
    """Whoever holds the lock finds that somebody wants to see the document."""
    write_note(home.locks() / f"{key}.request", {"pid": os.getpid(), "time": time.time()})


def is_held(home: Home, key: str) -> bool:
    """Whether somebody, here or in another process, holds the lock now."""
    lock = FileLock(home.locks() / f"{key}.lock", timeout=0, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def holder(place: Path) -> dict[str, object]:
    """Who says to hold a lock: host, pid, time (seconds since 1970), as far as it is known."""
    note = read_note(place.with_suffix(".json"))
    facts: dict[str, object] = {"host": "", "pid": 0, "time": 0.0}
    for name, kind in (("host", str), ("pid", int), ("time", (int, float))):
        if isinstance(note.get(name), kind):
            facts[name] = note[name]
    return facts
