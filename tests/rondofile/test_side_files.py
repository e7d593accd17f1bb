"""What another program left beside a document: never honoured unasked, and worked into a copy when asked."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from helpers.storage import memory_folder, snapshot, whole_project, written
from rondofile.apart.door import read_with_sides
from rondofile.apart.unfinished import caught_up, rolled_back
from rondofile.document import Document
from rondofile.errors import NothingUnfinishedError
from rondofile.others.outside import Outside
from rondofile.reading.quarantine import BIGGEST
from rondofile.records import Step
from rondofile.verdict import check
from rondofile.working.home import Home

ENDINGS = ("-journal", "-wal", "-shm")


@pytest.fixture
def room() -> Iterator[Path]:
    with memory_folder() as folder:
        (folder / "theirs").mkdir()
        yield folder


@pytest.fixture
def place(room: Path) -> Path:
    return room / "theirs" / "plan.rondo"


def broken_off(place: Path, mode: str, *statements: str, commit: bool = True) -> None:
    """The document and its side files as a program leaves them that is cut off while it changes them."""
    if not place.exists():
        written(place)
    other = place.with_name("other.db")
    shutil.copy(place, other)
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        for setting in (f"journal_mode = {mode}", "cache_size = 1", "wal_autocheckpoint = 0"):
            connection.execute(f"PRAGMA {setting}").fetchall()
        connection.execute("BEGIN")
        for statement in statements:
            connection.execute(statement)
        if commit:
            connection.execute("COMMIT")
        for ending in ("", *ENDINGS):
            source = Path(f"{other}{ending}")
            if source.exists():
                shutil.copy(source, f"{place}{ending}")
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    for ending in ("", *ENDINGS):
        Path(f"{other}{ending}").unlink(missing_ok=True)


LONG_NOTES = "UPDATE step SET note = printf('%.*c', 60000, 'x')"
RENAMED = "UPDATE step SET title = 'From the log' WHERE id = 'ask'"


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_side_file_when_the_document_is_opened_then_is_remarked_and_nothing_is_touched(
    room: Path, place: Path, ending: str
) -> None:
    written(place)
    Path(f"{place}{ending}").write_bytes(b"left behind")
    before = snapshot(place.parent)
    for _ in range(2):
        with Document.open(place, root=room / "home") as document:
            assert document.project == whole_project()
            assert [(one.key, one.value) for one in document.report.remarks] == [
                ("read.side-file", f"plan.rondo{ending}")
            ]
    assert not check(place).whole
    assert snapshot(place.parent) == before


def test_an_empty_side_file_when_the_document_is_opened_then_is_no_remark(room: Path, place: Path) -> None:
    written(place)
    Path(f"{place}-wal").touch()
    with Document.open(place, root=room / "home") as document:
        assert document.report.clean


def test_a_finished_change_in_a_log_when_asked_for_then_is_in_a_new_project(room: Path, place: Path) -> None:
    broken_off(place, "WAL", RENAMED)
    before = snapshot(place.parent)
    assert set(before) >= {"plan.rondo", "plan.rondo-wal"}
    with Document.open(place, root=room / "home") as document:
        assert document.project == whole_project()
    with Document.open_with_sides(place, root=room / "home") as document:
        assert document.path is None
        assert document.doc_id != "document"
        assert document.project.get(Step, "ask").title == "From the log"
        assert "read.digest" in document.report.kinds()
    assert snapshot(place.parent) == before


def test_a_half_done_change_with_its_journal_when_asked_for_then_is_taken_back(
    room: Path, place: Path
) -> None:
    broken_off(place, "DELETE", LONG_NOTES, commit=False)
    before = snapshot(place.parent)
    assert set(before) == {"plan.rondo", "plan.rondo-journal"}
    found = read_with_sides(place, Home(room / "home"))
    assert found.project == whole_project()
    assert found.report.clean
    assert snapshot(place.parent) == before


def test_a_journal_that_names_another_file_when_asked_for_then_that_file_stays(
    room: Path, place: Path
) -> None:
    broken_off(place, "DELETE", LONG_NOTES, commit=False)
    victim = room / "theirs" / "victim.txt"
    victim.write_bytes(b"mine")
    name = str(victim).encode()
    journal = Path(f"{place}-journal")
    lock_page = 0x40000000 // int.from_bytes(place.read_bytes()[16:18], "big") + 1
    trailer = lock_page.to_bytes(4, "big") + name + len(name).to_bytes(4, "big")
    trailer += (sum(name) & 0xFFFFFFFF).to_bytes(4, "big") + journal.read_bytes()[:8]
    journal.write_bytes(journal.read_bytes() + trailer)
    before = snapshot(place.parent)
    assert read_with_sides(place, Home(room / "home")).project == whole_project()
    assert snapshot(place.parent) == before


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        ("-wal", b""),
        ("-wal", b"left behind"),
        ("-wal", bytes(5000)),
        ("-journal", b"left behind"),
        ("-journal", bytes(5000)),
        ("-journal", bytes.fromhex("d9d505f920a163d7") + b"\xff" * 600),
        ("-shm", b"left behind"),
    ],
)
def test_a_side_file_of_something_else_when_asked_for_then_is_said_to_be(
    room: Path, place: Path, ending: str, content: bytes
) -> None:
    written(place)
    Path(f"{place}{ending}").write_bytes(content)
    with pytest.raises(NothingUnfinishedError) as caught:
        Document.open_with_sides(place, root=room / "home")
    assert caught.value.facts["path"] == str(place)
    assert not list((room / "home").rglob("work.db"))


def test_a_log_with_other_salt_or_sums_when_asked_for_then_ends_where_it_is_wrong(
    room: Path, place: Path
) -> None:
    broken_off(place, "WAL", RENAMED)
    log = Path(f"{place}-wal")
    whole = log.read_bytes()
    refusals = 0
    for offset in (0, 5, 8, 17, 25, 32 + 9, 32 + 17, 32 + 24 + 500):
        log.write_bytes(whole[:offset] + bytes([whole[offset] ^ 1]) + whole[offset + 1 :])
        with pytest.raises(NothingUnfinishedError):
            read_with_sides(place, Home(room / "home"))
        refusals += 1
    assert refusals == 8


STATEMENTS = (
    "UPDATE step SET note = printf('%.*c', 3000, 'x') WHERE id % 3 = 0",
    "DELETE FROM step WHERE id % 2 = 0",
    "INSERT INTO step (note) SELECT note || 'b' FROM step",
    "CREATE TABLE more AS SELECT * FROM step",
)


def any_database(place: Path, random: Random) -> None:
    """A database that some program left in the middle of a change, its log perhaps cut off."""
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {random.choice((512, 1024, 4096, 65536))}")
        connection.execute("CREATE TABLE step (id INTEGER PRIMARY KEY, note TEXT)")
        notes = [("a" * random.randrange(900),) for _ in range(60)]
        connection.executemany("INSERT INTO step (note) VALUES (?)", notes)
    mode = random.choice(("WAL", "DELETE", "TRUNCATE", "PERSIST"))
    broken_off(place, mode, random.choice(STATEMENTS), commit=mode == "WAL")
    Path(f"{place}-shm").unlink(missing_ok=True)
    log = Path(f"{place}-wal")
    if log.exists():
        whole = log.read_bytes()
        log.write_bytes(whole[: random.randrange(len(whole) * 3 // 4, len(whole) + 1)])


def worked_in(place: Path) -> tuple[bytes, int]:
    """The bytes of the database with what lies beside it, and how much of that fitted."""
    data, fitted = place.read_bytes(), 0
    for ending, work in (("-journal", rolled_back), ("-wal", caught_up)):
        side = Path(f"{place}{ending}")
        with suppress(NothingUnfinishedError):
            data = work(data, side.read_bytes() if side.exists() else b"", BIGGEST)
            fitted += 1
    return data, fitted


def test_what_is_worked_in_here_is_what_the_library_itself_would_have_made(room: Path) -> None:
    """The same bytes beside a copy that SQLite may change: the rows are the same, whatever was cut off."""
    random, compared, fitted = Random(7), 0, 0
    for turn in range(40):
        place = room / f"{turn}.db"
        any_database(place, random)
        data, some = worked_in(place)
        fitted += some
        with closing(sqlite3.connect(place)) as theirs, closing(sqlite3.connect(":memory:")) as ours:
            ours.deserialize(data[:18] + b"\x01\x01" + data[20:])
            assert list(ours.iterdump()) == list(theirs.iterdump())
            assert ours.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        compared += 1
    assert compared == 40
    assert fitted >= 15


WRITER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
connection.execute("BEGIN EXCLUSIVE")
connection.execute("UPDATE step SET title = 'By another program' WHERE id = 'ask'")
print("holds", flush=True)
sys.stdin.readline()
connection.execute("COMMIT")
connection.close()
print("done", flush=True)
sys.stdin.readline()
"""


def test_another_program_that_holds_and_writes_the_file_then_a_copy_is_read_and_its_change_is_seen(
    room: Path, place: Path
) -> None:
    written(place)
    command = [sys.executable, "-c", WRITER, str(place)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None and other.stdout is not None
        assert other.stdout.readline() == "holds\n"
        document = Document.open(place, root=room / "home")
        assert document.project == whole_project()
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.stdout.readline() == "done\n"
        assert document.refresh() is None  # what another program wrote is never taken unasked
        assert document.outside is Outside.REPLACED
        assert document.project == whole_project()
        document.close(publish=False)
        assert Document.read(place).get(Step, "ask").title == "By another program"
        other.stdin.close()
