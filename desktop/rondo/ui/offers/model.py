"""The offers as Qt's model: it changes line by line, so that thousands of lines stay where they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from rondo.ui.desk import Desk
from rondo.ui.offers.columns import Column
from rondo.ui.offers.facts import AROUND, Facts
from rondo.ui.offers.sieve import Sieve
from rondo.ui.tables.runs import runs
from rondofile.changes import ChangeSet
from rondofile.records import Placement

OFFER = Qt.ItemDataRole.UserRole + 1
"""The Placement of a row; None on the line for a new one."""
MOST_RUNS = 40
"""Where lines come and go in more places than these, all are shown anew: that is quicker."""
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NOTHING = Qt.ItemFlag.NoItemFlags
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren | Qt.ItemFlag.ItemIsSelectable
_WRITTEN = _READ | Qt.ItemFlag.ItemIsEditable
_BEGUN = _WRITTEN & ~Qt.ItemFlag.ItemIsSelectable
_COLUMNS = len(Column)
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class OffersModel(QAbstractTableModel):
    """The offers that pass the sieve, in its order, and a line for a new one. It changes nothing itself.

    An edit moves no line away from under the hand: the order is made anew only when it is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._words = desk, desk.words
        self.facts = Facts(desk)
        self.sieve = Sieve()
        self.keys: list[str] = []
        self._rows: dict[str, int] | None = None

    def show(self, sieve: Sieve | None = None) -> None:
        """The model holds the offers that pass, from nothing."""
        self.beginResetModel()
        self.sieve = sieve or self.sieve
        self.facts.forget()
        self.keys, self._rows = self._order(), None
        self.endResetModel()

    def sift(self, sieve: Sieve) -> None:
        """Other offers are shown, or in another order."""
        before, self.sieve = self.sieve, sieve
        wanted = self._order()
        if (before.column, before.down) != (sieve.column, sieve.down):
            self.beginResetModel()
            self.keys, self._rows = wanted, None
            self.endResetModel()
        else:
            self._become(wanted)

    def apply(self, changes: ChangeSet) -> None:
        """What changed is shown where it stands; what is new stands where it belongs."""
        around = not AROUND.isdisjoint(changes.tables)
        if around:
            self.facts.forget()
        there = self._desk.session.project
        kept = [key for key in self.keys if there.find(Placement, key) is not None]
        came = set(changes.ids(Placement)).difference(kept)
        if came or len(kept) != len(self.keys):
            self._become(_put_in(kept, self._order(), came) if came else kept)
        if around:
            self._tell(range(len(self.keys)))
        else:
            rows = (self.row_of(key) for key in changes.ids(Placement))
            self._tell([row for row in rows if row is not None])

    def row_of(self, key: str) -> int | None:
        """The row of an offer; None where it is not shown."""
        if self._rows is None:
            self._rows = {key: row for row, key in enumerate(self.keys)}
        return self._rows.get(key)

    def offer_at(self, row: int) -> Placement | None:
        """The offer of a row; None on the line for a new one."""
        key = self.keys[row] if 0 <= row < len(self.keys) else None
        return self._desk.session.project.find(Placement, key)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.keys) + (not self._desk.session.read_only)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else _COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return _NOTHING
        if index.row() >= len(self.keys):
            return _BEGUN
        return _READ if self._desk.session.read_only else _WRITTEN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer = self.offer_at(index.row())
        if role == OFFER:
            return offer
        if role not in _TEXTS:
            return None
        column = Column(index.column())
        if offer is None:
            return self._words("offers.new") if column is Column.OFFER else ""
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        return self.facts.said(offer, column) if spoken else self.facts.text(offer, column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in _TEXTS:
            return None
        if orientation is Qt.Orientation.Vertical:
            offer = self.offer_at(section)
            return self.facts.said(offer, Column.OFFER) if offer else self._words("offers.new")
        name = self._words(f"offers.{Column(section).key}")
        if self.sieve.column != section:
            return name
        sign = "down" if self.sieve.down else "up"
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        return self._words(f"offers.sorted_{sign}", column=name) if spoken else f"{name} {_SIGNS[sign]}"

    def _order(self) -> list[str]:
        return self.sieve.order(self._desk.session.project.all(Placement), self.facts)

    def _become(self, wanted: list[str]) -> None:
        """From the lines that are there to those that should be."""
        keys, had = set(wanted), set(self.keys)
        gone = [row for row, key in enumerate(self.keys) if key not in keys]
        came = [row for row, key in enumerate(wanted) if key not in had]
        in_order = [key for key in self.keys if key in keys] == [key for key in wanted if key in had]
        if in_order and len(runs(gone)) + len(runs(came)) <= MOST_RUNS:
            self._remove(gone)
            self._insert(came, wanted)
        else:
            self.beginResetModel()
            self.keys, self._rows = wanted, None
            self.endResetModel()

    def _remove(self, rows: Sequence[int]) -> None:
        for first, last in reversed(runs(rows)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.keys[first : last + 1]
            self._rows = None
            self.endRemoveRows()

    def _insert(self, rows: Sequence[int], wanted: list[str]) -> None:
        for first, last in runs(rows):
            self.beginInsertRows(QModelIndex(), first, last)
            self.keys[first:first] = wanted[first : last + 1]
            self._rows = None
            self.endInsertRows()

    def _tell(self, rows: Sequence[int]) -> None:
        """Those lines say something else now."""
        for first, last in runs(sorted(rows)):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))


_SIGNS = {"up": "▲", "down": "▼"}


def _put_in(kept: list[str], order: Sequence[str], came: set[str]) -> list[str]:
    """Those that stay as they are, with what came behind the one before it in the order."""
    after: dict[str, list[str]] = {}
    there, before = set(kept), ""
    for key in order:
        if key in there:
            before = key
        elif key in came:
            after.setdefault(before, []).append(key)
    found = list(after.get("", ()))
    for key in kept:
        found += [key, *after.get(key, ())]
    return found
