"""Hostile files whose parts are the weapon: what runs, what computes, what is more than anyone would make."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.hostile_making import (
    ACTIVE,
    DIGEST,
    FOREIGN,
    Hostile,
    harmless,
    opened,
    refused,
    schema_written_over,
    sql,
)
from rondofile.errors import DamagedFileError, TooBigError, UnsafeFileError

ENDLESS = "WITH RECURSIVE c(n) AS (VALUES(1) UNION ALL SELECT n + 1 FROM c)"
TRIGGERS = {
    "writes-elsewhere": "AFTER UPDATE ON step BEGIN DELETE FROM step; DELETE FROM meta; END",
    "swallows-edits": "BEFORE UPDATE ON step BEGIN SELECT RAISE(IGNORE); END",
    "forbids-edits": "BEFORE INSERT ON step BEGIN SELECT RAISE(ABORT, 'no'); END",
    "loads-code": "AFTER UPDATE ON step BEGIN SELECT load_extension('./x.so'); END",
    "calls-by-name": "AFTER UPDATE ON step BEGIN SELECT rondo_function(new.id); END",
}
VIEWS = {
    "endless": f"{ENDLESS} SELECT n AS id FROM c",
    "huge": "SELECT zeroblob(900000000) AS id",
    "long": "SELECT printf('%.*c', 500000000, 'x') AS id",
    "other-table": "SELECT value AS id FROM meta",
}
VIRTUAL = ("fts5(id, text)", "fts4(id, text)", "rtree(id, low, high)")
CHECK = "CHECK (length(printf('%.*c', 400000000, 'x')) > 0)"


def into_schema(kind: str, name: str, root: int, statement: str) -> str:
    """One more row in the table of tables."""
    table = "step" if kind == "index" else name
    return f"INSERT INTO sqlite_master VALUES ('{kind}', '{name}', '{table}', {root}, '{statement}')"


def title_is(what: str) -> str:
    """The statement of a table says something else of one column."""
    return f"UPDATE sqlite_master SET sql = replace(sql, 'title TEXT', 'title {what}') WHERE name = 'step'"


def active() -> Iterator[Hostile]:
    for name, body in TRIGGERS.items():
        yield harmless(f"trigger-{name}", sql(f"CREATE TRIGGER t {body}"), ACTIVE)
    for name, question in VIEWS.items():
        yield harmless(f"view-{name}-beside", sql(f"CREATE VIEW v AS {question}"), ACTIVE)
        build = sql("DROP TABLE mark", f"CREATE VIEW mark AS {question}")
        yield refused(f"view-{name}-for-table", build, UnsafeFileError)
    instead = "CREATE TRIGGER t INSTEAD OF INSERT ON mark BEGIN SELECT 1; END"
    build = sql("DROP TABLE mark", "CREATE VIEW mark AS SELECT 1 AS id", instead)
    yield refused("trigger-instead-of", build, UnsafeFileError)
    build = sql("DROP TABLE meta", "CREATE VIEW meta AS SELECT 'doc_id' AS key, 'x' AS value")
    yield refused("view-for-stamp", build, UnsafeFileError)


def virtual() -> Iterator[Hostile]:
    for kind in VIRTUAL:
        name = kind.split("(")[0]
        yield harmless(f"{name}-beside", sql(f"CREATE VIRTUAL TABLE other USING {kind}"), FOREIGN)
        build = sql("DROP TABLE mark", f"CREATE VIRTUAL TABLE mark USING {kind}")
        yield refused(f"{name}-for-table", build, UnsafeFileError)
    build = sql(
        "CREATE VIRTUAL TABLE other USING fts5(id, text)",
        "UPDATE other_data SET block = zeroblob(9999)",
    )
    yield harmless("fts5-shadow-rewritten", build, FOREIGN)
    build = schema_written_over(
        into_schema("table", "other", 0, "CREATE VIRTUAL TABLE other USING no_such(x)")
    )
    yield harmless("module-nobody-has", build, FOREIGN)


def computing() -> Iterator[Hostile]:
    lost = (FOREIGN, "read.no-column", "read.lost-row", DIGEST)
    for kind in ("VIRTUAL", "STORED"):
        table = f"CREATE TABLE mark (id TEXT, text TEXT AS (upper(hex(zeroblob(9)))) {kind})"
        build = sql("DROP TABLE mark", table, "INSERT INTO mark (id) VALUES ('m')")
        yield opened(f"generated-{kind.lower()}", build, *lost)
    table = f"CREATE TABLE mark (id TEXT, step TEXT, {CHECK})"
    build = sql("DROP TABLE mark", table, "INSERT INTO mark VALUES ('m', 'ask')")
    yield opened("check-that-computes", build, *lost)
    yield harmless("check-beside", sql(f"CREATE TABLE other (id TEXT, {CHECK})"), FOREIGN)
    for name, index in {
        "expression": "CREATE INDEX i ON step (hex(zeroblob(1000) || title))",
        "partial": "CREATE INDEX i ON step (title) WHERE length(title) > abs(minutes)",
        "descending": "CREATE UNIQUE INDEX i ON step (title COLLATE NOCASE DESC)",
    }.items():
        yield harmless(f"index-{name}", sql(index), FOREIGN)
    columns = "id TEXT DEFAULT (hex(randomblob(400000000))), n DEFAULT CURRENT_TIMESTAMP"
    yield harmless("default-that-computes", sql(f"CREATE TABLE other ({columns})"), FOREIGN)
    build = schema_written_over(title_is("TEXT DEFAULT (load_extension(1))"))
    yield harmless("default-that-loads-code", build, FOREIGN)
    build = schema_written_over(into_schema("index", "i", 3, "CREATE INDEX i ON step (rondo_function(id))"))
    yield harmless("index-calls-by-name", build, FOREIGN)
    build = schema_written_over(title_is("TEXT COLLATE mine"))
    yield harmless("collation-nobody-has", build, FOREIGN)


def written_over() -> Iterator[Hostile]:
    at_step = "WHERE name = 'step'"
    build = schema_written_over(
        "INSERT INTO sqlite_master SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master " + at_step
    )
    yield refused("names-twice", build, DamagedFileError)
    for name, root in {"nowhere": "99999", "first": "1", "negative": "-3", "text": "'x'"}.items():
        build = schema_written_over(f"UPDATE sqlite_master SET rootpage = {root} {at_step}")
        yield refused(f"root-{name}", build, DamagedFileError)
    other = "(SELECT rootpage FROM sqlite_master WHERE name = 'mark')"
    build = schema_written_over(f"UPDATE sqlite_master SET rootpage = {other} {at_step}")
    yield refused("root-of-another", build, DamagedFileError)
    for name, text in {
        "gone": "NULL",
        "nonsense": "'CREATE TABLE step (((('",
        "bytes": "x'00ff'",
        "drop": "'DROP TABLE step'",
        "select": "'CREATE TABLE step AS SELECT 1 AS id'",
    }.items():
        build = schema_written_over(f"UPDATE sqlite_master SET sql = {text} {at_step}")
        yield refused(f"statement-{name}", build, DamagedFileError)
    build = schema_written_over(f"UPDATE sqlite_master SET type = 'view' {at_step}")
    yield refused("type-view", build, UnsafeFileError, DamagedFileError)
    build = schema_written_over(f"UPDATE sqlite_master SET type = printf('%.*c', 90000, 'x') {at_step}")
    yield refused("type-long", build, UnsafeFileError, DamagedFileError)


def too_much() -> Iterator[Hostile]:
    tables = [f"CREATE TABLE t{number} (x)" for number in range(1_200)]
    yield refused("tables-1200", sql("BEGIN", *tables, "COMMIT"), UnsafeFileError)
    rows = "SELECT 'table', 't' || n, 't' || n, 3, 'CREATE TABLE t' || n || ' (x)' FROM c LIMIT 10000"
    build = schema_written_over(f"INSERT INTO sqlite_master {ENDLESS} {rows}")
    yield refused("tables-10000", build, UnsafeFileError, DamagedFileError)
    columns = ", ".join(f"c{number}" for number in range(1_999))
    yield refused("columns-1999", sql(f"CREATE TABLE other ({columns})"), DamagedFileError)
    comment = "x" * 1_000_000
    yield refused("statement-of-1-MB", sql(f"CREATE TABLE other (x /* {comment} */)"), DamagedFileError)
    deep = " + ".join("x" * 60)
    yield refused("expression-deep", sql(f"CREATE TABLE other (x CHECK ({deep}))"), DamagedFileError)
    item = "INSERT INTO condition (id, position, text, owner, date)"
    some = f"{item} {ENDLESS} SELECT 'c' || n, n, 'x', '', '' FROM c LIMIT 250001"
    yield refused("rows-250001", sql("BEGIN", some, "COMMIT"), TooBigError)
    yield refused("value-of-70-MB", sql("UPDATE asset SET content = zeroblob(70000000)"), DamagedFileError)
    build = sql("UPDATE step SET note = printf('%.*c', 70000000, 'x') WHERE id = 'ask'")
    yield refused("text-of-70-MB", build, DamagedFileError)
    build = sql(f"INSERT INTO meta {ENDLESS} SELECT 'k' || n, 'v' FROM c LIMIT 20000")
    yield harmless("stamp-of-20000", build, "read.seal")
    build = sql("INSERT INTO meta VALUES ('more', printf('%.*c', 5000000, '['))")
    yield harmless("stamp-of-5-MB", build)
