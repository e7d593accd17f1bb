"""Files whose operations in one folder are counted, and fail where a test says so."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rondofile.fsops import Files
from rondofile.writing.exchange import NoSuchWayError

OPERATIONS = (
    "read", "stat", "listdir", "open_new", "open_old", "take_traits", "write", "truncate", "fsync", "close",
    "replace", "exchange", "move_new", "link", "sync", "fsync_folder", "remove",
)  # fmt: skip
"""Everything that is asked of a folder while a file is put in place; `writable` and `free` only advise."""

Hook = Callable[[str, int], None]


class FaultyFolder(Files):
    """Counts every operation on what is in the folder; `meet` is called with its name and number before it.

    Elsewhere files are as ever. `plain`: the file system can neither exchange two names nor link a file.
    """

    def __init__(self, folder: Path, meet: Hook = lambda *_: None, plain: bool = False) -> None:
        self.calls: list[str] = []
        self.meet = meet
        self._folder, self._plain = Path(os.path.realpath(folder)), plain
        self._mine: set[int] = set()

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name not in OPERATIONS:
            return found

        def counted(first: Any, *rest: Any) -> Any:
            if not self._is_here(first):
                return found(first, *rest)
            if name == "close":
                found(first)  # the descriptor is free also where closing says that something failed
            self.calls.append(name)
            self.meet(name, len(self.calls) - 1)
            if name == "close":
                return None
            if self._plain and name in ("exchange", "link"):
                raise NoSuchWayError if name == "exchange" else PermissionError("no links")
            if name == "write":
                return self._halves(first, *rest)
            result = found(first, *rest)
            if name in ("open_new", "open_old"):
                self._mine.add(result)
            return result

        return counted

    def _halves(self, descriptor: int, data: bytes) -> None:
        """Half of the data is written before the second half can fail too."""
        super().write(descriptor, data[: len(data) // 2])
        self.calls.append("write")
        self.meet("write", len(self.calls) - 1)
        super().write(descriptor, data[len(data) // 2 :])

    def _is_here(self, place: Any) -> bool:
        if isinstance(place, int):
            return place in self._mine
        path = Path(os.path.realpath(place.parent)) / place.name
        return path == self._folder or self._folder in path.parents


def failing(code: int, at: int, once: bool) -> Hook:
    """The operation with that number fails with that code; but for `once`, every later one too."""

    def meet(_: str, number: int) -> None:
        if number == at or (not once and number > at):
            raise OSError(code, os.strerror(code))

    return meet
