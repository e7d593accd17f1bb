"""The table of steps and architectures: who would do each step."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from rondo.strategy.journeys.recast import Assignment
from rondo.ui.compare.heads import COUNT, LOCKED, NOTE
from rondo.ui.compare.page import capital
from rondo.ui.compare.subject import Subject
from rondo.ui.desk import Desk
from rondofile.enums import Actor, Architecture
from rondofile.records import Step

ASSIGNED = Qt.ItemDataRole.UserRole + 10
"""The Assignment of a cell; None in the column of today."""
ACTOR = Qt.ItemDataRole.UserRole + 11
"""Who does it, in the column of today as well."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RolesModel(QAbstractTableModel):
    """Column 0 is today, the others are the architectures that are shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.subject = Subject((), {})
        self.columns: tuple[Architecture, ...] = ()

    def show(self, subject: Subject, columns: tuple[Architecture, ...]) -> None:
        """The model holds that subject in those columns."""
        same = columns == self.columns and [s.id for s in subject.steps] == [s.id for s in self.subject.steps]
        if not same:
            self.beginResetModel()
        self.subject, self.columns = subject, columns
        if not same:
            self.endResetModel()
        elif subject.steps:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def step(self, row: int) -> Step:
        """The step of a row."""
        return self.subject.steps[row]

    def row_of(self, step: str) -> int | None:
        """The row of a step."""
        return next((row for row, one in enumerate(self.subject.steps) if one.id == step), None)

    def architecture(self, column: int) -> Architecture | None:
        """The architecture of a column; None is today."""
        return self.columns[column - 1] if column else None

    def assigned(self, row: int, column: int) -> Assignment | None:
        """Who would do the step there; None in the column of today."""
        architecture = self.architecture(column)
        return self.subject.of(self.step(row).id, architecture) if architecture else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.subject.steps)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.subject.steps):
            return None
        found = self.assigned(index.row(), index.column())
        actor = found.role if found else self._today(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return capital(self._desk.framework.name(actor))
        if role == ASSIGNED:
            return found
        if role == ACTOR:
            return actor
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._said(index, actor, found)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._row_head(section, role) if section < len(self.subject.steps) else None
        return self._column_head(section, role) if section <= len(self.columns) else None

    def _row_head(self, row: int, role: int) -> Any:
        step, words = self.step(row), self._desk.words
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return step.title
        if role == NOTE and step.must_stay:
            return step.must_stay_reason or words("compare_view.stays")
        if role == LOCKED:
            return step.must_stay
        return None

    def _column_head(self, column: int, role: int) -> Any:
        words, framework = self._desk.words, self._desk.framework
        architecture = self.architecture(column)
        if architecture is None:
            return words("compare_view.today") if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return capital(framework.short(architecture))
        if role == NOTE:
            return framework.name(architecture)
        if role == COUNT:
            found = self.subject.recasts.get(architecture)
            return words.count("compare_view.moves", found.could_move) if found else None
        return None

    def _today(self, row: int) -> Actor:
        first = next(iter(self.subject.recasts.values()))
        return first.assignments[self.step(row).id].today

    def _said(self, index: Index, actor: Actor, found: Assignment | None) -> str:
        """The cell for those who cannot see it."""
        words, framework = self._desk.words, self._desk.framework
        said = [framework.name(actor)]
        if found is not None:
            if found.chosen:
                said.append(words("compare_view.chosen"))
            if found.moved:
                said.append(words("multiples.moved"))
            if found.kept:
                said.append(words("compare_view.stays"))
        return words("list.comma").join(said)
