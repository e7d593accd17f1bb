"""Every file operation of opening and publishing goes through here, so that tests can make it fail."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rondofile.writing import traits

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

    def open_old(self, path: Path) -> int:
        """A descriptor to write over a file that is there, which stays as it is until then."""
        return os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))

    def take_traits(self, descriptor: int, source: Path) -> None:
        """An open file has the owner, permissions and attributes of that one, as far as we may give them."""
        traits.take(descriptor, source)

    def write(self, descriptor: int, data: bytes) -> None:
        """All bytes are written, however many calls that takes."""
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]

    def truncate(self, descriptor: int, size: int) -> None:
        """An open file ends there."""
        os.ftruncate(descriptor, size)

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

    def exchange(self, one: Path, other: Path) -> None:
        """Two names change places at once. NoSuchWayError where the file system cannot do that."""
        from rondofile.writing.exchange import exchange

        exchange(one, other)

    def move_new(self, source: Path, target: Path) -> None:
        """The source is at the target, at once, where nothing was. FileExistsError where something is."""
        from rondofile.writing.exchange import NoSuchWayError, move_new

        try:
            move_new(source, target)
        except NoSuchWayError:
            if os.name == "nt":
                source.rename(target)
                return
            os.link(source, target)
            source.unlink()

    def link(self, source: Path, target: Path) -> None:
        """The file has that name too, where nothing was."""
        os.link(source, target)

    def sync(self, path: Path) -> None:
        """What a file holds is on the medium, whoever wrote it."""
        descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
        try:
            self.fsync(descriptor)
        finally:
            os.close(descriptor)

    def free(self, folder: Path) -> int:
        """Bytes that may still be written there."""
        return shutil.disk_usage(folder).free

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
