"""The schema says what the records say, and what is written into it stays what it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlite_utils
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.projects import projects
from helpers.storage import one_of_everything, whole_project
from rondofile import schema
from rondofile.columns import COLUMNS, PARENTS, Kind
from rondofile.errors import InvalidValueError
from rondofile.ids import derived_id, fresh_id, is_id
from rondofile.project import Project
from rondofile.reading.reader import read_bytes
from rondofile.records import NOUNS, Asset, Criterion, Journey, Player, Record, Step
from rondofile.stamp import Stamp, content_digest, rows_of
from rondofile.text import NOTE, TITLE, clean_text
from rondofile.values import cleaned, record_of, row_of
from rondofile.writing.canonical import canonical_bytes, filled, insertion

SCHEMA_OF_VERSION_1 = "079aaf3eeaa5e87ab514d5b13d4a59cc25467f67a9dc00694abbb85f78bc423b"


def test_the_schema_when_it_changes_then_needs_a_new_version() -> None:
    assert schema.VERSION == 1
    assert schema.digest() == SCHEMA_OF_VERSION_1


def test_every_field_of_every_record_then_is_a_column_with_its_rules() -> None:
    database = sqlite_utils.Database(filled(rows_of(whole_project()), Stamp("d")), execute_plugins=False)
    seen = 0
    for noun, record in NOUNS.items():
        table = database[noun]
        assert [column.name for column in table.columns] == list(record.__struct_fields__)
        assert table.pks == ["id"]
        assert table.strict  # type: ignore[union-attr]
        keys = {(key.column, key.other_table) for key in table.foreign_keys}
        wanted = {(name, parent) for (owner, name), (parent, _) in PARENTS.items() if owner == noun}
        assert keys == wanted
        for column in table.columns:
            spec = next(spec for spec in COLUMNS[noun] if spec.name == column.name)
            assert bool(column.notnull) == (not spec.optional)
            seen += 1
    assert seen > 150
    database.conn.close()


def test_every_enum_range_and_flag_then_is_checked_by_the_database_too() -> None:
    connection = filled(rows_of(whole_project()), Stamp("d"))
    refused = 0
    for record in one_of_everything():
        noun = next(noun for noun, kind in NOUNS.items() if type(record) is kind)
        for index, column in enumerate(COLUMNS[noun]):
            bad = {
                Kind.CHOICE: "no such thing",
                Kind.FLAG: 2,
                Kind.INTEGER: 2**40,
                Kind.REAL: -1.0,
                Kind.ID: "bad id",
                Kind.TEXT: None,
            }.get(column.kind)
            if column.kind in (Kind.REFERENCE, Kind.BYTES) or column.name == "card_ref":
                continue
            row = [*row_of(record)]
            row[0], row[index] = "other", bad
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(insertion(noun), row)
            refused += 1
    assert refused > 150
    connection.close()


@settings(max_examples=25, deadline=None)
@given(projects())
def test_any_project_when_written_and_read_then_is_the_same_and_so_are_its_bytes(project: Project) -> None:
    data, stamp = canonical_bytes(project, Stamp("d"))
    found = read_bytes(data)
    assert found.report.clean, found.report.remarks
    assert found.project == project
    assert found.stamp == stamp
    assert canonical_bytes(found.project, Stamp("d"))[0] == data


def test_a_row_then_gives_its_record_back() -> None:
    for noun, kind in NOUNS.items():
        for record in one_of_everything():
            if type(record) is kind:
                assert record_of(noun, row_of(record)) == record


@given(st.text())
def test_clean_text_then_is_composed_short_free_of_controls_and_stable(text: str) -> None:
    clean = clean_text(text, 20)
    assert clean_text(clean, 20) == clean
    assert len(clean) <= 20
    clean.encode("utf-8")
    assert not {chr(code) for code in (*range(9), 11, 12, *range(13, 32), 0xFFFE, 0xFFFF)} & set(clean)


def test_clean_text_when_given_known_texts_then_gives_known_ones() -> None:
    assert clean_text("e\u0301\x00\x07\ufffe\r\nb\rc\td") == "é\nb\nc\td"
    assert clean_text("a\ud800b") == "a\ufffdb"
    assert len(clean_text("é" * 600, TITLE)) == TITLE
    assert len(clean_text("x" * (NOTE + 1))) == NOTE


def test_ids_then_are_fresh_or_derived_and_always_valid() -> None:
    assert len({fresh_id() for _ in range(1000)}) == 1000
    assert derived_id("a", "b") == derived_id("a", "b") != derived_id("ab")
    assert is_id(fresh_id()) and is_id(derived_id("x")) and is_id("a" * 64) and is_id("A-z_9")
    assert not any(map(is_id, ("", "a" * 65, "a b", "é", "a\n", None, 5)))


@pytest.mark.parametrize(
    ("record", "field", "problem"),
    [
        (Step(id="bad id", journey="j", title=""), "id", "value.id"),
        (Step(id="s", journey="j", title="", feeling=3), "feeling", "value.range"),
        (Step(id="s", journey="j", title="", minutes=float("nan")), "minutes", "value.range"),
        (Step(id="s", journey="j", title="", minutes=float("inf")), "minutes", "value.range"),
        (Step(id="s", journey="j", title="", minutes=-1.0), "minutes", "value.range"),
        (Step(id="s", journey="j", title="", x=2**40), "x", "value.range"),
        (Step(id="s", journey="j", title="", x=1.5), "x", "value.integer"),  # type: ignore[arg-type]
        (Step(id="s", journey="j", title="", phase="later"), "phase", "value.choice"),  # type: ignore[arg-type]
        (Step(id="s", journey="j", title=None), "title", "value.text"),  # type: ignore[arg-type]
        (Step(id="s", journey="j", title="", locked="no"), "locked", "value.flag"),  # type: ignore[arg-type]
        (Criterion(id="c", weight="5"), "weight", "value.number"),  # type: ignore[arg-type]
        (Asset(id="0" * 64, content=b"x"), "id", "value.digest"),
    ],
)
def test_a_value_that_cannot_be_kept_then_is_named(record: Record, field: str, problem: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        cleaned(record)
    assert (caught.value.facts["field"], caught.value.facts["problem"]) == (field, problem)


def test_values_of_other_types_when_they_mean_the_same_then_are_kept_as_their_own() -> None:
    step = Step(id="s", journey="j", title="T", phase="request", minutes=5, locked=1)  # type: ignore[arg-type]
    kept = cleaned(step)
    assert type(kept.phase).__name__ == "Phase"
    assert (type(kept.minutes), type(kept.locked)) == (float, bool)
    assert str(cleaned(Criterion(id="c", weight=-0.0)).weight) == "0.0"
    assert cleaned(kept) is kept


def test_the_digest_then_follows_the_content_and_nothing_else() -> None:
    records = one_of_everything()
    assert content_digest(Project.of(records)) == content_digest(Project.of(reversed(records)))
    other = [replace(r, name="They") if isinstance(r, Player) else r for r in records]
    assert content_digest(Project.of(other)) != content_digest(Project.of(records))
    assert content_digest(Project({})) != content_digest(Project.of([Journey(id="j")]))


def test_the_smallest_file_then_is_small(tmp_path: Path) -> None:
    pages = 2 + 2 * len(NOUNS)  # at most a page for each table and one for its rule
    assert len(canonical_bytes(Project({}), Stamp("d"))[0]) < pages * 4096 < 300_000
