"""Files that are not ours or not whole: the right error, and nothing is touched."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from helpers.storage import hostile, one_of_everything, refused, snapshot, whole_project, written
from rondofile.apart.door import read_file
from rondofile.document import Document
from rondofile.errors import (
    CannotReadError,
    ChangingFileError,
    DamagedFileError,
    EmptyFileError,
    FileMissingError,
    NotAFileError,
    NotAProjectError,
    RondoFileError,
    TooBigError,
    TooNewError,
)
from rondofile.fsops import Files
from rondofile.records import NOUNS
from rondofile.verdict import check
from rondofile.working.home import Home


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "theirs"
    folder.mkdir()
    return folder / "plan.rondo"


def test_a_missing_file_when_opened_then_is_named(place: Path, home: Path) -> None:
    assert refused(place, home, FileMissingError).facts["path"] == str(place)


def test_a_file_used_as_a_folder_when_opened_then_there_is_nothing(place: Path, home: Path) -> None:
    place.write_bytes(b"")
    with pytest.raises(FileMissingError):
        Document.open(place / "inside.rondo", root=home)


def test_a_folder_when_opened_then_is_no_file(place: Path, home: Path) -> None:
    place.mkdir()
    refused(place, home, NotAFileError)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such thing here")
def test_a_pipe_when_opened_then_is_no_file_and_does_not_wait(place: Path, home: Path) -> None:
    os.mkfifo(place)
    with pytest.raises(NotAFileError):
        Document.open(place, root=home)


@pytest.mark.parametrize(
    ("data", "error", "found"),
    [
        (b"", EmptyFileError, None),
        (b"%PDF-1.7\n...", NotAProjectError, "pdf"),
        (b"PK\x03\x04....", NotAProjectError, "zip"),
        (b' {"format": "rondo/1"}', NotAProjectError, "json"),
        (b"<html>", NotAProjectError, "xml"),
        (bytes(range(256)) * 40, NotAProjectError, "other"),
        (b"\x00" * 8192, NotAProjectError, "other"),
        (b"SQLite format 3\x00", DamagedFileError, None),
    ],
)
def test_other_bytes_when_opened_then_say_what_they_are(
    place: Path, home: Path, data: bytes, error: type[RondoFileError], found: str | None
) -> None:
    place.write_bytes(data)
    assert refused(place, home, error).facts.get("found") == found


def test_a_database_of_another_program_when_opened_then_is_not_ours(place: Path, home: Path) -> None:
    connection = sqlite3.connect(place)
    connection.execute("CREATE TABLE step (id TEXT)")
    connection.close()
    assert refused(place, home, NotAProjectError).facts["found"] == "database"


@pytest.mark.parametrize("version", [0, -1, 2**31 - 1])
def test_a_version_that_never_was_when_opened_then_is_not_ours(place: Path, home: Path, version: int) -> None:
    hostile(place, f"PRAGMA user_version = {version}")
    refused(place, home, NotAProjectError)


def test_a_file_of_a_later_version_when_opened_then_says_so(place: Path, home: Path) -> None:
    hostile(place, "PRAGMA user_version = 7", "UPDATE meta SET value = '7' WHERE key = 'min_reader'")
    assert refused(place, home, TooNewError).facts["needs"] == 7


def test_a_later_file_that_we_can_read_when_opened_then_is_read_only(place: Path, home: Path) -> None:
    before = hostile(place, "PRAGMA user_version = 7", "ALTER TABLE step ADD COLUMN mood TEXT")
    with Document.open(place, root=home) as document:
        assert document.status == "read-only"
        assert document.project == whole_project()
        assert "read.foreign-part" in document.report.kinds()
    assert place.read_bytes() == before


def test_every_cut_when_opened_then_is_noticed(place: Path, home: Path) -> None:
    whole = written(place)
    refusals = 0
    for share in range(1, 40):
        place.write_bytes(whole[: len(whole) * share // 40])
        with pytest.raises((DamagedFileError, NotAProjectError)):
            Document.read(place)
        refusals += 1
    assert refusals == 39
    refused(place, home, DamagedFileError)


def test_bit_flips_when_read_then_are_noticed_or_harmless(place: Path) -> None:
    whole, wanted, noticed = written(place), whole_project(), 0
    places = range(100, len(whole), 211)
    for offset in places:
        place.write_bytes(whole[:offset] + bytes([whole[offset] ^ 1 << offset % 8]) + whole[offset + 1 :])
        verdict = check(place)
        if verdict.whole:
            assert Document.read(place) == wanted
        else:
            noticed += 1
    print(f"{noticed} of {len(places)} flips noticed")
    assert len(places) > 500
    assert noticed > 50


@pytest.mark.parametrize("side", ["-journal", "-wal", "-shm"])
def test_a_side_file_when_opened_then_is_not_honoured(place: Path, home: Path, side: str) -> None:
    written(place)
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN")
    connection.execute("UPDATE step SET note = printf('%.*c', 90000, 'x')")
    journal = place.with_name(place.name + "-journal").read_bytes()
    dirty = place.read_bytes()
    connection.close()
    place.write_bytes(written(place))
    place.with_name(place.name + side).write_bytes(journal)
    assert journal and dirty
    before = snapshot(place.parent)
    with Document.open(place, root=home) as document:
        assert document.project == whole_project()
    assert snapshot(place.parent) == before


def test_a_file_with_the_mark_of_a_write_ahead_log_when_opened_then_is_read(place: Path, home: Path) -> None:
    before = hostile(place, "PRAGMA journal_mode = WAL")
    assert before[18:20] == b"\x02\x02"
    with Document.open(place, root=home) as document:
        assert document.project == whole_project()
    assert place.read_bytes() == before


class Growing(Files):
    """A file that another program is writing all the time."""

    def read(self, path: Path, limit: int = -1) -> bytes:
        with path.open("ab") as file:
            file.write(b"x")
        return super().read(path, limit)


class Denied(Files):
    def read(self, path: Path, limit: int = -1) -> bytes:
        raise PermissionError(13, "Permission denied")


def test_a_file_that_is_being_written_when_read_then_is_said_to_be(place: Path) -> None:
    written(place)
    with pytest.raises(ChangingFileError):
        read_file(place, Home(files=Growing()))


def test_a_file_we_may_not_read_when_read_then_says_why(place: Path) -> None:
    written(place)
    with pytest.raises(CannotReadError) as caught:
        read_file(place, Home(files=Denied()))
    assert caught.value.facts["reason"] == "Permission denied"


def test_a_sparse_giant_when_opened_then_is_refused_at_once(place: Path, home: Path) -> None:
    with place.open("wb") as file:
        file.truncate(3 * 1024**3)
    with pytest.raises(TooBigError):
        Document.open(place, root=home)


def test_opening_and_closing_without_an_edit_leaves_folder_bytes_and_times(place: Path, home: Path) -> None:
    written(place)
    before = snapshot(place.parent)
    for _ in range(3):
        with Document.open(place, root=home) as document:
            assert document.project == whole_project()
            assert document.report.clean
            assert document.status == "saved"
    assert snapshot(place.parent) == before
    assert {type(record) for record in one_of_everything()} == set(NOUNS.values())
