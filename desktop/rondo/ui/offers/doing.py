"""What is done from the table of offers: each of these is one edit of the project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QTimer
from PySide6.QtWidgets import QMenu

from rondo.strategy.rules import can_place
from rondo.ui.desk import Desk
from rondo.ui.offers import edits
from rondo.ui.offers.choices import OWN_WORDS, choice_menu
from rondo.ui.offers.columns import FIELDS, Column
from rondo.ui.offers.facts import BREAK
from rondo.ui.offers.filling import MAY_BE_EMPTY, meant
from rondo.ui.offers.model import OFFER
from rondo.ui.offers.pasting.meaning import Cell, cell_of
from rondo.ui.offers.table import OffersTable
from rondofile.edits import Edit
from rondofile.enums import CardKind, PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import placements
from rondofile.records import Placement
from rondofile.text import clean_text

STATES = tuple(PlacementState)
Seed = Callable[[], dict[str, Any]]
"""The fields with which a new offer begins, so that it is seen."""


def sentence_of(text: str) -> str:
    """A text on one line, clean, without blanks around it."""
    return " ".join(clean_text(text).split())


class Doing(QObject):
    """Acts on what is chosen in a table. `seed`: what a new offer begins with."""

    def __init__(self, desk: Desk, table: OffersTable, seed: Seed) -> None:
        super().__init__(table)
        self._desk, self._table, self._seed = desk, table, seed
        self.shown: QMenu | None = None
        table.written.connect(self._on_written)
        table.list_wanted.connect(self.open_list)

    @property
    def can_edit(self) -> bool:
        return not self._desk.session.read_only

    @property
    def can_change(self) -> bool:
        """Whether offers are chosen that may be changed."""
        return self.can_edit and bool(self._table.chosen())

    @property
    def column(self) -> Column:
        """The column that keys go to."""
        return Column(max(self._table.currentIndex().column(), 0))

    @property
    def fills(self) -> bool:
        """Whether what is pasted stands in cells: keys go to a column of a chosen line, not its sentence."""
        index = self._table.currentIndex()
        return self.can_change and self.column is not Column.OFFER and index.data(OFFER) is not None

    def add(self, sentence: str, then: Callable[[str], None] | None = None) -> None:
        """A new offer says that; it stands where what is shown asks for it. `then` gets its id."""
        fields = self._seed()
        cell = fields.pop("experience", None), fields.pop("architecture", None)
        self._desk.session.edit(
            EditKind.PLACE_OFFER,
            lambda edit: placements.place(edit, sentence, cell, **fields).id,
            then=then,
        )

    def set(self, keys: Sequence[str], column: Column, value: Any, more: Any = None) -> None:
        """Those offers have that value in the column; `more`: the matrix column where none is."""
        match column:
            case Column.FOR:
                self._edit(EditKind.SET_OFFER, lambda edit: edits.set_card(edit, keys, *value))
            case Column.EXPERIENCE:
                self._edit(EditKind.MOVE_OFFER, lambda edit: edits.set_row(edit, keys, value, more))
            case Column.ARCHITECTURE:
                self._edit(EditKind.MOVE_OFFER, lambda edit: edits.set_column(edit, keys, value))
            case Column.CELL:
                self._edit(EditKind.MOVE_OFFER, lambda edit: placements.move(edit, keys, value))
            case _:
                field = FIELDS[column]
                changed = [one.id for one in self._there(keys) if getattr(one, field) != value]
                if changed:
                    self._edit(
                        EditKind.SET_OFFER,
                        lambda edit: placements.set_fields(edit, changed, **{field: value}),
                    )

    def fill(self, text: str) -> None:
        """The column that keys go to says that in all chosen lines; what means nothing there is refused."""
        column, keys, project = self.column, self._in_order(), self._desk.session.project
        found = meant(column, text, project)
        if found is None:
            name = self._desk.words(f"offers.{column.key}")
            self._refuse("offers.not_understood", text=sentence_of(text), column=name)
        elif (
            column is Column.EXPERIENCE and found.value and not all(o.architecture for o in self._there(keys))
        ):
            self._refuse("offers.needs_column")
        elif column is not Column.CELL or self._may_stand(found.value):
            self.set(keys, column, found.value)

    def delete(self) -> None:
        """What stands in the column that keys go to is gone where it may be empty, else the offers are."""
        if self.column in MAY_BE_EMPTY:
            self.empty()
        else:
            self.delete_lines()

    def empty(self) -> None:
        """Nothing stands in the column that keys go to, in all chosen lines."""
        column, words = self.column, self._desk.words
        keys = [one.id for one in self._there(self._in_order()) if self._table.offers.facts.text(one, column)]
        if keys:
            self.set(keys, column, MAY_BE_EMPTY[column])
        else:
            name, offer = words(f"offers.{column.key}"), words("offers.offer")
            self._refuse("offers.nothing_there", column=name, offer=offer)

    def delete_lines(self) -> None:
        """The chosen offers are gone; the one below them is chosen."""
        keys = self._table.chosen()
        heir = self._heir(keys)
        self._edit(EditKind.DELETE_OFFERS, lambda edit: placements.delete(edit, *keys))
        if heir is not None:
            self._desk.selection.choose(Placement, heir)

    def duplicate(self, keys: Sequence[str] = (), kind: EditKind = EditKind.PLACE_OFFER) -> None:
        """Copies of the offers, else of the chosen ones, stand in the same cells, and are chosen."""
        about = tuple(keys) or self._in_order()
        self._desk.session.edit(
            kind,
            lambda edit: tuple(copy.id for copy in placements.copy(edit, about)),
            then=lambda made: self._desk.selection.choose(Placement, *made),
        )

    def next_state(self) -> None:
        """Today, we will, we could: the chosen offers have the one after that of the first."""
        keys = self._in_order()
        now = self._desk.session.project.get(Placement, keys[0]).state
        self.set(keys, Column.STATE, STATES[(STATES.index(now) + 1) % len(STATES)])

    def choose_all(self) -> None:
        """Every offer that is shown is chosen."""
        self._desk.selection.choose(Placement, *self._table.offers.keys)

    def open_list(self, index: QModelIndex) -> QMenu | None:
        """What can be chosen in a cell is listed there; it is chosen for all chosen offers."""
        offer, column = index.data(OFFER), Column(index.column())
        if offer is None or not self.can_edit:
            return None
        about, place = self._about(offer.id), QPersistentModelIndex(index)

        def choose(value: Any, more: Any) -> None:
            if value == OWN_WORDS:
                QTimer.singleShot(0, self, lambda: self._write_in(place))  # once the list is gone
            else:
                self.set(about, column, value, more)

        self._pop_up(choice_menu(self._desk, column, self._there(about), choose, self._table), index)
        return self.shown

    def _write_in(self, place: QPersistentModelIndex) -> None:
        if place.isValid():
            self._table.write_in(self._table.offers.index(place.row(), place.column()))

    def _edit(self, kind: EditKind, change: Callable[[Edit], object]) -> None:
        self._desk.session.edit(kind, change)

    def _about(self, key: str) -> tuple[str, ...]:
        """All chosen offers where that one is among them, else it alone."""
        keys = self._table.chosen()
        return keys if key in keys else (key,)

    def _on_written(self, index: QPersistentModelIndex, text: str) -> None:
        offer, column = index.data(OFFER), Column(index.column())
        if offer is None:
            self.add(sentence_of(text))
        elif column is Column.OFFER:
            self.set((offer.id,), column, sentence_of(text))
        elif column is Column.CELL:
            self._write_cell(offer, text)
        elif column is Column.FOR:
            about, words = self._about(offer.id), sentence_of(text)
            if (offer.card_kind, offer.card_text) != (CardKind.ACTIVITY, words):
                self.set(about, column, (CardKind.ACTIVITY, None, words))
        else:
            lines = clean_text(text.replace(BREAK, "\n")).strip()
            if lines != getattr(offer, FIELDS[column]):
                self.set(self._about(offer.id), column, lines)

    def _write_cell(self, offer: Placement, text: str) -> None:
        """A cell by its code or names; what names none leaves the offer where it is, and says so."""
        if not text.strip() or text.strip() == self._table.offers.facts.code(offer):
            return
        cell = cell_of(text)
        if cell is None:
            self._refuse("offers.not_a_cell", text=sentence_of(text))
        elif self._may_stand(cell):
            self.set(self._about(offer.id), Column.CELL, cell)

    def _may_stand(self, cell: Cell) -> bool:
        """Whether an offer may stand there; why not, is said."""
        found = can_place(self._desk.session.project, CardKind.ACTIVITY, None, *cell)
        if not found.allowed:
            self._refuse(found.reason_key)
        return found.allowed

    def _refuse(self, reason: str, **facts: str) -> None:
        self._desk.notices.say(self._desk.words(reason, **facts), key="offers.refused")

    def _pop_up(self, menu: QMenu, index: QModelIndex) -> None:
        self.shown = menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._forget)
        rect = self._table.visualRect(index)
        menu.setMinimumWidth(rect.width())
        menu.popup(self._table.viewport().mapToGlobal(rect.bottomLeft() + QPoint(0, 1)))
        ticked = next((action for action in menu.actions() if action.isChecked()), None)
        menu.setActiveAction(ticked or menu.actions()[0])

    def _forget(self) -> None:
        self.shown = None

    def _heir(self, keys: Sequence[str]) -> str | None:
        """The offer that is chosen when those are gone: the one below them, else above them."""
        order, gone = self._table.offers.keys, set(keys)
        at = [row for row, key in enumerate(order) if key in gone]
        left = [key for key in [*order[at[-1] :], *reversed(order[: at[-1]])] if key not in gone]
        return left[0] if left else None

    def _in_order(self) -> tuple[str, ...]:
        wanted = set(self._table.chosen())
        return tuple(key for key in self._table.offers.keys if key in wanted)

    def _there(self, keys: Sequence[str]) -> list[Placement]:
        project = self._desk.session.project
        return [offer for key in keys if (offer := project.find(Placement, key)) is not None]
