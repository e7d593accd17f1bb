"""Side files: what another program left beside a document. They are never honoured unasked."""

from __future__ import annotations

from pathlib import Path

from rondofile.fsops import FILES, Files
from rondofile.reading.report import Report

JOURNAL, LOG = "-journal", "-wal"
ENDINGS = (JOURNAL, LOG, "-shm")
"""What the names of side files end with."""


def sides_of(path: Path, files: Files = FILES) -> tuple[Path, ...]:
    """The side files of a document that hold something."""
    beside = (side_of(path, ending) for ending in ENDINGS)
    return tuple(side for side in beside if _holds(side, files))


def side_of(path: Path, ending: str) -> Path:
    """Where a side file of that ending would be."""
    return path.with_name(path.name + ending)


def remark_sides(path: Path, report: Report, files: Files = FILES) -> None:
    """Every side file that holds something is remarked."""
    for side in sides_of(path, files):
        report.add("read.side-file", value=side.name)


def _holds(side: Path, files: Files) -> bool:
    try:
        return files.stat(side).st_size > 0
    except (OSError, ValueError):
        return False
