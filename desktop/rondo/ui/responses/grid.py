"""The grid itself: arrows go from cell to cell, Enter or typing opens one, + is a dot, Tab goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from rondo.ui.desk import Desk
from rondo.ui.responses.cell import ResponseCell
from rondo.ui.responses.editor import CellEditor
from rondo.ui.responses.heads import ExperienceHead, StepHead
from rondo.ui.responses.model import EXPERIENCES, Index, ResponsesModel, Spot
from rondo.ui.responses.rows import Rows
from rondo.ui.tables.staying import staying
from rondofile.changes import ChangeSet
from rondofile.text import clean_text

STEP_WIDTHS, LEAST = (140, 240), 120
"""The narrowest and widest column of steps, and the narrowest of an experience."""
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_FLAG = QItemSelectionModel.SelectionFlag


class ResponsesGrid(QTableView):
    """Shows a ResponsesModel and says what is wanted. It changes no record itself."""

    written = Signal(object, str, str)
    """Both texts of the cell of that Spot."""
    vote_wanted = Signal(int)
    """So many dots more for the cell that the keys are in."""
    made_wanted = Signal(object, str)
    """What became of the cell of that Spot is to be seen: its "step", its "offer"."""
    current_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.cells = ResponsesModel(desk)
        self.cells.setParent(self)
        self.editor: CellEditor | None = None
        self._edited: Spot | None = None
        self.setModel(self.cells)
        self.cell = ResponseCell(desk, self.cells, self)
        self.setItemDelegate(self.cell)
        self.steps = StepHead(desk, self.cells, self)
        self.experiences = ExperienceHead(desk, self.cells, self)
        self.rows = Rows(self, self._high)
        self.setVerticalHeader(self.steps)
        self.setHorizontalHeader(self.experiences)
        self._dress()
        self.steps.sectionClicked.connect(self._on_head_clicked)
        self.cells.modelReset.connect(self._span)
        self.cells.dataChanged.connect(lambda first, last: self.rows.fit(first.row(), last.row()))

    def show_journey(self, journey: str | None) -> None:
        """The grid shows that journey: as it was seen, where it is the same, else from its first cell."""
        same, here, chosen = journey == self.cells.journey, self.spot(), self.chosen()
        self.close_editor()
        with staying(self, same):
            self.cells.show(journey)
            stays = same and (here is None or self.cells.index_of(here).isValid())
            self._choose(here, chosen) if stays else self._go_first()

    def put_worst_first(self, worst_first: bool) -> None:
        """The steps that hurt come first, or every step in its order; the keys stay in their cell."""
        self.cells.worst_first = worst_first
        self.show_journey(self.cells.journey)

    def apply(self, changes: ChangeSet) -> None:
        """The grid shows what changed; the keys stay where they are."""
        here = self.spot()
        self.cells.apply(changes)
        if self.spot() != here:
            self.go(here) if self.cells.index_of(here).isValid() else self._go_first()

    def spot(self) -> Spot | None:
        """The cell that the keys are in."""
        return self.cells.spot_at(self.currentIndex())

    def chosen(self) -> list[Spot]:
        """The chosen cells, row by row."""
        found = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        return [spot for index in found if (spot := self.cells.spot_at(index)) is not None]

    def go(self, spot: Spot | None) -> None:
        """The keys are in that cell, and it is in sight."""
        index = self.cells.index_of(spot)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
            self.scrollTo(index)

    def _choose(self, here: Spot | None, chosen: list[Spot]) -> None:
        """The keys are in that cell, and these are chosen."""
        found, wanted = [self.cells.index_of(spot) for spot in chosen], QItemSelection()
        for index in found:
            wanted.select(index, index)
        self.selectionModel().setCurrentIndex(self.cells.index_of(here), _FLAG.NoUpdate)
        self.selectionModel().select(wanted, _FLAG.ClearAndSelect)

    def open(self, index: QModelIndex | None = None, typed: str = "") -> None:
        """The cell is written into; what was typed stands in the place of its text."""
        index = index or self.currentIndex()
        spot = self.cells.spot_at(index)
        self.close_editor()
        if spot is None or self._desk.session.read_only:
            return
        self.scrollTo(index)
        found = self.cells.response_at(index)
        texts = (typed or (found.text if found else ""), found.must_know if found else "")
        name = self.cells.said(index)[0]
        self.editor = CellEditor(self._desk, self.viewport(), self.cells.prompt_at(index), texts, name)
        self._edited = spot
        self.editor.kept.connect(self._on_kept)
        self.editor.left.connect(self._on_left)
        self.editor.open_at(self.visualRect(index), self.viewport().rect())

    def close_editor(self) -> None:
        """What is being written is kept."""
        if self.editor is not None:
            self.editor.keep()

    def fit(self) -> None:
        """The columns share the width that the steps leave, and scroll where that is too little."""
        px = self._desk.look.px
        narrow, wide = STEP_WIDTHS
        self.steps.wide = min(max(self.width() // 5, px(narrow)), px(wide))
        self.steps.updateGeometry()
        self.updateGeometries()
        least = max(px(LEAST), self.experiences.narrowest())
        each = max(self.viewport().width() // len(EXPERIENCES), least)
        for column in range(len(EXPERIENCES)):
            self.experiences.resizeSection(column, each)
        self.updateGeometries()
        self.rows.fit(0, len(self.cells.lines) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), bool(event.modifiers() & _HELD)
        text = clean_text(event.text())
        if key in _OPEN and not held:
            self.open()
        elif text in ("+", "-") and not held:
            self.vote_wanted.emit(1 if text == "+" else -1)
        elif text.strip() and text.isprintable() and not held:
            self.open(typed=text)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from cell to cell, and past the last one out of the grid."""
        return (self.hasFocus() and self._go_on(1 if forward else -1)) or super().focusNextPrevChild(forward)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self.cells.spot_at(index) is not None:
            self.open(index)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        chip = self._chip_at(event.position().toPoint())
        if chip and event.button() == Qt.MouseButton.LeftButton:
            self.made_wanted.emit(self.spot(), chip)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = Qt.CursorShape.PointingHandCursor if self._chip_at(event.position().toPoint()) else None
        self.viewport().setCursor(over) if over else self.viewport().unsetCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.close_editor()
        if event.size().width() != event.oldSize().width():
            self.fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self.editor is not None:
            self.editor.move(self.editor.pos() + QPoint(dx, dy))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Arrows pass over the rows that name a phase."""
        found = super().moveCursor(action, modifiers)
        here, by = self.currentIndex(), 1 if found.row() > self.currentIndex().row() else -1
        row = found.row()
        while 0 <= row < len(self.cells.lines) and self.cells.step_at(row) is None:
            row += by
        column = here.column() if row != found.row() else found.column()
        return self.cells.index(row, column) if 0 <= row < len(self.cells.lines) else here

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.fit()

    def _dress(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.steps.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def _span(self) -> None:
        self.clearSpans()
        for row, line in enumerate(self.cells.lines):
            if line.step is None:
                self.setSpan(row, 0, 1, len(EXPERIENCES))
        self.rows.fit(0, len(self.cells.lines) - 1)

    def _high(self, row: int) -> int:
        """How high a row must be for what stands in it."""
        high = self.steps.high(row, self.steps.wide)
        if self.cells.lines[row].step is None:
            return high
        columns = range(len(EXPERIENCES))
        return max(high, *(self.cell.high(self.cells.index(row, at), self.columnWidth(at)) for at in columns))

    def _go_first(self) -> None:
        row = next((row for row, line in enumerate(self.cells.lines) if line.step), None)
        if row is not None:
            self.go(self.cells.spot_at(self.cells.index(row, 0)))

    def _go_on(self, by: int) -> bool:
        """The keys are in the next cell to that side, over the end of a row; whether there is one."""
        here = self.currentIndex()
        row, column = here.row(), here.column() + by
        if not 0 <= column < len(EXPERIENCES):
            row, column = row + by, 0 if by > 0 else len(EXPERIENCES) - 1
        while 0 <= row < len(self.cells.lines) and self.cells.step_at(row) is None:
            row += by
        spot = self.cells.spot_at(self.cells.index(row, column))
        self.go(spot)
        return spot is not None

    def _go_down(self, spot: Spot) -> None:
        row = self.cells.index_of(spot).row() + 1
        while row < len(self.cells.lines) and self.cells.step_at(row) is None:
            row += 1
        below = self.cells.step_at(row)
        self.go(Spot(below.id, spot.experience) if below else spot)

    def _on_kept(self, text: str, must_know: str, down: int, right: int) -> None:
        spot = self._end_editor()
        if spot is None:
            return
        self.written.emit(spot, text, must_know)
        if down:
            self._go_down(spot)
        elif right:
            self.go(spot)
            self._go_on(right)

    def _on_left(self) -> None:
        self._end_editor()

    def _end_editor(self) -> Spot | None:
        """The editor is gone, the keys are in the grid again if they were in it."""
        editor, spot = self.editor, self._edited
        self.editor = self._edited = None
        if editor is not None:
            focused = editor.isAncestorOf(self.focusWidget() or self) or editor.text.hasFocus()
            editor.hide()
            editor.deleteLater()
            if focused or editor.must_know.hasFocus():
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        return spot

    def _chip_at(self, at: QPoint) -> str:
        """What can be clicked there: "step", "offer" or nothing."""
        index = self.indexAt(at)
        if self.cells.spot_at(index) is None:
            return ""
        chips = self.cell.chips(index, self.visualRect(index))
        return next((chip.made for chip in chips if chip.rect.adjusted(-3, -3, 3, 3).contains(at)), "")

    def _on_head_clicked(self, row: int) -> None:
        spot = self.cells.spot_at(self.cells.index(row, max(self.currentIndex().column(), 0)))
        self.go(spot)
