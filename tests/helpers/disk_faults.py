"""A disk that refuses the nth thing asked of it, once or from then on."""

from __future__ import annotations

from collections import Counter

import apsw
from msgspec import Struct, field

_CODES = {
    "open": apsw.SQLITE_CANTOPEN,
    "read": apsw.SQLITE_IOERR_READ,
    "write": apsw.SQLITE_IOERR_WRITE,
    "sync": apsw.SQLITE_IOERR_FSYNC,
    "truncate": apsw.SQLITE_IOERR_TRUNCATE,
    "delete": apsw.SQLITE_IOERR_DELETE,
}


class DiskFaults(Struct):
    """What a file system meets before each operation. `full`: writes find no room, and all else goes well."""

    at: int = 0
    lasting: bool = False
    full: bool = False
    count: int = 0
    refused: Counter[str] = field(default_factory=Counter)

    def arm(self, at: int, lasting: bool = False, full: bool = False) -> None:
        """The operation of that number from now on is refused, and with `lasting` all after it."""
        self.at, self.lasting, self.full, self.count = at, lasting, full, 0
        self.refused.clear()

    def disarm(self) -> bool:
        """Nothing is refused any more. Whether something was."""
        self.at = 0
        return bool(self.refused)

    def __call__(self, what: str) -> None:
        if not self.at or (self.full and what != "write"):
            return
        self.count += 1
        if self.count == self.at or (self.lasting and self.count > self.at):
            self.refused[what] += 1
            raise _error(apsw.SQLITE_FULL if self.full else _CODES[what])


def _error(code: int) -> apsw.Error:
    error = apsw.exception_for(code)
    error.extendedresult = code  # type: ignore[attr-defined]
    return error
