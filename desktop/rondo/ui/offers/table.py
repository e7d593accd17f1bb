"""The table of offers: arrows and Tab move, Enter writes or opens a list, a press on a head sorts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent

from rondo.ui.desk import Desk
from rondo.ui.offers.cell import OfferCell
from rondo.ui.offers.columns import ALWAYS, LISTED, USUAL, Column, widths
from rondo.ui.offers.model import OFFER, OffersModel
from rondo.ui.offers.sieve import Sieve
from rondo.ui.tables.record_table import FLAGS, RecordTable
from rondofile.changes import ChangeSet
from rondofile.records import Placement

READ = 250
"""Lines whose texts are measured for the widths of the columns."""


class OffersTable(RecordTable):
    """Shows an OffersModel, which ends with it."""

    noun = Placement
    sort_wanted = Signal(object)
    """The Column whose head was pressed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.offers = OffersModel(desk)
        self.offers.setParent(self)
        self.setModel(self.offers)
        self.cell = OfferCell(desk, self.offers, self)
        self.setItemDelegate(self.cell)
        self.columns = USUAL
        self._wishes = [0] * len(Column)
        self._dress()
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(lambda section: self.sort_wanted.emit(Column(section)))
        self.listen(self.cell)

    def show_offers(self) -> None:
        """The table shows the offers from nothing."""
        self._following = True
        self.offers.show()
        self._following = False
        self._settle(0)

    def show_columns(self, columns: Iterable[Column]) -> None:
        """Exactly those columns are there; the offer always is."""
        self.columns = frozenset(columns) | {ALWAYS}
        for column in Column:
            self.setColumnHidden(column, column not in self.columns)
        here = self.currentIndex()
        if here.isValid() and self.isColumnHidden(here.column()):
            self.selectionModel().setCurrentIndex(here.siblingAtColumn(ALWAYS), FLAGS.NoUpdate)
        self.measure()

    def sift(self, sieve: Sieve) -> None:
        """Other offers are shown, or in another order; what is chosen stays chosen where it is shown."""
        column = max(self.currentIndex().column(), 0)
        self._following = True
        self.offers.sift(sieve)
        self._following = False
        self._settle(column)

    def apply(self, changes: ChangeSet) -> None:
        """The table shows what changed; what is chosen stays chosen where it now stands."""
        column = max(self.currentIndex().column(), 0)
        self._following = True
        self.offers.apply(changes)
        self._following = False
        self.follow(column)

    def reveal(self, key: str) -> None:
        """That offer is in sight."""
        row = self.row_of(key)
        if row is not None:
            self.scrollTo(self.offers.index(row, max(self.currentIndex().column(), 0)))

    def key_at(self, row: int) -> str:
        return self.offers.keys[row] if 0 <= row < len(self.offers.keys) else ""

    def row_of(self, key: str) -> int | None:
        return self.offers.row_of(key)

    def is_new(self, row: int) -> bool:
        return row == len(self.offers.keys)

    def is_typed(self, column: int) -> bool:
        return column not in LISTED

    def open_new(self) -> None:
        """The line for a new offer is being written."""
        index = self.offers.index(len(self.offers.keys), Column.OFFER)
        if index.isValid():
            self.scrollTo(index)
            self.open(index)

    def beside(self, by: int) -> QModelIndex | None:
        shown = sorted(self.columns)
        here = self.currentIndex()
        if not here.isValid() or here.column() not in shown:
            return None
        row, at = here.row(), shown.index(Column(here.column())) + by
        if not self.key_at(row) or not 0 <= at < len(shown):
            row, at = row + by, 0 if by > 0 else len(shown) - 1
        if not 0 <= row < self.offers.rowCount():
            return None
        return self.offers.index(row, shown[at] if self.key_at(row) else ALWAYS)

    def cut_text(self, index: QModelIndex) -> str:
        text = str(index.data() or "")
        column = Column(index.column())
        head = QFontMetrics(self._desk.look.font(13)).horizontalAdvance(text.replace("\n", " "))
        return text if head > self.columnWidth(column) - self.cell.around(column) else ""

    def fit(self) -> None:
        """The columns have the width they need; the offer has what is left over."""
        head = self.horizontalHeader()
        heads = [head.sectionSizeHint(c) if c in self.columns else 0 for c in Column]
        for column, width in enumerate(
            widths(self.viewport().width(), self._desk.look.scale, heads, self._wishes)
        ):
            if width:
                head.resizeSection(column, width)

    def measure(self) -> None:
        """The columns fit what is said in them now."""
        measured = lru_cache(maxsize=None)(QFontMetrics(self._desk.look.font(13)).horizontalAdvance)
        offers = [
            offer for row in range(min(READ, len(self.offers.keys))) if (offer := self.offers.offer_at(row))
        ]
        facts, around = self.offers.facts, self.cell.around
        self._wishes = [
            max((measured(facts.text(one, c)[:200]) + around(c) for one in offers), default=0)
            if c in self.columns
            else 0
            for c in Column
        ]
        self.fit()

    def relook(self) -> None:
        super().relook()
        if self.isVisible():
            self.measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.open(self.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._desk.selection.clear()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A second press on a cell with a list opens it; one on the last line begins a new offer."""
        index, was = self.indexAt(event.position().toPoint()), self.currentIndex()
        chosen = self.chosen()
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers() or not index.isValid():
            return
        again = index == was and index.column() in LISTED and self.key_at(index.row()) in chosen
        if again or index.data(OFFER) is None:
            self.open(index)

    def _settle(self, column: int) -> None:
        """The selection and the keys are in lines that are there."""
        self.measure()
        self.follow(column)
        if not self.currentIndex().isValid() and self.offers.rowCount():
            self.selectionModel().setCurrentIndex(self.offers.index(0, column), FLAGS.NoUpdate)
        shown = [
            row for key in self._desk.selection.ids_of(Placement) if (row := self.row_of(key)) is not None
        ]
        if not shown:
            self._following = True
            self.selectionModel().select(QItemSelection(), FLAGS.Clear)
            self._following = False
