"""Every hostile file through every door: what comes of it was allowed, it comes soon, nothing is touched."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.hostile_files import hostile_files
from helpers.hostile_making import Hostile
from helpers.storage import memory_folder, snapshot, whole_project
from helpers.terminal import Rondo, in_process
from rondofile.document import Document
from rondofile.errors import RondoFileError
from rondofile.kinds import EditKind
from rondofile.records import Step
from rondofile.verdict import check

FILES = tuple(hostile_files())
SECONDS = 2.0


@pytest.fixture
def room() -> Iterator[Path]:
    with memory_folder() as folder:
        (folder / "theirs").mkdir()
        yield folder


@pytest.fixture
def rondo(capsys: pytest.CaptureFixture[str]) -> Rondo:
    return in_process(capsys)


def soon(work: Callable[[], object]) -> None:
    """Done within the time that the row gives, on a machine that does nothing else; it may try twice."""
    allowed = SECONDS * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    for last in (False, True):
        begun = time.monotonic()
        work()
        took = time.monotonic() - begun
        if took < allowed:
            return
        assert not last, (took, allowed)


def test_there_are_many_and_each_has_its_name() -> None:
    names = [file.name for file in FILES]
    assert len(names) == len(set(names)) >= 130
    assert sum(file.opens for file in FILES) > 60
    assert sum(not file.opens for file in FILES) > 50


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_hostile_file_then_is_data_or_is_refused(file: Hostile, room: Path) -> None:
    place, home = room / "theirs" / "plan.rondo", room / "home"
    file.build(place)
    before = snapshot(place.parent)
    soon(lambda: opened_as_allowed(file, place, home))
    assert snapshot(place.parent) == before
    verdict = check(place)
    assert (verdict.error is None) == file.opens
    if not file.opens:
        assert type(verdict.error) in file.becomes
        assert not list(home.rglob("work.db"))
    else:
        assert verdict.report is not None and verdict.report.kinds() == file.becomes
        assert verdict.whole == (not file.becomes)
    assert snapshot(place.parent) == before


def opened_as_allowed(file: Hostile, place: Path, home: Path) -> None:
    try:
        document = Document.open(place, root=home)
    except RondoFileError as problem:
        assert type(problem) in file.becomes, problem
        return
    with document:
        assert document.report.kinds() == file.becomes
        assert (document.project == whole_project()) == file.whole
        kept = list((home / "snapshots").rglob("*.rondo"))
        assert [one.read_bytes() for one in kept] == ([place.read_bytes()] if file.becomes else [])


@pytest.mark.parametrize("file", [file for file in FILES if file.opens], ids=lambda file: file.name)
def test_a_hostile_file_that_opens_then_our_edit_holds_and_nothing_of_it_is_published(
    file: Hostile, room: Path
) -> None:
    place, home = room / "theirs" / "plan.rondo", room / "home"
    file.build(place)
    with Document.open(place, root=home) as document:
        with document.edit(EditKind.SET_STEPS) as edit:
            edit.change(Step, "ask", title="Ours")
        assert document.project.get(Step, "ask").title == "Ours"
        wanted = document.project
        document.publish()
    assert check(place).whole
    assert Document.read(place) == wanted
    data = place.read_bytes()
    for word in (b"TRIGGER", b"VIEW", b"VIRTUAL", b"load_extension", b"CREATE TABLE other", b"printf"):
        assert word not in data


@pytest.mark.parametrize("file", FILES[::4], ids=lambda file: file.name)
def test_a_hostile_file_given_to_a_command_then_is_answered_in_one_line(
    file: Hostile, room: Path, rondo: Rondo
) -> None:
    place = room / "theirs" / "plan.rondo"
    file.build(place)
    before = snapshot(place.parent)
    done = rondo("check", place)
    if file.becomes:
        assert "plan.rondo" in done.sentence()
    else:
        assert "plan.rondo" in done.fine()
    made = rondo("dump", place)
    assert made.code == (0 if file.opens else 1)
    for text in (done.out + done.err, made.err):
        assert "Traceback" not in text and "\x1b" not in text and "\u202e" not in text
    assert snapshot(place.parent) == before


@pytest.mark.parametrize("name", ["trigger-writes-elsewhere", "letters-that-steer", "names-twice"])
def test_a_hostile_file_when_it_is_printed_then_it_is_a_brief_or_one_sentence(
    name: str, room: Path, rondo: Rondo
) -> None:
    place = room / "theirs" / "plan.rondo"
    file = next(file for file in FILES if file.name == name)
    file.build(place)
    before = snapshot(place.parent)
    done = rondo("brief", place, "-o", room / "brief.pdf")
    assert done.code == (0 if file.opens else 1), done
    assert (room / "brief.pdf").exists() == file.opens
    assert "plan.rondo" in done.err and "Traceback" not in done.err
    assert snapshot(place.parent) == before
