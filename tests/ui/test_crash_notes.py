"""A program that ends without a word leaves behind where it stood."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from helpers.house import ROOT
from rondo.ui.ending.crash_notes import NAME, crash_notes

CRASH = """
import os, sys
from pathlib import Path
from rondo.ui.ending.crash_notes import crash_notes

def falls_over():
    os.abort()

with crash_notes(Path(sys.argv[1])):
    falls_over()
"""


def test_a_crash_leaves_the_place_in_the_code(tmp_path: Path) -> None:
    paths = [str(ROOT / room) for room in ("desktop", "storage", "resources")]
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}\n{CRASH}", str(tmp_path / "log")]
    done = subprocess.run(command, capture_output=True)
    assert done.returncode < 0
    assert "falls_over" in (tmp_path / "log" / NAME).read_text()


def test_without_a_crash_or_a_place_for_it_nothing_is_noted(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "print(1)"]
    assert subprocess.run(command, capture_output=True).returncode == 0
    (tmp_path / "file").write_bytes(b"")
    with crash_notes(tmp_path / "file" / "log"):
        pass
    assert (tmp_path / "file").read_bytes() == b""
