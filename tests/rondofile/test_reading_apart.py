"""The process that reads strangers' files: what happens when it dies, hangs, lies or cannot be had."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.storage import one_of_everything, snapshot, whole_project, written
from helpers.terminal import environment
from rondofile.apart import lines
from rondofile.apart.answer import packed, unpacked
from rondofile.apart.door import read_apart
from rondofile.apart.frames import LineBrokenError
from rondofile.apart.line import Line
from rondofile.apart.lines import Lines
from rondofile.canonical import canonical_bytes
from rondofile.document import Document
from rondofile.errors import DamagedFileError, RondoFileError, UnsafeToReadError
from rondofile.home import Home
from rondofile.intake import take_in
from rondofile.kinds import EditKind
from rondofile.ledger import Ledger
from rondofile.records import Step
from rondofile.stamp import Stamp

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
    files = {str(name.readlink()) for name in Path(f"/proc/{process}/fd").iterdir()}
    assert {name for name in files if not name.startswith("pipe:")} == {os.devnull}
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


def test_no_more_files_can_be_opened_then_one_error_says_so_and_nothing_is_lost(tmp_path: Path) -> None:
    """With every file handle taken; once there are some again, the work goes on."""
    place, home = tmp_path / "plan.rondo", tmp_path / "home"
    before = written(place)
    program = """
import os, resource, sys
from rondofile.document import Document
from rondofile.errors import RondoFileError
from rondofile.kinds import EditKind
from rondofile.records import Step
place, home = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40))
def crowded(work):
    taken = []
    try:
        while True:
            taken.append(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        pass
    refused = 0
    for free in range(12):
        try:
            work()
            print("done with", free)
            break
        except RondoFileError as problem:
            refused += 1
        os.close(taken.pop())
    for one in taken:
        os.close(one)
    return refused
opened = []
print("opening refused", crowded(lambda: opened.append(Document.open(place, root=home))))
document = opened[0]
with document.edit(EditKind.SET_STEPS) as edit:
    edit.change(Step, "ask", title="Ours")
print("publishing refused", crowded(document.publish))
document.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(place), str(home)],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    said = dict(line.rsplit(" ", 1) for line in done.stdout.splitlines())
    assert int(said["opening refused"]) >= 2 and int(said["publishing refused"]) >= 1, said
    assert place.read_bytes() != before
    assert Document.read(place).get(Step, "ask").title == "Ours"


def answer(data: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """What the room would say, gone over the line."""
    message, parts = packed(take_in(data))
    return json.loads(json.dumps(message)), list(parts)


def test_an_answer_that_is_right_then_is_what_was_taken_in(data: bytes) -> None:
    found = unpacked(*answer(data))
    assert found.report == take_in(data).report
    assert {noun: [tuple(row) for row in rows] for noun, rows in found.raw.items()} == take_in(data).raw
    assert {noun for noun, rows in found.raw.items() if rows} >= {"asset", "step"}


@pytest.mark.parametrize(
    "lie",
    [
        lambda m: m.pop("rows"),
        lambda m: m.update(rows=[]),
        lambda m: m.update(rows={"sqlite_master": [[1]]}),
        lambda m: m["rows"].update(step="text"),
        lambda m: m["rows"]["step"].append({"id": "x"}),
        lambda m: m["rows"]["step"][0].append(1),
        lambda m: m["rows"].pop("asset"),
        lambda m: m["rows"].update(link=[[]] * 250_001),
        lambda m: m.update(version=True),
        lambda m: m.update(version=10**6),
        lambda m: m.update(meta={"doc_id": 3}),
        lambda m: m.update(meta={str(n): "" for n in range(101)}),
        lambda m: m.update(meta={"doc_id": "x" * 30_000}),
        lambda m: m.update(remarks=[["no.such-key", "", "", "", ""]]),
        lambda m: m.update(remarks=[["read.digest", "", "", ""]]),
        lambda m: m.update(remarks=[["read.digest", 1, "", "", ""]]),
        lambda m: m.update(remarks=[["read.digest", "", "", "", ""]] * 10_001),
        lambda m: m.update(remarks=7),
        lambda m: m.update(more=-1),
        lambda m: m.update(refused="file.no-such", facts={}),
        lambda m: m.update(refused=["file.damaged"], facts={}),
        lambda m: m.update(refused="file.damaged", facts=3),
        lambda m: m.update(refused="file.damaged", facts={str(n): n for n in range(11)}),
    ],
)
def test_an_answer_that_lies_then_is_not_believed(data: bytes, lie: Any) -> None:
    message, parts = answer(data)
    lie(message)
    with pytest.raises(LineBrokenError):
        unpacked(message, parts)


def test_an_answer_with_wrong_values_then_they_are_reported_as_from_any_file(
    home: Home, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    message, _ = answer(data)
    rows = message["rows"]["step"]
    rows[0][2], rows[1][3] = {"a": []}, float("inf")
    monkeypatch.setattr("rondofile.apart.door.ask", lambda *_: (message, [b"not the picture"]))
    found = read_apart(data, home)
    assert {"read.digest", "read.lost-row"} <= found.report.kinds()
    assert len(list(found.project.records())) < len(one_of_everything())


def test_a_refusal_with_letters_that_steer_a_terminal_then_they_are_written_out(data: bytes) -> None:
    message = {"refused": "file.too-new", "facts": {"writer": "\x1b]0;x\x07\u202e", "needs": 7}}
    with pytest.raises(RondoFileError) as caught:
        unpacked(message, [])
    assert caught.value.facts == {"writer": "\\u001b]0;x\\u0007\\u202e", "needs": 7}


def test_damage_that_is_found_apart_then_is_named_with_its_place(data: bytes, home: Home) -> None:
    with pytest.raises(DamagedFileError) as caught:
        read_apart(data[:4096] + bytes(2048) + data[6144:], home, Path("plan.rondo"))
    assert caught.value.facts["path"] == "plan.rondo"
