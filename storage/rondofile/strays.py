"""What a killed publication left beside the document. Bytes that nobody knows are never removed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from pathlib import Path

from rondofile.errors import FileMissingError, RondoFileError
from rondofile.fsops import Files
from rondofile.home import Home
from rondofile.ledger import Ledger
from rondofile.leftovers import names_beside, sweep
from rondofile.reader import bytes_of


def clear(
    path: Path, name: str, known: Collection[str], files: Files, keep: Callable[[bytes], object]
) -> bool:
    """Nothing is left of the publication of that name beside the path; False where something had to stay.

    What was only ever ours goes; of the rest what has a `known` digest, and what `keep` took.
    """
    cleared = True
    for beside in map(path.with_name, names_beside(name) if name else ()):
        try:
            if beside.suffix != ".tmp":
                data = bytes_of(beside, files)
                if hashlib.sha256(data).hexdigest() not in known:
                    keep(data)
            files.remove(beside)
        except FileMissingError:
            continue
        except (OSError, RondoFileError):
            cleared = False
    return cleared


def sweep_beside(path: Path, home: Home) -> None:
    """Nothing that ended processes were putting in place is left beside the path, unless nobody knows it."""

    def is_known(stray: Path) -> bool:
        try:
            sha256 = hashlib.sha256(bytes_of(stray, home.files)).hexdigest()
        except RondoFileError:
            return False
        kept = (home.root / "snapshots").glob(f"*/*-{sha256[:16]}.rondo")
        return Ledger(home).knows(sha256) or any(kept)

    sweep(path.parent, is_known, home.files)
