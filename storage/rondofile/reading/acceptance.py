"""Whole tables of a file accepted at once, column by column: what a clean file needs, and quickly.

A table with anything odd in it is not accepted; `rows` then goes through it value by value. The answer is
never more generous than that of `values`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any

from rondofile.columns import COLUMNS, Column, Kind
from rondofile.text import clean_text

_WORD = re.compile(r"[A-Za-z0-9_-]*", re.ASCII)
_NOTHING = type(None)

Tables = Mapping[str, Collection[str]]


def accepted(noun: str, rows: Sequence[Sequence[Any]], tables: Tables) -> bool:
    """Whether every value of every row can be kept as it is and points to what is there."""
    if noun == "asset" or not rows:
        return not rows
    for column, values in zip(COLUMNS[noun], zip(*rows, strict=True), strict=True):
        if not _fine(column, values):
            return False
        if column.name == "id" and len(set(values)) != len(values):
            return False
        if column.kind is Kind.REFERENCE and column.parent != noun:
            known = tables[column.parent or ""]
            if not all(value is None or value in known for value in set(values)):
                return False
    return True


def _fine(column: Column, values: Sequence[Any]) -> bool:
    kinds = set(map(type, values))
    if _NOTHING in kinds:
        if not column.optional:
            return False
        kinds.discard(_NOTHING)
        values = [value for value in values if value is not None]
    if not values:
        return True
    if kinds != {_TYPES[column.kind]}:
        return False
    if column.kind in (Kind.ID, Kind.REFERENCE):
        return min(map(len, values)) > 0 and max(map(len, values)) <= 64 and _is_word("".join(values))
    if column.kind is Kind.TEXT:
        return max(map(len, values)) <= column.cap and _is_clean("".join(values))
    if column.choices is not None:
        return set(values) <= _words(column.choices)
    if column.kind is Kind.FLAG:
        return set(values) <= {0, 1}
    return bool(column.low <= min(values) and max(values) <= column.high)


@cache
def _words(choices: type[StrEnum]) -> frozenset[str]:
    return frozenset(map(str, choices))


def _is_word(text: str) -> bool:
    return _WORD.fullmatch(text) is not None


def _is_clean(text: str) -> bool:
    """Whether cleaning changes nothing. Texts that only change where they meet are left to the slower way."""
    return clean_text(text, len(text)) == text


_TYPES: dict[Kind, type] = {
    Kind.ID: str,
    Kind.REFERENCE: str,
    Kind.TEXT: str,
    Kind.CHOICE: str,
    Kind.FLAG: int,
    Kind.INTEGER: int,
    Kind.REAL: float,
    Kind.BYTES: bytes,
}
