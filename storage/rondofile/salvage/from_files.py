"""Salvage of what lies on a disk; nothing there is changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rondofile.errors import RondoFileError
from rondofile.fsops import FILES, Files
from rondofile.reading.reader import bytes_of
from rondofile.salvage.carving import SECONDS
from rondofile.salvage.salvaging import Salvaged, salvage
from rondofile.working.workspace import DATABASE


def salvage_file(
    path: Path, names: Mapping[str, str] | None = None, files: Files = FILES, seconds: float = SECONDS
) -> Salvaged:
    """What can be read of the file. A working database has its journal beside it, which is taken back.

    SalvageError where nothing of ours is in it, or why it cannot be read at all.
    """
    journal = b""
    if path.name == DATABASE:
        try:
            journal = bytes_of(path.with_name(f"{DATABASE}-journal"), files)
        except RondoFileError:
            journal = b""
    return salvage(bytes_of(path, files), journal, names, seconds, str(path))
