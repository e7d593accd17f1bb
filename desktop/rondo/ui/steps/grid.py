"""The grid of the table: calm rows of one height, lines across all columns, Tab from cell to cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QFontMetrics, QResizeEvent

from rondo.ui.desk import Desk
from rondo.ui.steps.cell import StepCell
from rondo.ui.steps.columns import TYPED, Column, widths
from rondo.ui.steps.lines import Line, Sort
from rondo.ui.steps.model import LINE, STEP, StepsModel
from rondo.ui.steps.wishes import wishes
from rondo.ui.tables.record_table import RecordTable
from rondofile.records import Step

Index = QModelIndex | QPersistentModelIndex


class StepsGrid(RecordTable):
    """Shows a StepsModel, which ends with it."""

    noun = Step

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.steps = StepsModel(desk)
        self.steps.setParent(self)
        self.setModel(self.steps)
        self.cell = StepCell(desk, self.steps, self)
        self.setItemDelegate(self.cell)
        self._dress()
        self.steps.modelReset.connect(self._span)
        self.steps.rowsInserted.connect(lambda _, first, last: self._span(first, last))

    def line_at(self, index: QModelIndex) -> Line | None:
        """The line of a cell; None for no cell."""
        return index.data(LINE) if index.isValid() else None

    def key_at(self, row: int) -> str:
        """The step of a row; "" on the other lines."""
        return self.steps.lines[row].step

    def row_of(self, key: str) -> int | None:
        """The row of a step; None while its group is folded."""
        return self.steps.row_of(key)

    def is_new(self, row: int) -> bool:
        """Whether a new step is written on that line."""
        return self.steps.lines[row].sort is Sort.NEW

    def is_typed(self, column: int) -> bool:
        """Whether something is typed there; in the other columns something is chosen."""
        return Column(column) in TYPED

    def is_whole(self, index: Index) -> bool:
        """Whether the line of a cell goes across all columns."""
        return index.data(STEP) is None

    def fit(self) -> None:
        """The columns have the width they need; the title and where it goes share what is left."""
        head, look = self.horizontalHeader(), self._desk.look
        heads = [head.sectionSizeHint(column) for column in Column]
        for column, width in enumerate(widths(self.viewport().width(), look.scale, heads, self.cell.wishes)):
            head.resizeSection(column, width)

    def measure(self) -> None:
        """The columns fit what is said in them now; they stay as they are where that is as wide as before."""
        found = wishes(self.steps.facts, self._desk.look, self.cell.around())
        if found != self.cell.wishes:
            self.cell.wishes = found
            self.fit()

    def relook(self) -> None:
        """Rows and columns have the size of the look."""
        self.cell.wishes = wishes(self.steps.facts, self._desk.look, self.cell.around())
        super().relook()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def cut_text(self, index: QModelIndex) -> str:
        """The text of a cell that does not fit into it; empty where it is whole."""
        text = "" if self.is_whole(index) else str(index.data() or "")
        room = self.visualRect(index).width() - self.cell.around()[Column(max(index.column(), 0))]
        wide = QFontMetrics(self._desk.look.font(13)).horizontalAdvance(text)
        return text if wide > room else ""

    def _span(self, first: int = 0, last: int | None = None) -> None:
        """Lines that are no steps go across all columns."""
        if last is None:
            self.clearSpans()
        for row in range(first, len(self.steps.lines) if last is None else last + 1):
            if not self.steps.lines[row].step:
                self.setSpan(row, 0, 1, len(Column))

    def beside(self, by: int) -> QModelIndex | None:
        """The next cell to that side, over the end of a line; None past the last one."""
        here = self.currentIndex()
        if not here.isValid():
            return None
        whole = self.is_whole(here)
        row, column = here.row(), here.column() + by
        if whole or not 0 <= column < len(Column):
            row, column = row + by, 0 if by > 0 else len(Column) - 1
        if not 0 <= row < len(self.steps.lines):
            return None
        found = self.steps.index(row, column)
        return self.steps.index(row, 0) if self.is_whole(found) else found
