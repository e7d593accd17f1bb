"""Hostile files whose values, settings or bytes are the weapon."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.hostile_making import (
    DIGEST,
    FOREIGN,
    SEAL,
    Hostile,
    harmless,
    opened,
    patched,
    plain,
    refused,
    sql,
    told_anew,
)
from rondofile.errors import (
    DamagedFileError,
    EmptyFileError,
    NotAProjectError,
    TooNewError,
    UnsafeFileError,
)

LOOSE = (
    "DROP TABLE condition",
    "CREATE TABLE condition (id, position, text, evidence, owner, date)",
)
"""A table of ours that takes anything."""


def values() -> Iterator[Hostile]:
    bad = (FOREIGN, "read.bad-value", DIGEST)
    for name, row in {
        "text-in-number": "('a', 'x', 'fine', NULL, '', '')",
        "bytes-in-text": "('a', 0, x'00ff', NULL, '', '')",
        "number-in-text": "('a', 0, 3.5, NULL, '', '')",
        "number-beyond-all": "('a', 9223372036854775807, 'fine', NULL, '', '')",
        "endless-number": "('a', 9e999, 'fine', NULL, '', '')",
        "endless-below": "('a', -9e999, 'fine', NULL, '', '')",
    }.items():
        yield opened(f"value-{name}", sql(*LOOSE, f"INSERT INTO condition VALUES {row}"), *bad)


def names() -> Iterator[Hostile]:
    lost = (FOREIGN, "read.lost-row", DIGEST)
    for name, id_ in {
        "nothing": "NULL",
        "bytes": "zeroblob(10)",
        "path": "'../../x'",
        "long": "hex(zeroblob(33))",
    }.items():
        build = sql(*LOOSE, f"INSERT INTO condition VALUES ({id_}, 0, 'fine', NULL, '', '')")
        yield opened(f"id-{name}", build, *lost, "read.bad-value")
    for name, letters in {"nul": "'410042'", "bell": "'410742'"}.items():
        build = sql(f"UPDATE step SET title = CAST(x{letters} AS TEXT) WHERE id = 'ask'")
        yield opened(f"letters-{name}", build, "read.cleaned", DIGEST)
    for name, letters in {
        "invalid": "'41ff42'",
        "surrogate": "'41eda08042'",
        "overlong": "'41c08042'",
    }.items():
        build = sql(f"UPDATE step SET title = CAST(x{letters} AS TEXT) WHERE id = 'ask'")
        yield opened(f"letters-{name}", build, DIGEST)
    build = sql("UPDATE step SET title = char(8238) || 'gpj.exe' || char(27) || '[2J' WHERE id = 'ask'")
    yield opened("letters-that-steer", build, "read.cleaned", DIGEST)


def pointers() -> Iterator[Hostile]:
    yield opened(
        "ids-twice",
        sql(*LOOSE, *["INSERT INTO condition VALUES ('b', 0, 'x', NULL, '', '')"] * 2),
        FOREIGN,
        "read.duplicate",
        DIGEST,
    )
    yield opened(
        "points-nowhere", sql("UPDATE link SET target = 'nobody' WHERE id = 'back'"), "read.lost-row", DIGEST
    )
    yield opened(
        "based-on-itself",
        sql("UPDATE journey SET based_on = 'then' WHERE id = 'then'"),
        "read.no-such",
        DIGEST,
    )
    yield opened(
        "into-another-journey",
        sql("UPDATE link SET target = 'told' WHERE id = 'next'"),
        "read.no-such",
        "read.lost-row",
        DIGEST,
    )
    yield opened("asset-that-is-another", sql("UPDATE asset SET content = x'00'"), "read.lost-row", DIGEST)
    literal = "'''; DROP TABLE step; -- %s {0} \" _ %'"
    yield opened("sql-in-a-title", sql(f"UPDATE step SET title = {literal} WHERE id = 'ask'"), DIGEST)


def makes() -> Iterator[Hostile]:
    for size in (512, 2048, 8192, 65536):
        yield harmless(f"page-size-{size}", told_anew(f"page_size = {size}"))
    for encoding in ("UTF-16le", "UTF-16be"):
        yield harmless(f"encoding-{encoding}", told_anew(f"encoding = '{encoding}'"))
    for kind in ("FULL", "INCREMENTAL"):
        yield harmless(f"vacuum-{kind.lower()}", told_anew(f"auto_vacuum = {kind}"))
    yield harmless("mark-of-a-log", sql("PRAGMA journal_mode = WAL"))
    yield harmless("cache-size-kept", sql("PRAGMA default_cache_size = 2147483647"))
    yield harmless("old-format", told_anew("legacy_file_format = ON"))
    filled = "CREATE TABLE other AS SELECT zeroblob(20000000) AS x"
    yield harmless("free-pages-of-20-MB", sql(filled, "DROP TABLE other"))
    stat = (
        "INSERT INTO sqlite_stat1 VALUES (NULL, x'00', 9e999),"
        " ('step', NULL, '99999999999999 0 -1 unordered sz=0 noskipscan')"
    )
    yield harmless("statistics", sql("ANALYZE", "DELETE FROM sqlite_stat1", stat), FOREIGN)
    rows = "INSERT INTO other (x) VALUES (1)", "UPDATE sqlite_sequence SET seq = 9223372036854775807"
    table = "CREATE TABLE other (id INTEGER PRIMARY KEY AUTOINCREMENT, x)"
    yield harmless("sequence-at-its-end", sql(table, *rows), FOREIGN)
    table = (
        "CREATE TABLE condition (id TEXT PRIMARY KEY, position, text, evidence, owner, date) WITHOUT ROWID"
    )
    yield refused("table-without-row-numbers", sql("DROP TABLE condition", table), DamagedFileError)
    yield harmless("row-numbers-below-nothing", sql("UPDATE step SET rowid = -9223372036854775807 + rowid"))
    table = 'CREATE TABLE "a\nb\x1b[2J\u202e" (x)'
    yield harmless("name-that-steers", sql(table), FOREIGN)
    yield harmless(
        "name-like-another-file",
        sql('CREATE TABLE "main.step" (x)', 'CREATE TABLE "/etc/passwd" (x)'),
        FOREIGN,
    )


def planted() -> Iterator[Hostile]:
    for table in (
        "u_step (seq, step, op, rid)",
        "history (seq, kind, at)",
        "work (key, value)",
        "settings (key, value)",
    ):
        name = table.split()[0]
        row = f"INSERT INTO {name} VALUES ({', '.join('1' * (table.count(',') + 1))})"
        yield harmless(f"planted-{name}", sql(f"CREATE TABLE {table}", row), FOREIGN)
    for name, value in {"up": "../../evil", "empty": "", "nul": "a\0b", "long": "x" * 9_000}.items():
        yield harmless(
            f"stamp-path-{name}", sql(f"UPDATE meta SET value = {quoted(value)} WHERE key = 'doc_id'"), SEAL
        )
    for key, value in {"rev": "9" * 40, "rows": "[" * 9_000, "min_reader": "-1"}.items():
        yield harmless(f"stamp-{key}", sql(f"UPDATE meta SET value = '{value}' WHERE key = '{key}'"), SEAL)
    yield refused(
        "stamp-from-tomorrow", sql("UPDATE meta SET value = '99' WHERE key = 'min_reader'"), TooNewError
    )
    yield harmless("stamp-gone", sql("DELETE FROM meta"), SEAL)
    yield harmless(
        "stamp-of-bytes",
        sql(
            "DROP TABLE meta",
            "CREATE TABLE meta (key, value)",
            "INSERT INTO meta VALUES (x'00', zeroblob(9)), (1, 2)",
        ),
        SEAL,
        FOREIGN,
    )


def quoted(text: str) -> str:
    return f"CAST(x'{text.encode().hex()}' AS TEXT)"


def others() -> Iterator[Hostile]:
    yield refused("nothing", plain(b""), EmptyFileError)
    for name, data in {
        "table": b"id;title\n1;two\n",
        "pdf": b"%PDF-1.7\n%SQLite format 3\x00",
        "zip": b"PK\x03\x04" + bytes(900),
        "page": b"<html><script>alert(1)</script></html>",
        "data": b'{"format": "rondo/1"}',
        "picture": b"\x89PNG\r\n\x1a\n" + bytes(900),
        "zeros": bytes(9_000),
    }.items():
        yield refused(f"other-{name}", plain(data), NotAProjectError)
    yield refused("database-of-another", patched((68, b"\0\0\0\1")), NotAProjectError)
    for number in (0, -1, 2**31 - 1):
        yield refused(f"version-{number}", sql(f"PRAGMA user_version = {number}"), NotAProjectError)
    yield refused("first-letters-only", plain(b"SQLite format 3\0"), DamagedFileError)


def headers() -> Iterator[Hostile]:
    for name, place, change in (
        ("page-size-1", 16, b"\x00\x01"),
        ("page-size-odd", 16, b"\x03\xe9"),
        ("page-size-other", 16, b"\x02\x00"),
        ("pages-many", 28, b"\x7f\xff\xff\xff"),
        ("reserved", 20, b"\xff"),
        ("fractions", 21, b"\x01\x01\x01"),
        ("free-pages-nowhere", 32, b"\x00\x00\xff\xff\x00\x00\x00\x07"),
        ("free-pages-themselves", 32, b"\x00\x00\x00\x01\x00\x00\x00\x07"),
        ("format-9", 44, b"\x00\x00\x00\x09"),
        ("root-of-vacuum", 52, b"\x00\x00\x00\x09"),
        ("first-page-kind", 100, b"\x00"),
        ("first-page-cells", 103, b"\xff\xff"),
        ("first-page-child", 108, b"\xff\xff\xff\xff"),
    ):
        yield refused(f"header-{name}", patched((place, change)), DamagedFileError, UnsafeFileError)
    yield harmless("header-mark-of-a-log", patched((18, b"\x02\x02")))
    yield harmless("header-encoding-9", patched((56, b"\x00\x00\x00\x09")))
    yield refused("header-write-99", patched((18, b"\x63\x63")), DamagedFileError)
