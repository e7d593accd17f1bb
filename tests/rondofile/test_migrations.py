"""Migrations: whole or not at all, in order, and history ends with them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.storage import add_step, whole_project, written
from rondofile import migrations, schema
from rondofile.document import Document
from rondofile.errors import TooNewError
from rondofile.migrations import Migration, migrate
from rondofile.records import Step
from rondofile.working.connection import connect
from rondofile.writing.canonical import stored_project


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A working database with a step of history."""
    written(tmp_path / "plan.rondo")
    document = Document.open(tmp_path / "plan.rondo", root=tmp_path / "home")
    add_step(document, "more")
    folder = document._place.work.folder
    document.close(publish=False)
    return folder / "work.db"


def add_mood(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE step ADD COLUMN mood TEXT NOT NULL DEFAULT ''")


def fill_mood(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE step SET mood = 'calm'")


STEPS = (Migration(1, add_mood), Migration(2, fill_mood))


def everything(connection: sqlite3.Connection) -> list[str]:
    return list(connection.iterdump())


def test_steps_when_taken_then_run_once_in_order_and_end_history(work: Path) -> None:
    connection = connect(work)
    assert migrate(connection, STEPS, 3) == (2, 3)
    assert migrate(connection, STEPS, 3) == ()
    assert connection.execute("SELECT DISTINCT mood FROM step").fetchall() == [("calm",)]
    assert connection.execute("PRAGMA user_version").fetchone() == (3,)
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert not [name for name in names if name.startswith(("u_", "history"))]
    assert len(stored_project(connection).all(Step)) == 4
    connection.close()


def broken_after(count: int) -> Callable[[sqlite3.Connection], None]:
    def change(connection: sqlite3.Connection) -> None:
        for number in range(count):
            connection.execute(f"ALTER TABLE step ADD COLUMN mood{number} TEXT")
        raise ZeroDivisionError

    return change


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_step_that_fails_then_leaves_what_it_began_with_and_can_be_tried_again(
    work: Path, count: int
) -> None:
    connection = connect(work)
    before = everything(connection)
    with pytest.raises(ZeroDivisionError):
        migrate(connection, (Migration(1, broken_after(count)),), 2)
    assert everything(connection) == before
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert migrate(connection, STEPS, 2) == (2,)
    connection.close()


def test_the_second_step_when_it_fails_then_the_first_stands(work: Path) -> None:
    connection = connect(work)
    with pytest.raises(ZeroDivisionError):
        migrate(connection, (STEPS[0], Migration(2, broken_after(1))), 3)
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    assert connection.execute("SELECT count(*) FROM step WHERE mood = ''").fetchone() == (4,)
    connection.close()


def test_a_step_that_leaves_a_reference_to_nothing_then_is_refused(work: Path) -> None:
    connection = connect(work)
    before = everything(connection)

    def orphan(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM journey")

    with pytest.raises(sqlite3.IntegrityError):
        migrate(connection, (Migration(1, orphan),), 2)
    assert everything(connection) == before
    connection.close()


def test_a_later_version_or_a_missing_step_then_is_an_error(work: Path) -> None:
    connection = connect(work)
    with pytest.raises(KeyError):
        migrate(connection, (), 2)
    connection.execute("PRAGMA user_version = 9")
    with pytest.raises(TooNewError):
        migrate(connection, STEPS, 3)
    connection.close()


def test_kept_work_of_a_later_version_then_is_not_opened_and_not_lost(work: Path, tmp_path: Path) -> None:
    connection = connect(work)
    connection.execute("PRAGMA user_version = 9")
    connection.close()
    before = work.read_bytes()
    with pytest.raises(TooNewError):
        Document.open(tmp_path / "plan.rondo", root=tmp_path / "home")
    assert work.read_bytes() == before


def test_kept_work_of_an_older_version_then_stays_beside_what_becomes_of_it(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shout = Migration(1, lambda connection: connection.execute("UPDATE step SET title = title || '!'"))
    monkeypatch.setattr(migrations, "STEPS", (shout,))
    monkeypatch.setattr(schema, "VERSION", 2)
    document = Document.open(tmp_path / "plan.rondo", root=tmp_path / "home")
    assert document.project.get(Step, "more").title.endswith("!")
    assert document.entries() == ()
    document.close(publish=False)
    kept = sqlite3.connect(work.parent / "before-upgrade-1.db")
    assert kept.execute("SELECT title FROM step WHERE id = 'more'").fetchone() == ("Step",)
    assert kept.execute("SELECT count(*) FROM history").fetchone() == (1,)
    kept.close()


def test_today_there_is_a_step_for_every_version() -> None:
    assert [step.source for step in migrations.STEPS] == list(range(1, schema.VERSION))
    assert whole_project().all(Step)
