"""Stands in the place of values that a file does not have."""

from __future__ import annotations

from enum import Enum


class Absent(Enum):
    """A column that the file does not have."""

    ABSENT = "absent"
