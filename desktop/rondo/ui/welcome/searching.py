"""Searching: which recent files are there and which work was kept, found out beside the window.

A folder on another computer may take its time; the page is there before it answers.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from rondofile.document import Document
from rondofile.errors import RondoFileError
from rondofile.rescuing.recovery import KeptWork
from rondofile.rescuing.trash import discarded
from rondofile.working.home import Home

Kept = Callable[[], tuple[KeptWork, ...]]
Trash = Callable[[], Sequence[object]]


def _discarded() -> Sequence[object]:
    return discarded(Home())


class Recent(Struct, frozen=True):
    """A file opened before. `at`: when it was written last, in seconds since 1970; None = it is not there."""

    path: Path
    at: float | None


class Found(Struct, frozen=True):
    """What a person could go on with."""

    recent: tuple[Recent, ...] = ()
    kept: tuple[KeptWork, ...] = ()
    discarded: int = 0
    """How many projects are in the trash."""


class Searching(QObject):
    """`found` tells once for every `begin`."""

    found = Signal(object)

    def __init__(self, kept: Kept = Document.kept_work, trash: Trash = _discarded) -> None:
        super().__init__()
        self._kept, self._trash = kept, trash

    def begin(self, paths: Sequence[Path]) -> None:
        """The search is under way; this object lives until it has told."""
        wanted = tuple(paths)
        threading.Thread(target=lambda: self._search(wanted), name="welcome", daemon=True).start()

    def _search(self, paths: tuple[Path, ...]) -> None:
        """On a thread of its own."""
        self.found.emit(Found(tuple(map(_recent, paths)), self._kept_work(paths), len(self._trash())))

    def _kept_work(self, paths: tuple[Path, ...]) -> tuple[KeptWork, ...]:
        """A recent file brings its kept work along when it is opened: only the rest is shown apart, and what
        cannot simply be gone on with, which comes first."""
        try:
            found = [kept for kept in self._kept() if kept.trouble or kept.path not in paths]
            return tuple(sorted(found, key=lambda kept: not kept.trouble))
        except RondoFileError:
            return ()


def _recent(path: Path) -> Recent:
    try:
        return Recent(path, path.stat().st_mtime)
    except (OSError, ValueError):
        return Recent(path, None)
