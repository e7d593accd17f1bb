"""Something is done beside the window: what it came to, or what stood in its way, is told here."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from rondofile.errors import RondoFileError


class Beside(QObject):
    """Lives until it has told; exactly one of `done` and `failed` comes, on the thread of the window."""

    done = Signal(object)
    failed = Signal(object)
    """A RondoFileError."""
    _told = Signal(object)

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work
        self._told.connect(lambda tell: tell())

    def begin(self) -> None:
        """It is under way."""
        threading.Thread(target=self._run, name="beside", daemon=True).start()

    def _run(self) -> None:
        """On a thread of its own."""
        try:
            result = self._work()
        except RondoFileError as problem:
            refused = problem  # the name that `except` gives is gone when it is told
            self._told.emit(lambda: self.failed.emit(refused))
        except Exception as bug:
            sys.excepthook(type(bug), bug, bug.__traceback__)
        else:
            self._told.emit(lambda: self.done.emit(result))
