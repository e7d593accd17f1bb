"""Whether a file was opened by anything at all, Qt included: the kernel says so."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

IN_OPEN = 0x20


@contextmanager
def watched(path: Path) -> Iterator[list[int]]:
    """Afterwards the list holds the kernel's word for every time that the file was opened meanwhile."""
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    if descriptor < 0:
        raise OSError(ctypes.get_errno(), "inotify_init1")
    try:
        if libc.inotify_add_watch(descriptor, os.fsencode(path), IN_OPEN) < 0:
            raise OSError(ctypes.get_errno(), "inotify_add_watch")
        opened: list[int] = []
        yield opened
        opened.extend(_events(descriptor))
    finally:
        os.close(descriptor)


def _events(descriptor: int) -> Iterator[int]:
    try:
        data = os.read(descriptor, 65_536)
    except BlockingIOError:
        return
    while data:
        _, mask, _, length = struct.unpack("iIII", data[:16])
        yield mask
        data = data[16 + length :]
