"""The one door by which a file comes in: ours is read here, a stranger's apart."""

from __future__ import annotations

import hashlib
from pathlib import Path

from rondofile.apart.answer import unpacked
from rondofile.apart.frames import LineBrokenError
from rondofile.apart.lines import ask
from rondofile.errors import RondoFileError, UnsafeToReadError
from rondofile.home import Home
from rondofile.intake import Intake
from rondofile.ledger import Ledger
from rondofile.quarantine import check_header
from rondofile.reader import Published, bytes_of, published, read_bytes


def read_file(path: Path, home: Home | None = None) -> Published:
    """The project in a file. The file and everything beside it stay as they are."""
    home = home or Home()
    return read_apart(bytes_of(path, home.files), home, path)


def read_apart(data: bytes, home: Home, path: Path | None = None) -> Published:
    """The project in the bytes of a file; only bytes that were published from here are read in this process.

    UnsafeToReadError where reading them ended the other process; the typed errors of reading otherwise.
    """
    facts: dict[str, object] = {"path": str(path)} if path is not None else {}
    if Ledger(home).knows(hashlib.sha256(data).hexdigest()):
        return read_bytes(data, **facts)
    check_header(data, facts)
    try:
        return published(data, _intake(data))
    except RondoFileError as problem:
        problem.facts.update(facts)
        raise


def _intake(data: bytes) -> Intake:
    answer, parts = ask({"task": "read"}, (data,))
    try:
        return unpacked(answer, parts)
    except LineBrokenError as error:
        raise UnsafeToReadError(reason=str(error)) from error
