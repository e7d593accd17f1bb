"""A file that is only looked at, while somebody else has it open: nothing is locked, kept or written."""

from __future__ import annotations

from pathlib import Path

from rondofile.apart.door import read_file
from rondofile.place import Place
from rondofile.working.home import Home, real
from rondofile.working.locks import Unlocked
from rondofile.working.state import base_state
from rondofile.working.workspace import Workspace


def viewed(path: Path, home: Home) -> Place:
    """The published project of a file, held in memory, that can be read and saved elsewhere."""
    target = real(path)
    found = read_file(target, home)
    work = Workspace.in_memory(found.project, base_state(found), home.root / "views")
    return Place(home, target, work, Unlocked(), found.report, read_only=True, viewing=True)
