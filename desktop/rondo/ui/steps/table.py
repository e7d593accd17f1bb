"""The table of steps: arrows and Tab move, Enter writes or opens a list, Alt and an arrow moves the step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from rondo.ui.desk import Desk
from rondo.ui.steps.cell import StepCell
from rondo.ui.steps.columns import TYPED, Column
from rondo.ui.steps.grid import StepsGrid
from rondo.ui.steps.lines import Line, Sort
from rondo.ui.steps.model import STEP
from rondo.ui.tables.writer import Writer
from rondofile.changes import ChangeSet
from rondofile.records import Step

_FLAGS = QItemSelectionModel.SelectionFlag
_BY_KEY = QAbstractItemView.EditTrigger.EditKeyPressed
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class StepsTable(StepsGrid):
    """Shows the journey that is looked at; says what is wanted. It changes no record itself."""

    written = Signal(QPersistentModelIndex, str)
    """A cell was written into."""
    poured = Signal(QPersistentModelIndex, list)
    """Several lines are to be steps below that line."""
    list_wanted = Signal(QModelIndex)
    """What can be chosen in that cell is to be listed."""
    move_wanted = Signal(int, int)
    """The chosen steps are to stand so many phases further, or so many lines further down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._writer: Writer | None = None
        self._following = False
        self.cell.opened.connect(self._on_opened)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        desk.selection.changed.connect(self.follow)

    def show_journey(self, journey: str | None) -> None:
        """The table shows that journey, from its beginning or from what is chosen in it."""
        self._following = True
        self.steps.show(journey)
        self.measure()
        self._following = False
        self.follow()
        if not self.currentIndex().isValid() and self.steps.lines:
            self.selectionModel().setCurrentIndex(self.steps.index(0, 0), _FLAGS.NoUpdate)

    def apply(self, changes: ChangeSet) -> None:
        """The table shows what changed; what is chosen stays chosen where it now stands."""
        self._following = True
        column = self.currentIndex().column()
        self.steps.apply(changes)
        self.measure()
        self._following = False
        self.follow(max(column, 0))

    def chosen(self) -> tuple[str, ...]:
        """The chosen steps from above; the one that keys go to is the last."""
        lines = self.steps.lines
        parts = self.selectionModel().selection().toList()
        rows = [row for part in parts for row in range(part.top(), part.bottom() + 1)]
        found = [lines[row].step for row in sorted(rows) if row < len(lines) and lines[row].step]
        here = self.line_at(self.currentIndex())
        if here is not None and here.step in found:
            found.remove(here.step)
            found.append(here.step)
        return tuple(found)

    def follow(self, column: int | None = None) -> None:
        """The chosen steps of the window are the chosen rows."""
        ids = self._desk.selection.ids_of(Step)
        if self._following or ids == self.chosen():
            return
        rows = [row for key in ids if (row := self.steps.row_of(key)) is not None]
        wanted = QItemSelection()
        for row in rows:
            wanted.select(self.steps.index(row, 0), self.steps.index(row, len(Column) - 1))
        self._following = True
        if rows:
            at = max(self.currentIndex().column(), 0) if column is None else column
            self.selectionModel().setCurrentIndex(self.steps.index(rows[-1], at), _FLAGS.NoUpdate)
        self.selectionModel().select(wanted, _FLAGS.ClearAndSelect)
        self._following = False

    def reveal(self, step: str) -> None:
        """That step is in sight, also where its group was folded."""
        record = self._desk.session.project.find(Step, step)
        if record is not None and self.steps.row_of(step) is None:
            for group in tuple(self.steps.folded):
                self.steps.fold(group, False)
        row = self.steps.row_of(step)
        if row is not None:
            self.scrollTo(self.steps.index(row, max(self.currentIndex().column(), 0)))

    def write(self, line: Line, column: Column = Column.TITLE) -> None:
        """The cell of that line is being written into, or its list is open."""
        row = self.steps.row_of_line(line)
        if row is not None:
            self.setCurrentIndex(self.steps.index(row, column))
            self.open(self.currentIndex())

    def open(self, index: QModelIndex) -> None:
        """What the cell is for begins: writing, a list, folding."""
        line = self.line_at(index)
        if line is None or (self._desk.session.read_only and line.sort is not Sort.GROUP):
            return
        if line.sort is Sort.GROUP:
            self.steps.fold(line.group, line.group not in self.steps.folded)
        elif line.sort is Sort.STEP and Column(index.column()) not in TYPED:
            self.list_wanted.emit(index)
        else:
            at = index if line.sort is Sort.STEP else index.siblingAtColumn(Column.TITLE)
            self.setCurrentIndex(at)
            if self._can_write(at):
                super().edit(at)

    def edit(self, index: QModelIndex, *more: Any) -> bool:  # type: ignore[override]
        """Qt asks for a cell to be edited, for a key or a double click; tells whether it is."""
        line = self.line_at(index)
        if not more or line is None or line.sort is Sort.GROUP or self._desk.session.read_only:
            return False
        if line.sort is Sort.STEP and Column(index.column()) not in TYPED:
            if more[0] in (QAbstractItemView.EditTrigger.DoubleClicked, _BY_KEY):
                self.list_wanted.emit(index)
            return False
        return self._can_write(index) and bool(super().edit(index, *more))

    def _can_write(self, index: QModelIndex) -> bool:
        """Whether the cell can be written into and none is being written into already; Qt grumbles else."""
        writing = self.state() == QAbstractItemView.State.EditingState
        return not writing and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        line = self.line_at(self.currentIndex())
        if held == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.move_wanted.emit(*_MOVES[key])
        elif key in _ENTER and not held:
            self.open(self.currentIndex())
        elif line is not None and line.sort is Sort.GROUP and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.steps.fold(line.group, key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Escape:
            self._desk.selection.clear()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line, was = self.line_at(index), self.currentIndex()
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers() or line is None:
            return
        listed = Column(index.column()) not in TYPED and index == was
        if line.sort is not Sort.STEP or listed:
            self.open(index)

    def _on_opened(self, writer: Writer, index: QPersistentModelIndex) -> None:
        self._writer = writer
        writer.answered.connect(lambda key: self._on_answered(writer, index, key))
        writer.given_up.connect(lambda: self._close(writer))
        writer.poured.connect(lambda lines: self._on_poured(writer, index, lines))

    def _on_answered(self, writer: Writer, index: QPersistentModelIndex, key: Qt.Key | None) -> None:
        """What was written is kept; a line for new steps stays open after Enter, ready for the next."""
        if writer is not self._writer:
            return
        new = index.isValid() and index.data(STEP) is None
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
        if row == index.row() or not 0 <= row < len(self.steps.lines):
            return
        self.setCurrentIndex(self.steps.index(row, index.column()))
        line = self.steps.lines[row]
        if line.sort is Sort.NEW and index.column() == Column.TITLE and index.data(STEP) is not None:
            self.open(self.currentIndex())

    def _close(self, writer: Writer) -> None:
        self._writer = None
        self.closeEditor(writer, StepCell.EndEditHint.NoHint)

    def _on_selection_changed(self) -> None:
        if not self._following:
            self._desk.selection.choose(Step, *self.chosen())
