"""With every file handle taken: one error says so, nothing is lost, and later the work goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from helpers.storage import written
from helpers.terminal import environment
from rondofile.document import Document
from rondofile.records import Step

PROGRAM = """import os, resource, sys
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


def test_no_more_files_can_be_opened_then_one_error_says_so_and_nothing_is_lost(tmp_path: Path) -> None:
    """With every file handle taken; once there are some again, the work goes on."""
    place, home = tmp_path / "plan.rondo", tmp_path / "home"
    before = written(place)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(place), str(home)],
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
