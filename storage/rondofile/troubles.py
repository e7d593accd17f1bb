"""Troubles: what went wrong beside the work, to be said once."""

from __future__ import annotations

import threading

from rondofile.errors import RondoFileError


class Troubles:
    """Problems nobody was waiting for. One of a kind is told, until that kind is over. Of any thread."""

    def __init__(self) -> None:
        self._gate = threading.Lock()
        self._told: set[str] = set()
        self._new: list[RondoFileError] = []

    def add(self, problem: RondoFileError) -> None:
        """The problem is to be told, unless one of its kind was."""
        with self._gate:
            if problem.key not in self._told:
                self._told.add(problem.key)
                self._new.append(problem)

    def over(self, kind: type[RondoFileError]) -> None:
        """The next problem of that kind is news again."""
        self._told.discard(kind.key)

    def take(self) -> tuple[RondoFileError, ...]:
        """What is to be told now; each is given once."""
        with self._gate:
            taken, self._new = tuple(self._new), []
        return taken
