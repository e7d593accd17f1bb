"""The table of scores: arrows move, a digit or Enter edits, Delete takes a score away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from rondo.ui.compare.criteria.criteria_model import CriteriaModel
from rondo.ui.compare.side_table import SideTable
from rondo.ui.compare.text_cell import TextCell
from rondo.ui.desk import Desk
from rondofile.enums import Architecture

WEIGHT = 80
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class CriteriaTable(SideTable):
    """One cell is chosen at a time; what is typed in it is one edit."""

    current_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        self._cell = TextCell(desk.look)
        super().__init__(desk.look, self._cell, lead=(WEIGHT,), whole=True, top=True)
        self.criteria = CriteriaModel(desk)
        self.setItemDelegate(self._cell)
        self.setAccessibleName(desk.words("brief.scores"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.SelectedClicked)
        self.watch(self.criteria)
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())

    def go_to(self, criterion: str, architecture: Architecture | None) -> None:
        """That cell is the current one; without an architecture the weight."""
        model = self.criteria
        row = next((i for i, one in enumerate(model.criteria) if one.id == criterion), None)
        if row is not None:
            column = model.columns.index(architecture) + 1 if architecture in model.columns else 0
            self.setCurrentIndex(model.index(row, column))

    def can_clear(self) -> bool:
        """Whether the current cell has a score."""
        index = self.currentIndex()
        return index.isValid() and self.criteria.score(index) is not None

    def clear_score(self) -> None:
        """The current cell has no score."""
        if self.can_clear():
            self.criteria.set_score(self.currentIndex(), None, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in _CLEARING and not editing:
            self.clear_score()
        elif event.key() in _OPENING and not editing and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)
