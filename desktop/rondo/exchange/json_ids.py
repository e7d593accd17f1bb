"""Ids while a document is read: those given, those made, and where each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from rondo.exchange.json_shape import NATURAL_KEYS
from rondo.exchange.places import Place, written
from rondo.exchange.problems import Problem
from rondofile.ids import derived_id
from rondofile.records import NOUN_OF, Record


class Ids:
    """Every id of one document by noun, with the place of its record; made ids follow from the bytes."""

    def __init__(self, data: bytes) -> None:
        self._seed = sha256(data).hexdigest()
        self._places: dict[str, dict[str, Place]] = {}
        self.problems: list[Problem] = []
        self.made = 0

    def own(self, kind: type[Record], tree: Mapping[str, Any], place: Place) -> str:
        """The id of a record that has one in the document: the given one, or one made from the place."""
        given = tree.get("id")
        if given is None:
            self.made += 1
            given = derived_id(self._seed, written(place))
        return self._taken(kind, given, place)

    def natural(self, kind: type[Record], facts: Mapping[str, Any], place: Place) -> str:
        """The id of a row that has none in the document: made from what makes the row itself."""
        parts = [NOUN_OF[kind], *(str(facts.get(key)) for key in NATURAL_KEYS[kind])]
        taken = self._places.setdefault(NOUN_OF[kind], {})
        key, again = derived_id(*parts), 0
        while key in taken:
            again += 1
            key = derived_id(*parts, again)
        return self._taken(kind, key, place)

    def place(self, record: Record) -> Place:
        """Where a record stands in the document."""
        return self._places[NOUN_OF[type(record)]][record.id]

    def _taken(self, kind: type[Record], key: str, place: Place) -> str:
        places = self._places.setdefault(NOUN_OF[kind], {})
        if key in places:
            facts = {"id": key, "first": written(places[key])}
            self.problems.append(Problem("json.id-taken", (*place, "id"), facts))
        places[key] = place
        return key
