"""Versions: whole earlier states, kept once, named, read back, never lost to what fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.storage import add_step, whole_project, written
from rondofile.document import Document
from rondofile.errors import VersionDamagedError, VersionGoneError
from rondofile.kept.versions import Versions, Why
from rondofile.working.home import Home


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(Home(tmp_path / "home"), "document")


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    return written(tmp_path / "plan.rondo")


def test_what_is_kept_then_is_listed_newest_first_and_reads_as_it_was(
    versions: Versions, data: bytes
) -> None:
    assert versions.all() == ()
    kept = versions.keep(data, 3, Why.IMPORT)
    later = versions.keep(data + b"\0", 4, Why.NAMED, " A\nname ")
    assert versions.all() == (later, kept)
    assert (later.name, later.named, kept.named) == ("A name", True, False)
    assert versions.read(kept).project == whole_project()
    assert (kept.rev, kept.why, kept.size) == (3, Why.IMPORT, len(data))


def test_the_same_bytes_twice_then_are_one_file(versions: Versions, data: bytes) -> None:
    kept = versions.keep(data, 3, Why.OPENED)
    assert versions.keep(data, 3, Why.HOURLY) == kept
    named = versions.keep(data, 3, Why.NAMED, "First")
    assert (named.path, named.name) == (kept.path, "First")
    assert [one.name for one in versions.all()] == ["First"]


def test_a_name_then_is_taken_away_and_given(versions: Versions, data: bytes) -> None:
    kept = versions.keep(data, 3, Why.HOURLY)
    assert versions.rename(kept, "Before the board").named
    assert versions.all()[0].name == "Before the board"
    assert not versions.rename(versions.all()[0], "").named
    assert versions.all() == (kept,)
    versions.remove(kept)
    assert versions.all() == () and not list(versions.folder.iterdir())


def test_a_version_that_was_damaged_then_is_refused_and_left_alone(versions: Versions, data: bytes) -> None:
    kept = versions.keep(data, 3, Why.HOURLY)
    kept.path.write_bytes(data[:-7])
    with pytest.raises(VersionDamagedError):
        versions.read(kept)
    assert kept.path.read_bytes() == data[:-7]
    mended = versions.keep(data, 3, Why.HOURLY)
    assert versions.read(mended).project == whole_project()
    mended.path.unlink()
    with pytest.raises(VersionGoneError):
        versions.read(mended)


def test_a_document_then_keeps_its_present_with_and_without_a_file(tmp_path: Path) -> None:
    plan = tmp_path / "plan.rondo"
    data = written(plan)
    with Document.open(plan, root=tmp_path / "home") as document:
        kept = document.keep_version(Why.NAMED, "As it came")
        assert kept.path.read_bytes() == data
        add_step(document, "new")
        later = document.keep_version(Why.NAMED, "One more")
        assert document.versions.read(later).project == document.project
        assert document.versions.all() == (later, kept)
        document.publish()
        assert document.keep_version(Why.HOURLY) == later
        assert plan.read_bytes() == later.path.read_bytes()
    with Document.create(root=tmp_path / "home") as untitled:
        assert untitled.versions.read(untitled.keep_version(Why.NAMED, "Empty")).project == untitled.project
