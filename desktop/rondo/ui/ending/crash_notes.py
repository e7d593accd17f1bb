"""Crash notes: where the program stood when it ended so hard that nothing of it could still speak."""

from __future__ import annotations

import faulthandler
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "crash.log"
"""Beside the log of failures; empty as long as nothing happened."""


@contextmanager
def crash_notes(folder: Path) -> Iterator[None]:
    """A crash inside leaves every thread's place in the code in the folder; without one nothing is written.

    Where there is no writing, there are no notes, and everything else goes on.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        notes = (folder / NAME).open("ab")
    except OSError:
        yield
        return
    with notes:
        faulthandler.enable(notes)
        try:
            yield
        finally:
            faulthandler.disable()
