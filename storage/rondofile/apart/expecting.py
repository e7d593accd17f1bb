"""A file that is about to be opened: the room that reads a stranger's comes up before anyone asks for it."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

from rondofile.digests import sha256_of
from rondofile.errors import RondoFileError
from rondofile.reading.ledger import Ledger
from rondofile.reading.reader import bytes_of
from rondofile.working.home import Home, path_key

SMALL = 16 << 20
"""Bytes up to which a file is looked at beforehand; reading a larger one takes longer than the room does."""


def expect(path: Path, home: Home) -> threading.Thread:
    """The file will be opened soon. Nobody waits for the thread that sees to it, and it never fails."""
    thread = threading.Thread(target=_prepare, args=(path, home), name="rondo-expecting", daemon=True)
    thread.start()
    return thread


def _prepare(path: Path, home: Home) -> None:
    with suppress(RondoFileError, OSError, ValueError):
        if _comes_from_elsewhere(path, home):
            from rondofile.apart.lines import warm

            warm()


def _comes_from_elsewhere(path: Path, home: Home) -> bool:
    """Whether nothing here knows the file: there is no work on it, and it was not published from here."""
    if any(home.works(path_key(path))) or home.files.stat(path).st_size > SMALL:
        return False
    return not Ledger(home).knows(sha256_of(bytes_of(path, home.files)))
