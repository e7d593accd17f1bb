"""The list of changes as rows: headings, steps, what changed about them. What is as today is folded."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from rondo.strategy.changes.change import Change
from rondo.strategy.changes.change_list import SECTIONS, ChangeList, Detail, Entry
from rondo.words import Words

ROW = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Row(Struct, frozen=True):
    """One line. `steps` are what it is about, those of today first; `change`: what can be taken back."""

    kind: Literal["heading", "entry", "detail"]
    text: str
    steps: tuple[str, ...] = ()
    change: Change | None = None
    worse: bool = False
    section: str = ""
    said: str = ""
    """For the ear: a line with the step that it stands under."""


class ChangeModel(QAbstractListModel):
    """`folded` are the sections whose entries are not shown."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._list: ChangeList | None = None
        self.rows: list[Row] = []
        self.folded = {"unchanged"}

    def show(self, found: ChangeList | None) -> None:
        """The rows are those of the list."""
        if found is not None and self._list is not None and found.entries == self._list.entries:
            return
        self.beginResetModel()
        self._list = found
        self.rows = list(self._rows())
        self.endResetModel()

    def show_rows(self, rows: list[Row]) -> None:
        """Exactly these rows are shown."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def fold(self, section: str) -> None:
        """The section is folded, or shown again."""
        self.beginResetModel()
        self.folded ^= {section}
        self.rows = list(self._rows())
        self.endResetModel()

    def row_of(self, step: str) -> int:
        """The row that tells of a step first; -1 for none."""
        return next((at for at, row in enumerate(self.rows) if step in row.steps), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said or row.text
        return None

    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        found: dict[str, list[Entry]] = {section: [] for section in SECTIONS}
        for entry in self._list.entries if self._list else ():
            found[entry.section].append(entry)
        for section, entries in found.items():
            if not entries:
                continue
            name = self._words(f"changes.section.{section}")
            rows.append(Row("heading", name, section=section, said=name))
            if section not in self.folded:
                for entry in entries:
                    rows += _of_entry(entry)
        return rows


def _of_entry(entry: Entry) -> list[Row]:
    below = [detail_row(detail, detail.text, entry.ids) for detail in entry.details]
    return [Row("entry", entry.text, entry.ids or _ends(entry), entry.change, section=entry.section), *below]


def detail_row(detail: Detail, text: str, steps: tuple[str, ...]) -> Row:
    """What changed about steps, as a row."""
    return Row("detail", text, steps, detail.change, detail.worse, said=detail.alone)


def _ends(entry: Entry) -> tuple[str, ...]:
    """What tells of a link is about the steps at its ends."""
    links = entry.change.links if entry.change else ()
    return tuple(end for link in links[-1:] for end in (link.source, link.target))
