"""The rows of the History panel: where it begins, where a session begins, and each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum

from msgspec import Struct

from rondofile.working.history_entries import HistoryEntry


class RowKind(IntEnum):
    """In the order in which they stand at one step."""

    BEGINNING = 0
    BORDER = 1
    STEP = 2


class Row(Struct, frozen=True):
    """`step`: the last that is done after going there; a border leads nowhere and has no `entry` to go to."""

    kind: RowKind
    step: int
    entry: HistoryEntry | None = None

    @property
    def place(self) -> tuple[int, int]:
        """What rows are sorted by."""
        return self.step, self.kind


def rows_of(entries: Iterable[HistoryEntry], session: int) -> Iterator[Row]:
    """A row for each step, a border before the first of each session; `session`: of the step before."""
    for entry in entries:
        if entry.session != session:
            session = entry.session
            yield Row(RowKind.BORDER, entry.step, entry)
        yield Row(RowKind.STEP, entry.step, entry)
