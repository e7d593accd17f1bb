"""What the columns of a range are about: told by their headings, else by what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rondo.ui.offers.columns import Column
from rondo.ui.offers.pasting import meaning
from rondo.ui.offers.pasting.names import Names
from rondo.ui.ranges.compared import plain, said

MOST_OF = 0.6
"""The part of a column that must be understood for the column to be about that."""
LOOKED_AT = 60
"""Rows that are looked at to guess what a column is about."""
_TEXTS = (Column.OFFER, Column.REASON_ROW, Column.REASON_COLUMN, Column.SOURCE)
Role = Column | None


def roles_of(rows: Sequence[Sequence[str]], names: Names) -> tuple[tuple[Role, ...], bool]:
    """What each column is about (None: nothing that an offer has), and whether the first row is headings.

    No two columns are about the same; free texts without a heading are the offer first, then the reasons."""
    count = max(len(row) for row in rows)
    heads = [_heading(rows[0][at]) if at < len(rows[0]) else None for at in range(count)]
    known = [head for head in heads if head is not None]
    filled = sum(bool(cell) for cell in rows[0])
    headed = len(rows) > 1 and len(known) >= max(1, (filled + 1) // 2)
    roles: list[Role] = list(heads) if headed else [None] * count
    taken: set[Column] = set()
    for at, role in enumerate(roles):
        roles[at] = None if role in taken else role
        taken.update([role] if role is not None else [])
    body = rows[1 : LOOKED_AT + 1] if headed else rows[:LOOKED_AT]
    left = [
        at for at in range(count) if roles[at] is None and not (headed and at < len(rows[0]) and rows[0][at])
    ]
    _guess(roles, [(at, [row[at] for row in body if at < len(row) and row[at]]) for at in left], taken, names)
    return tuple(roles), headed


def _heading(text: str) -> Role:
    wanted = plain(text)
    return next((c for c in Column if wanted and wanted in _said(c)), None)


def _said(column: Column) -> frozenset[str]:
    return said(f"offers.{column.key}") | said(f"offers.head_{column.key}")


def _guess(
    roles: list[Role], columns: Sequence[tuple[int, list[str]]], taken: set[Column], names: Names
) -> None:
    """Columns of which most is understood in one way are about that; the others are texts, from the left."""
    texts = [column for column in _TEXTS if column not in taken]
    free: list[int] = []
    for at, cells in columns:
        found = max(
            (
                (_share(cells, reads), -number, column)
                for number, (column, reads) in enumerate(_readers(names))
                if column not in taken
            ),
            default=(0.0, 0, Column.OFFER),
        )
        if cells and found[0] >= MOST_OF:
            roles[at] = found[2]
            taken.add(found[2])
        elif cells:
            free.append(at)
    for at, column in zip(free, texts, strict=False):
        roles[at] = column


def _share(cells: Sequence[str], reads: Callable[[str], object]) -> float:
    return sum(reads(cell) is not None for cell in cells) / len(cells) if cells else 0.0


def _readers(names: Names) -> tuple[tuple[Column, Callable[[str], object]], ...]:
    return (
        (Column.CELL, meaning.cell_of),
        (Column.FOR, lambda text: meaning.near(text, names.cards)),
        (Column.PLAYER, lambda text: meaning.near(text, names.players)),
        (Column.EXPERIENCE, meaning.experience_of),
        (Column.ARCHITECTURE, meaning.architecture_of),
        (Column.STATE, meaning.state_of),
        (Column.EVIDENCE, meaning.evidence_of),
    )
