"""No plain opening of a file that may be a working database that is open: closing it would drop its lock."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.house import PACKAGES, none_of, place, product, tree
from helpers.storage import written

OPENING = {
    *("open", "read_bytes", "read_text", "write_bytes", "write_text", "copy", "copy2", "copyfile"),
    *("copyfileobj", "copytree", "move", "memmap", "mmap", "FileIO", "fdopen", "deserialize_from", "backup"),
}
"""Calls that open a file, or might."""

ALLOWED = {
    "connection.py": {"connect"},
    "exchange.py": {"open"},
    "fsops.py": {"open"},
    "glimpse.py": {"connect", "write_bytes"},
    "holding.py": {"open"},
    "home.py": {"read_bytes"},
    "quarantine.py": {"open"},
    "room.py": {"open", "fdopen"},
    "shelter.py": {"open", "copytree"},
    "traits.py": {"open"},
    "workspace.py": {"backup", "connect"},
}
"""Where files are opened on purpose, none of them a database that is open; all else goes through `fsops`.

`glimpse` looks at work that nobody has open, `workspace` makes the copy before an upgrade by its own
connection, `room` is another process, `quarantine` looks at the head of a person's file, `home` at notes.
`holding` locks files of its own, which stay empty.
"""

NAMED = {"opening", "Workspace", "Document", "Versions", "cls"}
"""What opens a document, not a file."""

SESSION = """
import sys
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.records import Step
from rondofile.kept.versions import Why
plan, home = sys.argv[1:]
document = Document.open(plan, root=home)
for number in range(12):
    with document.edit(EditKind.ADD_STEPS) as edit:
        edit.insert(Step(id=f"s{number}", journey="now", title="S"))
    if number % 3 == 0:
        document.publish()
document.undo()
document.redo()
document.keep_version(Why.NAMED, "kept")
document.refresh()
document.reconciling.look()
document.save_copy(plan + ".copy")
Document.kept_work(home)
Document.read(plan)
document.entries()
document.publish()
document.close()
"""


def openings(path: Path) -> list[str]:
    """Each call in a file that opens another."""
    found = []
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.Call):
            continue
        name, owner = "", ""
        if isinstance(node.func, ast.Name):
            name = "" if node.func.id == "read_bytes" else node.func.id  # ours, of bytes
        elif isinstance(node.func, ast.Attribute):
            name = node.func.attr
            owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
        if name in OPENING and owner not in NAMED and name not in ALLOWED.get(path.name, ()):
            found.append(f"{place(path)}:{node.lineno} {owner}.{name}")
    return found


def test_storage_opens_files_in_one_place_only() -> None:
    paths = [path for path in product() if path.is_relative_to(PACKAGES["rondofile"])]
    assert len(paths) > 60
    none_of([line for path in paths for line in openings(path)])


def test_a_database_is_connected_to_in_one_place_only() -> None:
    paths = [path for path in product() if path.is_relative_to(PACKAGES["rondofile"])]
    found = [
        f"{place(path)}:{node.lineno}"
        for path in paths
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "sqlite3.connect"
        and "connect" not in ALLOWED.get(path.name, ())
        and ast.unparse(node.args[0]) != "':memory:'"
    ]
    none_of(found)


def descriptors(trace: str) -> tuple[int, int]:
    """How often a working database was opened, and how many of those while it was open already."""
    open_now: dict[str, set[int]] = {}
    times = twice = 0
    for line in trace.splitlines():
        opened = re.search(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]*work\.db)"[^)]*\)\s*= (\d+)', line)
        closed = re.search(r"close\((\d+)\)\s*= 0", line)
        if opened:
            there = open_now.setdefault(opened[1], set())
            twice += bool(there)
            there.add(int(opened[2]))
            times += 1
        elif closed:
            for there in open_now.values():
                there.discard(int(closed[1]))
    return times, twice


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed here")
def test_nothing_opens_a_working_database_a_second_time_while_it_is_open(tmp_path: Path) -> None:
    plan, trace = tmp_path / "plan.rondo", tmp_path / "trace"
    written(plan)
    command = ["strace", "-f", "-o", str(trace), "-e", "trace=open,openat,close"]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(str(folder.parent) for folder in PACKAGES.values()),
    }
    done = subprocess.run(
        [*command, sys.executable, "-c", SESSION, str(plan), str(tmp_path / "home")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    if "ptrace" in done.stderr and done.returncode:
        pytest.skip("nothing may be traced here")
    assert done.returncode == 0, done.stderr
    times, twice = descriptors(trace.read_text(encoding="utf-8", errors="replace"))
    assert times >= 1 and twice == 0


def test_a_second_descriptor_is_seen_when_there_is_one() -> None:
    once = '1 openat(AT_FDCWD, "/h/work.db", O_RDWR) = 3\n1 close(3) = 0\n'
    again = '1 openat(AT_FDCWD, "/h/work.db", O_RDONLY|O_CLOEXEC) = 4\n'
    assert descriptors(once + again) == (2, 0)
    assert descriptors(once.splitlines()[0] + "\n" + again) == (2, 1)
