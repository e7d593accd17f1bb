"""New files that were being written when their process was killed: named so that they can be found again."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from rondofile.digests import sha256_of
from rondofile.fsops import FILES, Files
from rondofile.host import host

NEW, OLD = ".new", ".old"
"""The ends of the names of what may have been in the place, beside the `.tmp` of what never was."""

_BEGINS = ".rondo-"
_NAME = r"\.rondo-([0-9a-f]{8})-([0-9]{1,10})-[0-9a-f]{16}\.(tmp|new|old)"
"""Compiled when something is named like that, which is seldom."""


def temporary_name() -> str:
    """A name for the new file beside the place it will take; it says which process is writing it."""
    return f"{_BEGINS}{_computer()}-{os.getpid()}-{os.urandom(8).hex()}.tmp"


def other_name(name: str) -> str:
    """Another name that goes with that one, for a second try."""
    start, number = name.rpartition("-")[::2]
    return f"{start}-{0xFFFF_FFFF_FFFF_FFFF - int(number.removesuffix('.tmp'), 16):016x}.tmp"


def names_beside(name: str) -> tuple[str, ...]:
    """Every name that may stand for something while the new file of that name takes its place.

    First those of what was only ever ours, then those of what may have been in the place.
    """
    names = (name, other_name(name))
    return (*names, *(f"{one.removesuffix('.tmp')}{end}" for one in names for end in (NEW, OLD)))


def sweep(folder: Path, is_known: Callable[[Path], bool] = lambda _: False, files: Files = FILES) -> None:
    """No new file is left in the folder whose process on this computer has ended. Never an error.

    What may have been in the place of another goes only where `is_known` says that its content is kept.
    """
    with suppress(OSError):
        for name in files.listdir(folder):
            found = re.fullmatch(_NAME, name) if name.startswith(_BEGINS) else None
            if found and found[1] == _computer() and not _runs(int(found[2])):
                with suppress(OSError):
                    if found[3] == "tmp" or is_known(folder / name):
                        files.remove(folder / name)


def _computer() -> str:
    return sha256_of(host().encode("utf-8", "surrogateescape"))[:8]


def _runs(process: int) -> bool:
    """Whether there may be such a process; where the system cannot be asked without harm, there may."""
    if os.name != "posix" or process < 1:
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
