"""What lost rows leave behind: things that point to nothing get something to point to, under its old id.

So that one row that cannot be read takes no other with it: five hundred steps stay although their journey
is lost, and stay together. What such a stand-in is called comes from outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from rondofile.coherence import CARDS
from rondofile.columns import COLUMNS, NAMES, Kind, defaults_of
from rondofile.ids import derived_id, is_id
from rondofile.records import NOUN_OF, NOUNS

Row = tuple[Any, ...]
Rows = dict[str, dict[str, Row]]

STAND_INS = (
    "step",
    "stretch",
    "lane",
    "situation",
    "segment",
    "journey",
    "player",
    "item",
    "placement",
    "criterion",
    "menu",
)
"""The nouns of which something can be made that takes the place of what was lost; children before parents:
the stand-in of a step may need one of its journey."""

HOMES = {"step": "journey", "stretch": "journey", "lane": "journey", "situation": "segment"}
"""Nouns that stand in another, and the field that says in which."""

_NAMED = ("name", "title", "offer")
_CARD_NOUNS = {kind: NOUN_OF[record] for kind, record in CARDS.items()}


class Parents:
    """The rows that were found, to which stand-ins are added."""

    def __init__(self, rows: Rows, names: Mapping[str, str]) -> None:
        self._rows, self._names = rows, names
        self.made: list[tuple[str, str]] = []
        """Noun and id of every stand-in."""
        self.moved: list[tuple[str, str]] = []
        """Noun and id of what was put where it must belong."""

    def make(self) -> None:
        """Everything that is pointed to is there, as far as the rules of a project allow."""
        for noun in STAND_INS:
            homeless = self._homeless(noun)
            homes = self._homes(noun, homeless)
            if noun == "step":
                self._together(homes)
            for key, home in homes.items():
                if key in homeless:
                    put(self._rows, noun, self._rows[noun][key], HOMES[noun], home or self._some(HOMES[noun]))
                    self.moved.append((noun, key))
                else:
                    self._add(noun, key, home)

    def _homeless(self, noun: str) -> set[str]:
        """Rows that are there, of which nobody can read where they belong."""
        if noun not in HOMES:
            return set()
        index = NAMES[noun].index(HOMES[noun])
        return {key for key, row in self._rows[noun].items() if not is_id(row[index])}

    def _homes(self, noun: str, homeless: set[str]) -> dict[str, str]:
        """What is homeless, or pointed to and not there, with where it belongs as far as anything says so."""
        found = dict.fromkeys(homeless, "")
        for child, column in pointing(noun):
            index = NAMES[child].index(column)
            for row in self._rows[child].values():
                key = row[index]
                if not is_id(key) or _is_other_card(child, row, noun):
                    continue
                if key in homeless or key not in self._rows[noun]:
                    found[key] = found.get(key) or self._home(noun, child, column, row)
        return found

    def _home(self, noun: str, child: str, column: str, row: Row) -> str:
        """Where the lost thing belongs, by what points to it; empty where that says nothing."""
        home = HOMES.get(noun)
        if home is None:
            return ""
        told = dict(zip(NAMES[child], row, strict=True))
        if home in told and child not in ("mark", "placement"):
            answer = told[home]
        elif child == "stretch_step":
            other = "step" if noun == "stretch" else "stretch"
            answer = self._value(other, told[other], "journey")
        elif child == "step_origin":
            answer = self._across(told, column)
        else:
            answer = None
        return answer if is_id(answer) else ""

    def _together(self, found: dict[str, str]) -> None:
        """Lost steps of one part of a journey belong where the other steps of that part do."""
        where, which = (NAMES["stretch_step"].index(name) for name in ("stretch", "step"))
        members = [(row[where], row[which]) for row in self._rows["stretch_step"].values()]
        homes: dict[Any, Any] = {}
        for part, step in members:
            known = self._value("stretch", part, "journey") or self._value("step", step, "journey")
            if known or found.get(step):
                homes.setdefault(part, known or found[step])
        for part, step in members:
            if found.get(step) == "" and is_id(homes.get(part)):
                found[step] = homes[part]

    def _across(self, told: Mapping[str, Any], column: str) -> Any:
        """The journey at the other side of an origin: what a redesign is based on, or what is based on it."""
        if column == "origin":
            redesign = self._value("step", told["step"], "journey")
            return self._value("journey", redesign, "based_on")
        today = self._value("step", told["origin"], "journey")
        based = self._redesigns.get(today, ())
        return based[0] if len(based) == 1 else None

    @cached_property
    def _redesigns(self) -> dict[Any, list[str]]:
        """By the journey of today."""
        found: dict[Any, list[str]] = {}
        index = NAMES["journey"].index("based_on")
        for key, row in self._rows["journey"].items():
            if is_id(row[index]):
                found.setdefault(row[index], []).append(key)
        return found

    def _value(self, noun: str, key: object, column: str) -> str | None:
        """The id that a row has in that column."""
        row = self._rows[noun].get(key) if isinstance(key, str) else None
        value = row[NAMES[noun].index(column)] if row else None
        return value if is_id(value) else None

    def _add(self, noun: str, key: str, home: str) -> None:
        parent = HOMES.get(noun)
        given: dict[str, Any] = {"id": key, "position": len(self._rows[noun])}
        if parent is not None:
            given[parent] = home or self._some(parent)
        name = next(field for field in _NAMED if field in NAMES[noun])
        given[name] = self._names.get(noun, noun)
        defaults = defaults_of(NOUNS[noun])
        self._rows[noun][key] = tuple(given.get(name, defaults.get(name)) for name in NAMES[noun])
        self.made.append((noun, key))

    def _some(self, noun: str) -> str:
        """The only one there is, or one for everything of which nobody knows where it belongs."""
        there = self._rows[noun]
        return next(iter(there)) if len(there) == 1 else derived_id("lost", noun)


def pointing(noun: str) -> Iterator[tuple[str, str]]:
    """Every field that can point to that noun. What a redesign is based on is not worth a stand-in."""
    for child, columns in COLUMNS.items():
        for column in columns:
            if column.kind is Kind.REFERENCE and column.parent == noun and column.name != "based_on":
                yield child, column.name
    if noun in _CARD_NOUNS.values():
        yield "placement", "card_ref"


def _is_other_card(child: str, row: Sequence[Any], noun: str) -> bool:
    """Whether it is an offer whose card is of another kind."""
    if child != "placement" or noun not in _CARD_NOUNS.values():
        return False
    return _CARD_NOUNS.get(row[NAMES["placement"].index("card_kind")]) != noun


def put(rows: Rows, noun: str, row: Row, column: str, value: object) -> None:
    """The row has that value in that column."""
    index = NAMES[noun].index(column)
    rows[noun][row[0]] = (*row[:index], value, *row[index + 1 :])
