"""Which files Python opens or lists while a test runs, and which of them are none of its business."""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
EVENTS = frozenset(("open", "os.listdir", "os.scandir"))


def allowed() -> tuple[str, ...]:
    """The folders of the checkout, of Python, of what tests make, and of what the system shares with all."""
    ours = (str(ROOT), sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"))
    made = (tempfile.gettempdir(), "/dev", "/proc/self", f"/proc/{os.getpid()}")
    shared = ("/usr/share", "/usr/lib/python3", "/usr/local/share/fonts")
    named = ("/etc/fonts", "/etc/mime.types", "/etc/localtime", "/etc/os-release", "/etc/debian_version")
    return (*ours, *made, *shared, *named)


class Watch:
    """Remembers what was opened outside the allowed places between `begin` and `end`."""

    def __init__(self) -> None:
        self._allowed = allowed()
        self._watching = False
        self._found: dict[str, None] = {}

    def install(self) -> None:
        """Python tells of every file from now on, until the process ends; the places are those of Linux."""
        if sys.platform == "linux":
            sys.addaudithook(self._hear)

    def begin(self) -> None:
        self._found.clear()
        self._watching = True

    def end(self) -> list[str]:
        """What was opened or listed that no test has a reason to look at."""
        self._watching = False
        return list(self._found)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._watching and event in EVENTS and arguments:
            path = arguments[0]
            if isinstance(path, str | bytes | os.PathLike) and not self.is_ours(os.fspath(path)):
                self._found[f"{event} {os.fspath(path)!r}"] = None

    def is_ours(self, path: str | bytes) -> bool:
        """Whether a path lies in an allowed place, by its name alone."""
        place = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - by its name, links not followed
        return any(place == root or place.startswith(root + os.sep) for root in self._allowed)
