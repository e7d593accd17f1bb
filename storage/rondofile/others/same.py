"""Whether two paths lead to one file: by links, by dots, in other letters, or under a second name."""

from __future__ import annotations

from pathlib import Path

from rondofile.working.home import path_key


def same_file(one: Path, other: Path) -> bool:
    """Whether it is one file, asked of the system by device and number; else by how the paths are written."""
    if path_key(one) == path_key(other):
        return True
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
