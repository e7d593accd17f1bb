"""Places for what the tests write: in memory where the system has room there, so that no disk slows them,
and what Python compiles is kept, so that no process compiles it again."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 3 << 30
"""Bytes that must be free there: a whole run writes about a third of it."""

PLACE = "PYTEST_DEBUG_TEMPROOT"
"""Where pytest makes the folders of the tests."""

FORBIDDEN, KEPT = "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"
"""What says that Python keeps nothing that it compiled, and where it does."""


@contextlib.contextmanager
def swift_folders() -> Iterator[None]:
    """The tests that run meanwhile have their folders in memory, gone at the end, or on disk as ever."""
    if PLACE in os.environ or not as_good_as_a_disk():
        yield
        return
    with tempfile.TemporaryDirectory(prefix="rondo-tests-", dir=MEMORY, ignore_cleanup_errors=True) as folder:
        os.environ[PLACE] = folder
        try:
            yield
        finally:
            del os.environ[PLACE]


@contextlib.contextmanager
def kept_bytecode(folder: Path) -> Iterator[None]:
    """Where nothing compiled may lie beside the sources, it lies in that folder meanwhile: the tests start a
    great many processes, and each would compile all that it imports."""
    if not os.environ.get(FORBIDDEN):
        yield
        return
    forbidden = os.environ.pop(FORBIDDEN)
    before = os.environ.get(KEPT)
    os.environ[KEPT] = before or str(folder)
    try:
        yield
    finally:
        os.environ[FORBIDDEN] = forbidden
        if before is None:
            del os.environ[KEPT]


def as_good_as_a_disk(place: Path = MEMORY, room: int = ROOM) -> bool:
    """Whether files there can be all that tests want of them: many, run as programs, with attributes."""
    try:
        if shutil.disk_usage(place).free < room or os.statvfs(place).f_flag & os.ST_NOEXEC:
            return False
        with tempfile.NamedTemporaryFile(dir=place) as file:
            os.setxattr(file.fileno(), "user.rondo", b"1")
    except (OSError, AttributeError):
        return False
    return True
