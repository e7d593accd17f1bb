"""One document, one holder: named, asked, and never left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from helpers.storage import add_step, whole_project, written
from rondofile.document import Document
from rondofile.errors import LockedElsewhereError
from rondofile.headless import read_latest
from rondofile.records import Step
from rondofile.working.home import Home, path_key, write_note
from rondofile.working.locks import Lock, is_held, request

ROOT = Path(__file__).parents[2]

HOLDER = """
import sys
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.records import Step
document = Document.open(sys.argv[1], root=sys.argv[2])
with document.edit(EditKind.ADD_STEPS) as edit:
    edit.insert(Step(id="held", journey="now", title="Held"))
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    written(tmp_path / "place" / "plan.rondo")
    return tmp_path / "place" / "plan.rondo"


def test_a_document_that_is_open_in_another_process_then_is_named_and_can_only_be_read(
    plan: Path, tmp_path: Path
) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT / "storage"), str(ROOT / "resources"))),
    }
    command = [sys.executable, "-c", HOLDER, str(plan), str(tmp_path / "home")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        with pytest.raises(LockedElsewhereError) as caught:
            Document.open(plan, root=tmp_path / "home")
        facts = caught.value.facts
        assert (facts["pid"], facts["path"]) == (process.pid, str(plan))
        assert facts["host"] and facts["time"]
        latest = read_latest(plan, tmp_path / "home")
        assert latest.held is not None
        assert latest.project == whole_project()
        assert Document.kept_work(tmp_path / "home") == ()
        process.kill()
    (kept,) = Document.kept_work(tmp_path / "home")
    assert kept.path == plan
    latest = read_latest(plan, tmp_path / "home")
    assert latest.held is None and latest.kept is None
    assert latest.project.find(Step, "held")
    assert Document.read(plan).find(Step, "held")


def test_a_second_opening_in_this_process_then_is_refused_and_free_after_closing(
    plan: Path, tmp_path: Path
) -> None:
    with Document.open(plan, root=tmp_path / "home"), pytest.raises(LockedElsewhereError):
        Document.open(plan, root=tmp_path / "home")
    for _ in range(3):
        Document.open(plan, root=tmp_path / "home").close()
    assert not is_held(Home(tmp_path / "home"), path_key(plan))


def test_a_note_of_a_dead_or_foreign_holder_then_stops_nobody(plan: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    place = home.locks() / path_key(plan)
    for note in ({"host": "elsewhere", "pid": 1, "time": 0}, {"host": 5, "pid": "x"}):
        write_note(place.with_suffix(".json"), note)
        Document.open(plan, root=tmp_path / "home").close()
    place.with_suffix(".json").write_bytes(b"\xff{not json")
    Document.open(plan, root=tmp_path / "home").close()


def test_a_request_then_is_taken_once_and_not_by_the_next_holder(plan: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    request(home, path_key(plan))
    with Document.open(plan, root=tmp_path / "home") as document:
        assert not document.take_request()
        request(home, path_key(plan))
        assert document.take_request()
        assert not document.take_request()


def test_a_lock_when_released_twice_or_opening_failed_then_is_free(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    lock = Lock(home, "key").acquire()
    lock.release()
    lock.release()
    assert not is_held(home, "key")


def test_a_document_used_from_another_thread_then_refuses(plan: Path, tmp_path: Path) -> None:
    with Document.open(plan, root=tmp_path / "home") as document:
        errors: list[BaseException] = []

        def meddle() -> None:
            for act in (document.undo, document.publish, lambda: add_step(document, "x")):
                try:
                    act()
                except RuntimeError as error:
                    errors.append(error)

        thread = threading.Thread(target=meddle)
        thread.start()
        thread.join()
        assert len(errors) == 3
        assert document.project == whole_project()


def test_a_working_database_that_was_never_finished_then_is_passed_over(plan: Path, tmp_path: Path) -> None:
    Document.open(plan, root=tmp_path / "home").close()
    (database,) = (tmp_path / "home" / "work").rglob("work.db")
    database.write_bytes(b"")
    with Document.open(plan, root=tmp_path / "home") as document:
        assert document.project == whole_project()
