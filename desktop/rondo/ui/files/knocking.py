"""Knocking where a file is open already: its window comes forward, or nobody answers in time."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from rondo.ui.notices import Notices
from rondofile.errors import LockedElsewhereError
from rondofile.working.home import Home, path_key
from rondofile.working.locks import is_answered, request

EVERY = 100
"""Milliseconds between two looks whether somebody answered."""
PATIENCE = 3.5
"""Seconds after which nobody will answer; a window looks for knocks every second."""

Told = Callable[[LockedElsewhereError, Path, Notices | None], None]


class Knocking:
    """Asks the holder of a file to come forward, and tells whether it did."""

    def __init__(self, answered: Told, unanswered: Told) -> None:
        self._answered, self._unanswered = answered, unanswered
        self._ended = False

    def end(self) -> None:
        """Nobody is waited for any more, and nothing is told."""
        self._ended = True

    def knock(self, held: LockedElsewhereError, path: Path, notices: Notices | None) -> None:
        """One of the two is called with the same, later."""
        home, key = Home(), str(held.facts.get("key") or path_key(path))
        if not request(home, key):
            self._unanswered(held, path, notices)
            return
        self._wait(home, key, time.monotonic() + PATIENCE, partial(self._tell, held, path, notices))

    def _wait(self, home: Home, key: str, until: float, tell: Callable[[bool], None]) -> None:
        if self._ended:
            return
        if is_answered(home, key):
            tell(True)
        elif time.monotonic() >= until:
            tell(False)
        else:
            QTimer.singleShot(EVERY, lambda: self._wait(home, key, until, tell))

    def _tell(self, held: LockedElsewhereError, path: Path, notices: Notices | None, answered: bool) -> None:
        (self._answered if answered else self._unanswered)(held, path, notices)
