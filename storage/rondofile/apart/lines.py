"""The lines of this program: one room stays warm, more are started only while it is busy."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Callable
from functools import cache

from rondofile.apart.frames import Message, Parts
from rondofile.apart.line import Line
from rondofile.errors import UnsafeToReadError

LARGE = 64 << 20
"""Bytes of a request after which a room is not used again: it would keep what it took of memory."""


class Lines:
    """Lends lines to threads. A line that broke is never lent again."""

    def __init__(self, start: Callable[[], Line] = Line) -> None:
        self._start = start
        self._gate = threading.Lock()
        self._idle: list[Line] = []
        self._wanted = False

    def warm(self) -> None:
        """A room comes up while nobody waits for it, unless one did before. UnsafeToReadError as by `ask`."""
        with self._gate:
            if not self._wanted:
                self._wanted = True
                self._idle.append(self._start())

    def ask(self, request: Message, parts: Parts) -> tuple[Message, list[bytes]]:
        """What a room answers. UnsafeToReadError where it does not."""
        line = self._lent()
        if line is not None:
            try:
                return self._asked(line, request, parts)
            except UnsafeToReadError:
                if line.late:
                    raise
        # a room that stood idle may have been ended by the system: only what a new one says counts
        return self._asked(self._start(), request, parts)

    def close(self) -> None:
        """No room is kept any more."""
        with self._gate:
            idle, self._idle = self._idle, []
        for line in idle:
            line.close()

    def _lent(self) -> Line | None:
        with self._gate:
            self._wanted = True
            return self._idle.pop() if self._idle else None

    def _asked(self, line: Line, request: Message, parts: Parts) -> tuple[Message, list[bytes]]:
        answer = line.ask(request, parts)
        self._give_back(line, sum(map(len, parts)))
        return answer

    def _give_back(self, line: Line, size: int) -> None:
        with self._gate:
            keep = not self._idle and size <= LARGE
            if keep:
                self._idle.append(line)
        if not keep:
            line.close()


def ask(request: Message, parts: Parts) -> tuple[Message, list[bytes]]:
    """What a room of this program answers. UnsafeToReadError where it does not."""
    return _lines_of(os.getpid()).ask(request, parts)


def warm() -> None:
    """A room of this program comes up, unless one did before. UnsafeToReadError where it cannot."""
    _lines_of(os.getpid()).warm()


@cache
def _lines_of(process: int) -> Lines:
    """A process that was forked off has lines of its own."""
    lines = Lines()
    atexit.register(lines.close)
    return lines
