"""Naming in place: the one-line editor of the outline. Enter keeps the name, Esc leaves what was there."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rondo.ui.desk import Desk
from rondo.ui.outline.lines.entry import Entry
from rondo.ui.outline.lines.model import EntryModel
from rondofile.records import NOUN_OF

Index = QModelIndex | QPersistentModelIndex
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class NamingDelegate(QStyledItemDelegate):
    """Base of how lines are drawn: opens the editor where the name stands."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk

    def name_box(self, rect: QRect, entry: Entry) -> QRect:
        """Where the name stands inside the rectangle of a line."""
        raise NotImplementedError

    def entry(self, index: Index) -> Entry:
        """What the line stands for."""
        model = index.model()
        assert isinstance(model, EntryModel)
        entry = model.entry(index)
        assert entry is not None
        return entry

    def is_marked(self, index: Index) -> bool:
        """Whether the line stands behind what is chosen elsewhere."""
        model = index.model()
        assert isinstance(model, EntryModel)
        return model.is_marked(index)

    def paint_mark(self, painter: QPainter, rect: QRect) -> None:
        """A bar at the left of a line that stands behind what is chosen elsewhere."""
        wide, inset = self.desk.look.px(3), rect.height() // 5
        bar = QRect(rect.left(), rect.top() + inset, wide, rect.height() - 2 * inset)
        painter.fillRect(bar, self.desk.look["accent"])

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        entry, words = self.entry(index), self.desk.words
        editor = QLineEdit(parent)
        editor.setFont(self.desk.look.font())
        noun = NOUN_OF[entry.kind] if entry.kind is not None else ""
        editor.setAccessibleName(words(f"outline.name.{noun}"))
        editor.setPlaceholderText(words(f"outline.name.{noun}.hint"))
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab keeps the name and leaves; it does not go on to the next name."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TABS:
            assert isinstance(watched, QWidget)
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(watched, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Once: what was typed stays when the project changes meanwhile."""
        assert isinstance(editor, QLineEdit)
        if editor.property("begun") is None:
            editor.setProperty("begun", True)
            editor.setText(self.entry(index).named)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box = self.name_box(option.rect, self.entry(index))
        pad, high = self.desk.look.px(6), self.desk.look.px(26)
        editor.setGeometry(box.left() - pad, box.center().y() - high // 2, box.width() + 2 * pad, high)
