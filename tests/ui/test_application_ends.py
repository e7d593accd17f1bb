"""The application killed, crashed, asked to end, logged off: no acknowledged edit is lost, and no loop."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.applications import project_file, title_in
from helpers.driven_windows import (
    MUCH,
    change_and_wait,
    crash_on_sight,
    start_after_crashes,
    work_without_end,
)
from helpers.killing import Nursery, needs_fork
from helpers.storage import memory_folder
from rondofile.document import Document
from rondofile.rescuing.glimpse import Trouble
from rondofile.verdict import check

pytestmark = needs_fork
SEED = 20_261_122
SOON = 3.0
"""Seconds in which a process that is asked to end has ended."""


@pytest.fixture(scope="module")
def windows() -> Iterator[Nursery]:
    """A process that forks applications."""
    with Nursery() as found:
        yield found


@pytest.mark.parametrize("trials", [10, pytest.param(200, marks=pytest.mark.long)])
def test_killed_at_work_then_nothing_acknowledged_is_lost(trials: int, windows: Nursery) -> None:
    chance = random.Random(SEED)
    edits = imports = offered = 0
    for begun in range(0, trials, 10):
        with memory_folder() as folder:
            path, home, last = project_file(folder), folder / "home", -1
            for _ in range(min(10, trials - begun)):
                life = windows.bear(work_without_end, path, home, last + 1)
                life.hear(1 + chance.randint(1, 25))
                numbers = [int(said) for said in life.kill(chance.uniform(0, 0.04)) if said.isdigit()]
                edits += len(numbers)
                imports += sum(number % 9 == 8 for number in numbers)
                last = max([last, *numbers])
                offered += found_again(path, home, last)
                with Document.open(path, root=home) as document:
                    there = {key for key in document.project.tables["segment"] if key[0] == "s"}
                assert there >= {f"s{number}" for number in range(last + 1)}
                last = max(int(key[1:]) for key in there)
                much = [key for key in document.project.tables["segment"] if key[0] == "m"]
                assert len(much) == MUCH * sum(number % 9 == 8 for number in range(last + 1))
    assert edits >= 5 * trials and imports and offered
    print(f"{trials} kills, {edits} acknowledged edits, {imports} imports, {offered} times work was offered")


def found_again(path: Path, home: Path, last: int) -> bool:
    """Whether kept work is offered; without a question, and only where the file does not hold it."""
    assert check(path).whole
    kept = Document.kept_work(home)
    assert [(one.path, one.trouble) for one in kept] in ([], [(path, Trouble.NONE)])
    if not kept:
        assert f"s{last}" in Document.read(path).tables["segment"]
    return bool(kept)


def test_what_crashes_twice_is_not_shown_a_third_time_and_other_projects_open(
    tmp_path: Path, windows: Nursery
) -> None:
    crashing = project_file(tmp_path, "crash.rondo", "Crash")
    other = project_file(tmp_path, "other.rondo", "Other")
    for _ in range(2):
        life = windows.bear(crash_on_sight, crashing, tmp_path / "home")
        life.hear()
        life.kill()
        assert life.status == -signal.SIGABRT
    life = windows.bear(start_after_crashes, crashing, tmp_path / "home", other)
    assert life.end() == ["modal False", "Other", "0"]
    (kept,) = Document.kept_work(tmp_path / "home")
    assert kept.path == crashing and kept.trouble is Trouble.STOPPED


@pytest.mark.parametrize("with_file", [True, False])
@pytest.mark.parametrize("way", ["plain", "close refused", "medium hangs"])
def test_asked_to_end_it_has_ended_soon_and_everything_is_in_the_file_or_kept(
    way: str, with_file: bool, tmp_path: Path, windows: Nursery
) -> None:
    if with_file and way == "close refused":
        pytest.skip("a project with a file closes without a question")
    path = project_file(tmp_path) if with_file else None
    life = windows.bear(change_and_wait, path or "", tmp_path / "home", way)
    assert life.hear() == ["changed"]
    began = time.monotonic()
    life.signal(signal.SIGTERM)
    life.end()
    took = time.monotonic() - began
    assert took <= SOON, f"{took:.1f} s"
    if path is not None and way == "plain":
        assert title_in(path) == "Changed" and Document.kept_work(tmp_path / "home") == ()
    else:
        (kept,) = Document.kept_work(tmp_path / "home")
        assert kept.title == "Changed" and not kept.trouble
        assert path is None or title_in(path) == "Plan"


def test_at_the_end_of_the_session_the_file_holds_everything_at_once(
    tmp_path: Path, windows: Nursery
) -> None:
    path = project_file(tmp_path)
    life = windows.bear(change_and_wait, path, tmp_path / "home", "logout")
    assert life.hear() == ["changed"]
    life.kill()
    assert title_in(path) == "Changed"
