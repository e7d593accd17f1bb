"""The list of the steps that wait: chips in rows, to be renamed, sorted by key, or dragged onto the map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rondo.ui.canvas.acting.drops import Drops
from rondo.ui.dress.look import Look
from rondofile.records import Step

KEY, NOTE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
HEIGHT, PAD, GAP, WIDEST = 30, 10, 6, 260
MOST_ROWS = 3
_KEPT = QItemSelectionModel.SelectionFlag.NoUpdate

Index = QModelIndex | QPersistentModelIndex


class InboxList(QListWidget):
    """Shows steps; says which are chosen and what is written. It changes nothing itself."""

    chosen = Signal(tuple)
    renamed = Signal(str, str)
    left = Signal()
    """Keys are to go elsewhere."""
    focused = Signal()
    """Keys sort from now on, or no longer."""
    lane_wanted = Signal(int)
    """The chosen steps are to stand in the lane of that number, from 1."""

    def __init__(self, drops: Drops, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drops, self._look, self._filling = drops, look, False
        self.digits_are_lanes = False
        """Whether a digit alone is the number of a lane now, and not that of a phase."""
        self._said: list[tuple[str, str, str]] = []
        self.setItemDelegate(_Chips(look, self))
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemSelectionChanged.connect(self._on_chosen)
        self.itemChanged.connect(self._on_written)

    def show_steps(self, steps: Sequence[tuple[Step, str]], chosen: Sequence[str]) -> None:
        """These steps wait, each with a note of what it has already."""
        said = [(step.id, step.title, note) for step, note in steps]
        if said == self._said and len(said) == self.count():
            self.show_chosen(chosen)
            return
        self._said = said
        row, had_focus = self.currentRow(), self.hasFocus()
        was = self.currentItem().data(KEY) if self.currentItem() else None
        keys = [step.id for step, _ in steps]
        self._filling = True
        self.clear()
        for step, note in steps:
            item = QListWidgetItem(step.title, self)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(KEY, step.id)
            item.setData(NOTE, note)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, note)
            item.setSelected(step.id in chosen)
        at = keys.index(was) if was in keys else min(row, len(keys) - 1)
        if at >= 0:
            self.setCurrentRow(at, _KEPT)
        self._filling = False
        self.doItemsLayout()
        self._fit()
        if had_focus and was is not None and was not in keys and at >= 0:
            self.setCurrentRow(at)

    def show_chosen(self, keys: Sequence[str]) -> None:
        """Exactly those of the steps look chosen."""
        self._filling, wanted = True, set(keys)
        for item in self._items():
            item.setSelected(item.data(KEY) in wanted)
            if keys and item.data(KEY) == keys[-1]:
                self.setCurrentItem(item, _KEPT)
        self._filling = False

    def write(self, key: str) -> None:
        """The title of that step is being written."""
        for item in self._items():
            if item.data(KEY) == key:
                self.setCurrentItem(item)
                self.editItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def shown(self) -> list[str]:
        """The steps that are shown."""
        return [item.data(KEY) for item in self._items()]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        return self._drops.cards(tuple(item.data(KEY) for item in items))

    def event(self, event: QEvent) -> bool:
        """A digit that is a lane here is no phase elsewhere."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._lane_of(event):
            event.accept()
            return True
        return super().event(event)

    def _lane_of(self, event: QKeyEvent) -> int:
        """The number of the lane that a key means; 0 for other keys."""
        pressed, alt = event.modifiers(), Qt.KeyboardModifier.AltModifier
        plain = pressed & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        writes = self.state() == QAbstractItemView.State.EditingState
        is_lane = bool(pressed & alt) or (plain and self.digits_are_lanes and not writes)
        return int(event.text()) if is_lane and event.text().isdigit() else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentItem() is not None:
            if self.state() != QAbstractItemView.State.EditingState:  # Enter that ended it comes here too
                self.editItem(self.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif lane := self._lane_of(event):
            self.lane_wanted.emit(lane)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys sort at once: the first step is chosen where none is."""
        super().focusInEvent(event)
        self.focused.emit()
        if self.count() and not self.selectedItems():
            self.setCurrentRow(max(self.currentRow(), 0))

    def _fit(self) -> None:
        """As many rows as are needed, up to a few; the rest is scrolled to."""
        row = self._look.px(HEIGHT) + self._look.px(GAP)
        last = self.visualItemRect(self.item(self.count() - 1)).bottom() if self.count() else 0
        rows = min(max((last + self.verticalOffset()) // row + 1, 1), MOST_ROWS)
        self.setFixedHeight(rows * row + 4)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _on_chosen(self) -> None:
        if not self._filling:
            self.chosen.emit(tuple(item.data(KEY) for item in self._items() if item.isSelected()))

    def _on_written(self, item: QListWidgetItem) -> None:
        if not self._filling:
            self._said = []  # what is written is not what was shown
            self.renamed.emit(item.data(KEY), item.text())


class _Chips(QStyledItemDelegate):
    """Paints a waiting step as a small card: its title, and behind it what it has already."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        title, note = self._texts(index)
        metrics, px = option.fontMetrics, self._look.px
        wide = metrics.horizontalAdvance(title) + (metrics.horizontalAdvance(f"  {note}") if note else 0)
        return QSize(min(wide, px(WIDEST)) + px(2 * PAD + GAP) + 2, px(HEIGHT) + px(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px = self._look, self._look.px
        state = option.state
        rect: QRect = option.rect
        chip = rect.adjusted(1, 1, -px(GAP), -px(GAP))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look["accent" if chosen else "line"], 2 if chosen else 1))
        painter.setBrush(look["accent-ground" if chosen else "surface"])
        painter.drawRoundedRect(chip, px(6), px(6))
        self._draw_texts(painter, chip.adjusted(px(PAD), 0, -px(PAD), 0), option, index, chosen)
        if state & QStyle.StateFlag.State_HasFocus and not chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look["accent"], 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(chip.adjusted(2, 2, -2, -2), px(5), px(5))
        painter.restore()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(0, 0, -self._look.px(GAP), -self._look.px(GAP)))

    def _draw_texts(
        self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: Index, chosen: bool
    ) -> None:
        title, note = self._texts(index)
        metrics = option.fontMetrics
        behind = metrics.horizontalAdvance(f"  {note}") if note else 0
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, max(area.width() - behind, 40))
        painter.setPen(self._look["ink"])
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
        if note:
            painter.setPen(self._look["accent" if chosen else "ink-secondary"])
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)

    def _texts(self, index: Index) -> tuple[str, str]:
        return str(index.data() or ""), str(index.data(NOTE) or "")
