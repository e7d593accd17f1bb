"""Every file operation of keeping, naming, thinning and removing versions fails once, at every place."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from helpers.storage import memory_folder
from rondofile.errors import RondoFileError, VersionNotKeptError
from rondofile.fsops import Files
from rondofile.kept.thinning import excess, thin
from rondofile.kept.versions import Versions, Why
from rondofile.working.home import Home

START = 1_790_000_000.0


class FailingFiles(Files):
    """The call of that number fails, and those after it too where the fault lasts."""

    def __init__(self, at: int = -1, number: int = errno.ENOSPC, lasting: bool = False) -> None:
        self.calls = 0
        self.names: set[str] = set()
        self._at, self._number, self._lasting = at, number, lasting

    def _meet(self, name: str) -> None:
        self.names.add(name)
        self.calls += 1
        if self.calls - 1 == self._at or (self._lasting and self.calls > self._at >= 0):
            raise OSError(self._number, os.strerror(self._number))

    def read(self, path: Path, limit: int = -1) -> bytes:
        self._meet("read")
        return super().read(path, limit)

    def stat(self, path: Path) -> os.stat_result:
        self._meet("stat")
        return super().stat(path)

    def listdir(self, path: Path) -> Sequence[str]:
        self._meet("listdir")
        return super().listdir(path)

    def open_new(self, path: Path, mode: int | None) -> int:
        self._meet("open_new")
        return super().open_new(path, mode)

    def write(self, descriptor: int, data: bytes) -> None:
        super().write(descriptor, data[: len(data) // 2])
        self._meet("write")
        super().write(descriptor, data[len(data) // 2 :])

    def fsync(self, descriptor: int) -> None:
        self._meet("fsync")
        super().fsync(descriptor)

    def close(self, descriptor: int) -> None:
        super().close(descriptor)
        self._meet("close")

    def replace(self, source: Path, target: Path) -> None:
        self._meet("replace")
        super().replace(source, target)

    def fsync_folder(self, path: Path) -> None:
        self._meet("fsync_folder")
        super().fsync_folder(path)

    def remove(self, path: Path) -> None:
        self._meet("remove")
        super().remove(path)


def filled(root: Path) -> Versions:
    """Ten versions a minute apart, two of them named."""
    moment = [START]
    versions = Versions(Home(root), "document", clock=lambda: moment[0])
    for n in range(1, 11):
        moment[0] = START + n * 60
        kept = versions.keep(b"SQLite format 3\0 %d" % n, n, Why.HOURLY)
        if n % 5 == 0:
            versions.rename(kept, f"Name {n}")
    return versions


def keep(versions: Versions) -> None:
    versions.keep(b"new", 11, Why.HOURLY)


def keep_named(versions: Versions) -> None:
    versions.keep(b"new", 11, Why.NAMED, "New")


def keep_again(versions: Versions) -> None:
    versions.keep(b"SQLite format 3\0 7", 7, Why.NAMED, "Seventh")


def rename(versions: Versions) -> None:
    versions.rename(next(one for one in versions.all() if one.rev == 5), "Other")


def remove(versions: Versions) -> None:
    versions.remove(next(one for one in versions.all() if one.rev == 5))


def thin_out(versions: Versions) -> None:
    thin(versions)


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("deed", [keep, keep_named, keep_again, rename, remove, thin_out])
def test_a_file_operation_that_fails_then_loses_no_version_and_lists_none_that_is_half(
    deed: Callable[[Versions], None], lasting: bool
) -> None:
    points = told = 0
    while True:
        with memory_folder() as root:
            before = {one.rev: one for one in filled(root).all()}
            files = FailingFiles(points, lasting=lasting)
            with suppress(RondoFileError):
                try:
                    deed(Versions(Home(root, files), "document"))
                except RondoFileError:
                    told += 1
                    raise
            healthy = Versions(Home(root), "document")
            after = {one.rev: one for one in healthy.all()}
            for one in after.values():
                data = healthy.data(one)
                assert data == (b"new" if one.rev == 11 else b"SQLite format 3\0 %d" % one.rev)
            missing = set(before) - set(after)
            allowed = {one.rev for one in excess(tuple(sorted(before.values(), key=_order)))}
            assert missing <= (allowed if deed is thin_out else {5} if deed is remove else set())
            for one in before.values():
                if one.named and one.rev in after:
                    assert after[one.rev].named
            if files.calls <= points:
                break
            points += 1
    assert points >= 3
    assert told >= (0 if deed is thin_out else 1)


def _order(version: object) -> tuple[int, float]:
    return -version.rev, -version.at  # type: ignore[attr-defined]


def test_every_kind_of_operation_then_was_met_by_these_deeds() -> None:
    files = FailingFiles()
    with memory_folder() as root:
        filled(root)
        for deed in (keep, keep_named, keep_again, rename, remove, thin_out):
            deed(Versions(Home(root, files), "document"))
    assert files.names == {
        *("read", "stat", "listdir", "open_new", "write", "fsync", "close", "replace", "fsync_folder"),
        "remove",
    }
    assert files.calls > 100


def test_a_disk_that_gives_back_other_bytes_then_lists_nothing(tmp_path: Path) -> None:
    class Lying(Files):
        def read(self, path: Path, limit: int = -1) -> bytes:
            return super().read(path, limit)[:-1] + b"?"

    versions = Versions(Home(tmp_path, Lying()), "document")
    with pytest.raises(VersionNotKeptError):
        versions.keep(b"what was written", 1, Why.HOURLY)
    assert versions.all() == ()
    assert list(versions.folder.iterdir()) == []


def test_a_name_whose_note_is_unreadable_then_still_protects_its_version(tmp_path: Path) -> None:
    versions = filled(tmp_path)
    for note in versions.folder.glob("*.json"):
        note.write_bytes(b"{half")
    named = [one for one in versions.all() if one.named]
    assert [one.rev for one in named] == [10, 5] and all(one.why is Why.NAMED for one in named)
    thin(versions)
    assert {10, 5} <= {one.rev for one in versions.all()}
    assert len(versions.all()) < 10


def test_what_a_killed_process_left_half_written_then_is_swept_with_the_next_version(tmp_path: Path) -> None:
    versions = filled(tmp_path)
    half = versions.folder / Path(_dead_name()).name
    half.write_bytes(b"half")
    assert len(versions.all()) == 10
    keep(versions)
    assert not half.exists() and len(versions.all()) == 11


def _dead_name() -> str:
    from rondofile.writing.leftovers import temporary_name

    ended = os.fork()
    if ended == 0:
        os._exit(0)
    os.waitpid(ended, 0)
    return temporary_name().replace(f"-{os.getpid()}-", f"-{ended}-")
