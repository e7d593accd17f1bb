"""The lines of the Measures panel as a list model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from rondo.ui.measures.lines import Line

Index = QModelIndex | QPersistentModelIndex


class MeasureModel(QAbstractListModel):
    """Headings cannot be chosen. Lines that say the same as before stay where they are."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Exactly these lines are there."""
        if [line.label for line in lines] != [line.label for line in self._lines]:
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
            return
        for at, line in enumerate(lines):
            if line != self._lines[at]:
                self._lines[at] = line
                self.dataChanged.emit(self.index(at), self.index(at))

    def line(self, index: Index) -> Line | None:
        """What stands there."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if line is None or line.is_heading:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ": ".join(filter(None, (line.label, line.told))) + (
                f", {line.verdict}" if line.verdict else ""
            )
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return line.meaning
        return None
