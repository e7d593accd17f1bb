"""Every hostile file there is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from helpers import hostile_parts, hostile_values
from helpers.hostile_making import Hostile


def hostile_files() -> Iterator[Hostile]:
    """All of them, each under a name of its own."""
    return chain(
        hostile_parts.active(),
        hostile_parts.virtual(),
        hostile_parts.computing(),
        hostile_parts.written_over(),
        hostile_parts.too_much(),
        hostile_values.values(),
        hostile_values.names(),
        hostile_values.pointers(),
        hostile_values.makes(),
        hostile_values.planted(),
        hostile_values.others(),
        hostile_values.headers(),
    )
