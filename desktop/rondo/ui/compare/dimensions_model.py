"""The table of what each architecture means: dimensions downwards, architectures across (domain 4)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from rondo.strategy.comparison import Differing, dimensions
from rondo.ui.compare.heads import BELOW, COUNT, NOTE, RULE
from rondo.ui.compare.offers import Offers
from rondo.ui.compare.page import capital
from rondo.ui.desk import Desk
from rondofile.enums import Architecture

SHOWN_IN_HEAD = "short-test"
"""The dimension that the heads of the columns say already."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class DimensionsModel(QAbstractTableModel):
    """Rows are dimensions; a row whose columns all say the same says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: tuple[Differing, ...] = ()
        self.columns: tuple[Architecture, ...] = ()
        self._offers: dict[Architecture, Offers] = {}

    def show(
        self, columns: tuple[Architecture, ...], offers: dict[Architecture, Offers], differing: bool
    ) -> None:
        """The model holds those columns; `differing`: only the rows on which they differ."""
        self.beginResetModel()
        found = dimensions(self._desk.framework, columns)
        shown = (row for row in found if row.dimension.key != SHOWN_IN_HEAD)
        self.rows = tuple(row for row in shown if row.differs or not differing)
        self.columns, self._offers = columns, offers
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.dimension.text(column)
        if role in (BELOW, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._same(row, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._row_head(self.rows[section], role) if section < len(self.rows) else None
        return self._column_head(self.columns[section], role) if section < len(self.columns) else None

    def _row_head(self, row: Differing, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return capital(row.dimension.name)
        if role == NOTE:
            return None if row.differs else self._desk.words("compare_view.no_difference")
        return None

    def _column_head(self, column: Architecture, role: int) -> Any:
        framework, offers = self._desk.framework, self._offers.get(column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return capital(framework.short(column))
        if role == NOTE:
            return framework.name(column)
        if role == COUNT and offers:
            return offers.said(self._desk)
        if role == RULE and offers:
            return offers.state.value
        if role == Qt.ItemDataRole.ToolTipRole:
            return offers.listed(self._desk) if offers else None
        return None

    def _same(self, row: Differing, column: Architecture) -> str:
        """Which other columns say the same; empty where none does, or all do."""
        group = next((group for group in row.groups if column in group), ())
        others = [self._desk.framework.short(one) for one in group if one is not column]
        if not others or not row.differs:
            return ""
        return self._desk.words("compare_view.same_as", others=self._desk.words.listed(others))
