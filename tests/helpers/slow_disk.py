"""A disk on which every flush takes its time, and a look at whether one thread ever waits for another."""

from __future__ import annotations

import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

from rondofile.fsops import Files


class SlowDisk(Files):
    """Every flush to the medium takes that many seconds more. `flushed`: how many there were."""

    def __init__(self, pause: float) -> None:
        self.pause, self.flushed = pause, 0

    def fsync(self, descriptor: int) -> None:
        self.flushed += 1
        time.sleep(self.pause)
        super().fsync(descriptor)

    def connect(self, path: Path) -> sqlite3.Connection:
        """A connection of which every commit waits for such a flush."""
        disk = self

        class Slow(sqlite3.Connection):
            def execute(self, statement: str, *parameters: Any) -> sqlite3.Cursor:
                if statement == "COMMIT":
                    disk.flushed += 1
                    time.sleep(disk.pause)
                return super().execute(statement, *parameters)

        return sqlite3.connect(path, isolation_level=None, timeout=1.0, factory=Slow)


_BLOCKING: tuple[tuple[type, str, Callable[..., bool]], ...] = (
    (Future, "result", lambda future, *_: not future.done()),
    (Future, "exception", lambda future, *_: not future.done()),
    (threading.Thread, "join", lambda thread, *_: thread.is_alive()),
    (threading.Condition, "wait", lambda _, timeout=None: timeout != 0),  # a pool asks so for an idle thread
    (threading.Event, "wait", lambda event, *_: not event.is_set()),
)
"""What may wait for another thread, and whether it would."""


class Waits:
    """Inside this context, `met` gets every wait of this thread for another, its databases, its flushes."""

    def __init__(self) -> None:
        self.met: list[str] = []
        self._starting = 0
        self._thread, self._patch = threading.get_ident(), pytest.MonkeyPatch()

    def __enter__(self) -> Waits:
        for owner, name, waits in _BLOCKING:
            self._patch.setattr(owner, name, self._watched(getattr(owner, name), owner, waits))
        for name in ("fsync", "fsync_folder", "replace"):
            self._patch.setattr(Files, name, self._watched(getattr(Files, name), Files, lambda *_: True))
        self._patch.setattr(threading.Thread, "start", self._started(threading.Thread.start))
        self._patch.setattr(sqlite3, "connect", self._watched(sqlite3.connect, sqlite3, lambda *_: True))
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._patch.undo()

    def _started(self, start: Callable[[threading.Thread], None]) -> Callable[[threading.Thread], None]:
        """A thread that begins tells so at once, whatever it does next: no wait for its work."""

        def started(thread: threading.Thread) -> None:
            here = threading.get_ident() == self._thread
            self._starting += here
            try:
                start(thread)
            finally:
                self._starting -= here

        return started

    def _watched(self, act: Callable[..., Any], owner: Any, waits: Callable[..., bool]) -> Callable[..., Any]:
        def watched(*arguments: Any, **named: Any) -> Any:
            here = threading.get_ident() == self._thread and not self._starting
            if here and waits(*arguments):
                caller = sys._getframe(1)
                where = f"{caller.f_code.co_filename}:{caller.f_lineno}"
                self.met.append(f"{owner.__name__}.{act.__name__} in {where}")
            return act(*arguments, **named)

        return watched
