"""What every field of every record may hold, worked out from the records themselves.

The database schema, the cleaning of values and the reading of files all follow this one description.
"""

from __future__ import annotations

import builtins
import sys
from enum import Enum, StrEnum, auto
from functools import cache
from typing import Any

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from rondofile.records import NOUNS, Record
from rondofile.text import NOTE, TITLE


class Kind(Enum):
    """How a value is kept."""

    ID = auto()
    REFERENCE = auto()
    TEXT = auto()
    CHOICE = auto()
    FLAG = auto()
    INTEGER = auto()
    REAL = auto()
    BYTES = auto()


class Column(Struct, frozen=True):
    """One field: its kind, whether None is allowed, and its bounds.

    `choices`: the enum of a CHOICE. `low`, `high`: of numbers, inclusive. `cap`: letters of a text.
    `parent`: the noun a REFERENCE points to; `cascade`: deleted with it, otherwise set to None.
    """

    name: str
    kind: Kind
    optional: bool
    choices: type[StrEnum] | None = None
    low: float = 0
    high: float = 0
    cap: int = NOTE
    parent: str | None = None
    cascade: bool = False


_TITLES = {"title", "subtitle", "name", "organisation", "audience", "author", "language", "date", "label"}
_TITLES |= {"channel", "owner", "size_unit", "kind", "media_type", "brief_preset", "revenue_currency"}
_CARD_REF = "card_ref"
_PIXELS = 2**31 - 1
_AMOUNT = 1e15
_RANGES: dict[str, tuple[float, float]] = {
    "position": (0, _PIXELS),
    "votes": (0, _PIXELS),
    "arranged": (0, _PIXELS),
    "height": (0, _PIXELS),
    "x": (-_PIXELS, _PIXELS),
    "y": (-_PIXELS, _PIXELS),
    "level": (1, 4),
    "score": (0, 10),
    "share": (0, 100),
    "size": (0, 100),
    "minutes": (0, _AMOUNT),
    "wait_minutes": (0, _AMOUNT),
    "episodes_per_year": (0, _AMOUNT),
}
_SCORE = (-2, 2)
_WEIGHTS = {"mark": (1, 3), "criterion": (0, 100)}

PARENTS: dict[tuple[str, str], tuple[str, bool]] = {
    ("segment_role", "segment"): ("segment", True),
    ("segment_role", "holder"): ("segment", True),
    ("situation", "segment"): ("segment", True),
    ("fit", "segment"): ("segment", True),
    ("fit", "situation"): ("situation", True),
    ("permission", "item"): ("item", True),
    ("permission", "segment"): ("segment", True),
    ("permission", "consent_by"): ("segment", False),
    ("journey", "player"): ("player", False),
    ("journey", "segment"): ("segment", False),
    ("journey", "situation"): ("situation", False),
    ("journey", "based_on"): ("journey", False),
    ("lane", "journey"): ("journey", True),
    ("lane", "player"): ("player", False),
    ("step", "journey"): ("journey", True),
    ("step", "lane"): ("lane", False),
    ("step_feeling", "step"): ("step", True),
    ("step_feeling", "segment"): ("segment", True),
    ("step_origin", "step"): ("step", True),
    ("step_origin", "origin"): ("step", True),
    ("step_information", "step"): ("step", True),
    ("step_information", "item"): ("item", True),
    ("mark", "step"): ("step", True),
    ("link", "journey"): ("journey", True),
    ("link", "source"): ("step", True),
    ("link", "target"): ("step", True),
    ("stretch", "journey"): ("journey", True),
    ("stretch_step", "stretch"): ("stretch", True),
    ("stretch_step", "step"): ("step", True),
    ("note", "journey"): ("journey", True),
    ("note", "step"): ("step", True),
    ("placement", "player"): ("player", False),
    ("reading", "placement"): ("placement", True),
    ("menu", "segment"): ("segment", False),
    ("menu_choice", "menu"): ("menu", True),
    ("menu_choice", "placement"): ("placement", True),
    ("menu_rule", "menu"): ("menu", True),
    ("menu_rule", "source"): ("placement", True),
    ("menu_rule", "target"): ("placement", True),
    ("response", "step"): ("step", True),
    ("response", "made_step"): ("step", False),
    ("response", "made_placement"): ("placement", False),
    ("score", "criterion"): ("criterion", True),
    ("role_choice", "step"): ("step", True),
}
"""Every reference with the noun it points to, and whether its record goes when that one goes."""


def _part_of() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for (noun, name), (parent, cascade) in PARENTS.items():
        if cascade:
            found.setdefault(noun, (name, parent))
    return found


PART_OF = _part_of()
"""The field that says what something is part of, and the noun of that, for what goes with its whole."""


def _bounds(noun: str, name: str) -> tuple[float, float]:
    if name == "weight":
        return _WEIGHTS[noun]
    return _RANGES.get(name, _SCORE)


def _types(record: type[Record]) -> dict[str, tuple[type, bool]]:
    """The plain type of every field, and whether None is allowed too, as the annotation is written.

    To have two hundred of them evaluated would take longer than to open a project.
    """
    found: dict[str, tuple[type, bool]] = {}
    for kind in reversed(record.__mro__):
        if issubclass(kind, Record):
            known = vars(sys.modules[kind.__module__])
            for name, text in vars(kind).get("__annotations__", {}).items():
                word, _, nothing = text.partition(" | ")
                found[name] = known.get(word) or getattr(builtins, word), nothing == "None"
    return found


def _column(noun: str, name: str, kind: type, optional: bool) -> Column:
    if name == "id":
        return Column(name, Kind.ID, optional)
    if (noun, name) in PARENTS:
        parent, cascade = PARENTS[noun, name]
        return Column(name, Kind.REFERENCE, optional, parent=parent, cascade=cascade)
    if name == _CARD_REF:
        return Column(name, Kind.ID, optional)
    if issubclass(kind, StrEnum):
        return Column(name, Kind.CHOICE, optional, choices=kind)
    if kind in (int, float):
        low, high = _bounds(noun, name)
        return Column(name, Kind.INTEGER if kind is int else Kind.REAL, optional, low=low, high=high)
    if kind is str:
        return Column(name, Kind.TEXT, optional, cap=TITLE if name in _TITLES else NOTE)
    return Column(name, {bool: Kind.FLAG, bytes: Kind.BYTES}[kind], optional)


def _columns(noun: str, record: type[Record]) -> tuple[Column, ...]:
    types = _types(record)
    return tuple(_column(noun, name, *types[name]) for name in record.__struct_fields__)


@cache
def defaults_of(record: type[Record]) -> dict[str, Any]:
    """What a field of such a record holds where nothing was said; a field that must be said is missing."""
    return {field.name: field.default for field in fields(record) if field.default is not NODEFAULT}


COLUMNS: dict[str, tuple[Column, ...]] = {noun: _columns(noun, record) for noun, record in NOUNS.items()}
"""The columns of every noun, `id` first, in the order of the record's fields."""

NAMES: dict[str, tuple[str, ...]] = {
    noun: tuple(column.name for column in columns) for noun, columns in COLUMNS.items()
}
