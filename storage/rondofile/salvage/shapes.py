"""What the rows of a noun look like: which table a row can be of when nothing says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from rondofile.columns import COLUMNS, NAMES, Column, Kind
from rondofile.ids import is_id
from rondofile.reading.absent import Absent
from rondofile.values import RefusedError, accepting

Row = Sequence[Any]

DOUBTFUL = ("stretch", "step_origin", "stretch_step", "player", "action", "condition", "decision")
"""Nouns whose rows can look like rows of another: only what they lead to tells them apart."""

_BY_LENGTH: dict[int, tuple[str, ...]] = {
    length: tuple(noun for noun in NAMES if len(NAMES[noun]) == length)
    for length in sorted({len(names) for names in NAMES.values()})
}
_NUMBERS = frozenset((1, 2, 3, 4, 5, 6, 8, 9))


def suits_any(kinds: Sequence[int]) -> bool:
    """Whether values of those kinds can be a row of ours."""
    return any(_suits(COLUMNS[noun], kinds) for noun in _BY_LENGTH.get(len(kinds), ()))


def noun_of(rows: Sequence[Row], known: Mapping[str, Collection[str]], told: str = "") -> str:
    """The noun whose rows they are, all from one page; empty where they are of none.

    Of several that fit, the one whose references lead to `known` ids, then the one that the page was
    `told` to be of, then the one that allows least.
    """
    best, answer = (-1, 0, False, -1), ""
    for noun in _BY_LENGTH.get(len(rows[0]) if rows else 0, ()):
        fitting = [row for row in rows if fits(noun, row)]
        score = (_led(noun, fitting, known), len(fitting), noun == told, _strictness(noun))
        if fitting and 2 * len(fitting) >= len(rows) and score > best:
            best, answer = score, noun
    return answer


def fits(noun: str, row: Row) -> bool:
    """Whether every value could stand in its column."""
    if len(row) != len(NAMES[noun]) or not is_id(row[0]):
        return False
    try:
        for (_, accept), value in zip(accepting(noun), row, strict=True):
            if value is not Absent.ABSENT:
                accept(value)
    except RefusedError:
        return False
    return True


def resembles(rows: Sequence[Row], width: int) -> bool:
    """Whether most rows can stand where those of a noun should: as many values as it has, ids in front."""
    return 2 * sum(len(row) == width and is_id(row[0]) for row in rows) >= len(rows)


def _led(noun: str, rows: Iterable[Row], known: Mapping[str, Collection[str]]) -> int:
    """How many references of the rows lead to something."""
    links = [(i, c.parent or "") for i, c in enumerate(COLUMNS[noun]) if c.kind is Kind.REFERENCE]
    return sum(row[index] in known.get(parent, ()) for row in rows for index, parent in links)


def _strictness(noun: str) -> int:
    return sum(column.kind is not Kind.TEXT for column in COLUMNS[noun])


def _suits(columns: Sequence[Column], kinds: Sequence[int]) -> bool:
    return all(
        column.optional if kind == 0 else _may_hold(column.kind, kind)
        for column, kind in zip(columns, kinds, strict=True)
    )


def _may_hold(column: Kind, kind: int) -> bool:
    if column in (Kind.INTEGER, Kind.FLAG):
        return kind in _NUMBERS
    if column is Kind.REAL:
        return kind == 7 or kind in _NUMBERS
    if column is Kind.BYTES:
        return kind >= 12 and not kind & 1
    if column in (Kind.ID, Kind.REFERENCE):
        return kind & 1 == 1 and 15 <= kind <= 141
    return kind >= 13 and kind & 1 == 1
