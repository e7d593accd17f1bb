"""What a killed publication left beside the document. Bytes that nobody knows are never removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rondofile.digests import sha256_of
from rondofile.errors import FileMissingError, RondoFileError
from rondofile.fsops import Files
from rondofile.reading.ledger import Ledger
from rondofile.reading.reader import bytes_of
from rondofile.working.home import Home
from rondofile.writing.leftovers import names_beside, sweep

_MOST = 8
"""Names of publications of which something had to stay; a disk with more than that takes nothing anyway."""


def clear(
    path: Path, names: str, is_known: Callable[[str], bool], files: Files, keep: Callable[[bytes], object]
) -> str:
    """Nothing is left of the publications of those names beside the path; the names of which something is.

    What was only ever ours goes; of the rest what has a digest that is known, and what `keep` took.
    """
    left = []
    for name in names.split()[-_MOST:]:
        cleared = [_cleared(path.with_name(one), is_known, files, keep) for one in names_beside(name)]
        if not all(cleared):
            left.append(name)
    return " ".join(left)


def _cleared(
    path: Path, is_known: Callable[[str], bool], files: Files, keep: Callable[[bytes], object]
) -> bool:
    try:
        if path.suffix != ".tmp":
            data = bytes_of(path, files)
            if not is_known(sha256_of(data)):
                keep(data)
        files.remove(path)
    except FileMissingError:
        return True
    except (OSError, RondoFileError):
        return False
    return True


def sweep_beside(path: Path, home: Home) -> None:
    """Nothing that ended processes were putting in place is left beside the path, unless nobody knows it."""

    def is_known(stray: Path) -> bool:
        try:
            sha256 = sha256_of(bytes_of(stray, home.files))
        except RondoFileError:
            return False
        kept = (home.root / "snapshots").glob(f"*/*-{sha256[:16]}.rondo")
        return Ledger(home).knows(sha256) or any(kept)

    sweep(path.parent, is_known, home.files)
