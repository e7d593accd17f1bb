"""Where a step is to stand: what a gesture says, and the layout fills up."""

from __future__ import annotations

from msgspec import Struct

from rondofile.enums import Phase


class Place(Struct, frozen=True):
    """Where a step is to stand. Without x and y the layout finds it a place in its cell."""

    phase: Phase | None = None
    lane: str | None = None
    x: int | None = None
    y: int | None = None
