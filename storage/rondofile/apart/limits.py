"""What a process that reads strangers' files may use, where the system can hold it to that."""

from __future__ import annotations

import signal
from contextlib import suppress
from typing import Any

MEMORY = 1 << 30
"""Bytes of address space."""

SECONDS = 30.0
"""Longest time for one file, by the clock of the one who waits."""

_LATE = 10.0
_FILES = 16


def limit_this_process() -> None:
    """From now on this process writes no file, leaves no core and takes no more memory than it may."""
    with suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who waits decides when to stop
    try:
        import resource
    except ImportError:
        return
    for name, most in (
        ("RLIMIT_AS", MEMORY),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_NOFILE", _FILES),
    ):
        kind = getattr(resource, name, None)
        if kind is not None:
            _lower(resource, kind, most)


def end_when_late() -> None:
    """This process ends when the next file takes longer than anyone would wait, also with nobody there."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, SECONDS + _LATE)


def in_time() -> None:
    """The file was done in time."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)


def _lower(resource: Any, kind: int, most: int) -> None:
    with suppress(ValueError, OSError):
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))
