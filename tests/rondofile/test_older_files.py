"""Files of an older version: brought to today's on a copy, the file untouched until an edit is published."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.storage import hostile, whole_project, written
from rondofile import migrations, schema
from rondofile.document import Document
from rondofile.errors import DamagedFileError
from rondofile.kinds import EditKind
from rondofile.migrations import Migration
from rondofile.reading import older
from rondofile.reading.ledger import Ledger
from rondofile.reading.reader import Published, read_bytes
from rondofile.records import Mark, Step
from rondofile.verdict import check
from rondofile.working.home import Home

Change = Callable[[sqlite3.Connection], None]


def louder(connection: sqlite3.Connection) -> None:
    """What a later version might do: every title and one rule for marks become others."""
    connection.execute("UPDATE step SET title = title || '!'")
    connection.execute("UPDATE mark SET weight = 1 WHERE weight = 3")


def read(path: Path) -> Published:
    """What the file holds, read in this process: another one would not know that it is tomorrow."""
    return read_bytes(path.read_bytes())


@pytest.fixture
def home(plan: Path, tmp_path: Path) -> Home:
    """A working area that knows every file of these tests as its own, so that it is read in this process."""
    home = Home(tmp_path / "home")
    Ledger(home).remember(hashlib.sha256(plan.read_bytes()).hexdigest())
    return home


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A file of today, which is soon one of yesterday."""
    written(tmp_path / "plan.rondo")
    return tmp_path / "plan.rondo"


@pytest.fixture
def tomorrow(plan: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Change], None]:
    """The program is one version further, with that step from today."""

    def step(change: Change) -> None:
        monkeypatch.setattr(older, "SCHEMAS", {1: (*schema.tables(), *schema.rules())})
        monkeypatch.setattr(migrations, "STEPS", (Migration(1, change),))
        monkeypatch.setattr(schema, "VERSION", 2)
        monkeypatch.setattr(Ledger, "knows", lambda *_: True)  # no other process is of tomorrow

    return step


def test_an_older_file_when_read_then_is_brought_to_today(
    plan: Path, tomorrow: Callable[[Change], None]
) -> None:
    before = plan.read_bytes()
    tomorrow(louder)
    found = read(plan)
    assert found.older and not found.newer
    assert found.report.clean
    assert {step.title for step in found.project.all(Step)} == {"Ask!", "Wait!", "Is told!"}
    assert [mark.weight for mark in found.project.all(Mark)] == [1]
    assert found.stamp.doc_id == "document"
    assert plan.read_bytes() == before
    assert check(plan).whole


def test_an_older_file_when_opened_then_stays_until_an_edit_and_is_kept(
    plan: Path, home: Home, tomorrow: Callable[[Change], None]
) -> None:
    before = plan.read_bytes()
    tomorrow(louder)
    with Document.open(plan, root=home) as document:
        assert not document.unpublished
        assert document.project.get(Step, "ask").title == "Ask!"
    assert plan.read_bytes() == before
    with Document.open(plan, root=home) as document:
        with document.edit(EditKind.SET_STEPS) as edit:
            edit.change(Step, "ask", title="Ours")
        document.publish()
        kept = [version for version in document.versions.all() if version.path.read_bytes() == before]
        assert [version.why.value for version in kept] == ["upgrade"]
    assert int.from_bytes(plan.read_bytes()[60:64], "big") == 2
    assert read(plan).project.get(Step, "ask").title == "Ours"


def test_a_step_that_fails_then_the_file_is_as_it_was_and_can_be_tried_again(
    plan: Path, home: Home, tomorrow: Callable[[Change], None]
) -> None:
    before = plan.read_bytes()

    def broken(connection: sqlite3.Connection) -> None:
        louder(connection)
        connection.execute("UPDATE nothing SET x = 1")

    tomorrow(broken)
    with pytest.raises(DamagedFileError) as caught:
        Document.open(plan, root=home)
    assert caught.value.facts["reason"] == "upgrade"
    assert plan.read_bytes() == before
    tomorrow(louder)
    with Document.open(plan, root=home) as document:
        assert document.project.get(Step, "ask").title == "Ask!"


def test_a_version_between_which_there_is_no_way_then_is_refused(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "VERSION", 3)
    with pytest.raises(DamagedFileError):
        read(plan)
    monkeypatch.setattr(older, "SCHEMAS", {1: (*schema.tables(), *schema.rules())})
    with pytest.raises(DamagedFileError):
        read(plan)


def test_an_older_file_with_active_parts_then_none_of_them_runs_in_the_steps(
    plan: Path, tomorrow: Callable[[Change], None]
) -> None:
    hostile(plan, "CREATE TRIGGER t AFTER UPDATE ON step BEGIN DELETE FROM mark; END")
    tomorrow(louder)
    found = read(plan)
    assert found.report.kinds() == {"read.active-part"}
    assert len(found.project.all(Mark)) == 1 and len(found.project.all(Step)) == 3


def test_an_older_file_that_was_changed_then_says_so(plan: Path, tomorrow: Callable[[Change], None]) -> None:
    hostile(plan, "UPDATE step SET title = 'Other' WHERE id = 'ask'")
    tomorrow(louder)
    found = read(plan)
    assert found.report.kinds() == {"read.digest"}
    assert found.project.get(Step, "ask").title == "Other!"


def test_older_rows_that_fit_nothing_then_are_reported_and_the_rest_is_there(
    plan: Path, tomorrow: Callable[[Change], None]
) -> None:
    hostile(
        plan,
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM step WHERE id = 'wait'",
        "ALTER TABLE mark DROP COLUMN cause",
    )
    tomorrow(louder)
    found = read(plan)
    assert {"read.lost-row", "read.no-column"} <= found.report.kinds()
    lost = {remark.id for remark in found.report.remarks if remark.key == "read.lost-row"}
    assert {"pain", "next", "back", "origin"} <= lost
    assert {step.id for step in found.project.all(Step)} == {"ask", "told"}
    assert len(list(found.project.records())) == len(list(whole_project().records())) - 1 - len(lost)
