"""Two things that go wrong at once: what is said stays true, and nothing is the only copy of anything."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from helpers.storage import whole_project
from rondofile.document import Document
from rondofile.document_file import DocumentFile
from rondofile.edits import Edit
from rondofile.errors import CannotWriteError, NoSpaceError, RondoFileError, SlowFileError
from rondofile.fsops import Files
from rondofile.kinds import EditKind
from rondofile.reading.reader import read_bytes
from rondofile.records import Journey
from rondofile.thread import DocumentThread
from rondofile.working.home import Home

PATIENCE = 0.3


def name_it(name: str, document: Document) -> None:
    with document.edit(EditKind.SET_JOURNEY) as edit:
        write(edit, name)


def write(edit: Edit, name: str) -> None:
    if edit.find(Journey, "j") is None:
        edit.insert(Journey(id="j", name=name))
    else:
        edit.change(Journey, "j", name=name)


def held(path: Path) -> str:
    return read_bytes(path.read_bytes()).project.get(Journey, "j").name


class Hanging(Files):
    """Files of which one path does not answer whoever publishes."""

    def __init__(self, path: Path) -> None:
        self.path, self.hangs, self.answers = path, False, threading.Event()

    def stat(self, path: Path) -> os.stat_result:
        if self.hangs and path == self.path and threading.current_thread().name == "rondo-publication":
            self.answers.wait(20)
        return super().stat(path)


def test_a_disk_that_hangs_for_good_then_saving_elsewhere_works_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = DocumentFile._rest
    monkeypatch.setattr(DocumentFile, "_rest", lambda self, _=None: rest(self, PATIENCE))
    first, second = tmp_path / "first.rondo", tmp_path / "second.rondo"
    files = Hanging(first)
    thread = DocumentThread(lambda: Document.create(first, Home(tmp_path / "home", files)), idle=0.05)
    thread.do(lambda document: name_it("one", document)).result()
    thread.publish().result()
    files.hangs = True
    thread.do(lambda document: name_it("two", document)).result()
    thread.publish()
    with pytest.raises(SlowFileError):
        thread.do(lambda document: document.save_as(second)).result()
    thread.do(lambda document: document.save_as(second)).result()
    thread.do(lambda document: name_it("three", document)).result()
    thread.publish().result(10)
    assert held(second) == "three" and held(first) == "one"
    files.answers.set()
    thread.close()
    assert held(second) == "three" and held(first) == "one"


class Filling(Files):
    """A disk that takes its time for the first new file, and has no room for any other."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.fills, self.first = folder, False, threading.Event()
        self.new = 0

    def open_new(self, path: Path, mode: int | None) -> int:
        if self.fills and path.parent == self.folder:
            self.new += 1
            if self.new > 1:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            self.first.wait(20)
        return super().open_new(path, mode)


def test_the_last_publication_fails_then_who_waited_for_it_is_not_told_otherwise(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    files = Filling(place)
    home = Home(tmp_path / "home", files)
    thread = DocumentThread(lambda: Document.create(place / "plan.rondo", home), idle=60, at_most=60)
    thread.do(lambda document: name_it("one", document)).result()
    thread.publish().result()
    files.fills = True
    thread.do(lambda document: name_it("two", document)).result()
    early = thread.publish()
    thread.do(lambda document: name_it("three", document)).result()
    late = thread.publish()
    threading.Timer(0.2, files.first.set).start()
    with pytest.raises(NoSpaceError):
        thread.close()
    assert early.result(10) is True
    with pytest.raises(NoSpaceError):
        late.result(10)
    assert held(place / "plan.rondo") == "two"
    with Document.open(place / "plan.rondo", root=tmp_path / "home") as document:
        assert document.project.get(Journey, "j").name == "three"


class Losing(Files):
    """A medium that loses what it was given at the exchange, and refuses to exchange back."""

    exchanges = -1

    def exchange(self, one: Path, other: Path) -> None:
        self.exchanges += self.exchanges >= 0
        if self.exchanges > 1:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        super().exchange(one, other)
        if self.exchanges == 1:
            other.write_bytes(other.read_bytes()[:3000] + b"\xff" * 100)


def test_what_came_out_of_the_place_cannot_be_given_back_then_it_stays_beside_it(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    path, files = place / "plan.rondo", Losing()
    document = Document.create(path, Home(tmp_path / "home", files))
    name_it("one", document)
    document.publish()
    good = path.read_bytes()
    name_it("two", document)
    files.exchanges = 0
    with pytest.raises(CannotWriteError):
        document.publish()
    assert good in [beside.read_bytes() for beside in place.iterdir()]
    assert document.unpublished
    document.close(publish=False)


def test_content_that_nobody_edited_yet_then_is_kept_where_it_is_worth_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    Document.create(root=home, content=whole_project()).close()
    assert Document.kept_work(home) == ()
    Document.create(root=home, content=whole_project(), kept=True).close()
    (kept,) = Document.kept_work(home)
    with Document.recover(kept, home) as document:
        assert document.project == whole_project()


def test_a_trash_that_takes_nothing_then_an_empty_project_closes_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document.create(root=tmp_path / "home")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(Path, "rename", refuse)
    document.close()
    other = Document.create(root=tmp_path / "home")
    name_it("work", other)
    with pytest.raises(RondoFileError):
        other.discard()
    monkeypatch.undo()
    assert [kept.rev for kept in Document.kept_work(tmp_path / "home")] == [1]
