"""History: every step of editing with what it changed, and a position in it that undo and redo move.

It lives in the working database, in the same transactions as the edits, so it survives closing and a
crash; it is never published. A step stores a kind and values, never a label and never a statement.
"""

from __future__ import annotations

import sqlite3
import time

from msgspec import Struct

from rondofile.changes import Tables
from rondofile.errors import StepGoneError
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Record
from rondofile.schema import look_up
from rondofile.values import record_of
from rondofile.working import history_tables, shadow
from rondofile.working.history_entries import HistoryEntry, Past, entries
from rondofile.working.shadow import Net
from rondofile.working.subjects import subject
from rondofile.working.walking import walk
from rondofile.writing.canonical import selection

MOST_STEPS = 5_000
MOST_BYTES = 64 * 1024 * 1024


class Walk(Struct, frozen=True):
    """Steps that were taken back, or done again. `kind`: of the last of them."""

    kind: EditKind
    back: bool
    changes: Tables


class History:
    """The steps of one working database. What changes them is called inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._begun = 0
        self._merging = False
        connection.execute("BEGIN IMMEDIATE")
        if history_tables.install(connection):
            self._tell_earlier()
        self._session, self._began = history_tables.next_session(connection), time.time()
        connection.execute("COMMIT")

    def attend(self) -> None:
        """Changes can be written down from now on, inside the open transaction: `begin` sees to it too.

        Whoever only looks at the document does without a hundred triggers and half as many indexes."""
        if not shadow.stands(self._connection):
            look_up(self._connection)
            shadow.install(self._connection)

    def carry_on(self, other: History) -> None:
        """What is done from now on belongs to the session of the other."""
        self._session, self._began = other._session, other._began

    @property
    def position(self) -> int:
        """The last step that is part of the present; 0 before any."""
        return self._number("SELECT position FROM history_position")

    @property
    def top(self) -> int:
        """The last step there is."""
        return self._number("SELECT coalesce(max(step), 0) FROM history")

    def entry(self, step: int) -> HistoryEntry | None:
        """That step, or None where there is no such step."""
        return next(entries(self._connection, step, step, self.position), None)

    def entries(self) -> tuple[HistoryEntry, ...]:
        """Every step, oldest first."""
        return tuple(entries(self._connection, 0, self.top, self.position))

    def past(self, rev: int, since: int) -> Past:
        """Where the document of that `rev` stands, with the steps that were written to after `since`."""
        position, top = self.position, self.top
        first = self._number("SELECT coalesce(min(step), 0) FROM history") or position + 1
        known = self._number("SELECT coalesce(max(step), 0) FROM history WHERE rev <= ?", since)
        later = tuple(entries(self._connection, known + 1, top, position))
        return Past(first, position, max(top, position), rev, self._session, later)

    def changes_of(self, step: int) -> Tables:
        """What that step changed, seen forwards: {noun: {id: (before, after)}}; empty where it is gone."""
        return shadow.entries(self._net(step, step))

    def begin(self, kind: EditKind, merge_key: str | None) -> None:
        """What changes from now on belongs to one step: a new one, or the last where the keys agree."""
        self.attend()
        position = self.position
        self._merging = (
            merge_key is not None
            and self._connection.execute(
                "SELECT 1 FROM history WHERE step = ? AND kind = ? AND merge_key = ? AND session = ?"
                " AND step = ?",
                (position, kind.value, merge_key, self._session, self.top),
            ).fetchone()
            is not None
        )
        if not self._merging:
            self._drop_after(position)
        self._begun = shadow.record(self._connection, position if self._merging else position + 1)

    def finish(self, kind: EditKind, merge_key: str | None, before: Project, rev: int) -> Tables:
        """The step is written; returns its net changes since `begin`, empty where nothing changed.

        `before`: the project before them; `rev`: that the document has after them."""
        nouns = shadow.mute(self._connection)
        step = self.position + (0 if self._merging else 1)
        images = shadow.images(self._connection, (step, step), nouns, self._begun)
        changes = shadow.entries(shadow.net(images), before)
        if not changes:
            shadow.forget(self._connection, (step, step), nouns, self._begun)
            return changes
        if self._merging:
            self._grow(step, kind, nouns, shadow.weight(images), rev)
        else:
            history_tables.begin_session(self._connection, self._session, self._began)
            about = subject(kind, changes, self._find)
            self._connection.execute(
                "INSERT INTO history (step, kind, merge_key, at, bytes, nouns, session, rev, noun, count,"
                " name, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(step, kind.value, merge_key, time.time(), shadow.weight(images), nouns),
                    *(self._session, rev, about.noun, about.many, about.name, about.place),
                ),
            )
            self._move(step, shadow.weight(images))
        self._prune()
        return changes

    def undo(self, now: Project) -> Walk | None:
        """The last step is taken back; None where there is none."""
        position = self.position
        return self.go_to(now, position - 1) if self._has(position, position) else None

    def redo(self, now: Project) -> Walk | None:
        """The step that was taken back last is done again; None where there is none."""
        position = self.position
        return self.go_to(now, position + 1) if self._has(position + 1, position + 1) else None

    def go_to(self, now: Project, step: int) -> Walk | None:
        """That step is the last that is part of the present; None where it is already.

        `now`: the project as it is. StepGoneError where there is no such step."""
        position = self.position
        if step == position:
            return None
        back = step < position
        first, last = (step + 1, position) if back else (position + 1, step)
        if not self._has(first, last):
            raise StepGoneError(step=step)
        last_walked = self.entry(first if back else last)
        assert last_walked is not None
        net = self._net(first, last)
        net = shadow.turned(net) if back else net
        walk(self._connection, net)
        self._move(step)
        self.seal()
        return Walk(last_walked.kind, back, shadow.entries(net, now))

    def seal(self) -> None:
        """The last step takes up no more edits, whatever their key."""
        self._connection.execute("UPDATE history SET merge_key = NULL WHERE step = ?", (self.position,))

    def clear(self) -> None:
        """There is nothing to undo or redo any more."""
        self._drop(0, self.top)
        self._connection.execute("DELETE FROM history_session")
        self._move(0)

    def _has(self, first: int, last: int) -> bool:
        """Whether all of those steps are there."""
        question = "SELECT count(*) FROM history WHERE step BETWEEN ? AND ?"
        return self._number(question, first, last) == last - first + 1

    def _net(self, first: int, last: int, nouns: int = 0) -> Net:
        """What those steps come to; `nouns`: more than the steps know of."""
        rows = self._connection.execute(
            "SELECT DISTINCT nouns FROM history WHERE step BETWEEN ? AND ?", (first, last)
        )
        for (more,) in rows:
            nouns |= more
        return shadow.net(shadow.images(self._connection, (first, last), nouns))

    def _grow(self, step: int, kind: EditKind, nouns: int, size: int, rev: int) -> None:
        """A merged step that comes to nothing in the end is no step."""
        changes = shadow.entries(self._net(step, step, nouns))
        if not changes:
            shadow.forget(self._connection, (step, step), nouns)
            self._drop_after(step - 1)
            self._move(step - 1)
            return
        about = subject(kind, changes, self._find)
        self._connection.execute(
            "UPDATE history SET bytes = bytes + ?, nouns = nouns | ?, rev = ?, noun = ?, count = ?,"
            " name = ?, place = ? WHERE step = ?",
            (size, nouns, rev, about.noun, about.many, about.name, about.place, step),
        )
        self._move(step, size)

    def _drop_after(self, position: int) -> None:
        if self.top > position:
            self._drop(position + 1, self.top)

    def _drop(self, first: int, last: int) -> None:
        """Those steps are gone."""
        rows = self._connection.execute(
            "DELETE FROM history WHERE step BETWEEN ? AND ? RETURNING bytes, nouns", (first, last)
        ).fetchall()
        nouns = 0
        for _, more in rows:
            nouns |= more
        shadow.forget(self._connection, (first, last), nouns)
        self._move(self.position, -sum(weight for weight, _ in rows))

    def _prune(self) -> None:
        """The oldest steps go where there are too many or they weigh too much; the last one stays."""
        while True:
            first, top, weight = self._connection.execute(
                "SELECT (SELECT min(step) FROM history), (SELECT max(step) FROM history), weight"
                " FROM history_position"
            ).fetchone()
            if first == top or (top - first < MOST_STEPS and weight <= MOST_BYTES):
                return
            self._drop(first, first)
            self._connection.execute(
                "DELETE FROM history_session"
                " WHERE number < (SELECT session FROM history ORDER BY step LIMIT 1)"
            )

    def _tell_earlier(self) -> None:
        """The steps of an earlier build say what they were about."""
        for entry in self.entries():
            about = subject(entry.kind, self.changes_of(entry.step), self._find)
            self._connection.execute(
                "UPDATE history SET noun = ?, count = ?, name = ?, place = ? WHERE step = ?",
                (about.noun, about.many, about.name, about.place, entry.step),
            )

    def _find(self, noun: str, key: str) -> Record | None:
        row = self._connection.execute(f"{selection(noun)} WHERE id = ?", (key,)).fetchone()
        return record_of(noun, row) if row else None

    def _move(self, position: int, heavier: int = 0) -> None:
        self._connection.execute(
            "UPDATE history_position SET position = ?, weight = weight + ?", (position, heavier)
        )

    def _number(self, question: str, *values: int) -> int:
        return int(self._connection.execute(question, values).fetchone()[0])
