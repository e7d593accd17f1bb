"""How a hostile file is made: by SQL, by bytes, or told anew in a database of another make."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from helpers.storage import hostile, written
from rondofile.errors import RondoFileError

Build = Callable[[Path], object]
FOREIGN, ACTIVE, DIGEST, SEAL = "read.foreign-part", "read.active-part", "read.digest", "read.seal"


class Hostile(Struct, frozen=True, dict=True):
    """`becomes`: the errors that may be raised, or the kinds of remark with which it opens.

    `whole`: what is opened is the content that the file was made from, untouched.
    """

    name: str
    build: Build
    becomes: tuple[type[RondoFileError], ...] | frozenset[str]
    whole: bool = False

    @property
    def opens(self) -> bool:
        return isinstance(self.becomes, frozenset)


def refused(name: str, build: Build, *errors: type[RondoFileError]) -> Hostile:
    return Hostile(name, build, errors)


def opened(name: str, build: Build, *kinds: str) -> Hostile:
    """It opens with those remarks, and something of the content is not as it was."""
    return Hostile(name, build, frozenset(kinds))


def harmless(name: str, build: Build, *kinds: str) -> Hostile:
    """It opens with those remarks and all of its content."""
    return Hostile(name, build, frozenset(kinds), whole=True)


def sql(*statements: str) -> Build:
    """A project that somebody changed with SQL of their own."""
    loose = ("PRAGMA ignore_check_constraints = ON", "PRAGMA foreign_keys = OFF")
    return lambda path: hostile(path, *loose, *statements)


def schema_written_over(*statements: str) -> Build:
    """The table of tables itself is changed, as SQLite lets anyone do."""
    return sql("PRAGMA writable_schema = ON", *statements)


def patched(*changes: tuple[int, bytes]) -> Build:
    """A project of which some bytes are others where they stand."""

    def build(path: Path) -> None:
        data = bytearray(written(path))
        for place, change in changes:
            data[place : place + len(change)] = change
        path.write_bytes(data)

    return build


def plain(data: bytes) -> Build:
    """A file of those bytes."""
    return lambda path: path.write_bytes(data)


def told_anew(*settings: str) -> Build:
    """The same rows and marks in a database with other settings."""

    def build(path: Path) -> None:
        written(path)
        with closing(sqlite3.connect(path)) as old:
            marks = {
                name: old.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("user_version", "application_id")
            }
            dump = [line for line in old.iterdump() if line not in ("BEGIN TRANSACTION;", "COMMIT;")]
        path.unlink()
        with closing(sqlite3.connect(path, isolation_level=None)) as new:
            for setting in (*settings, *(f"{name} = {value}" for name, value in marks.items())):
                new.execute(f"PRAGMA {setting}").fetchall()
            for statement in dump:
                new.execute(statement)

    return build
