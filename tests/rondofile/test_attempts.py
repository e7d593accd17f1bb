"""Openings that end the process: counted before they begin, not tried again by themselves after two."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.dying_openings import abort_while_opening
from helpers.killing import Nursery, needs_fork
from helpers.storage import add_step, whole_project, written
from rondofile.document import Document
from rondofile.errors import FileMissingError, RecoveryStoppedError, UnpublishedWorkError
from rondofile.headless import read_latest
from rondofile.records import Step
from rondofile.rescuing import attempts
from rondofile.rescuing.glimpse import Trouble
from rondofile.working.home import Home, path_key

pytestmark = needs_fork
Crash = Callable[..., None]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A project with one acknowledged step that its file does not hold."""
    path = tmp_path / "plan.rondo"
    written(path)
    document = Document.open(path, root=tmp_path / "home")
    add_step(document, "kept")
    document.close(publish=False)
    return path


@pytest.fixture
def crash(nursery: Nursery) -> Crash:
    """Opens a project in a process that aborts: `crash(path, home, "opening" or "after", again)`."""

    def now(path: Path, home: Path, where: str, again: bool = False) -> None:
        life = nursery.bear(abort_while_opening, path, home, where, again)
        life.hear()
        life.kill()
        assert life.status == -signal.SIGABRT

    return now


def count(path: Path, home: Path) -> int:
    return attempts.failed(Home(home), path_key(path))


@pytest.mark.parametrize("how", ["opening", "after"])
def test_after_two_openings_that_ended_the_process_the_third_is_not_tried(
    how: str, plan: Path, tmp_path: Path, crash: Crash
) -> None:
    home = tmp_path / "home"
    crash(plan, home, how)
    assert count(plan, home) == 1
    crash(plan, home, how)
    assert count(plan, home) == 2
    with pytest.raises(RecoveryStoppedError) as caught:
        Document.open(plan, root=home)
    assert caught.value.facts["path"] == str(plan) and caught.value.facts["attempts"] == 2
    assert Path(str(caught.value.facts["folder"])).parent == home / "work"
    (kept,) = Document.kept_work(home)
    assert (kept.trouble, kept.attempts, kept.path) == (Trouble.STOPPED, 2, plan)
    assert kept.title == "Plan"
    assert count(plan, home) == 2


def test_said_explicitly_it_is_tried_again_and_counted_again(
    plan: Path, tmp_path: Path, crash: Crash
) -> None:
    home = tmp_path / "home"
    crash(plan, home, "after")
    crash(plan, home, "after")
    crash(plan, home, "opening", True)
    assert count(plan, home) == 3
    with Document.open(plan, root=home, again=True) as document:
        assert document.project.find(Step, "kept")
    assert count(plan, home) == 0
    assert Document.read(plan).find(Step, "kept")


def test_another_document_is_not_affected(plan: Path, tmp_path: Path, crash: Crash) -> None:
    home, other = tmp_path / "home", tmp_path / "other.rondo"
    written(other, doc_id="other")
    crash(plan, home, "after")
    crash(plan, home, "after")
    with Document.open(other, root=home) as document:
        assert document.project == whole_project()


@pytest.mark.parametrize("end", ["close", "steady", "edit", "discard"])
def test_an_opening_that_came_to_a_good_end_is_forgotten(
    end: str, plan: Path, tmp_path: Path, crash: Crash
) -> None:
    home = tmp_path / "home"
    crash(plan, home, "after")
    document = Document.open(plan, root=home)
    assert count(plan, home) == 2
    if end == "edit":
        add_step(document, "more")
    else:
        getattr(document, end)()
    assert count(plan, home) == 0
    document.close(publish=False)


def test_what_the_world_refuses_is_no_failed_attempt(tmp_path: Path) -> None:
    home, gone = tmp_path / "home", tmp_path / "gone.rondo"
    for _ in range(4):
        with pytest.raises(FileMissingError):
            Document.open(gone, root=home)
    assert count(gone, home) == 0


def test_a_bug_while_opening_is_a_failed_attempt(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    with monkeypatch.context() as patch:
        patch.setattr("rondofile.working.workspace.Workspace.open", lambda *_: 1 / 0)
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                Document.open(plan, root=home)
    with pytest.raises(RecoveryStoppedError):
        Document.open(plan, root=home)


@pytest.mark.parametrize("note", ["", "{", "[]", '{"failed": "9"}', '{"failed": -3}', '{"failed": true}'])
def test_a_note_that_makes_no_sense_counts_nothing(note: str, plan: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "attempts").mkdir(exist_ok=True)
    (home / "attempts" / f"{path_key(plan)}.json").write_text(note)
    with Document.open(plan, root=home) as document:
        assert document.project.find(Step, "kept")


def test_where_no_note_can_be_written_it_is_opened_all_the_same(plan: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "attempts").rmdir()
    (home / "attempts").write_text("a file stands here")
    with Document.open(plan, root=home) as document:
        assert document.project.find(Step, "kept")


def test_a_command_reads_what_was_saved_and_says_what_it_left(
    plan: Path, tmp_path: Path, crash: Crash
) -> None:
    home = tmp_path / "home"
    crash(plan, home, "after")
    crash(plan, home, "after")
    latest = read_latest(plan, home)
    assert isinstance(latest.left, RecoveryStoppedError)
    assert latest.project == whole_project()


def test_work_that_is_not_opened_is_not_written_over_either(plan: Path, tmp_path: Path, crash: Crash) -> None:
    home = tmp_path / "home"
    crash(plan, home, "after")
    crash(plan, home, "after")
    plan.unlink()
    with pytest.raises(UnpublishedWorkError):
        Document.create(plan, root=home)
    document = Document.open(plan, root=home, again=True)
    assert document.project.find(Step, "kept")
    document.close(publish=False)


def test_the_note_stands_on_the_medium_before_the_work_is_opened(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, seen = tmp_path / "home", []

    def look(*_: object) -> None:
        note = home / "attempts" / f"{path_key(plan)}.json"
        seen.append(json.loads(note.read_text())["failed"])
        raise KeyboardInterrupt

    monkeypatch.setattr("rondofile.working.workspace.Workspace.open", look)
    with pytest.raises(KeyboardInterrupt):
        Document.open(plan, root=home)
    assert seen == [1] and count(plan, home) == 0
