"""What every record has."""

from __future__ import annotations

from msgspec import Struct


class Record(Struct, frozen=True, kw_only=True):
    """One thing in a project, known by an id unique within its noun."""

    id: str
