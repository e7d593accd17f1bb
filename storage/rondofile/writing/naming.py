"""Names for files that are written beside another: safe on every system, and never one that is taken."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from rondofile.fsops import FILES, Files

LONGEST = 240
"""Bytes of a name; file systems take 255, and a new file needs a few more while it is written."""

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


def safe_stem(words: str) -> str:
    """The words as the name of a file without its ending; "_" where nothing of them can stand in one."""
    plain = unicodedata.normalize("NFC", words.encode("utf-8", "replace").decode("utf-8"))
    stem = " ".join(_FORBIDDEN.sub(" ", plain).split()).strip(" .")
    return f"_{stem}" if not stem or _DEVICES.fullmatch(stem.split(".")[0]) else stem


def beside(path: Path, label: str, files: Files = FILES) -> Path:
    """A path in the same folder that nothing stands at: the name, the label in brackets, the same ending."""
    number, ending = 1, path.suffix
    while True:
        more = f" ({_cut(safe_stem(label), 100)}{f' {number}' if number > 1 else ''})"
        room = LONGEST - len((more + ending).encode())
        target = path.with_name(_cut(safe_stem(path.stem), room) + more + ending)
        if not _taken(target, files):
            return target
        number += 1


def _cut(stem: str, room: int) -> str:
    """The beginning of a name that takes no more bytes than that."""
    return stem.encode()[: max(room, 1)].decode(errors="ignore").rstrip(" .") or "_"


def _taken(target: Path, files: Files) -> bool:
    """Whether there is anything, as far as it can be known."""
    try:
        files.stat(target)
    except OSError:
        return False
    return True
