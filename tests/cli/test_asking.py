"""sql and check: what a project says of itself, and that asking changes nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from helpers.terminal import Rondo, everything_in
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.records import Info, Player


def test_sql_prints_a_header_and_one_line_a_row(rondo: Rondo, park: Path) -> None:
    lines = rondo("sql", park, "SELECT id, name, kind FROM player ORDER BY position").fine().splitlines()
    players = Document.read(park).all(Player)
    assert lines == ["id\tname\tkind", *(f"{each.id}\t{each.name}\t{each.kind}" for each in players)]
    assert len(players) > 2


def test_sql_escapes_what_would_break_the_table(rondo: Rondo, park: Path) -> None:
    with Document.open(park) as document, document.edit(EditKind.SET_PROJECT) as edit:
        edit.change(Info, document.project.info.id, purpose="a\tb\nc\\d", date="")
    out = rondo("sql", park, "SELECT purpose, date, NULL AS n, x'00ff' AS b, 1.5 AS r FROM project").fine()
    assert out == "purpose\tdate\tn\tb\tr\na\\tb\\nc\\\\d\t\t\t00ff\t1.5\n"


def test_sql_with_no_rows_prints_the_header_alone(rondo: Rondo, park: Path) -> None:
    assert rondo("sql", park, "SELECT title FROM step WHERE 0").fine() == "title\n"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM step",
        "UPDATE step SET title = ''",
        "DROP TABLE step",
        "CREATE TABLE x (y)",
        "ATTACH 'other.db' AS other",
        "PRAGMA user_version = 9",
        "SELECT 1; DELETE FROM step",
        "SELECT nothing FROM step",
        "SELECT * FROM nowhere",
        "SELEKT 1",
        "",
        "-- nothing",
        "VACUUM INTO 'copy.db'",
    ],
)
def test_sql_that_is_no_question_is_refused_and_changes_nothing(
    statement: str, rondo: Rondo, park: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = everything_in(tmp_path)
    assert "SELECT" in rondo("sql", park, statement).sentence()
    assert everything_in(tmp_path) == before


def test_check_tells_whole_from_damaged_in_one_line(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    data = park.read_bytes()
    place = data.index(b"Larkmere")
    broken = {
        "flipped": data[:place] + b"X" + data[place + 1 :],
        "cut": data[: len(data) // 2],
        "text": b"hello",
        "json": b"{}",
        "empty": b"",
        "pdf": b"%PDF-1.7\n",
    }
    for name, content in broken.items():
        path = tmp_path / f"{name}.rondo"
        path.write_bytes(content)
        assert str(path) in rondo("check", path).sentence()
        assert path.read_bytes() == content
    for path in (tmp_path, tmp_path / "none.rondo"):
        assert str(path) in rondo("check", path).sentence()
    assert rondo("check", park).fine() == f"{park} is whole.\n"


def test_another_programs_database_is_not_taken_for_a_project(rondo: Rondo, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE step (id TEXT)")
    connection.close()
    for arguments in (
        ["check", path],
        ["sql", path, "SELECT 1"],
        ["export", path, "-o", tmp_path / "o.json"],
    ):
        assert "another program" in rondo(*arguments).sentence()
