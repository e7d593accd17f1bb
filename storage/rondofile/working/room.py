"""Room on the disk where work is kept: said while there is still some, before an edit cannot be kept."""

from __future__ import annotations

from contextlib import suppress

from rondofile.errors import LowSpaceError
from rondofile.troubles import Troubles
from rondofile.working.home import Home
from rondofile.writing.refusals import megabytes

LITTLE = 50_000_000
"""Bytes; with less than that a person is warned, once until there was more again."""


def watch(home: Home, troubles: Troubles) -> None:
    """Little room is told. Nothing where the system does not say how much there is."""
    with suppress(OSError):
        free = home.files.free(home.root)
        if free < LITTLE:
            troubles.add(LowSpaceError(path=str(home.root), free=megabytes(free)))
        else:
            troubles.over(LowSpaceError)
