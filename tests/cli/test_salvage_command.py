"""`rondo salvage` and what `rondo check` says of a damaged file."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from helpers.ample import ample_project
from helpers.damage import DAMAGES, first_page, lost_page
from helpers.storage import written
from helpers.terminal import Rondo
from rondofile.document import Document

ROWS = len(list(ample_project(60).records()))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a file that is whole."""
    return written(tmp_path_factory.mktemp("whole") / "plan.rondo", ample_project(60))


@pytest.fixture
def damaged(tmp_path: Path, data: bytes) -> Path:
    """A file that lost one page."""
    path = tmp_path / "plan.rondo"
    path.write_bytes(lost_page(data, random.Random(57)))
    return path


def test_a_damaged_file_when_checked_then_one_line_names_the_next_step(rondo: Rondo, damaged: Path) -> None:
    said = rondo("check", damaged).sentence()
    assert str(damaged) in said and "damaged" in said and "rondo salvage" in said


def test_a_file_without_its_first_page_when_checked_then_is_damaged_and_not_another_programs(
    rondo: Rondo, damaged: Path, data: bytes
) -> None:
    damaged.write_bytes(first_page(data, random.Random(1)))
    assert "rondo salvage" in rondo("check", damaged).sentence()
    damaged.write_bytes(b"%PDF-1.7 and more")
    assert "rondo salvage" not in rondo("check", damaged).sentence()


def test_a_damaged_file_when_salvaged_then_says_what_is_missing_and_the_new_one_is_whole(
    rondo: Rondo, damaged: Path, tmp_path: Path
) -> None:
    before, new = damaged.read_bytes(), tmp_path / "new.rondo"
    said = rondo("salvage", damaged, "-o", new).fine()
    assert f" of {ROWS} rows, " in said and " unreadable: " in said
    assert rondo("check", new).fine()
    assert Document.read(new).info.title == "A day out"
    assert damaged.read_bytes() == before


def test_a_file_of_which_nothing_is_lost_when_salvaged_then_says_so(
    rondo: Rondo, damaged: Path, data: bytes, tmp_path: Path
) -> None:
    damaged.write_bytes(first_page(data, random.Random(1)))
    new = tmp_path / "new.rondo"
    assert rondo("salvage", damaged, "-o", new).fine() == f"All {ROWS} rows, exactly as they were saved.\n"
    assert Document.read(new) == ample_project(60)


def test_a_file_that_is_there_when_salvaged_into_then_stays(
    rondo: Rondo, damaged: Path, tmp_path: Path
) -> None:
    there = tmp_path / "there.rondo"
    there.write_bytes(b"mine")
    assert "exists already" in rondo("salvage", damaged, "-o", there).sentence()
    assert "exists already" in rondo("salvage", damaged, "-o", damaged).sentence()
    assert there.read_bytes() == b"mine"


@pytest.mark.parametrize("content", [b"", b"hello " * 500, bytes(5_000)])
def test_a_file_with_nothing_of_ours_when_salvaged_then_fails_with_a_sentence(
    rondo: Rondo, tmp_path: Path, content: bytes
) -> None:
    path, new = tmp_path / "other.rondo", tmp_path / "new.rondo"
    path.write_bytes(content)
    assert "Nothing of a Rondo project" in rondo("salvage", path, "-o", new).sentence()
    assert not new.exists()


def test_a_file_that_only_begins_as_ours_when_salvaged_then_nothing_could_be_read(
    rondo: Rondo, tmp_path: Path, data: bytes
) -> None:
    path, new = tmp_path / "plan.rondo", tmp_path / "new.rondo"
    path.write_bytes(data[:900])
    assert "Nothing could be read" in rondo("salvage", path, "-o", new).sentence()
    assert not new.exists()


def test_every_damage_when_salvaged_then_gives_a_whole_file_or_a_sentence(
    rondo: Rondo, tmp_path: Path, data: bytes
) -> None:
    chance, path, saved = random.Random(9), tmp_path / "plan.rondo", 0
    for number, (name, damage) in enumerate([*DAMAGES.items()] * 2):
        new = tmp_path / f"{number}.rondo"
        path.write_bytes(damage(data, chance))
        done = rondo("salvage", path, "-o", new)
        if done.code == 0:
            assert Document.read_published(new)[1].clean, name
            saved += 1
        else:
            done.sentence()
    assert saved > 20


@pytest.mark.parametrize("language", ["en", "nl", "te"])
def test_salvage_in_every_language_then_says_all_it_has_to(
    rondo: Rondo, damaged: Path, tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RONDO_LANGUAGE", language)
    assert str(ROWS) in rondo("salvage", damaged, "-o", tmp_path / "new.rondo").fine()
    assert rondo("salvage", "--help").code == 0
