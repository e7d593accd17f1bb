"""A database whose process is killed, for good, just before the nth thing that it asks of the disk."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from helpers.crash_vfs import CrashVFS


class DyingVFS(CrashVFS):
    """Kills its own process at an operation; at none where that is 0. `asked`: a letter for each kind."""

    def __init__(self) -> None:
        super().__init__("dying", self._count)
        self.at, self.asked = 0, ""

    def die(self, at: int) -> None:
        """From now on operations count, and the process ends at that one."""
        self.at, self.asked = at, ""

    def _count(self, what: str) -> None:
        self.asked += what[0]
        self.log.clear()
        if len(self.asked) == self.at:
            os.kill(os.getpid(), signal.SIGKILL)


def spread(asked: str, every: int) -> list[int]:
    """Every flush, truncation, opening and deletion, and one in so many of the reads and writes."""
    return [number for number, what in enumerate(asked, 1) if what not in "rw" or number % every == 0]


def without_journal(database: Path) -> None:
    """Nothing that was left beside another database of that name is beside this one."""
    database.with_name(f"{database.name}-journal").unlink(missing_ok=True)
