"""SideTable: architectures side by side. Names frozen at the left, heads above, every text wrapped."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from rondo.ui.compare.heads import ColumnHead, RowHead
from rondo.ui.dress.look import Look

NARROWEST = 114
"""Pixels of an architecture's column; below that the table scrolls."""

WIDEST_WORD = 160
"""Pixels up to which a column grows so that its longest word stays whole."""
LEADING = 0.11
"""The least share of the width that a column before the architectures has."""
ALL_IN = 1.6
"""How many pages a table may fill before it scrolls by itself."""


class Sized(Protocol):
    """What paints the cells knows how high they are."""

    def high(self, index: QModelIndex, width: int) -> int: ...

    def narrowest(self, lead: bool) -> int:
        """The width that a cell needs, before the architectures or among them."""


class SideTable(QTableView):
    """A table of a model whose last columns are architectures.

    `lead`: the widths, at 100 % text, of the columns before them; `top`: rows are read from the top;
    `whole`: as high as its rows, unless that is much more than the page."""

    def __init__(
        self, look: Look, cells: Sized, *, lead: tuple[int, ...] = (), whole: bool = False, top: bool = False
    ) -> None:
        super().__init__()
        self.look, self.cells = look, cells
        self.page = 600
        """The height of the page in pixels; a table not much higher is shown whole, a longer one scrolls."""
        self._lead, self._whole = lead, whole
        self.column_head, self.row_head = ColumnHead(look, self), RowHead(look, self, top)
        self.setHorizontalHeader(self.column_head)
        self.setVerticalHeader(self.row_head)
        for head in (self.column_head, self.row_head):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        if whole:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.fit)

    def watch(self, model: QAbstractTableModel) -> None:
        """The table shows that model, which ends with it, and fits itself to what it says."""
        model.setParent(self)
        self.setModel(model)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(lambda *_: self._later.start(0))
        model.headerDataChanged.connect(lambda *_: self._later.start(0))

    def fit(self) -> None:
        """Columns share the room there is; rows and heads are as high as their texts."""
        model = self.model()
        if model is None:
            return
        px, columns = self.look.px, model.columnCount()
        room = self._room()
        self.row_head.wide = min(px(236), max(px(150), round(room * 0.28)))
        self.row_head.setFixedWidth(self.row_head.wide)
        least = self.cells.narrowest(lead=True)
        leading = [max(px(width), round(room * LEADING), least) for width in self._lead]
        shared = columns - len(leading)
        free = room - self.row_head.wide - sum(leading)
        heads = max((self.column_head.narrowest(column) for column in range(columns)), default=0)
        needed = min(max(heads, self.cells.narrowest(lead=False)), px(WIDEST_WORD))
        wide = max(px(NARROWEST), needed, free // max(shared, 1))
        for column in range(columns):
            own = leading[column] if column < len(leading) else wide
            self.column_head.resizeSection(column, own)
        self._fit_rows()
        self.column_head.setFixedHeight(self.column_head.sizeHint().height())
        self.updateGeometries()
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        if not self._whole or self.model() is None:
            return super().sizeHint()
        needed = self.column_head.sizeHint().height() + self.row_head.length() + 2 * self.frameWidth()
        across = self.row_head.wide + self.column_head.length()
        if across > self._room():
            needed += self.horizontalScrollBar().sizeHint().height()
        fits = needed <= self.page * ALL_IN
        return QSize(super().sizeHint().width(), needed if fits else self.page - self.look.px(16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start(0)

    def _room(self) -> int:
        """The width for heads and columns, whether or not there is a scroll bar now."""
        return self.width() - 2 * self.frameWidth() - self._beside()

    def _beside(self) -> int:
        return 0 if self._whole else self.verticalScrollBar().sizeHint().width()

    def _fit_rows(self) -> None:
        model = self.model()
        least = self.look.px(36)
        for row in range(model.rowCount()):
            high = [self.row_head.high(row, self.row_head.wide), least]
            for column in range(model.columnCount()):
                width = self.column_head.sectionSize(column)
                high.append(self.cells.high(model.index(row, column), width))
            self.row_head.resizeSection(row, max(high))
