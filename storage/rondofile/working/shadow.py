"""The shadow of every table: what each row was and became, written by triggers of this connection.

The triggers are TEMP: every connection makes them anew before its first change, and they never reach a
file. One running number over all shadows keeps the order of things across tables, so that walking back
meets exactly the states that were. Assets have no shadow: they are only ever added.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import cache
from typing import Any

from rondofile.changes import Entry
from rondofile.columns import NAMES
from rondofile.project import Project
from rondofile.records import NOUNS
from rondofile.values import record_of

NOUNS_WITH_UNDO = tuple(noun for noun in NOUNS if noun != "asset")

Image = tuple[int, str, str, tuple[Any, ...]]
"""Number, noun, what happened (I, U, D), and the old values followed by the new ones."""

Span = tuple[int, int]
"""The first step and the last."""

Row = tuple[Any, ...]
Pair = tuple[Row | None, Row | None]
Net = Mapping[str, Mapping[str, Pair]]
"""{noun: {id: (row before, row after)}}, None where there was none."""


def stands(connection: sqlite3.Connection) -> bool:
    """Whether this connection has its triggers: a transaction that was taken back took them with it."""
    question = "SELECT count(*) FROM temp.sqlite_master WHERE name = 'recorder'"
    return bool(connection.execute(question).fetchone()[0])


def install(connection: sqlite3.Connection) -> None:
    """The shadows stand and the triggers of this connection write into them from now on."""
    for noun in NOUNS_WITH_UNDO:
        images = ", ".join(f"{side}_{name} ANY" for side in ("o", "n") for name in NAMES[noun])
        connection.execute(
            f"CREATE TABLE IF NOT EXISTS u_{noun} (seq INTEGER PRIMARY KEY, step INTEGER NOT NULL,"
            f" op TEXT NOT NULL, {images}) STRICT"
        )
        connection.execute(f"CREATE INDEX IF NOT EXISTS steps_of_u_{noun} ON u_{noun} (step)")
    connection.execute(
        "CREATE TEMP TABLE recorder (writes INTEGER, step INTEGER, seq INTEGER, nouns INTEGER)"
    )
    connection.execute("INSERT INTO recorder VALUES (0, 0, ?, 0)", (_last(connection),))
    for noun in NOUNS_WITH_UNDO:
        for trigger in _triggers(noun):
            connection.execute(trigger)
    for kind in ("segment", "situation", "stretch"):
        connection.execute(_card_trigger(kind))


def record(connection: sqlite3.Connection, step: int) -> int:
    """From now on changes are written down as that step. Returns the number they come after."""
    connection.execute("UPDATE recorder SET writes = 1, step = ?, nouns = 0", (step,))
    return int(connection.execute("SELECT seq FROM recorder").fetchone()[0])


def mute(connection: sqlite3.Connection) -> int:
    """From now on changes leave no shadow. Returns which nouns changed since `record`, a bit for each."""
    connection.execute("UPDATE recorder SET writes = 0")
    return int(connection.execute("SELECT nouns FROM recorder").fetchone()[0])


def images(connection: sqlite3.Connection, steps: Span, nouns: int, after: int = 0) -> list[Image]:
    """What happened to those nouns in those steps, in order; `after`: only what came after that number."""
    found: list[Image] = []
    for bit, noun in enumerate(NOUNS_WITH_UNDO):
        if not nouns >> bit & 1:
            continue
        question = f"SELECT * FROM u_{noun} WHERE step BETWEEN ? AND ? AND seq > ?"
        rows = connection.execute(question, (*steps, after))
        found.extend((row[0], noun, row[2], row[3:]) for row in rows)
    return sorted(found)


def net(found: list[Image]) -> Net:
    """What the images come to: the first before and the last after of every record that differs."""
    first: dict[tuple[str, str], Row | None] = {}
    last: dict[tuple[str, str], Row | None] = {}
    for _, noun, op, values in found:
        half = len(values) // 2
        before = None if op == "I" else values[:half]
        after = None if op == "D" else values[half:]
        key = (noun, (before or after or ("",))[0])
        first.setdefault(key, before)
        last[key] = after
    tables: dict[str, dict[str, Pair]] = {}
    for (noun, id_), before in first.items():
        after = last[noun, id_]
        if before != after:
            tables.setdefault(noun, {})[id_] = (before, after)
    return tables


def entries(found: Net, there: Project | None = None) -> dict[str, dict[str, Entry]]:
    """The same with records in the place of rows; `there`: the project before it."""
    tables: dict[str, dict[str, Entry]] = {}
    for noun, pairs in found.items():
        known = there.tables[noun] if there is not None else {}
        tables[noun] = {
            key: (
                None if before is None else known.get(key) or record_of(noun, before),
                None if after is None else record_of(noun, after),
            )
            for key, (before, after) in pairs.items()
        }
    return tables


def turned(found: Net) -> Net:
    """The way back."""
    return {
        noun: {key: (after, before) for key, (before, after) in pairs.items()}
        for noun, pairs in found.items()
    }


def weight(found: list[Image]) -> int:
    """About how many bytes the images take."""
    return sum(
        24 + sum(len(value) if isinstance(value, str) else 3 for value in values) for *_, values in found
    )


def forget(connection: sqlite3.Connection, steps: Span, nouns: int, after: int = 0) -> None:
    """The images of those nouns in those steps are gone; `after`: only what came after that number."""
    for bit, noun in enumerate(NOUNS_WITH_UNDO):
        if nouns >> bit & 1:
            question = f"DELETE FROM u_{noun} WHERE step BETWEEN ? AND ? AND seq > ?"
            connection.execute(question, (*steps, after))


def _last(connection: sqlite3.Connection) -> int:
    numbers = (connection.execute(f"SELECT max(seq) FROM u_{noun}").fetchone()[0] for noun in NOUNS_WITH_UNDO)
    return max(number or 0 for number in numbers)


@cache
def _triggers(noun: str) -> tuple[str, ...]:
    names = NAMES[noun]
    sides = {side: ", ".join(f"{side}.{name}" for name in names) for side in ("OLD", "NEW")}
    nothing = ", ".join(["NULL"] * len(names))
    return tuple(
        f"CREATE TEMP TRIGGER shadow_{noun}_{event.lower()} AFTER {event} ON main.{noun}"
        " WHEN (SELECT writes FROM recorder) BEGIN"
        f" UPDATE recorder SET seq = seq + 1, nouns = nouns | {1 << NOUNS_WITH_UNDO.index(noun):d};"
        f" INSERT INTO u_{noun} SELECT seq, step, '{event[0]}', {before}, {after} FROM recorder; END"
        for event, before, after in (
            ("INSERT", nothing, sides["NEW"]),
            ("UPDATE", sides["OLD"], sides["NEW"]),
            ("DELETE", sides["OLD"], nothing),
        )
    )


def _card_trigger(kind: str) -> str:
    """An offer outlives what its card stood for: it keeps the name as its own words."""
    return (
        f"CREATE TEMP TRIGGER card_of_{kind} AFTER DELETE ON main.{kind}"
        " WHEN (SELECT writes FROM recorder) BEGIN UPDATE placement SET card_ref = NULL,"
        " card_text = CASE card_text WHEN '' THEN OLD.name ELSE card_text END"
        f" WHERE card_kind = '{kind}' AND card_ref = OLD.id; END"
    )
