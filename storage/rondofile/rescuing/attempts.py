"""Attempts: openings that are counted before they begin, so that one which ends the process cannot loop.

A note in the working area says how many openings of one project began and came to no good end. It is gone
once the document stands steadily or is closed in order; after two it is not opened again by itself.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from rondofile.errors import RecoveryStoppedError, RondoFileError, WorkAreaError
from rondofile.working.home import Home, read_note, write_note

MOST = 2
"""Failed attempts after which a person has to say that it be tried again."""


class Attempt(Struct):
    """An opening that is under way. `before`: how many failed before it."""

    home: Home
    key: str
    before: int

    def begin(self) -> None:
        """It counts as failed until more is known. On a medium that takes no notes nothing is counted."""
        with suppress(WorkAreaError, OSError):
            self.home.made("attempts")
            _write(self.home, self.key, self.before + 1)

    def take_back(self) -> None:
        """It does not count: it ended in order, without a document."""
        if self.before:
            with suppress(WorkAreaError, OSError):
                _write(self.home, self.key, self.before)
        else:
            forget(self.home, self.key)


@contextmanager
def counted(home: Home, key: str, path: Path | None, again: bool = False) -> Iterator[Attempt]:
    """What happens inside is an attempt to open what has that key, written down before it begins.

    What the world refuses does not count; a bug or the end of the process does. RecoveryStoppedError where
    two failed before, unless `again` is said.
    """
    before = failed(home, key)
    if before >= MOST and not again:
        folder = next(home.works(key), "")
        raise RecoveryStoppedError(path=str(path or ""), folder=str(folder), attempts=before)
    attempt = Attempt(home, key, before)
    attempt.begin()
    try:
        yield attempt
    except Exception as error:
        if isinstance(error, RondoFileError):
            attempt.take_back()
        raise
    except BaseException:
        attempt.take_back()
        raise


def failed(home: Home, key: str) -> int:
    """How many attempts to open what has that key failed; 0 where the note makes no sense."""
    count = read_note(_place(home, key)).get("failed")
    return count if isinstance(count, int) and not isinstance(count, bool) and count > 0 else 0


def forget(home: Home, key: str) -> None:
    """No attempt is counted against that key. Never an error."""
    with suppress(OSError):
        home.files.remove(_place(home, key))


def _write(home: Home, key: str, count: int) -> None:
    write_note(_place(home, key), {"failed": count, "at": time.time()}, home.files)


def _place(home: Home, key: str) -> Path:
    return home.root / "attempts" / f"{key}.json"
