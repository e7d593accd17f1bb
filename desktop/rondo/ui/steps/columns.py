"""The columns of the table, in their order, and how they share the room there is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum


class Column(IntEnum):
    """Where what stands."""

    TITLE = 0
    LANE = 1
    WHO = 2
    KIND = 3
    FEELING = 4
    WAIT = 5
    PAINS = 6
    GOES_TO = 7

    @property
    def key(self) -> str:
        """The word for it in the catalogue, such as "goes_to"."""
        return self.name.lower()


SHORTEST = {Column.TITLE: 168, Column.LANE: 80, Column.KIND: 84, Column.PAINS: 90, Column.GOES_TO: 96}
"""Pixels at 100 % text below which what is said in a column is not cut. A wait is never cut."""
READABLE = 260
"""Pixels at 100 % text that a title may have before the others grow."""
SIGNED = (Column.WHO, Column.FEELING)
"""A sign stands alone there where the whole of the words does not fit."""
_GROWING = (Column.KIND, Column.LANE, Column.TITLE, Column.PAINS, Column.GOES_TO, *SIGNED)


def widths(room: int, scale: float, heads: Sequence[int], wishes: Sequence[int]) -> list[int]:
    """The widths of the columns, in pixels, as the room allows. No column is narrower than its head, and one
    in which nothing is said is no wider; the title is the first to be whole. What is left over goes to the
    title and to where it leads. `heads`, `wishes`: pixels of the head and of the longest text of each."""
    wanted = [max(head, wish) for head, wish in zip(heads, wishes, strict=True)]
    found = [_least(column, heads[column], wanted[column], scale) for column in Column]
    over = room - sum(found)
    readable = min(wanted[Column.TITLE], round(READABLE * scale))
    for column, aim in ((Column.TITLE, readable), *((column, wanted[column]) for column in _GROWING)):
        more = min(max(aim - found[column], 0), max(over, 0))
        if column in SIGNED and found[column] + more < aim:
            continue
        found[column] += more
        over -= more
    over = max(over, 0)
    found[Column.TITLE] += over * 3 // 5
    found[Column.GOES_TO] += over - over * 3 // 5
    return found


def _least(column: Column, head: int, wanted: int, scale: float) -> int:
    if column in SIGNED:
        return head
    return max(head, min(wanted, round(SHORTEST.get(column, wanted) * scale)))


TYPED = (Column.TITLE, Column.WAIT, Column.PAINS)
"""What is typed; in the other columns something is chosen from a list."""
