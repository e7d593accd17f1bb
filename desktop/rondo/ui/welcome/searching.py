"""Searching: which recent files are there and which work was kept, found out beside the window.

A folder on another computer may take its time; the page is there before it answers.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from rondofile.document import Document
from rondofile.errors import RondoFileError
from rondofile.recovery import KeptWork

Kept = Callable[[], tuple[KeptWork, ...]]


@dataclass(frozen=True, slots=True)
class Recent:
    """A file opened before. `at`: when it was written last, in seconds since 1970; None = it is not there."""

    path: Path
    at: float | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a person could go on with."""

    recent: tuple[Recent, ...] = ()
    kept: tuple[KeptWork, ...] = ()


class Searching(QObject):
    """`found` tells once for every `begin`."""

    found = Signal(object)

    def __init__(self, kept: Kept = Document.kept_work) -> None:
        super().__init__()
        self._kept = kept

    def begin(self, paths: Sequence[Path]) -> None:
        """The search is under way; this object lives until it has told."""
        wanted = tuple(paths)
        threading.Thread(target=lambda: self._search(wanted), name="welcome", daemon=True).start()

    def _search(self, paths: tuple[Path, ...]) -> None:
        """On a thread of its own."""
        self.found.emit(Found(tuple(map(_recent, paths)), self._kept_work(paths)))

    def _kept_work(self, paths: tuple[Path, ...]) -> tuple[KeptWork, ...]:
        """A recent file brings its kept work along when it is opened: only the rest is shown apart."""
        try:
            return tuple(kept for kept in self._kept() if kept.path is None or kept.path not in paths)
        except RondoFileError:
            return ()


def _recent(path: Path) -> Recent:
    try:
        return Recent(path, path.stat().st_mtime)
    except (OSError, ValueError):
        return Recent(path, None)
