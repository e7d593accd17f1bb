"""What a working database knows of its document and of the file that it belongs to."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict, replace

if TYPE_CHECKING:
    from rondofile.reading.reader import Published


class State(Struct, frozen=True):
    """What the working database knows of its document and of the file it belongs to.

    `rev`: grows with every change. `base_*`: the file as we last read or wrote it, by the sha256 of its
    bytes; `base_rev`: the rev that is written in it. `published`: the rev of here that it holds, -1 where
    that is none. `pending_*`: a file that we were about to put in its place.
    """

    doc_id: str
    rev: int = 0
    published: int = -1
    base_sha256: str = ""
    base_digest: str = ""
    base_rev: int = -1
    pending_sha256: str = ""
    pending_digest: str = ""
    pending_rev: int = -1
    pending_name: str = ""

    @property
    def unpublished(self) -> bool:
        """Whether there is something here that the file does not hold."""
        return self.rev != self.published

    def settled(self) -> State:
        """The state after the pending file has taken its place."""
        return replace(
            self,
            published=self.pending_rev,
            base_sha256=self.pending_sha256,
            base_digest=self.pending_digest,
            base_rev=self.pending_rev,
        ).without_pending()

    def without_pending(self) -> State:
        return replace(self, pending_sha256="", pending_digest="", pending_rev=-1, pending_name="")


def base_state(found: Published) -> State:
    """The state of a working database that holds just what that file holds."""
    rev = max(found.stamp.rev, 0)
    digest = found.stamp.digest if found.report.clean else ""
    return State(
        found.stamp.doc_id,
        rev=rev,
        published=rev,
        base_sha256=found.sha256,
        base_digest=digest,
        base_rev=found.stamp.rev,
    )


def stored_state(connection: sqlite3.Connection) -> State:
    """What the database knows."""
    return State(**dict(connection.execute("SELECT key, value FROM work").fetchall()))


def write_state(connection: sqlite3.Connection, state: State, before: State | None = None) -> None:
    """The database knows that; only what differs from `before` is written, inside the open transaction."""
    old = asdict(before) if before is not None else {}
    for key, value in asdict(state).items():
        if old.get(key) != value:
            connection.execute(
                "INSERT INTO work (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )
