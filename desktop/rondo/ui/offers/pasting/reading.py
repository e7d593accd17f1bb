"""A range as offers: what was understood of each line, and what was mended in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct, field

from rondo.ui.offers.columns import FIELDS, Column
from rondo.ui.offers.pasting import meaning
from rondo.ui.offers.pasting.names import Names
from rondo.ui.offers.pasting.roles import Role, roles_of
from rondofile.enums import CardKind, PlacementState
from rondofile.project import Project
from rondofile.records import Placement, Player
from rondofile.text import clean_text

MOST = 5_000
"""Offers that are taken from one range at most."""
_READS = {
    Column.EXPERIENCE: meaning.experience_of,
    Column.ARCHITECTURE: meaning.architecture_of,
    Column.STATE: meaning.state_of,
    Column.EVIDENCE: meaning.evidence_of,
}


class Repair(Struct, frozen=True):
    """Something of a line that is not as it was written. `line` counts from 1, as in the range.

    `kind`: alike (read as `became`), own-words (for nobody we know), open (not understood, left open),
    new-player, no-column (waits for its column), no-sentence."""

    line: int
    kind: str
    column: Column
    text: str
    became: str = ""


class NewOffer(Struct):
    """One offer to be made: the fields of a Placement, and the name of an organisation that is new."""

    line: int
    fields: dict[str, Any] = field(default_factory=dict)
    new_player: str = ""

    def placement(self) -> Placement:
        """How the offer will be, for a look at it."""
        return Placement(id=f"line-{self.line}", **self.fields)


class Found(Struct, frozen=True):
    """The offers of a range, and what was mended."""

    rows: tuple[NewOffer, ...]
    repairs: tuple[Repair, ...]


class Range:
    """The cells, what each column is about, and whether the first row is headings: all can be said anew."""

    def __init__(self, rows: Sequence[Sequence[str]], project: Project) -> None:
        self.rows, self.project, self.names = rows, project, Names(project)
        self.roles, self.headed = roles_of(rows, self.names)

    def set_role(self, at: int, role: Role) -> None:
        """That column is about that; another one that was, is about nothing now."""
        self.roles = tuple(
            role if number == at else None if one is role else one for number, one in enumerate(self.roles)
        )

    def read(self) -> Found:
        """The offers as the columns mean them. A line without a sentence and without a card is none."""
        reader = _Reader(self.project, self.names)
        for number, row in enumerate(self.rows, 1):
            if self.headed and number == 1:
                continue
            cells = {
                role: row[at] for at, role in enumerate(self.roles) if role is not None and at < len(row)
            }
            reader.take(number, {column: text for column, text in cells.items() if text.strip()})
        return Found(tuple(reader.rows[:MOST]), tuple(reader.repairs))


class _Reader:
    def __init__(self, project: Project, names: Names) -> None:
        self._project, self._names = project, names
        self._own = project.own
        self.rows: list[NewOffer] = []
        self.repairs: list[Repair] = []

    def take(self, line: int, cells: dict[Column, str]) -> None:
        """The line is an offer."""
        offer = NewOffer(line, {"offer": " ".join(clean_text(cells.get(Column.OFFER, "")).split())})
        if not offer.fields["offer"] and Column.FOR not in cells:
            return
        for column, text in cells.items():
            self._cell(offer, column, clean_text(text).strip())
        self._place(offer)
        if not offer.fields["offer"]:
            self._mend(offer, "no-sentence", Column.OFFER, cells[Column.FOR])
        self.rows.append(offer)

    def _cell(self, offer: NewOffer, column: Column, text: str) -> None:
        match column:
            case Column.OFFER:
                return
            case Column.FOR:
                self._card(offer, text)
            case Column.CELL:
                cell = meaning.cell_of(text)
                if cell is None:
                    self._mend(offer, "open", column, text)
                else:
                    offer.fields |= {"experience": cell[0], "architecture": cell[1]}
            case Column.PLAYER:
                self._player(offer, text)
            case Column.EXPERIENCE if text.casefold() in meaning.off_grid():
                offer.fields["experience"] = None
            case _ if column in _READS:
                found = _READS[column](text)
                if found is None:
                    self._mend(offer, "open", column, text)
                else:
                    offer.fields[FIELDS[column]] = found
            case _:
                offer.fields[FIELDS[column]] = text

    def _card(self, offer: NewOffer, text: str) -> None:
        """A name that is ours; else the words as they are."""
        found = meaning.near(text, self._names.cards)
        if found is None:
            offer.fields |= {"card_kind": CardKind.ACTIVITY, "card_text": " ".join(text.split())}
            if self._names.cards:
                self._mend(offer, "own-words", Column.FOR, text)
            return
        (kind, ref), exact = found
        offer.fields |= {"card_kind": kind, "card_ref": ref}
        if not exact:
            self._mend(offer, "alike", Column.FOR, text, ref)

    def _player(self, offer: NewOffer, text: str) -> None:
        found = meaning.near(text, self._names.players)
        if found is None:
            offer.new_player = " ".join(text.split())
            self._mend(offer, "new-player", Column.PLAYER, text)
            return
        key, exact = found
        offer.fields["player"] = None if self._own is not None and key == self._own.id else key
        if not exact:
            self._mend(offer, "alike", Column.PLAYER, text, self._project.get(Player, key).name)

    def _place(self, offer: NewOffer) -> None:
        """A row without a column waits for it; a state that is not said follows from the place."""
        experience, architecture = offer.fields.get("experience"), offer.fields.get("architecture")
        if experience is not None and architecture is None:
            self._mend(offer, "no-column", Column.ARCHITECTURE, "")
        usual = PlacementState.NOW if experience is None else PlacementState.TARGET
        offer.fields.setdefault("state", usual)

    def _mend(self, offer: NewOffer, kind: str, column: Column, text: str, became: str = "") -> None:
        self.repairs.append(Repair(offer.line, kind, column, " ".join(text.split()), became))
