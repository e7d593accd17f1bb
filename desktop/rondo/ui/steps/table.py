"""The table of steps: arrows and Tab move, Enter writes or opens a list, Alt and an arrow moves the step."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from rondo.ui.desk import Desk
from rondo.ui.steps.columns import TYPED, Column
from rondo.ui.steps.grid import StepsGrid
from rondo.ui.steps.lines import Line, Sort
from rondo.ui.tables.record_table import FLAGS
from rondo.ui.tables.staying import staying
from rondofile.changes import ChangeSet
from rondofile.records import Step

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class StepsTable(StepsGrid):
    """Shows the journey that is looked at; says what is wanted. It changes no record itself."""

    move_wanted = Signal(int, int)
    """The chosen steps are to stand so many phases further, or so many lines further down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.listen(self.cell)

    def show_journey(self, journey: str | None) -> None:
        """The table shows that journey: as it was seen, where it is the same, else from its beginning or
        from what is chosen in it."""
        same = journey == self.steps.facts.journey
        here, column = self.line_at(self.currentIndex()), max(self.currentIndex().column(), 0)
        with staying(self, same):
            self._following = True
            self.steps.show(journey)
            self.measure()
            self._following = False
            self.follow(column if same else None)
            row = self.steps.row_of_line(here) if same and here else None
            if not self.currentIndex().isValid() and self.steps.lines:
                at = self.steps.index(0, 0) if row is None else self.steps.index(row, column)
                self.selectionModel().setCurrentIndex(at, FLAGS.NoUpdate)

    def apply(self, changes: ChangeSet) -> None:
        """The table shows what changed; what is chosen stays chosen where it now stands."""
        self._following = True
        column = self.currentIndex().column()
        self.steps.apply(changes)
        self.measure()
        self._following = False
        self.follow(max(column, 0))

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
        if line is not None and line.sort is Sort.GROUP:
            self.steps.fold(line.group, line.group not in self.steps.folded)
        elif line is not None:
            super().open(index)

    def edit(self, index: QModelIndex, *more: Any) -> bool:  # type: ignore[override]
        """Qt asks for a cell to be edited; the name of a phase is none that can be."""
        line = self.line_at(index)
        return line is not None and line.sort is not Sort.GROUP and super().edit(index, *more)

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
