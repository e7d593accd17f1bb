"""The offers of one cell on top of each other: as much of each as there is room for, the rest folded."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rondo.figures.matrices.matrix_entries import Entry
from rondo.ui.matrix.painting.cards import LINES, Card, CardMaker, Detail

DETAILS = (Detail.FULL, Detail.SHORT, Detail.BARE)


class Pile(Struct, frozen=True):
    """The offers of a cell; `folded` of them have no card but are counted."""

    cards: tuple[Card, ...]
    folded: tuple[Card, ...] = ()


class Piler(Struct, frozen=True):
    """Measures what the offers of cells need at a width."""

    maker: CardMaker
    width: int

    def need(self, entries: Sequence[Entry], detail: Detail) -> int:
        """The height of a cell that holds all of them at that detail."""
        measures = self.maker.measures
        if not entries:
            return 0
        return self._high(self._cards(entries, detail)) + measures.pad + measures.strip

    def least(self, entries: Sequence[Entry]) -> int:
        """The height of a cell that shows the first of them and counts the others."""
        measures = self.maker.measures
        if not entries:
            return 0
        under = measures.strip if len(entries) == 1 else measures.fold
        return self._high(self._cards(entries[:1], Detail.BARE)) + measures.pad + under

    def cannot_fit(self, entries: Sequence[Entry], height: int) -> bool:
        """Whether so many are too many whatever they say, found without measuring one."""
        return len(entries) * self._lowest > height

    def pile(self, entries: Sequence[Entry], height: int) -> Pile:
        """What stands in a cell of that height: everything at the fullest detail that fits, else the first
        ones as bare sentences, and their beginnings where only two lines or one are free."""
        measures = self.maker.measures
        room = height - measures.pad - measures.strip
        for detail in DETAILS:
            cards = self._fitting(entries, room, detail)
            if cards is not None:
                return Pile(cards)
        return self._folded(entries, height - measures.pad - measures.fold)

    def _fitting(self, entries: Sequence[Entry], room: int, detail: Detail) -> tuple[Card, ...] | None:
        """All of them at that detail; None as soon as it shows that they are too high."""
        cards: list[Card] = []
        free = room - len(entries) * self._lowest
        for entry in entries:
            if free < 0:
                return None
            card = self.maker.made(entry, self.width, detail)
            free -= card.height + self.maker.measures.between - self._lowest
            cards.append(card)
        return tuple(cards) if free >= 0 else None

    def _folded(self, entries: Sequence[Entry], room: int) -> Pile:
        shown: list[Card] = []
        for entry in entries:
            cards = (self.maker.made(entry, self.width, how) for how in (Detail.BARE, *LINES))
            card = next((one for one in cards if not shown or self._high((*shown, one)) <= room), None)
            if card is None:
                break
            shown.append(card)
        folded = tuple(self.maker.made(entry, self.width, Detail.FOLDED) for entry in entries[len(shown) :])
        return Pile(tuple(shown), folded)

    @property
    def _lowest(self) -> int:
        """What a card of one line takes, with the room below it."""
        measures = self.maker.measures
        return measures.line + 2 * measures.card_tight + measures.between

    def _cards(self, entries: Sequence[Entry], detail: Detail) -> tuple[Card, ...]:
        return tuple(self.maker.made(entry, self.width, detail) for entry in entries)

    def _high(self, cards: Sequence[Card]) -> int:
        return sum(card.height + self.maker.measures.between for card in cards)
