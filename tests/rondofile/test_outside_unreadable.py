"""Something that cannot be read stands in the place of the file: it is never overwritten silently."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers.storage import add_step, one_of_everything, written
from rondofile.document import Document
from rondofile.errors import NotAFileError, RondoFileError
from rondofile.others.outside import Outside
from rondofile.project import Project
from rondofile.records import Step

ROOT = Path(__file__).parents[2]
ASLEEP = 30.0
"""Seconds of the sleep in the long test; the others take a moment."""

SLEEPER = """
import os, signal, sys
from rondofile.document import Document
from rondofile.errors import ChangedOutsideError
from rondofile.fsops import Files
from rondofile.kinds import EditKind
from rondofile.others.outside import Outside
from rondofile.records import Step

plan, home, moment = sys.argv[1:]

class Asleep(Files):
    # the computer goes to sleep while a new file is being put in place

    def __init__(self):
        self.armed = False

    def sleep(self, here):
        if self.armed and here == moment:
            self.armed = False
            os.kill(os.getpid(), signal.SIGSTOP)

    def open_new(self, path, mode):
        if os.path.dirname(plan) == str(path.parent):
            self.sleep("begin")
        return super().open_new(path, mode)

    def fsync(self, descriptor):
        super().fsync(descriptor)
        self.sleep("written")

    def exchange(self, one, other):
        self.sleep("exchange")
        super().exchange(one, other)

files = Asleep()
document = Document.open(plan, root=home, files=files)
with document.edit(EditKind.ADD_STEPS) as edit:
    edit.insert(Step(id="ours", journey="now", title="Ours"))
files.armed = True
try:
    document.publish()
except ChangedOutsideError:
    print("conflict", document.outside, flush=True)
else:
    print("published", flush=True)
document.close(publish=False)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    path = tmp_path / "place" / "plan.rondo"
    written(path)
    return path


def kept(document: Document) -> list[bytes]:
    return [document.versions.data(version) for version in document.versions.all()]


def empty(plan: Path) -> None:
    plan.write_bytes(b"")


def sparse(plan: Path) -> None:
    plan.unlink()
    with plan.open("wb") as file:
        file.truncate(40_000)


def half(plan: Path) -> None:
    plan.write_bytes(plan.read_bytes()[:3000])


def garbage(plan: Path) -> None:
    plan.write_bytes(b"garbage" * 999)


def folder(plan: Path) -> None:
    plan.unlink()
    plan.mkdir()


@pytest.mark.parametrize("spoil", [empty, sparse, half, garbage, folder])
def test_what_cannot_be_read_then_is_never_overwritten_silently(
    plan: Path, home: Path, spoil: object
) -> None:
    document = Document.open(plan, root=home)
    add_step(document, "ours")
    spoil(plan)  # type: ignore[operator]
    there = plan.read_bytes() if plan.is_file() else None
    for act in (document.publish, document.reconciling.take_theirs):
        with pytest.raises(RondoFileError):
            act()
        assert document.outside is Outside.UNREADABLE and document.status == "kept"
    assert document.refresh() is None
    assert there is None or plan.read_bytes() == there
    if there is None:
        with pytest.raises(NotAFileError):
            document.reconciling.put_mine()
        assert plan.is_dir()
        document.reconciling.keep_both("mine")
    else:
        assert document.reconciling.put_mine()
        assert there in kept(document)
    assert document.status == "saved" and document.path is not None
    assert Document.read(document.path).find(Step, "ours")
    document.close()


def sleep_through(plan: Path, home: Path, moment: str, seconds: float) -> str:
    """What a document says that published while its computer slept and others wrote the file."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT / "storage"), str(ROOT / "resources"))),
    }
    command = [sys.executable, "-c", SLEEPER, str(plan), str(home), moment]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        _, status = os.waitpid(process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status), "it never came to that moment"
        written(plan, Project.of([*one_of_everything(), Step(id="theirs", journey="now", title="T")]), rev=9)
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGCONT)
        said = process.stdout.read().strip()
        assert process.wait(30) == 0
    return said


def check_sleep(plan: Path, home: Path, moment: str, seconds: float) -> None:
    there = plan.parent / "theirs.rondo"
    written(there, Project.of([*one_of_everything(), Step(id="theirs", journey="now", title="T")]), rev=9)
    assert sleep_through(plan, home, moment, seconds) == "conflict replaced"
    assert plan.read_bytes() == there.read_bytes()
    there.unlink()
    assert list(plan.parent.iterdir()) == [plan]
    with Document.open(plan, root=home) as document:
        assert document.outside is Outside.REPLACED and document.project.find(Step, "ours")
        document.reconciling.keep_both("mine")


@pytest.mark.skipif(os.name != "posix", reason="a process cannot be stopped here")
@pytest.mark.parametrize("moment", ["begin", "written", "exchange"])
def test_a_computer_that_slept_while_others_wrote_then_has_both(plan: Path, home: Path, moment: str) -> None:
    check_sleep(plan, home, moment, 0.05)


@pytest.mark.long
@pytest.mark.skipif(os.name != "posix", reason="a process cannot be stopped here")
@pytest.mark.parametrize("moment", ["begin", "written", "exchange"])
def test_a_computer_that_slept_for_long_then_has_both(plan: Path, home: Path, moment: str) -> None:
    check_sleep(plan, home, moment, ASLEEP)
