"""A table whose lines are records: the chosen ones are the chosen rows; cells are written into or listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView

from rondo.ui.desk import Desk
from rondo.ui.tables.calm_cell import CalmCell
from rondo.ui.tables.calm_grid import CalmGrid
from rondo.ui.tables.runs import runs
from rondo.ui.tables.writer import Writer
from rondofile.records import Record

FLAGS = QItemSelectionModel.SelectionFlag
_BY_KEY = QAbstractItemView.EditTrigger.EditKeyPressed


class RecordTable(CalmGrid):
    """Says what is wanted; it changes no record itself. What a line is, the table of a noun says."""

    written = Signal(QPersistentModelIndex, str)
    """A cell was written into."""
    poured = Signal(QPersistentModelIndex, list)
    """Several lines came at once where one was written."""
    list_wanted = Signal(QModelIndex)
    """What can be chosen in that cell is to be listed."""
    noun: type[Record]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._writer: Writer | None = None
        self._following = self._forced = False

    def key_at(self, row: int) -> str:
        """The id of the record of a row; "" on the other lines."""
        raise NotImplementedError

    def row_of(self, key: str) -> int | None:
        """The row of a record; None where it is not shown."""
        raise NotImplementedError

    def is_new(self, row: int) -> bool:
        """Whether a new record is written on that line."""
        raise NotImplementedError

    def is_typed(self, column: int) -> bool:
        """Whether something is typed there; in the other columns something is chosen."""
        raise NotImplementedError

    def listen(self, cell: CalmCell) -> None:
        """What that paints the cells opens is heard, and the selection is followed both ways."""
        cell.opened.connect(self._on_opened)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._desk.selection.changed.connect(self.follow)

    def chosen(self) -> tuple[str, ...]:
        """The chosen records from above; the one that keys go to is the last."""
        parts = self.selectionModel().selection().toList()
        rows = [row for part in parts for row in range(part.top(), part.bottom() + 1)]
        count = self.model().rowCount()
        found = [key for row in sorted(rows) if row < count and (key := self.key_at(row))]
        here = self.currentIndex()
        key = self.key_at(here.row()) if here.isValid() else ""
        if key in found:
            found.remove(key)
            found.append(key)
        return tuple(found)

    def follow(self, column: int | None = None) -> None:
        """The chosen records of the window are the chosen rows."""
        ids = self._desk.selection.ids_of(self.noun)
        if self._following or ids == self.chosen():
            return
        model = self.model()
        rows = [row for key in ids if (row := self.row_of(key)) is not None]
        wanted, last = QItemSelection(), model.columnCount() - 1
        for first, end in runs(sorted(rows)):
            wanted.append(QItemSelectionRange(model.index(first, 0), model.index(end, last)))
        self._following = True
        if rows:
            at = max(self.currentIndex().column(), 0) if column is None else column
            self.selectionModel().setCurrentIndex(model.index(rows[-1], at), FLAGS.NoUpdate)
        self.selectionModel().select(wanted, FLAGS.ClearAndSelect)
        self._following = False

    def open(self, index: QModelIndex) -> None:
        """What the cell is for begins: writing, or a list."""
        if not index.isValid() or self._desk.session.read_only:
            return
        record = bool(self.key_at(index.row()))
        if record and not self.is_typed(index.column()):
            self.list_wanted.emit(index)
            return
        self.write_in(index if record else index.siblingAtColumn(0))

    def write_in(self, index: QModelIndex) -> None:
        """That cell is written into, also where usually something is chosen; what is chosen stays so."""
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self._forced = True
        if self._can_write(index):
            super().edit(index)
        self._forced = False

    def edit(self, index: QModelIndex, *more: Any) -> bool:  # type: ignore[override]
        """Qt asks for a cell to be edited, for a key or a double click; tells whether it is."""
        if not more or not index.isValid() or self._desk.session.read_only:
            return False
        if self.key_at(index.row()) and not self.is_typed(index.column()) and not self._forced:
            if more[0] in (QAbstractItemView.EditTrigger.DoubleClicked, _BY_KEY):
                self.list_wanted.emit(index)
            return False
        return self._can_write(index) and bool(super().edit(index, *more))

    def _can_write(self, index: QModelIndex) -> bool:
        """Whether the cell can be written into and none is being written into already; Qt grumbles else."""
        writing = self.state() == QAbstractItemView.State.EditingState
        return not writing and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _on_opened(self, writer: Writer, index: QPersistentModelIndex) -> None:
        self._writer = writer
        writer.answered.connect(lambda key: self._on_answered(writer, index, key))
        writer.given_up.connect(lambda: self._close(writer))
        writer.poured.connect(lambda lines: self._on_poured(writer, index, lines))

    def _on_answered(self, writer: Writer, index: QPersistentModelIndex, key: Qt.Key | None) -> None:
        """What was written is kept; a line for a new record stays open after Enter, ready for the next."""
        if writer is not self._writer:
            return
        new = index.isValid() and not self.key_at(index.row())
        text = writer.text()
        if new and text.strip() and key == Qt.Key.Key_Down:
            writer.clear()
            self.written.emit(index, text)
            return
        self._close(writer)
        if index.isValid():
            if text.strip() or not new:
                self.written.emit(index, text)
            self._go_on(index, key)

    def _on_poured(self, writer: Writer, index: QPersistentModelIndex, lines: Sequence[str]) -> None:
        writer.clear()
        self.poured.emit(index, list(lines))

    def _go_on(self, index: QPersistentModelIndex, key: Qt.Key | None) -> None:
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
            return
        row = index.row() + {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key or Qt.Key.Key_0, 0)
        if row == index.row() or not 0 <= row < self.model().rowCount():
            return
        self.setCurrentIndex(self.model().index(row, index.column()))
        if self.is_new(row) and index.column() == 0 and self.key_at(index.row()):
            self.open(self.currentIndex())

    def _close(self, writer: Writer) -> None:
        self._writer = None
        self.closeEditor(writer, CalmCell.EndEditHint.NoHint)

    def _on_selection_changed(self) -> None:
        if not self._following:
            self._desk.selection.choose(self.noun, *self.chosen())
