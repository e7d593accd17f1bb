"""History: every step of editing with what it changed, and a position in it that undo and redo move.

It lives in the working database, in the same transactions as the edits, so it survives closing and a
crash; it is never published. A step stores a kind and values, never a label and never a statement.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from dataclasses import dataclass

from rondofile import shadow
from rondofile.changes import Entry
from rondofile.kinds import EditKind

MOST_STEPS = 5_000
MOST_BYTES = 64 * 1024 * 1024

Net = Mapping[str, Mapping[str, Entry]]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One step. `done`: it is part of the present; otherwise it can be redone. `at`: seconds since 1970."""

    step: int
    kind: EditKind
    at: float
    done: bool


class History:
    """The steps of one working database. Every method but `entries` is called inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._begun = 0
        self._merging = False
        self._old_top = 0
        self._install()

    @property
    def position(self) -> int:
        """The last step that is part of the present; 0 before any."""
        return self._number("SELECT position FROM history_position")

    @property
    def top(self) -> int:
        """The last step there is."""
        return self._number("SELECT coalesce(max(step), 0) FROM history")

    def kind(self, step: int) -> EditKind | None:
        """The kind of a step, or None where there is no such step."""
        row = self._connection.execute("SELECT kind FROM history WHERE step = ?", (step,)).fetchone()
        return EditKind(row[0]) if row else None

    def entries(self) -> tuple[HistoryEntry, ...]:
        """Every step, oldest first."""
        position = self.position
        rows = self._connection.execute("SELECT step, kind, at FROM history ORDER BY step")
        return tuple(HistoryEntry(step, EditKind(kind), at, step <= position) for step, kind, at in rows)

    def begin(self, kind: EditKind, merge_key: str | None) -> None:
        """What changes from now on belongs to one step: a new one, or the last where the keys agree."""
        position = self.position
        self._merging = (
            merge_key is not None
            and self._connection.execute(
                "SELECT 1 FROM history WHERE step = ? AND kind = ? AND merge_key = ? AND step = ?",
                (position, kind.value, merge_key, self.top),
            ).fetchone()
            is not None
        )
        if not self._merging:
            self._drop_after(position)
        self._begun = shadow.record(self._connection, position if self._merging else position + 1)

    def finish(self, kind: EditKind, merge_key: str | None) -> Net:
        """The step is written; returns its net changes since `begin`, empty where nothing changed."""
        nouns = shadow.mute(self._connection)
        step = self.position + (0 if self._merging else 1)
        images = shadow.images(self._connection, step, nouns, self._begun)
        changes = shadow.net(images)
        if not changes:
            return changes
        if self._merging:
            self._grow(step, nouns, shadow.weight(images))
        else:
            self._connection.execute(
                "INSERT INTO history (step, kind, merge_key, at, bytes, nouns) VALUES (?, ?, ?, ?, ?, ?)",
                (step, kind.value, merge_key, time.time(), shadow.weight(images), nouns),
            )
            self._move(step)
        self._prune()
        return changes

    def undo(self) -> tuple[EditKind, Net] | None:
        """The last step is taken back; returns its kind and what changed, or None where there is none."""
        step = self.position
        return self._walk(step, step - 1, back=True)

    def redo(self) -> tuple[EditKind, Net] | None:
        """The step that was taken back last is done again."""
        step = self.position + 1
        return self._walk(step, step, back=False)

    def seal(self) -> None:
        """The last step takes up no more edits, whatever their key."""
        self._connection.execute("UPDATE history SET merge_key = NULL WHERE step = ?", (self.position,))

    def clear(self) -> None:
        """There is nothing to undo or redo any more."""
        self._connection.execute("DELETE FROM history")
        shadow.forget(self._connection, ">=", 0)
        self._move(0)

    def _walk(self, step: int, position: int, back: bool) -> tuple[EditKind, Net] | None:
        kind = self.kind(step)
        if kind is None:
            return None
        images = shadow.images(self._connection, step, self._nouns(step))
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        shadow.walk(self._connection, images, back)
        self._move(position)
        self.seal()
        changes = shadow.net(images)
        if not back:
            return kind, changes
        return kind, {
            noun: {key: (after, before) for key, (before, after) in entries.items()}
            for noun, entries in changes.items()
        }

    def _grow(self, step: int, nouns: int, size: int) -> None:
        """A merged step that comes to nothing in the end is no step."""
        if shadow.net(shadow.images(self._connection, step, self._nouns(step) | nouns)):
            self._connection.execute(
                "UPDATE history SET bytes = bytes + ?, nouns = nouns | ? WHERE step = ?", (size, nouns, step)
            )
        else:
            self._drop_after(step - 1)
            self._move(step - 1)

    def _drop_after(self, position: int) -> None:
        if self.top > position:
            self._connection.execute("DELETE FROM history WHERE step > ?", (position,))
            shadow.forget(self._connection, ">", position)

    def _prune(self) -> None:
        """The oldest steps go where there are too many or they weigh too much; the last one stays."""
        count, weight = self._connection.execute(
            "SELECT count(*), coalesce(sum(bytes), 0) FROM history"
        ).fetchone()
        if count <= MOST_STEPS and weight <= MOST_BYTES:
            return
        last = self._connection.execute(
            "SELECT max(step) FROM (SELECT step, sum(bytes) OVER newer AS weight,"
            " count(*) OVER newer AS count FROM history WINDOW newer AS (ORDER BY step DESC))"
            " WHERE (weight > ? OR count > ?) AND step < ?",
            (MOST_BYTES, MOST_STEPS, self.top),
        ).fetchone()[0]
        if last is not None:
            self._connection.execute("DELETE FROM history WHERE step <= ?", (last,))
            shadow.forget(self._connection, "<=", last)

    def _move(self, position: int) -> None:
        self._connection.execute("UPDATE history_position SET position = ?", (position,))

    def _nouns(self, step: int) -> int:
        """The nouns that a step touched, a bit for each."""
        return int(
            self._connection.execute("SELECT nouns FROM history WHERE step = ?", (step,)).fetchone()[0]
        )

    def _number(self, question: str) -> int:
        return int(self._connection.execute(question).fetchone()[0])

    def _install(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS history (step INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
            " merge_key TEXT, at REAL NOT NULL, bytes INTEGER NOT NULL, nouns INTEGER NOT NULL) STRICT"
        )
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS history_position (position INTEGER NOT NULL) STRICT"
        )
        self._connection.execute(
            "INSERT INTO history_position SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM history_position)"
        )
        shadow.install(self._connection)
        self._connection.execute("COMMIT")
