"""The line to one reading room: started, asked, and given up the moment it does not answer as it should."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

import msgspec

import rondofile
from rondofile.apart.frames import LineBrokenError, Message, Parts, hear, tell
from rondofile.apart.limits import SECONDS
from rondofile.errors import UnsafeToReadError

_ENDING = 2.0
"""Seconds that an idle room is given to end by itself."""

_PIPE = 1 << 20
_MESSAGE = 64 << 20
"""Bytes of an answer for which nothing was sent."""


class Line:
    """One process, from its start to its end. Used by one thread at a time.

    UnsafeToReadError where it cannot be started.
    """

    def __init__(self, command: Sequence[str] | None = None, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self.late = False
        """Whether it was given up because it took too long."""
        try:
            self._process = subprocess.Popen(
                command or _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except (OSError, ValueError) as error:
            raise UnsafeToReadError(reason=getattr(error, "strerror", None) or str(error)) from error
        for pipe in (self._process.stdin, self._process.stdout):
            _widen(pipe)

    @property
    def process_id(self) -> int:
        """The id of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process is still there."""
        return self._process.poll() is None

    def ask(self, request: Message, parts: Parts) -> tuple[Message, list[bytes]]:
        """What the room answers. UnsafeToReadError where it does not, does not in time, or failed.

        After that error the line is closed.
        """
        asked, told = self._process.stdin, self._process.stdout
        assert asked is not None and told is not None
        watch = threading.Timer(self._seconds, self._give_up)
        watch.daemon = True
        watch.start()
        try:
            tell(asked, request, parts)
            answer, found = hear(told, _MESSAGE + 4 * sum(map(len, parts)))
            if "failed" in answer:
                raise LineBrokenError(str(answer["failed"])[:200])
        except (LineBrokenError, OSError, ValueError, MemoryError) as error:
            self.close(at_once=True)
            reason = "time" if self.late else str(error) or type(error).__name__
            raise UnsafeToReadError(reason=reason) from error
        except BaseException:
            self.close(at_once=True)
            raise
        finally:
            watch.cancel()
        return answer, found

    def close(self, at_once: bool = False) -> None:
        """The process is gone."""
        if at_once:
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        try:
            self._process.wait(_ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _give_up(self) -> None:
        """On a thread of its own: whoever waits for the room hears its end."""
        self.late = True
        self._process.kill()


def _widen(pipe: IO[bytes] | None) -> None:
    """Large files go over in fewer turns, where the system has room for that."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        if pipe is not None:
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def _command() -> Sequence[str]:
    """This Python, on the very modules that run here; a bundle knows the word by which it is the room."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--reading-room")
    return (sys.executable, "-S", "-P", "-m", "rondofile.apart.room")


def _environment() -> dict[str, str]:
    homes = (str(Path(str(package.__file__)).parents[1]) for package in (rondofile, msgspec))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(homes)}
