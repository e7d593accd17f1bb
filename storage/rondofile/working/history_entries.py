"""The steps of history as they are told: what, when, in which session, and where the present is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from rondofile.kinds import EditKind
from rondofile.working.subjects import Subject

_KINDS = {kind.value: kind for kind in EditKind}


class HistoryEntry(NamedTuple):
    """One step. `done`: it is part of the present; otherwise it can be redone. `at`: seconds since 1970.

    `session`: grows with every opening of the document that led to a step; `began`: when that was.
    `rev`: of the document when the step was last written to. `about`: what it did it to.
    """

    step: int
    kind: EditKind
    at: float
    done: bool
    session: int
    began: float
    rev: int
    about: Subject


class Past(NamedTuple):
    """Where the document stands between `first` - 1, nothing done, and `top`, all done again.

    `first` > 1: earlier steps are gone, there were too many. `rev`: of the document; `session`: the one
    that is open. `entries`: those that were asked for, oldest first.
    """

    first: int
    position: int
    top: int
    rev: int
    session: int
    entries: tuple[HistoryEntry, ...]


def entries(connection: sqlite3.Connection, first: int, last: int, position: int) -> Iterator[HistoryEntry]:
    """Those of the steps that are there, oldest first."""
    sessions = "SELECT number, at FROM history_session WHERE number IN"
    sessions += " (SELECT session FROM history WHERE step BETWEEN ? AND ?)"
    began = dict(connection.execute(sessions, (first, last)).fetchall())
    rows = connection.execute(
        "SELECT step, kind, at, session, rev, noun, count, name, place FROM history"
        " WHERE step BETWEEN ? AND ? ORDER BY step",
        (first, last),
    )
    for step, kind, at, session, rev, noun, many, name, place in rows:
        about = Subject(noun, many, name, place)
        yield HistoryEntry(
            step, known_kind(kind), at, step <= position, session, began.get(session, at), rev, about
        )


def known_kind(kept: str) -> EditKind:
    """The kind as it was kept; one that only a later build knows is some change of the project."""
    return _KINDS.get(kept, EditKind.SET_PROJECT)
