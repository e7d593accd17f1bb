"""The system's lock on a file: one holder, free again with its process, the same for every library."""

from __future__ import annotations

import subprocess
import sys
import threading
from errno import ENOSYS
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from rondofile.working import holding
from rondofile.working.holding import Holding, TakenError

on_unix = pytest.mark.skipif(holding.fcntl is None, reason="the system's own call is that of Unix")
HOLDER = """
import sys
from pathlib import Path
from rondofile.working.holding import Holding
Holding(Path(sys.argv[1])).acquire()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "plan.lock"


def test_a_lock_that_is_held_when_another_asks_then_is_refused_until_it_is_free(place: Path) -> None:
    first, second = Holding(place), Holding(place)
    first.acquire()
    assert first.is_locked
    with pytest.raises(TakenError):
        second.acquire()
    assert not second.is_locked
    first.release()
    first.release()
    second.acquire()
    assert second.is_locked and not first.is_locked
    second.release()
    assert place.stat().st_size == 0


def test_a_lock_that_becomes_free_in_time_when_waited_for_then_is_taken(place: Path) -> None:
    first, second = Holding(place), Holding(place)
    first.acquire()
    ending = threading.Timer(0.1, first.release)
    ending.start()
    second.acquire(timeout=30)
    ending.join()
    assert second.is_locked
    second.release()


def test_a_holder_that_is_killed_then_leaves_the_lock_free(place: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(place)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "held\n"
        with pytest.raises(TakenError):
            Holding(place).acquire()
        process.kill()
    lock = Holding(place)
    lock.acquire()
    lock.release()


def test_the_library_and_we_when_either_holds_then_keep_each_other_out(place: Path) -> None:
    """A build that still uses the library for everything may hold the same file."""
    ours, theirs = Holding(place), FileLock(place)
    ours.acquire()
    with pytest.raises(Timeout):
        theirs.acquire(timeout=0)
    ours.release()
    with theirs.acquire(timeout=0), pytest.raises(TakenError):
        ours.acquire()
    ours.acquire()
    ours.release()


@on_unix
def test_a_file_that_was_put_away_while_it_was_opened_then_is_no_lock(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, flock = Holding(place), holding.fcntl.flock

    def put_away(descriptor: int, how: int) -> None:
        place.unlink()
        flock(descriptor, how)

    monkeypatch.setattr(holding.fcntl, "flock", put_away)
    with pytest.raises(TakenError):
        lock.acquire()
    monkeypatch.undo()
    lock.acquire()
    assert place.exists()
    lock.release()


def _knows_no_locks(*_: int) -> None:
    raise OSError(ENOSYS, "not there")


def test_a_system_without_the_call_then_is_locked_by_the_library(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "fcntl", None)
    first, second = Holding(place), Holding(place)
    first.acquire()
    assert first.is_locked
    with pytest.raises(TakenError):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
    assert not first.is_locked and not second.is_locked


@on_unix
def test_a_link_or_a_folder_in_the_place_of_the_lock_then_is_refused(tmp_path: Path, place: Path) -> None:
    place.mkdir()
    with pytest.raises(OSError, match="directory"):
        Holding(place).acquire()
    place.rmdir()
    (tmp_path / "elsewhere").touch()
    place.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="link"):
        Holding(place).acquire()


@on_unix
def test_a_file_system_that_knows_no_locks_then_is_left_to_the_library(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(holding.fcntl, "flock", _knows_no_locks)
    monkeypatch.setattr(Holding, "_tried_by_library", lambda self: asked.append(self._path) or True)
    Holding(place).acquire()
    assert asked == [place]
