"""How the rows share the height of the window. None is ever ranked above another (domain C35)."""

from __future__ import annotations

from collections.abc import Sequence


def levelled(needs: Sequence[int], free: int) -> list[int]:
    """Heights that are as equal as the needs allow and together fill what is free."""
    if sum(needs) >= free:
        return list(needs)
    level = free // len(needs)
    for count in range(len(needs), 0, -1):
        low = sorted(needs)[:count]
        level = (free - sum(sorted(needs)[count:])) // count
        if level >= low[-1]:
            break
    return [max(need, level) for need in needs]


def shared(floors: Sequence[int], needs: Sequence[int], free: int) -> list[int]:
    """Heights between floor and need that together are no more than is free, the highest cut first.

    Where not even the floors fit they stand."""
    low, high = 0, max(needs, default=0)
    while low < high:
        level = (low + high + 1) // 2
        if sum(_cut(floors, needs, level)) <= free:
            low = level
        else:
            high = level - 1
    return _cut(floors, needs, low)


def _cut(floors: Sequence[int], needs: Sequence[int], level: int) -> list[int]:
    return [max(floor, min(need, level)) for floor, need in zip(floors, needs, strict=True)]
