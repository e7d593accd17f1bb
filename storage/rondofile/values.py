"""Values on their way in and out: cleaned records, rows of plain values, records of rows."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from msgspec.structs import replace

from rondofile.columns import COLUMNS, NAMES, Column, Kind
from rondofile.digests import sha256_of
from rondofile.errors import InvalidValueError
from rondofile.ids import is_id
from rondofile.records import NOUN_OF, NOUNS, Asset, Record
from rondofile.text import clean_text

R = TypeVar("R", bound=Record)
Row = tuple[Any, ...]


class RefusedError(Exception):
    """A value that cannot be kept; the argument is the key of the reason."""


def cleaned(record: R) -> R:
    """The record as it is kept: texts cleaned, numbers and enums of their own types.

    The same record where nothing had to change. InvalidValueError names the field that cannot be kept.
    """
    noun = NOUN_OF[type(record)]
    changes: dict[str, Any] = {}
    for name, accept in accepting(noun):
        value = getattr(record, name)
        try:
            good = accept(value)
        except RefusedError as refused:
            raise InvalidValueError(noun=noun, id=str(record.id), field=name, problem=str(refused)) from None
        if good is not value:
            changes[name] = good
    kept = replace(record, **changes) if changes else record
    if isinstance(kept, Asset) and sha256_of(kept.content) != kept.id:
        raise InvalidValueError(noun=noun, id=kept.id, field="id", problem="value.digest")
    return kept


def row_of(record: Record) -> Row:
    """The plain values of a record in the order of its columns: text, int, float, bytes or None."""
    noun = NOUN_OF[type(record)]
    read, plains = _reading(noun)
    row = list(read(record))
    for index, plain in plains:
        value = row[index]
        if value is not None:
            row[index] = plain(value)
    return tuple(row)


def record_of(noun: str, row: Sequence[Any]) -> Record:
    """The record of a row that we wrote ourselves; nothing is checked."""
    values = dict(zip(NAMES[noun], row, strict=True))
    for name, table in _decoders(noun):
        values[name] = table[values[name]]
    return NOUNS[noun](**values)


@cache
def accepting(noun: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """The fields of a noun with what gives their values as they are kept, or raises RefusedError."""
    return tuple((column.name, _acceptor(column)) for column in COLUMNS[noun])


def _acceptor(column: Column) -> Callable[[Any], Any]:
    accept = _MAKE[column.kind](column)
    if not column.optional:
        return accept
    return lambda value: None if value is None else accept(value)


def _id(value: Any) -> str:
    if not is_id(value):
        raise RefusedError("value.id")
    return str(value)


def _text(column: Column) -> Callable[[Any], str]:
    cap = column.cap

    def accept(value: Any) -> str:
        if not isinstance(value, str):
            raise RefusedError("value.text")
        return clean_text(value, cap)

    return accept


def _choice(column: Column) -> Callable[[Any], StrEnum]:
    choices = column.choices
    assert choices is not None
    members = _members(choices)

    def accept(value: Any) -> StrEnum:
        if isinstance(value, choices):
            return value
        if not isinstance(value, str) or value not in members:
            raise RefusedError("value.choice")
        return members[value]

    return accept


def _flag(value: Any) -> bool:
    if isinstance(value, int) and value in (0, 1):
        return bool(value)
    raise RefusedError("value.flag")


def _integer(column: Column) -> Callable[[Any], int]:
    def accept(value: Any) -> int:
        if type(value) is not int:
            raise RefusedError("value.integer")
        if not column.low <= value <= column.high:
            raise RefusedError("value.range")
        return value

    return accept


def _real(column: Column) -> Callable[[Any], float]:
    def accept(value: Any) -> float:
        if type(value) not in (int, float):
            raise RefusedError("value.number")
        if not column.low <= value <= column.high or math.isnan(value):
            raise RefusedError("value.range")
        return value if type(value) is float and value else float(value) + 0.0

    return accept


def _bytes(value: Any) -> bytes:
    if not isinstance(value, bytes):
        raise RefusedError("value.bytes")
    return value


@cache
def _members(choices: type[StrEnum]) -> Mapping[Any, StrEnum]:
    return {str(member): member for member in choices}


@cache
def _decoders(noun: str) -> tuple[tuple[str, Mapping[Any, Any]], ...]:
    """The fields of a noun that are kept as something else, with what stands for what."""
    tables: list[tuple[str, Mapping[Any, Any]]] = []
    for column in COLUMNS[noun]:
        if column.kind is Kind.FLAG:
            tables.append((column.name, {None: None, 0: False, 1: True}))
        elif column.choices is not None:
            tables.append((column.name, {None: None, **_members(column.choices)}))
    return tuple(tables)


@cache
def _reading(noun: str) -> tuple[Callable[[Any], Row], Sequence[tuple[int, Callable[[Any], Any]]]]:
    """What reads all fields of a record of that noun, and which of them are then made plain, and how."""
    kinds: dict[Kind, Callable[[Any], Any]] = {Kind.FLAG: int, Kind.CHOICE: str}
    plains = [(i, kinds[column.kind]) for i, column in enumerate(COLUMNS[noun]) if column.kind in kinds]
    return attrgetter(*NAMES[noun]), plains


_MAKE: Mapping[Kind, Callable[[Column], Callable[[Any], Any]]] = {
    Kind.ID: lambda _: _id,
    Kind.REFERENCE: lambda _: _id,
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.FLAG: lambda _: _flag,
    Kind.INTEGER: _integer,
    Kind.REAL: _real,
    Kind.BYTES: lambda _: _bytes,
}
