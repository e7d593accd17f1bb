"""The rows of history as a list model: steps come and go at its ends, an edit makes nothing else anew."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rondo.ui.history.rows import Row, RowKind, rows_of
from rondo.ui.history.saying import label, spoken, where
from rondo.words import Words
from rondofile.working.history_entries import HistoryEntry, Past

Index = QModelIndex | QPersistentModelIndex
_NOTHING = Past(1, 0, 0, -1, 0, ())


class HistoryModel(QAbstractListModel):
    """Oldest first. `past` is what was told last, without its steps."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.past = _NOTHING
        self._entries: list[HistoryEntry] = []
        self._rows: list[Row] = [Row(RowKind.BEGINNING, 0)]
        self._wanted: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is no step at all."""
        return not self._entries

    def begin(self, past: Past) -> None:
        """Exactly these steps are there."""
        self.beginResetModel()
        self._entries = list(past.entries)
        self.past = past._replace(entries=())
        self._fill()
        self.endResetModel()

    def take(self, past: Past) -> bool:
        """What was written since is there, what is gone is not, and the present is where it is.

        False where history is another than before, so that all of it is needed."""
        if past.session != self.past.session or past.first < self.past.first:
            return False
        before = self.past.position
        self._cut(past.entries[0].step - 1 if past.entries else past.top)
        self._forget(past.first)
        self.past = past._replace(entries=())
        self._append(past.entries)
        self._tell(before, past.position)
        return True

    def search(self, text: str) -> None:
        """Only steps with every one of these words are shown."""
        wanted = tuple(text.casefold().split())
        if wanted != self._wanted:
            self.beginResetModel()
            self._wanted = wanted
            self._fill()
            self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """What stands in that line."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, step: int) -> QModelIndex:
        """The line after which that step is the last done; none where it is not shown."""
        at = self._at(step, RowKind.STEP)
        if at < len(self._rows) and self._rows[at].step == step:
            return self.index(at)
        if self._rows and self._rows[0].kind is RowKind.BEGINNING and self._rows[0].step == step:
            return self.index(0)
        return QModelIndex()

    def goes_on(self, row: Row, way: int) -> bool:
        """Whether the row before (-1) or after (1) is another point of the same stretch of time."""
        at = self._at(row.step, row.kind) + way
        return 0 <= at < len(self._rows) and self._rows[at].kind is not RowKind.BORDER

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or row.kind is RowKind.BORDER:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return label(self._words, row, self.past)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self._words, row, self.past)
        return None

    def _at(self, step: int, kind: RowKind) -> int:
        """The first row that does not stand before that."""
        return bisect_left(self._rows, (step, int(kind)), key=lambda row: row.place)

    def _fill(self) -> None:
        self._rows = [] if self._wanted else [Row(RowKind.BEGINNING, self.past.first - 1)]
        self._rows += rows_of(self._shown(self._entries), -1)

    def _shown(self, entries: list[HistoryEntry]) -> list[HistoryEntry]:
        return [entry for entry in entries if self._is_wanted(entry)] if self._wanted else entries

    def _is_wanted(self, entry: HistoryEntry) -> bool:
        row = Row(RowKind.STEP, entry.step, entry)
        text = f"{label(self._words, row, self.past)} {where(self._words, entry)}".casefold()
        return all(word in text for word in self._wanted)

    def _cut(self, last: int) -> None:
        """There is nothing after that step."""
        while self._entries and self._entries[-1].step > last:
            self._entries.pop()
        at = self._at(last + 1, RowKind.BORDER)
        if at < len(self._rows):
            self.beginRemoveRows(QModelIndex(), at, len(self._rows) - 1)
            del self._rows[at:]
            self.endRemoveRows()

    def _forget(self, first: int) -> None:
        """There is nothing before that step; the session of what is left is still told."""
        gone = next((n for n, entry in enumerate(self._entries) if entry.step >= first), len(self._entries))
        if not gone:
            return
        del self._entries[:gone]
        self.past = self.past._replace(first=first)
        head = 0 if self._wanted else 1
        at = self._at(first, RowKind.BORDER)
        border = at < len(self._rows) and self._rows[at].kind is RowKind.BORDER
        if at > head:
            self.beginRemoveRows(QModelIndex(), head, at - 1)
            del self._rows[head:at]
            self.endRemoveRows()
        if head:
            self._rows[0] = Row(RowKind.BEGINNING, first - 1)
            self.dataChanged.emit(self.index(0), self.index(0))
        if len(self._rows) > head and not border:
            self.beginInsertRows(QModelIndex(), head, head)
            kept = self._rows[head]
            self._rows.insert(head, Row(RowKind.BORDER, kept.step, kept.entry))
            self.endInsertRows()

    def _append(self, entries: tuple[HistoryEntry, ...]) -> None:
        last = self._rows[-1].entry if self._rows else None
        rows = list(rows_of(self._shown(list(entries)), last.session if last is not None else -1))
        self._entries.extend(entries)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def _tell(self, before: int, after: int) -> None:
        """What lies between is done now, or not any more."""
        first, last = min(before, after), max(before, after)
        low = self._at(first, RowKind.BEGINNING)
        high = min(self._at(last + 1, RowKind.BEGINNING), len(self._rows)) - 1
        if low <= high:
            self.dataChanged.emit(self.index(low), self.index(high))
