"""A lock that ends with the process that holds it, however that ends: the system's own, on an empty file.

Unix has one call for it. Elsewhere, and on a file system that does not know the call, a library does it.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from errno import EACCES, EAGAIN, ENOSYS
from pathlib import Path
from typing import TYPE_CHECKING

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from filelock import BaseFileLock

_PAUSE = 0.05
"""Seconds between two looks at a lock that is taken."""

_OPENED = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class TakenError(Exception):
    """Somebody else holds the lock, here or in another process."""


class Holding:
    """The lock of one file. It stays when it is free, so that all who wait for it mean the same."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._library: BaseFileLock | None = None

    @property
    def is_locked(self) -> bool:
        """Whether it is held by this very object."""
        return self._descriptor is not None or self._library is not None

    def acquire(self, timeout: float = 0.0) -> None:
        """The lock is ours. TakenError where it was not free in so many seconds, OSError if none can be."""
        until = time.monotonic() + timeout
        while not self._tried():
            if time.monotonic() >= until:
                raise TakenError(str(self._path))
            time.sleep(_PAUSE)

    def release(self) -> None:
        """The lock is free. Releasing twice does nothing."""
        descriptor, self._descriptor = self._descriptor, None
        library, self._library = self._library, None
        if descriptor is not None:
            with suppress(OSError):
                fcntl.flock(descriptor, fcntl.LOCK_UN)
            with suppress(OSError):
                os.close(descriptor)
        if library is not None:
            library.release()

    def _tried(self) -> bool:
        if fcntl is None:
            return self._tried_by_library()
        descriptor = os.open(self._path, _OPENED, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(descriptor).st_nlink:  # otherwise it was put away since it was opened
                self._descriptor, descriptor = descriptor, -1
                return True
        except OSError as error:
            if error.errno == ENOSYS:
                return self._tried_by_library()
            if error.errno not in (EACCES, EAGAIN):
                raise
        finally:
            if descriptor >= 0:
                os.close(descriptor)
        return False

    def _tried_by_library(self) -> bool:
        from filelock import FileLock, Timeout

        lock = FileLock(self._path, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return False
        self._library = lock
        return True
