"""The list of the History panel: a click or Enter goes there, resting on a row asks what it did."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from rondo.ui.desk import Desk
from rondo.ui.history.drawing import HistoryDelegate
from rondo.ui.history.model import HistoryModel, Index
from rondo.ui.history.rows import Row

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HistoryList(QListView):
    """`wanted` with the row to go to; `looked_at` with the row under the pointer or the keyboard, or None."""

    wanted = Signal(object)
    looked_at = Signal(object)

    def __init__(self, desk: Desk, model: HistoryModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(HistoryDelegate(desk, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(desk.words("history.list"))
        self.clicked.connect(self._on_clicked)
        self.entered.connect(lambda index: self.looked_at.emit(self._model.row(index)))

    def show_present(self) -> None:
        """The row of the present is the current one, and in sight with what comes next."""
        index = self._model.index_of(self._model.past.position)
        if index.isValid():
            next_one = self._model.index(min(index.row() + 1, self._model.rowCount() - 1))
            self.setCurrentIndex(index)
            self.scrollTo(next_one, QAbstractItemView.ScrollHint.EnsureVisible)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def current_row(self) -> Row | None:
        """The row that the keyboard is on."""
        return self._model.row(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.looked_at.emit(self._model.row(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.key() in _ENTER and row is not None:
            self.wanted.emit(row)
            event.accept()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.looked_at.emit(self.current_row())

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.wanted.emit(row)
