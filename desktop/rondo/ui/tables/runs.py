"""Rows that stand beside each other, so that a model tells of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby


def runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows in their order, as the first and last of each run."""
    found = []
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        numbers = [row for _, row in run]
        found.append((numbers[0], numbers[-1]))
    return found
