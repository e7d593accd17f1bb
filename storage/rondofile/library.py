"""The library that keeps projects: it comes with Python, and must be new enough for our tables."""

from __future__ import annotations

import sqlite3

from rondofile.errors import OldLibraryError

NEEDED = (3, 37)
"""The first SQLite that knows STRICT tables."""


def check_library() -> None:
    """OldLibraryError where this Python brings a library that cannot make or read our tables."""
    found = sqlite3.sqlite_version_info
    if found[:2] < NEEDED:
        raise OldLibraryError(found=".".join(map(str, found)), needs=".".join(map(str, NEEDED)))
