"""Shelf: one view of the outline with its lines. It tells what a person chose, moved, dropped or named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QTreeView

from rondo.ui.outline.changing.naming import NamingDelegate
from rondo.ui.outline.lines.entry import Entry, Key
from rondo.ui.outline.lines.model import EntryModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Shelf(QObject):
    """The view is as high as its lines. What is chosen by `choose` is not told as chosen by a person."""

    chosen = Signal(object, object)
    """Every entry that is chosen, and the current one (or None)."""
    opened = Signal(object)
    """An entry that was clicked, or chosen by the keyboard."""
    moved = Signal(int)
    """One place up (-1) or down (1)."""
    closed = Signal()
    """The editor is gone, whether something was named or not."""
    menu_wanted = Signal(object, object)
    """The entry under the pointer (or None), and the place on the screen."""
    seen = Signal(object)
    """A rectangle of the view that should be in sight."""

    def __init__(self, view: QAbstractItemView, model: EntryModel, delegate: NamingDelegate) -> None:
        super().__init__(view)
        self.view, self.model = view, model
        self._quiet = False
        view.setModel(model)
        view.setItemDelegate(delegate)
        view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        view.clicked.connect(self._on_clicked)
        view.customContextMenuRequested.connect(self._on_menu)
        delegate.closeEditor.connect(self._on_editor_closed)
        if isinstance(view, QTreeView):
            view.expanded.connect(self.fit)
            view.collapsed.connect(self.fit)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def show(self, entries: Sequence[Entry], keys: Iterable[Key]) -> None:
        """Exactly these lines are there, and those keys are chosen."""
        self._silently(lambda: self.model.show(entries))
        self.choose(keys)
        self.fit()

    def choose(self, keys: Iterable[Key]) -> None:
        """Exactly the lines of those keys are chosen, as far as they are there."""
        wanted = [index for index in map(self.model.index_of, keys) if index.isValid()]
        if {index.internalId() for index in wanted} != {i.internalId() for i in self.indexes()}:
            self._silently(lambda: self._select(wanted))

    def indexes(self) -> list[QModelIndex]:
        """The lines that are chosen."""
        return self.view.selectionModel().selectedIndexes()

    def entries(self) -> tuple[Entry, ...]:
        """What is chosen, from top to bottom."""
        found = sorted(self.indexes(), key=lambda index: self.view.visualRect(index).top())
        return tuple(entry for entry in map(self.model.entry, found) if entry is not None)

    def edit(self, key: Key) -> None:
        """The editor is open at that line; one that was open elsewhere is answered first."""
        editor = self.view.indexWidget(self.model.index_of(key))
        if editor is not None:
            editor.setFocus()
            return
        self.finish()
        index = self.model.index_of(key)
        if index.isValid() and self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.fit()
            self._silently(lambda: self.view.setCurrentIndex(index))
            self.view.setFocus()
            there = self.model.index_of(key)  # what lost the focus may have kept something meanwhile
            if there.isValid():
                self.view.edit(there)
                self._tell_seen(there)

    def finish(self) -> None:
        """What is being named is kept as it was typed."""
        delegate = self.view.itemDelegate()
        for editor in self.view.viewport().findChildren(QLineEdit):
            if not editor.isHidden():
                delegate.commitData.emit(editor)
                delegate.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def reveal(self, key: Key) -> bool:
        """That line is in sight; whether there is one."""
        index = self.model.index_of(key)
        if index.isValid():
            self.view.scrollTo(index)
            self.fit()
            self._tell_seen(index)
        return index.isValid()

    def fit(self, *_: object) -> None:
        """The view is as high as its lines."""
        if self._quiet:
            return
        last = self._last()
        high = 0
        if last.isValid():
            high = self.view.visualRect(last).bottom() + 1 + self.view.verticalScrollBar().value()
        if self.view.minimumHeight() != high or self.view.maximumHeight() != high:
            self.view.setFixedHeight(high)
        self.view.verticalScrollBar().setValue(0)

    def _last(self) -> QModelIndex:
        """The lowest line that is not folded away."""
        model, found = self.model, QModelIndex()
        while rows := model.rowCount(found):
            if found.isValid() and not (isinstance(self.view, QTreeView) and self.view.isExpanded(found)):
                break
            found = model.index(rows - 1, 0, found)
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self.view.viewport():
            if event.size().width() != event.oldSize().width():
                self.view.doItemsLayout()
            self.fit()
        # What an open editor does not take comes by here too: then the view is not in focus.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return watched is self.view and self.view.hasFocus() and self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            entry = self.model.entry(self.view.currentIndex())
            if entry is not None:
                self._open(entry)
            return True
        if key in _WAYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(_WAYS[key])
            return True
        return False

    def _open(self, entry: Entry) -> None:
        """Enter: what has a name is named, anything else is opened."""
        if entry.kind is not None:
            self.edit(entry.key)
        else:
            self.opened.emit(entry)

    def mark(self, keys: frozenset[Key], said: str) -> None:
        """Those lines stand behind what is chosen elsewhere, and say so."""
        if self.model.mark(keys, said):
            self.view.viewport().update()

    def _select(self, indexes: Sequence[QModelIndex]) -> None:
        chosen = QItemSelection()
        for index in indexes:
            chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().select(chosen, flags.ClearAndSelect)
        if indexes:
            self.view.selectionModel().setCurrentIndex(indexes[-1], flags.NoUpdate)

    def _silently(self, change: Callable[[], None]) -> None:
        before, self._quiet = self._quiet, True
        try:
            change()
        finally:
            self._quiet = before

    def _on_selection_changed(self, *_: object) -> None:
        if not self._quiet:
            current = self.model.entry(self.view.currentIndex())
            self.chosen.emit(self.entries(), current)

    def _on_current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self._tell_seen(current)

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = self.model.entry(index)
        if entry is not None:
            self.opened.emit(entry)

    def _on_menu(self, where: QPoint) -> None:
        entry = self.model.entry(self.view.indexAt(where))
        self.menu_wanted.emit(entry, self.view.viewport().mapToGlobal(where))

    def _on_editor_closed(self, _editor: object, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.closed.emit()

    def _tell_seen(self, index: QModelIndex) -> None:
        self.seen.emit(self.view.visualRect(index))
