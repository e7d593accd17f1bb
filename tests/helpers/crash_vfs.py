"""A file system under a database that writes down all that is asked of it, and can refuse any of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import apsw
from msgspec import Struct

from helpers.apsw_connection import connection

JOURNALS = apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_WAL


class Event(Struct, frozen=True):
    """One thing that was asked of the disk. `file`: the path; `what`: create, write, truncate, sync, delete.

    `at`: the offset, or the new size; `data`: what was written. A sync of a `fresh` journal, and a delete
    with `data`, carry the folder with them. `what` = mark: `data` is what the test noted.
    """

    what: str
    file: str = ""
    at: int = 0
    data: Any = b""


class CrashVFS(apsw.VFS):
    """The usual file system, with a log. `meet(what)` is called before each operation and may raise."""

    def __init__(self, name: str, meet: Callable[[str], None] = lambda _: None) -> None:
        super().__init__(name, "")
        self.name, self.meet = name, meet
        self.log: list[Event] = []

    def connect(self, *pragmas: str) -> Callable[[Path], sqlite3.Connection]:
        """What makes connections on this file system; `pragmas` take the place of the product's own."""
        return lambda path: connection(path, self.name, *pragmas)

    def mark(self, data: object) -> None:
        """From here on in the log, this holds."""
        self.log.append(Event("mark", data=data))

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        self.meet("open")
        return _File(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self.meet("delete")
        super().xDelete(filename, syncdir)
        self.log.append(Event("delete", filename, data=syncdir))


class _File(apsw.VFSFile):
    def __init__(self, vfs: CrashVFS, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        new = path is not None and not Path(path).exists()
        super().__init__("", name, flags)
        self._vfs, self._path = vfs, path or ""
        self._fresh = new and bool(flags[0] & JOURNALS)
        if new:
            self._note("create")

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self._vfs.meet("read")
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._vfs.meet("write")
        super().xWrite(data, offset)
        self._note("write", offset, bytes(data))

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._vfs.meet("truncate")
        super().xTruncate(size)
        self._note("truncate", size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._vfs.meet("sync")
        super().xSync(flags)
        self._note("sync", data=self._fresh)
        self._fresh = False

    def _note(self, what: str, at: int = 0, data: object = b"") -> None:
        if self._path:
            self._vfs.log.append(Event(what, self._path, at, data))


def marks(log: Sequence[Event]) -> list[Any]:
    """What the test noted, in order."""
    return [event.data for event in log if event.what == "mark"]
