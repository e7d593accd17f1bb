"""The grid of a table: calm rows of one height, Tab from cell to cell, whole texts where they are cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip

from rondo.ui.desk import Desk
from rondo.ui.escaped import escape
from rondo.ui.tables.calm_cell import ROW


class CalmGrid(QTableView):
    """Base of the tables. It says where Tab goes and which text is cut: `beside`, `cut_text`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def beside(self, by: int) -> QModelIndex | None:
        """The next cell to that side, over the end of a line; None past the last one."""
        raise NotImplementedError

    def cut_text(self, index: QModelIndex) -> str:
        """The text of a cell that does not fit into it; empty where it is whole."""
        raise NotImplementedError

    def fit(self) -> None:
        """The columns have the width they need."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from cell to cell, and past the last one out of the table."""
        index = self.beside(1 if forward else -1)
        if index is None or not self.hasFocus():
            return super().focusNextPrevChild(forward)
        self.setCurrentIndex(index)
        return True

    def viewportEvent(self, event: QEvent) -> bool:
        """What does not fit into its cell is said whole."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, place: QPoint) -> str:
        """The text of the cell there, as markup that shows it plainly; empty where it is whole already."""
        index = self.indexAt(place)
        text = self.cut_text(index) if index.isValid() else ""
        return f"<qt>{escape(text)}</qt>" if text else ""

    def relook(self) -> None:
        """Rows and columns have the size of the look."""
        self.verticalHeader().setMinimumSectionSize(self._desk.look.px(ROW))
        self.verticalHeader().setDefaultSectionSize(self._desk.look.px(ROW))
        self.fit()

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the room around it has one
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        self.relook()
