"""What every record has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing in a project, known by an id unique within its noun."""

    id: str
