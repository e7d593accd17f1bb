"""The columns of the table, in their order."""

from __future__ import annotations

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


WIDE = (220, 112, 150, 132, 104, 72, 170, 190)
"""Pixels of the columns at 100 % text where there is room."""
NARROW = (168, 80, 54, 84, 60, 62, 104, 116)
"""The least: who does the work and how it feels are signs alone."""


def widths(room: int, scale: float) -> list[int]:
    """The widths of the columns, in pixels: between the least and the usual, as the room allows; what is
    left over goes to the title and to where it leads."""
    least, usual = sum(NARROW) * scale, sum(WIDE) * scale
    share = min(max((room - least) / (usual - least), 0.0), 1.0)
    found = [round((low + (high - low) * share) * scale) for low, high in zip(NARROW, WIDE, strict=True)]
    over = max(room - sum(found), 0)
    found[Column.TITLE] += over * 3 // 5
    found[Column.GOES_TO] += over - over * 3 // 5
    return found


TYPED = (Column.TITLE, Column.WAIT, Column.PAINS)
"""What is typed; in the other columns something is chosen from a list."""
