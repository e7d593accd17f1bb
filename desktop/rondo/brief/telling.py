"""How far a brief is: what writes it tells whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[float], None]
"""Hears how much of the work is done, from 0 to 1, never less than before."""


def tell_nobody(done: float) -> None:
    """Nobody waits."""


def part_of(told: Told, start: float, end: float) -> Told:
    """What tells of one part of the work, which takes the whole from `start` to `end`."""
    return lambda done: told(start + (end - start) * done)
