"""The process that reads strangers' files: what happens when it dies, hangs, lies or cannot be had."""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.storage import snapshot, whole_project, written
from helpers.terminal import environment
from rondofile.apart import lines
from rondofile.apart.door import read_apart
from rondofile.apart.line import Line
from rondofile.apart.lines import Lines
from rondofile.document import Document
from rondofile.errors import UnsafeToReadError
from rondofile.kinds import EditKind
from rondofile.reading.ledger import Ledger
from rondofile.records import Step
from rondofile.stamp import Stamp
from rondofile.working.home import Home
from rondofile.writing.canonical import canonical_bytes

READ = {"task": "read"}


@pytest.fixture
def data() -> bytes:
    return canonical_bytes(whole_project(), Stamp("document", rev=3))[0]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def speaking(program: str, seconds: float = 20.0) -> Line:
    """A line to a process that does something else than it should."""
    return Line([sys.executable, "-c", program], seconds)


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Iterator[Lines]:
    """Lines of this test alone."""
    own = Lines()
    monkeypatch.setattr(lines, "_lines_of", lambda _: own)
    yield own
    own.close()


def process_of(room: Lines) -> int:
    assert len(room._idle) == 1
    return room._idle[0].process_id


def test_a_strangers_file_when_read_then_another_process_did_and_the_next_is_read_by_the_same(
    data: bytes, home: Home, room: Lines
) -> None:
    found = read_apart(data, home)
    first = process_of(room)
    assert first != os.getpid()
    assert found.project == whole_project() and found.report.clean
    assert read_apart(data, home) == found
    assert process_of(room) == first


def test_a_file_that_was_published_from_here_when_read_then_no_process_is_needed(
    data: bytes, home: Home, room: Lines
) -> None:
    Ledger(home).remember(hashlib.sha256(data).hexdigest())
    assert read_apart(data, home).project == whole_project()
    assert not room._idle


def test_what_this_person_writes_when_opened_again_then_no_process_is_needed(
    tmp_path: Path, home: Home, room: Lines
) -> None:
    with Document.create(tmp_path / "one.rondo", root=home, content=whole_project()) as document:
        document.publish()
        document.save_copy(tmp_path / "copy.rondo")
        document.save_as(tmp_path / "two.rondo")
        with document.edit(EditKind.SET_STEPS) as edit:
            edit.change(Step, "ask", title="Ours")
    for name in ("copy", "two"):
        (tmp_path / f"sent-{name}.rondo").write_bytes((tmp_path / f"{name}.rondo").read_bytes())
        with Document.open(tmp_path / f"sent-{name}.rondo", root=home) as document:
            assert document.report.clean
    assert not room._idle


def test_the_process_when_it_was_killed_then_another_takes_its_place(
    data: bytes, home: Home, room: Lines
) -> None:
    places = set()
    for _ in range(3):
        assert read_apart(data, home).project == whole_project()
        places.add(process_of(room))
        os.kill(process_of(room), signal.SIGKILL)
    assert len(places) == 3


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("import os; os._exit(3)", None),
        ("import os; os.read(0, 100); os.abort()", None),
        ("import os; os.read(0, 100); os.kill(os.getpid(), 11)", None),
        ("import os; os.write(1, b'x' * 7); os.read(0, 100)", "end"),
        ("import os; os.write(1, b'\\xff' * 64); os.read(0, 100)", "parts"),
        ("import os; os.write(1, bytes(8) + b'\\x00' + b'\\xff' * 7); os.read(0, 100)", "length"),
        ("import os; os.write(1, bytes(8) + bytes(7) + b'\\x02' + b'[]'); os.read(0, 100)", "message"),
        ("import os; os.write(1, bytes(8) + bytes(7) + b'\\x04' + b'{\\xff]x'); os.read(0, 100)", "message"),
    ],
)
def test_a_process_that_dies_or_talks_nonsense_then_one_error_says_so(
    data: bytes, program: str, reason: str | None
) -> None:
    line = speaking(program)
    with pytest.raises(UnsafeToReadError) as caught:
        line.ask(READ, (data[:1000],))
    assert reason in (None, caught.value.facts["reason"])
    assert not line.alive


