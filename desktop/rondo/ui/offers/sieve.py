"""Which offers are shown and in which order: words that were typed, values that were chosen, a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from rondo.ui.offers.columns import Column
from rondo.ui.offers.facts import Facts
from rondofile.records import Placement

CHOSEN = ("experience", "architecture", "state", "player", "segment", "evidence")
"""By what offers are chosen, in the order of the buttons."""


class Sieve(Struct, frozen=True):
    """`only`: for a name of CHOSEN the values that are shown, as keys ("" = none known); missing = all.

    `column` None: in the order of the project."""

    text: str = ""
    only: dict[str, frozenset[str]] = field(default_factory=dict)
    column: Column | None = None
    down: bool = False

    @property
    def is_open(self) -> bool:
        """Whether every offer passes."""
        return not self.text.strip() and not self.only

    def with_text(self, text: str) -> Sieve:
        """The same, with those words to be found."""
        return replace(self, text=text)

    def toggled(self, name: str, key: str, every: Iterable[str]) -> Sieve:
        """The same with that value shown or not. With none or with all of them shown, all are."""
        values = frozenset(every)
        there = (self.only.get(name, frozenset()) & values) ^ {key}
        only = {k: v for k, v in self.only.items() if k != name}
        if there and there != values:
            only[name] = there
        return replace(self, only=only)

    def with_only(self, name: str, key: str) -> Sieve:
        """The same with that one value shown."""
        return replace(self, only={**self.only, name: frozenset({key})})

    def sorted_by(self, column: Column | None, down: bool = False) -> Sieve:
        """The same, sorted so."""
        return replace(self, column=column, down=down and column is not None)

    def turned(self, column: Column) -> Sieve:
        """Sorted by the column: upwards, then downwards, then as in the project again."""
        if self.column is not column:
            return self.sorted_by(column)
        return self.sorted_by(None) if self.down else self.sorted_by(column, down=True)

    def opened(self) -> Sieve:
        """Every offer passes; the order stays."""
        return replace(self, text="", only={})

    def passes(self, offer: Placement, facts: Facts) -> bool:
        """Whether an offer is shown."""
        if any(key_of(name, offer, facts) not in keys for name, keys in self.only.items()):
            return False
        words = self.text.casefold().split()
        return not words or all(word in facts.whole(offer) for word in words)

    def order(self, offers: Iterable[Placement], facts: Facts) -> list[str]:
        """The ids of those that are shown, from above."""
        shown = [offer for offer in offers if self.passes(offer, facts)]
        if self.column is not None:
            column = self.column
            shown.sort(key=lambda offer: facts.rank(offer, column), reverse=self.down)
        return [offer.id for offer in shown]

    def kept(self) -> dict[str, Any]:
        """Plain values to keep: the order; what was searched for is looked for anew."""
        return {"column": self.column.key if self.column is not None else "", "down": self.down}

    @classmethod
    def found(cls, kept: object) -> Sieve:
        """What was kept; the order of the project where that cannot be read."""
        if not isinstance(kept, dict):
            return cls()
        column = next((one for one in Column if one.key == kept.get("column")), None)
        return cls().sorted_by(column, kept.get("down") is True)


def key_of(name: str, offer: Placement, facts: Facts) -> str:
    """The value by which an offer is chosen, as a key; "" where there is none."""
    if name == "segment":
        return facts.segment(offer) or ""
    if name == "player":
        player = facts.project.player_of(offer)
        return player.id if player is not None else ""
    return str(getattr(offer, name) or "")


def values_of(name: str, offers: Iterable[Placement], facts: Facts) -> Iterator[str]:
    """The keys that occur among the offers, each once."""
    yield from dict.fromkeys(key_of(name, offer, facts) for offer in offers)
