"""From a framework file to values: strict, so that a slip in a file is named by file and key."""

from __future__ import annotations

import types
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from msgspec import Struct, StructMeta
from msgspec.structs import fields

import rondo_resources
from rondo.strategy.framework.parts import Citation

T = TypeVar("T", bound=Struct)
E = TypeVar("E", bound=StrEnum)
FOLDER = "framework"


class FrameworkError(Exception):
    """A shipped framework file does not hold what it must: `place` is file and key."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place


def read(file: str, language: str) -> dict[str, Any]:
    """The tables of one file in a language; what the language lacks is English."""
    tables = rondo_resources.read_toml(f"{FOLDER}/{file}.toml")
    if language == "en":
        return tables
    try:
        overlay = rondo_resources.read_toml(f"{FOLDER}/{language}/{file}.toml")
    except FileNotFoundError:
        return tables
    return laid_over(tables, overlay, f"{language}/{file}.toml")


def laid_over(tables: dict[str, Any], overlay: Mapping[str, Any], place: str) -> dict[str, Any]:
    """The tables with the texts of the overlay, which may hold nothing that the tables do not."""
    merged = dict(tables)
    for key, value in overlay.items():
        here, english = f"{place}: {key}", tables.get(key)
        if isinstance(english, dict) and isinstance(value, dict):
            merged[key] = laid_over(english, value, here)
        elif isinstance(english, str) and isinstance(value, str):
            merged[key] = value
        else:
            raise FrameworkError(here, "is no text of the English file")
    return merged


def build(kind: type[T], table: object, place: str, /, **given: object) -> T:
    """The value of a table. FrameworkError where a key is missing, unknown or of the wrong kind."""
    rows = _table(table, place)
    hints, values = _hints(cast(Any, kind)), dict(given)
    for name in kind.__struct_fields__:
        if name in given:
            continue
        if name in rows:
            values[name] = _value(hints[name], rows[name], f"{place}.{name}")
        elif name in _needed(cast(Any, kind)):
            raise FrameworkError(f"{place}.{name}", "is missing")
    unknown = sorted(set(rows) - set(hints) | (set(rows) & set(given)))
    if unknown:
        raise FrameworkError(f"{place}.{unknown[0]}", "is not known here")
    return kind(**values)


def keyed(kind: type[T], table: object, place: str) -> tuple[T, ...]:
    """One value a table, in the order of the file; its field `key` is the table's name."""
    return tuple(build(kind, row, f"{place}.{key}", key=key) for key, row in _table(table, place).items())


def whole(members: type[E], table: object, place: str) -> dict[E, Any]:
    """The tables by enum member, in the order of the enum. FrameworkError unless exactly all are there."""
    rows = _table(table, place)
    for name in rows:
        _value(members, name, f"{place}.{name}")
    for member in members:
        if member.value not in rows:
            raise FrameworkError(f"{place}.{member.value}", "is missing")
    return {member: rows[member.value] for member in members}


def _table(value: object, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise FrameworkError(place, "must be a table")
    return value


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


@lru_cache(maxsize=64)
def _needed(kind: type[Struct]) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind) if field.required)


def _value(hint: Any, value: object, place: str) -> Any:
    origin = get_origin(hint)
    if origin in (types.UnionType, Union):
        return _value(get_args(hint)[0], value, place)
    if origin is tuple:
        return _several(get_args(hint)[0], value, place)
    if origin is not None and issubclass(origin, Mapping):
        members, kind = get_args(hint)
        rows = whole(members, value, place)
        return MappingProxyType({m: _value(kind, row, f"{place}.{m}") for m, row in rows.items()})
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _member(hint, value, place)
    return _plain(hint, value, place)


def _several(kind: Any, value: object, place: str) -> tuple[Any, ...]:
    if kind is not Citation and isinstance(kind, StructMeta):
        return keyed(cast(type[Struct], kind), value, place)
    if not isinstance(value, list):
        raise FrameworkError(place, "must be a list")
    if kind is Citation:
        return tuple(_citation(entry, place) for entry in value)
    return tuple(_value(kind, entry, place) for entry in value)


def _citation(entry: object, place: str) -> Citation:
    key, _, detail = _plain(str, entry, place).partition(" ")
    return Citation(key, detail)


def _member(kind: type[E], value: object, place: str) -> E:
    try:
        return kind(_plain(str, value, place))
    except ValueError:
        raise FrameworkError(place, f"{value!r} is none of {', '.join(kind)}") from None


def _plain(kind: Any, value: object, place: str) -> Any:
    if type(value) is not kind:
        raise FrameworkError(place, f"must be {kind.__name__}")
    if isinstance(value, str) and (not value.strip() or value != value.strip()):
        raise FrameworkError(place, "is empty or has blanks around it")
    return value
