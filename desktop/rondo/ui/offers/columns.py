"""The columns of the table of offers, in their order, and how wide they are."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum


class Column(IntEnum):
    """Where what stands."""

    OFFER = 0
    FOR = 1
    CELL = 2
    EXPERIENCE = 3
    ARCHITECTURE = 4
    STATE = 5
    PLAYER = 6
    REASON_ROW = 7
    REASON_COLUMN = 8
    EVIDENCE = 9
    SOURCE = 10
    REVENUE_WHAT = 11
    REVENUE_WHEN = 12
    REVENUE_WHO = 13
    REVENUE_WHY = 14
    REVENUE_CURRENCY = 15

    @property
    def key(self) -> str:
        """The word for it in the catalogue and the settings, such as "reason_row"."""
        return self.name.lower()


FIELDS = {
    Column.OFFER: "offer",
    Column.EXPERIENCE: "experience",
    Column.ARCHITECTURE: "architecture",
    Column.STATE: "state",
    Column.PLAYER: "player",
    Column.REASON_ROW: "reason_experience",
    Column.REASON_COLUMN: "reason_architecture",
    Column.EVIDENCE: "evidence",
    Column.SOURCE: "source",
    Column.REVENUE_WHAT: "revenue_what",
    Column.REVENUE_WHEN: "revenue_when",
    Column.REVENUE_WHO: "revenue_who",
    Column.REVENUE_WHY: "revenue_why",
    Column.REVENUE_CURRENCY: "revenue_currency",
}
"""The field of an offer that stands in a column alone."""
LISTED = frozenset(
    {Column.FOR, Column.EXPERIENCE, Column.ARCHITECTURE, Column.STATE, Column.PLAYER, Column.EVIDENCE}
)
"""Where something is chosen from a list; in the others something is typed."""
REVENUE = frozenset(column for column in Column if column >= Column.REVENUE_WHAT)
USUAL = frozenset(Column) - REVENUE - {Column.CELL}
"""The columns that are shown until others are chosen."""
ALWAYS = Column.OFFER
"""An offer begins with its sentence."""

NARROWEST = {
    Column.OFFER: 200,
    Column.FOR: 120,
    Column.REASON_ROW: 140,
    Column.REASON_COLUMN: 140,
}
WIDEST = {
    Column.OFFER: 380,
    Column.FOR: 220,
    Column.ARCHITECTURE: 190,
    Column.PLAYER: 150,
    Column.REASON_ROW: 260,
    Column.REASON_COLUMN: 260,
    Column.SOURCE: 180,
}
"""Pixels at 100 % text."""
_LEAST, _MOST = 48, 170
ROOMY = 7
"""In so many times its least width, a column of sentences may be as wide as they wish."""


def widths(room: int, scale: float, heads: Sequence[int], wishes: Sequence[int]) -> list[int]:
    """The widths of all columns in pixels: what is said in them, not too wide; what is left over goes to the
    offer, then to the reasons. `heads`, `wishes`: pixels of the head and of the longest text; both are 0 of
    a column that is hidden."""
    found = []
    for column in Column:
        least, most = (round(n * scale) for n in (NARROWEST.get(column, _LEAST), WIDEST.get(column, _MOST)))
        wanted = min(max(wishes[column], least), most)
        most = wanted if column not in NARROWEST or room > least * ROOMY else least
        found.append(max(heads[column], most) if heads[column] else 0)
    over = room - sum(found)
    for column in (Column.OFFER, Column.REASON_ROW, Column.REASON_COLUMN, Column.FOR):
        more = min(max(wishes[column] - found[column], 0), max(over, 0)) if heads[column] else 0
        found[column] += more
        over -= more
    found[Column.OFFER] += max(over, 0)
    return found
