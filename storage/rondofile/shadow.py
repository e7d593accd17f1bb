"""The shadow of every table: what each row was and became, written by triggers of this connection.

The triggers are TEMP: they are made anew on every opening and never reach a file. One running number
over all shadows keeps the order of things across tables, so that walking back meets exactly the states
that were. Assets have no shadow: they are only ever added.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from rondofile.canonical import insertion
from rondofile.changes import Entry
from rondofile.columns import NAMES
from rondofile.records import NOUNS
from rondofile.values import record_of

NOUNS_WITH_UNDO = tuple(noun for noun in NOUNS if noun != "asset")

Image = tuple[int, str, str, tuple[Any, ...]]
"""Number, noun, what happened (I, U, D), and the old values followed by the new ones."""


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


def images(connection: sqlite3.Connection, step: int, nouns: int, after: int = 0) -> list[Image]:
    """What happened to those nouns in a step, in order; `after`: only what came after that number."""
    found: list[Image] = []
    for bit, noun in enumerate(NOUNS_WITH_UNDO):
        if not nouns >> bit & 1:
            continue
        rows = connection.execute(f"SELECT * FROM u_{noun} WHERE step = ? AND seq > ?", (step, after))
        found.extend((row[0], noun, row[2], row[3:]) for row in rows)
    return sorted(found)


def net(found: list[Image]) -> dict[str, dict[str, Entry]]:
    """What the images come to: the first before and the last after of every record that differs."""
    first: dict[tuple[str, str], tuple[Any, ...] | None] = {}
    last: dict[tuple[str, str], tuple[Any, ...] | None] = {}
    for _, noun, op, values in found:
        half = len(values) // 2
        before = None if op == "I" else values[:half]
        after = None if op == "D" else values[half:]
        key = (noun, (before or after or ("",))[0])
        first.setdefault(key, before)
        last[key] = after
    tables: dict[str, dict[str, Entry]] = {}
    for (noun, id_), before in first.items():
        after = last[noun, id_]
        if before != after:
            entry = (before and record_of(noun, before), after and record_of(noun, after))
            tables.setdefault(noun, {})[id_] = entry  # type: ignore[assignment]
    return tables


def weight(found: list[Image]) -> int:
    """About how many bytes the images take."""
    return sum(
        24 + sum(len(value) if isinstance(value, str) else 3 for value in values) for *_, values in found
    )


def walk(connection: sqlite3.Connection, found: list[Image], back: bool) -> None:
    """The tables are as they were before the images (or after them again), in the order of things."""
    ordered = reversed(found) if back else iter(found)
    for (noun, op), run in groupby(ordered, key=lambda image: (image[1], image[2])):
        statement, rows = _replay(noun, op, [image[3] for image in run], back)
        connection.executemany(statement, rows)


def forget(connection: sqlite3.Connection, condition: str, step: int) -> None:
    """The images of steps for which `step CONDITION ?` holds are gone."""
    for noun in NOUNS_WITH_UNDO:
        connection.execute(f"DELETE FROM u_{noun} WHERE step {condition} ?", (step,))


def _replay(
    noun: str, op: str, values: list[tuple[Any, ...]], back: bool
) -> tuple[str, list[tuple[Any, ...]]]:
    half = len(NAMES[noun])
    wanted = [row[:half] if back else row[half:] for row in values]
    act = {"I": "D", "D": "I"}.get(op, op) if back else op
    if act == "D":
        there = slice(half, None) if back else slice(0, half)
        return f"DELETE FROM {noun} WHERE id = ?", [(row[there][0],) for row in values]
    if act == "I":
        return insertion(noun), wanted
    other = [row[half:] if back else row[:half] for row in values]
    changed = [i for i in range(1, half) if any(a[i] != b[i] for a, b in zip(wanted, other, strict=True))]
    return update(noun, changed), [(*(row[i] for i in changed), row[0]) for row in wanted]


def update(noun: str, changed: Sequence[int]) -> str:
    """The statement that gives those columns of a row new values, the id last.

    What is not named is not written: neither its indexes nor its references have to be looked at.
    """
    fields = ", ".join(f"{NAMES[noun][index]} = ?" for index in changed)
    return f"UPDATE {noun} SET {fields or 'id = id'} WHERE id = ?"


def _last(connection: sqlite3.Connection) -> int:
    numbers = (connection.execute(f"SELECT max(seq) FROM u_{noun}").fetchone()[0] for noun in NOUNS_WITH_UNDO)
    return max(number or 0 for number in numbers)


def _triggers(noun: str) -> Iterator[str]:
    names = NAMES[noun]
    sides = {side: ", ".join(f"{side}.{name}" for name in names) for side in ("OLD", "NEW")}
    nothing = ", ".join(["NULL"] * len(names))
    for event, before, after in (
        ("INSERT", nothing, sides["NEW"]),
        ("UPDATE", sides["OLD"], sides["NEW"]),
        ("DELETE", sides["OLD"], nothing),
    ):
        yield (
            f"CREATE TEMP TRIGGER shadow_{noun}_{event.lower()} AFTER {event} ON main.{noun}"
            " WHEN (SELECT writes FROM recorder) BEGIN"
            f" UPDATE recorder SET seq = seq + 1, nouns = nouns | {1 << NOUNS_WITH_UNDO.index(noun):d};"
            f" INSERT INTO u_{noun} SELECT seq, step, '{event[0]}', {before}, {after} FROM recorder; END"
        )


def _card_trigger(kind: str) -> str:
    """An offer outlives what its card stood for: it keeps the name as its own words."""
    return (
        f"CREATE TEMP TRIGGER card_of_{kind} AFTER DELETE ON main.{kind}"
        " WHEN (SELECT writes FROM recorder) BEGIN UPDATE placement SET card_ref = NULL,"
        " card_text = CASE card_text WHEN '' THEN OLD.name ELSE card_text END"
        f" WHERE card_kind = '{kind}' AND card_ref = OLD.id; END"
    )


__all__ = ["Image", "forget", "images", "install", "mute", "net", "record", "update", "walk", "weight"]
