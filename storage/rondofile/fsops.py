"""Every file operation of opening and publishing goes through here, so that tests can make it fail."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_BUSY = (5, 32)
_PAUSES = (0.010, 0.025, 0.050, 0.100, 0.200, 0.400, 0.800)


class Files:
    """The files of this computer. OSError says what the system refused."""

    def read(self, path: Path, limit: int = -1) -> bytes:
        """The bytes of a file, at most `limit` where that is not negative."""
        with path.open("rb") as file:
            return file.read(limit)

    def append(self, path: Path, data: bytes) -> None:
        """The file ends with the data; it is made where it was not there. Nobody waits for the medium."""
        with path.open("ab", buffering=0) as file:
            file.write(data)

    def stat(self, path: Path) -> os.stat_result:
        """What the system knows of a path, links followed."""
        return path.stat()

    def listdir(self, path: Path) -> Sequence[str]:
        """The names in a folder, sorted."""
        return sorted(entry.name for entry in path.iterdir())

    def writable(self, path: Path) -> bool:
        """Whether the system would let us write there."""
        return os.access(path, os.W_OK)

    def open_new(self, path: Path, mode: int | None) -> int:
        """A descriptor of a new file that was not there before; its permissions, None for the usual."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags, 0o666 if mode is None else 0o600)
        if mode is not None and hasattr(os, "fchmod"):
            with suppress(PermissionError):
                os.fchmod(descriptor, stat.S_IMODE(mode))
        return descriptor

    def write(self, descriptor: int, data: bytes) -> None:
        """All bytes are written, however many calls that takes."""
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]

    def fsync(self, descriptor: int) -> None:
        """What was written is on the medium."""
        if sys.platform == "darwin":
            import fcntl

            with suppress(OSError):
                fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
                return
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """The target is the source, at once; while Windows says it is in use we try again for 1.6 s."""
        for pause in _PAUSES:
            try:
                source.replace(target)
                return
            except OSError as error:
                if getattr(error, "winerror", None) not in _BUSY:
                    raise
            time.sleep(pause)
        source.replace(target)

    def fsync_folder(self, path: Path) -> None:
        """The names in a folder are on the medium, where the system can say so."""
        if os.name == "nt":
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def remove(self, path: Path) -> None:
        """Nothing is at the path any more."""
        path.unlink(missing_ok=True)


FILES = Files()
