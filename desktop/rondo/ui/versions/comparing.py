"""Comparing versions with the present, one after the other on a thread of its own; the last asked first."""

from __future__ import annotations

import logging
import threading

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from rondofile.changes import Tables, difference
from rondofile.errors import RondoFileError
from rondofile.kept.versions import Version, Versions
from rondofile.project import Project

_log = logging.getLogger(__name__)


class Compared(Struct, frozen=True):
    """What a version holds and how it differs from the present; `problem`: why it cannot be read."""

    version: Version
    project: Project | None = None
    tables: Tables | None = None
    problem: RondoFileError | None = None


class Comparing(QObject):
    """`compared` brings a Compared for every version that was asked for, once."""

    compared = Signal(object)

    def __init__(self, versions: Versions, now: Project) -> None:
        super().__init__()
        self._versions, self._now = versions, now
        self._wanted: list[Version] = []
        self._asked: set[str] = set()
        self._more = threading.Condition()
        self._ended = False
        self._thread: threading.Thread | None = None

    def ask(self, *versions: Version) -> None:
        """These are compared next, the last of them first; what was asked for already comes once."""
        with self._more:
            for version in versions:
                name = version.path.name
                if name not in self._asked:
                    self._asked.add(name)
                    self._wanted.append(version)
                elif version in self._wanted:
                    self._wanted.remove(version)
                    self._wanted.append(version)
            self._more.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="rondo-versions", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Nothing is compared any more; the one that is being read is not told."""
        with self._more:
            self._ended = True
            self._wanted.clear()
            self._more.notify()

    def _run(self) -> None:
        while (version := self._next()) is not None:
            found = self._compared(version)
            with self._more:
                if self._ended:
                    return
                self.compared.emit(found)

    def _next(self) -> Version | None:
        with self._more:
            while not self._wanted and not self._ended:
                self._more.wait()
            return None if self._ended else self._wanted.pop()

    def _compared(self, version: Version) -> Compared:
        try:
            found = self._versions.read(version)
        except RondoFileError as problem:
            return Compared(version, problem=problem)
        except Exception:
            _log.exception("reading a version failed")
            return Compared(version, problem=RondoFileError())
        return Compared(version, found.project, difference(found.project, self._now))
