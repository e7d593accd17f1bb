"""The item views of the outline. They are as high as what they show: the panel around them scrolls."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from rondo.ui.desk import Desk
from rondo.ui.outline.changing.naming import Index
from rondo.ui.outline.drawing.rows import RowDelegate
from rondo.ui.outline.lines.model import EntryModel
from rondo.ui.pieces.viewports import give_viewport

_CHEVRON = 12


def settle(view: QAbstractItemView) -> None:
    """The view chooses, drags and edits as the outline wants it."""
    give_viewport(view)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(
        QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
    )
    view.setDragEnabled(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    view.setDefaultDropAction(Qt.DropAction.CopyAction)
    view.setMouseTracking(True)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAutoScroll(False)


class FlatView(QListView):
    """A list; a screen reader meets a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settle(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)


class TreeView(QTreeView):
    """A tree whose rows reach from side to side."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = desk.look
        settle(self)
        self.setHeaderHidden(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        delegate, model = self.itemDelegate(), self.model()
        assert isinstance(delegate, RowDelegate)
        assert isinstance(model, EntryModel)
        plain = model.index(index.row(), 0, index.parent())
        entry = model.entry(plain)
        if entry is None:
            return
        inner = QStyleOptionViewItem(option)
        inner.rect = self.visualRect(plain)
        self._state_of(inner, index)
        delegate.ground(
            painter, inner, entry, QRect(0, inner.rect.top(), self.viewport().width(), inner.rect.height())
        )
        self.drawBranches(painter, inner.rect, plain)
        delegate.paint(painter, inner, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A small arrow before what has something below it."""
        if not self.model().hasChildren(index):
            return
        side = self._look.px(_CHEVRON)
        left = rect.left() - self._look.px(6)
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        high = min(rect.height(), self._look.px(28))
        self._look.icon(name, "ink-tertiary").paint(
            painter, left, rect.top() + (high - side) // 2, side, side
        )

    def _state_of(self, option: QStyleOptionViewItem, index: Index) -> None:
        flags = QStyle.StateFlag
        chosen = self.selectionModel().isSelected(index)
        focused = self.hasFocus() and self.currentIndex() == index
        for holds, flag in ((chosen, flags.State_Selected), (focused, flags.State_HasFocus)):
            option.state = option.state | flag if holds else option.state & ~flag
