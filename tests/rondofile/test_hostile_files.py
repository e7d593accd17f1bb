"""Files built to harm or against the rules: nothing in them runs, and what is lost is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.storage import hostile, refused
from rondofile.document import Document
from rondofile.errors import (
    DamagedFileError,
    UnsafeFileError,
)
from rondofile.kinds import EditKind
from rondofile.records import Lane, Placement, Step
from rondofile.verdict import check


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "theirs"
    folder.mkdir()
    return folder / "plan.rondo"


@pytest.mark.parametrize(
    "trigger",
    [
        "CREATE TRIGGER t AFTER UPDATE ON step BEGIN DELETE FROM step; END",
        "CREATE TRIGGER t BEFORE UPDATE ON step BEGIN SELECT RAISE(IGNORE); END",
        "CREATE TRIGGER t BEFORE INSERT ON step BEGIN SELECT RAISE(ABORT, 'no'); END",
        "CREATE VIEW v AS WITH RECURSIVE c(n) AS (VALUES(1) UNION ALL SELECT n + 1 FROM c) SELECT n FROM c",
    ],
)
def test_active_parts_when_opened_then_never_run_and_are_reported(
    place: Path, home: Path, trigger: str
) -> None:
    before = hostile(place, trigger)
    with Document.open(place, root=home) as document:
        assert "read.active-part" in document.report.kinds()
        with document.edit(EditKind.SET_STEPS) as edit:
            edit.change(Step, "ask", title="Ours")
        assert document.project.get(Step, "ask").title == "Ours"
        assert len(document.project.all(Step)) == 3
        document.publish()
    assert check(place).whole
    kept = list((home / "snapshots").rglob("*.rondo"))
    assert [path.read_bytes() for path in kept] == [before]


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP TABLE mark", "CREATE VIEW mark AS SELECT * FROM step"),
        (
            "DROP TABLE mark",
            "CREATE VIEW mark AS WITH RECURSIVE c(n) AS (VALUES(1) UNION ALL SELECT n + 1 FROM c)"
            " SELECT n AS id FROM c",
        ),
        ("DROP TABLE mark", "CREATE VIRTUAL TABLE mark USING fts5(id, text)"),
    ],
)
def test_another_thing_in_place_of_a_table_when_opened_then_is_refused(
    place: Path, home: Path, statements: tuple[str, ...]
) -> None:
    hostile(place, *statements)
    assert refused(place, home, UnsafeFileError).facts["part"] == "mark"


def test_a_table_that_computes_when_opened_then_nothing_is_computed(place: Path, home: Path) -> None:
    hostile(
        place,
        "DROP TABLE mark",
        "CREATE TABLE mark (id TEXT, text TEXT AS (upper(id)))",
        "INSERT INTO mark (id) VALUES ('m')",
    )
    with Document.open(place, root=home) as document:
        assert document.project.tables["mark"] == {}
        assert document.report.kinds() >= {"read.no-column", "read.lost-row", "read.foreign-part"}


def test_wrong_values_when_opened_then_each_is_reported_and_the_rest_kept(place: Path, home: Path) -> None:
    hostile(
        place,
        "PRAGMA ignore_check_constraints = ON",
        "PRAGMA foreign_keys = OFF",
        "UPDATE step SET feeling = 9, phase = 'nowhere', note = 'a' || char(7) || 'b' WHERE id = 'ask'",
        "UPDATE step SET lane = 'gone' WHERE id = 'wait'",
        "UPDATE step SET minutes = 9e999 WHERE id = 'told'",
        "UPDATE link SET target = 'nobody' WHERE id = 'back'",
        "UPDATE mark SET kind = 'joke'",
        "UPDATE placement SET card_ref = 'nothing'",
        "INSERT INTO lane VALUES ('bad id', 'now', 5, 'x', 'customer', NULL, 1, NULL)",
        "UPDATE journey SET based_on = 'then' WHERE id = 'then'",
    )
    with Document.open(place, root=home) as document:
        project, report = document.project, document.report
        ask = project.get(Step, "ask")
        assert (ask.feeling, ask.phase, ask.note) == (None, None, "ab")
        assert project.get(Step, "wait").lane is None
        assert project.get(Step, "told").minutes is None
        assert set(project.tables["link"]) == {"next"}
        assert project.tables["mark"] == {}
        assert project.get(Placement, "offer").card_ref is None
        assert {lane.id for lane in project.all(Lane)} == {"guest", "desk"}
        assert report.kinds() >= {"read.bad-value", "read.cleaned", "read.no-such", "read.lost-row"}
        said = {(remark.noun, remark.id, remark.field) for remark in report.remarks}
        assert {("step", "ask", "feeling"), ("step", "ask", "note"), ("step", "wait", "lane")} <= said
        assert {("link", "back", "target"), ("mark", "pain", "kind"), ("lane", "bad id", "id")} <= said
    assert not check(place).whole


def test_other_types_in_tables_of_a_stranger_when_opened_then_are_reported(place: Path, home: Path) -> None:
    hostile(
        place,
        "DROP TABLE condition",
        "CREATE TABLE condition (id, position, text, evidence, owner, date)",
        "INSERT INTO condition VALUES ('a', 'x', x'00ff', 3, 1.5, NULL)",
        "INSERT INTO condition VALUES ('b', 0, 'fine', NULL, '', '')",
        "INSERT INTO condition VALUES ('b', 1, 'twice', NULL, '', '')",
        "INSERT INTO condition VALUES (zeroblob(10), 1, 'no id', NULL, '', '')",
    )
    with Document.open(place, root=home) as document:
        found = document.project.tables["condition"]
        assert set(found) == {"a", "b"}
        assert found["b"].text == "fine"  # type: ignore[attr-defined]
        assert found["a"].text == ""  # type: ignore[attr-defined]
        assert document.report.kinds() >= {
            "read.bad-value",
            "read.duplicate",
            "read.lost-row",
            "read.foreign-part",
        }


def test_a_huge_value_when_opened_then_is_refused_without_taking_it_in(place: Path, home: Path) -> None:
    hostile(place, "UPDATE asset SET content = zeroblob(70000000)")
    refused(place, home, DamagedFileError)


def test_a_stamp_that_would_leave_the_folder_when_opened_then_is_not_believed(
    place: Path, home: Path
) -> None:
    hostile(place, "UPDATE meta SET value = '../../evil' WHERE key = 'doc_id'")
    with Document.open(place, root=home) as document:
        assert "read.seal" in document.report.kinds()
        assert "/" not in document.doc_id
        assert document._place.work.folder.parent == home / "work"


def test_a_missing_table_and_column_when_opened_then_are_reported(place: Path, home: Path) -> None:
    hostile(place, "DROP TABLE action", "ALTER TABLE item DROP COLUMN about")
    with Document.open(place, root=home) as document:
        assert document.report.kinds() >= {"read.no-table", "read.no-column", "read.digest"}
        assert document.project.tables["action"] == {}
        assert set(document.project.tables["item"]) == {"need"}


def test_invalid_letters_when_opened_then_are_replaced_and_reported(place: Path, home: Path) -> None:
    hostile(place, "UPDATE step SET title = CAST(x'41ff42' AS TEXT) WHERE id = 'ask'")
    with Document.open(place, root=home) as document:
        assert document.project.get(Step, "ask").title == "A\ufffdB"
        assert "read.digest" in document.report.kinds()
