"""One file, one holder: under every name it has, after every end its holder can come to."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpers.storage import add_step, whole_project, written
from rondofile.document import Document
from rondofile.errors import FileExistsAlreadyError, LockedElsewhereError, ReadOnlyError, WorkAreaError
from rondofile.kinds import EditKind
from rondofile.records import Step
from rondofile.working.home import Home, path_key, write_note
from rondofile.working.locks import Lock, is_answered, is_held, request

ROOT = Path(__file__).parents[2]
KILLS = 8
HOLDER = """
import sys, time
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.records import Step
document = Document.open(sys.argv[1], root=sys.argv[2])
with document.edit(EditKind.ADD_STEPS) as edit:
    edit.insert(Step(id=sys.argv[3], journey="now", title="Held"))
print("ready", flush=True)
time.sleep(60)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    written(tmp_path / "place" / "plan.rondo")
    return tmp_path / "place" / "plan.rondo"


@contextmanager
def holding(plan: Path, home: Path, step: str = "held") -> Iterator[subprocess.Popen[str]]:
    """Another process has the document open, with one edit that is not published."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT / "storage"), str(ROOT / "resources"))),
    }
    command = [sys.executable, "-c", HOLDER, str(plan), str(home), step]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None and process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("kills", [KILLS, pytest.param(100, marks=pytest.mark.long)])
def test_a_holder_that_was_killed_then_the_next_opens_without_a_question(
    plan: Path, home: Path, kills: int
) -> None:
    for number in range(kills):
        with holding(plan, home, f"held{number}") as process:
            process.kill()
            process.wait()
            with Document.open(plan, root=home) as document:
                assert all(document.project.find(Step, f"held{n}") for n in range(number + 1))
    assert {f"held{n}" for n in range(kills)} <= set(Document.read(plan).tables["step"])


def test_a_note_with_the_number_of_another_living_program_then_stops_nobody(plan: Path, home: Path) -> None:
    place = Home(home).locks() / path_key(plan)
    place.with_suffix(".lock").touch()
    for pid in (1, os.getppid(), os.getpid()):
        write_note(place.with_suffix(".json"), {"host": "here", "pid": pid, "time": 5e9, "path": str(plan)})
        Document.open(plan, root=home).close()
    other = plan.with_name("other.rondo")
    os.link(plan, other)
    write_note(place.with_suffix(".json"), {"host": "here", "pid": 1, "time": 0, "path": str(plan)})
    Document.open(other, root=home).close()


def test_a_lock_of_another_computer_then_is_named_and_the_file_can_be_looked_at(
    plan: Path, home: Path
) -> None:
    with holding(plan, home):
        place = Home(home).locks() / path_key(plan)
        write_note(place.with_suffix(".json"), {"host": "LAPTOP-7", "pid": 4, "time": 5.0, "path": str(plan)})
        with pytest.raises(LockedElsewhereError) as caught:
            Document.open(plan, root=home)
        assert caught.value.facts["host"] == "LAPTOP-7"
        with Document.view(plan, root=home) as looked_at:
            assert looked_at.project == whole_project()


@pytest.mark.parametrize("ending", [".json", ".request", ".lock"])
def test_a_folder_where_a_lock_keeps_its_files_then_stops_nobody(plan: Path, home: Path, ending: str) -> None:
    folder = (Home(home).locks() / path_key(plan)).with_suffix(ending)
    with Document.open(plan, root=home) as document:
        add_step(document, "kept")
        document.close(publish=False)
    folder.unlink(missing_ok=True)
    (folder / "inside").mkdir(parents=True)
    assert [kept.path for kept in Document.kept_work(home)] == [plan]
    with Document.open(plan, root=home) as document:
        add_step(document, "more")
        request(Home(home), path_key(plan))
        document.take_request()
        with pytest.raises(LockedElsewhereError):
            Document.open(plan, root=home)
    assert Document.read(plan).find(Step, "more")
    assert Document.kept_work(home) == ()


def test_a_lock_folder_that_cannot_be_then_is_told_and_the_file_can_be_looked_at(
    plan: Path, home: Path
) -> None:
    home.mkdir()
    (home / "locks").write_bytes(b"in the way")
    with pytest.raises(WorkAreaError) as caught:
        Document.open(plan, root=home)
    assert caught.value.facts["path"] == str(home / "locks")
    with Document.view(plan, root=home) as looked_at:
        assert looked_at.project == whole_project()


def by_link(plan: Path) -> Path:
    (plan.parent / "link.rondo").symlink_to(plan)
    return plan.parent / "link.rondo"


def by_linked_folder(plan: Path) -> Path:
    (plan.parent.parent / "way").symlink_to(plan.parent)
    return plan.parent.parent / "way" / "plan.rondo"


def by_second_name(plan: Path) -> Path:
    os.link(plan, plan.parent / "second.rondo")
    return plan.parent / "second.rondo"


def by_dots(plan: Path) -> Path:
    return plan.parent / ".." / "place" / "." / "plan.rondo"


def by_other_letters(plan: Path) -> Path:
    other = plan.with_name("PLAN.rondo")
    if not other.exists():
        pytest.skip("this file system tells capitals from small letters")
    return other


WAYS = [by_link, by_linked_folder, by_second_name, by_dots, by_other_letters]


@pytest.mark.parametrize("way", WAYS)
def test_one_file_by_another_way_then_is_one_document(
    plan: Path, home: Path, way: Callable[[Path], Path]
) -> None:
    other = way(plan)
    with Document.open(plan, root=home) as document:
        with pytest.raises(LockedElsewhereError) as caught:
            Document.open(other, root=home)
        key = str(caught.value.facts["key"])
        assert key == path_key(plan) and caught.value.facts["pid"] == os.getpid()
        request(Home(home), key)
        assert not is_answered(Home(home), key)
        assert document.take_request() and is_answered(Home(home), key)
        with pytest.raises(FileExistsAlreadyError):
            document.save_copy(other)
        add_step(document, "own")
        document.save_as(other)
        assert document.path == plan
        assert Document.read(plan).find(Step, "own")
    with Document.open(other, root=home):
        pass


def test_one_file_by_a_mount_then_is_one_document(plan: Path, home: Path, tmp_path: Path) -> None:
    mount = tmp_path / "drive"
    mount.mkdir()
    if subprocess.run(["mount", "--bind", str(plan.parent), str(mount)], capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        with Document.open(plan, root=home), pytest.raises(LockedElsewhereError):
            Document.open(mount / "plan.rondo", root=home)
    finally:
        subprocess.run(["umount", str(mount)], check=True)


def test_two_that_open_two_names_at_once_then_exactly_one_has_the_file(plan: Path, home: Path) -> None:
    other, rounds = by_second_name(plan), 12
    for _ in range(rounds):
        start, got = threading.Barrier(2), list[str]()

        def take(path: Path, start: threading.Barrier, got: list[str]) -> None:
            start.wait()
            try:
                lock = Lock(Home(home), path_key(path), str(path)).acquire()
            except LockedElsewhereError:
                got.append("refused")
            else:
                got.append("open")
            start.wait()
            if got.count("open") and "lock" in locals():
                lock.release()

        threads = [threading.Thread(target=take, args=(path, start, got)) for path in (plan, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(got) == ["open", "refused"]
    assert not is_held(Home(home), path_key(plan)) and not is_held(Home(home), path_key(other))


def kept_in(home: Path) -> list[Path]:
    return sorted(path for folder in ("work", "locks") for path in (home / folder).iterdir())


def test_a_file_that_is_only_looked_at_then_follows_what_is_published_and_writes_nothing(
    plan: Path, home: Path, tmp_path: Path
) -> None:
    with Document.open(plan, root=home) as holder:
        before = kept_in(home)
        looked_at = Document.view(plan, root=home)
        assert (looked_at.status, looked_at.viewing) == ("read-only", True)
        for act in (lambda: looked_at.undo(), lambda: add_step(looked_at, "no")):
            with pytest.raises(ReadOnlyError):
                act()
        add_step(holder, "news")
        assert looked_at.refresh() is None
        holder.publish()
        changes = looked_at.refresh()
        assert changes is not None and "news" in changes.of(Step)
        assert looked_at.project == holder.project and looked_at.status == "read-only"
        assert not looked_at.unpublished
        looked_at.close()
        assert kept_in(home) == before
        mine = Document.view(plan, root=home)
        mine.save_as(tmp_path / "place" / "mine.rondo")
        assert (mine.status, mine.viewing) == ("saved", False)
        with mine.edit(EditKind.ADD_STEPS) as edit:
            edit.insert(Step(id="mine", journey="now", title="Mine"))
        mine.close()
    assert Document.read(tmp_path / "place" / "mine.rondo").find(Step, "mine")
    assert Document.read(plan).find(Step, "mine") is None


def test_a_file_that_another_opens_then_is_not_saved_over(plan: Path, home: Path) -> None:
    other = plan.with_name("other.rondo")
    data = written(other, doc_id="other")
    with holding(other, home), Document.open(plan, root=home) as document:
        for path in (other, by_link(other)):
            with pytest.raises(LockedElsewhereError):
                document.save_as(path, overwrite=bool(1))
            with pytest.raises(LockedElsewhereError):
                document.save_copy(path, overwrite=bool(1))
        assert document.path == plan
    assert other.read_bytes() == data


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")
def test_a_document_in_a_forked_process_then_refuses_and_the_first_goes_on(plan: Path, home: Path) -> None:
    document = Document.open(plan, root=home)
    acts = (
        document.undo,
        document.publish,
        document.close,
        lambda: add_step(document, "forked"),
        lambda: document._place.work.project(),
    )
    child = os.fork()
    if child == 0:
        refused = 0
        for act in acts:
            try:
                act()
            except RuntimeError:
                refused += 1
        os._exit(refused)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == len(acts)
    add_step(document, "ours")
    with pytest.raises(LockedElsewhereError):
        Document.open(plan, root=home)
    document.close()
    steps = Document.read(plan).tables["step"]
    assert "ours" in steps and "forked" not in steps