def test_a_process_that_hangs_then_is_ended_in_time(data: bytes) -> None:
    line = speaking("import time; time.sleep(60)", seconds=0.3)
    begun = time.monotonic()
    with pytest.raises(UnsafeToReadError) as caught:
        line.ask(READ, (data,))
    assert caught.value.facts["reason"] == "time"
    assert time.monotonic() - begun < 10
    assert not line.alive


def test_a_process_that_does_not_listen_then_is_ended_in_time() -> None:
    line = speaking("import time; time.sleep(60)", seconds=0.3)
    with pytest.raises(UnsafeToReadError) as caught:
        line.ask(READ, (bytes(5_000_000),))
    assert caught.value.facts["reason"] == "time"


def test_a_process_that_cannot_be_started_then_one_error_says_so(
    tmp_path: Path, home: Home, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        lines, "_lines_of", lambda _: Lines(lambda: Line([str(tmp_path / "nothing"), "here"]))
    )
    with pytest.raises(UnsafeToReadError) as caught:
        read_apart(data, home, Path("plan.rondo"))
    assert caught.value.facts == {"reason": "No such file or directory", "path": "plan.rondo"}


def test_a_document_whose_reading_dies_when_opened_then_is_refused_and_left_alone(
    tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "theirs" / "plan.rondo"
    place.parent.mkdir()
    written(place)
    before = snapshot(place.parent)
    monkeypatch.setattr(lines, "_lines_of", lambda _: Lines(lambda: speaking("import os; os.abort()")))
    with pytest.raises(UnsafeToReadError) as caught:
        Document.open(place, root=home)
    assert caught.value.facts["path"] == str(place)
    assert snapshot(place.parent) == before
    monkeypatch.undo()
    with Document.open(place, root=home) as document:
        assert document.project == whole_project()


def test_memory_that_is_not_enough_then_one_error_says_so_and_the_next_file_is_read(
    data: bytes, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that may have 120 MB is sent what it can hold once, but not twice."""
    small = "from rondofile.apart import limits, room; limits.MEMORY = 120 << 20; room.main()"
    room = Lines(lambda: Line([sys.executable, "-S", "-c", small]))
    monkeypatch.setattr(lines, "_lines_of", lambda _: room)
    large = data[:28] + (10).to_bytes(4, "big") + data[32:] + bytes(64_000_000)
    with pytest.raises(UnsafeToReadError) as caught:
        read_apart(large, home)
    assert caught.value.facts["reason"] == "memory"
    assert read_apart(data, home).project == whole_project()
    room.close()


def test_the_process_when_it_reads_then_is_held_to_its_limits(data: bytes, home: Home, room: Lines) -> None:
    read_apart(data, home)
    process = process_of(room)
    limits = {
        name: resource.prlimit(process, kind)
        for name, kind in (
            ("memory", resource.RLIMIT_AS),
            ("core", resource.RLIMIT_CORE),
            ("written", resource.RLIMIT_FSIZE),
            ("files", resource.RLIMIT_NOFILE),
        )
    }
    assert limits == {"memory": (1 << 30,) * 2, "core": (0, 0), "written": (0, 0), "files": (16, 16)}
    room.close()
    assert not Path(f"/proc/{process}").exists()


def test_a_program_that_was_killed_then_its_process_ends_too(tmp_path: Path) -> None:
    place = tmp_path / "plan.rondo"
    written(place)
    program = (
        "import os, sys; from rondofile.document import Document; from rondofile.apart import lines;"
        "Document.read(sys.argv[1]); print(lines._lines_of(os.getpid())._idle[0].process_id, flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(place)],
        env=environment(RONDO_HOME=str(tmp_path / "home")),
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    process = Path(f"/proc/{int(done.stdout)}")
    until = time.monotonic() + 10
    while process.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert not process.exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no such thing here")
def test_a_process_that_was_forked_off_then_has_a_line_of_its_own(
    data: bytes, home: Home, tmp_path: Path
) -> None:
    read_apart(data, home)
    child = os.fork()
    if child == 0:
        try:
            good = read_apart(data, home).project == whole_project()
        except BaseException:
            good = False
        os._exit(0 if good else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert read_apart(data, home).project == whole_project()
