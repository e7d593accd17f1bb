"""A list that is searched by typing: a line above, rows in groups below."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.escaped import escape

Row = tuple[str, ...]


class SearchList(QWidget):
    """Rows of texts under the names of their groups. `chosen` brings the key of the row that is looked at."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, placeholder: str, columns: int = 1) -> None:
        super().__init__()
        self.line, self.tree = QLineEdit(), QTreeWidget()
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        self.line.setClearButtonEnabled(True)
        self.line.addAction(look.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.tree.setAccessibleName(name)
        self.tree.setColumnCount(columns)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(look.px(8))
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.line)
        column.addWidget(self.tree, 1)
        self._look = look
        self.line.textChanged.connect(self.search)
        self.tree.currentItemChanged.connect(self._on_tree_current_item_changed)
        self.setFocusProxy(self.line)

    def fill(self, groups: Iterable[tuple[str, Iterable[tuple[str, Row]]]]) -> None:
        """The list holds these groups: their name ("" = none) and rows (key, texts of the columns)."""
        self.tree.ensurePolished()
        self.tree.clear()
        for name, rows in groups:
            parent = self._group(name) if name else None
            for key, texts in rows:
                item = QTreeWidgetItem(list(texts))
                item.setData(0, Qt.ItemDataRole.UserRole, key)
                for column, text in enumerate(texts):
                    item.setToolTip(column, escape(text))
                if parent is not None:
                    parent.addChild(item)
                else:
                    self.tree.addTopLevelItem(item)
        self.tree.expandAll()
        for column in range(self.tree.columnCount() - 1):
            self.tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def search(self, text: str) -> None:
        """Only rows with every one of these words are shown, and the first of them is looked at."""
        words = text.casefold().split()
        first: QTreeWidgetItem | None = None
        for item in self._items():
            said = " ".join(item.text(column) for column in range(self.tree.columnCount())).casefold()
            item.setHidden(not all(word in said for word in words))
            first = first or (None if item.isHidden() else item)
        for at in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(at)
            if group is not None and group.childCount():
                group.setHidden(all(item.isHidden() for item in _children(group)))
        if first is not None:
            self.tree.setCurrentItem(first)

    def shown(self) -> list[str]:
        """The keys of the rows that are shown, from above."""
        return [str(item.data(0, Qt.ItemDataRole.UserRole)) for item in self._items() if not item.isHidden()]

    def _group(self, name: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem([name])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFont(0, self._look.font(12, self._look.font().Weight.DemiBold))
        group.setForeground(0, self._look["ink-secondary"])
        group.setFirstColumnSpanned(True)
        self.tree.addTopLevelItem(group)
        return group

    def _items(self) -> Iterable[QTreeWidgetItem]:
        for at in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(at)
            if top is None:
                continue
            if top.data(0, Qt.ItemDataRole.UserRole) is not None:
                yield top
            yield from _children(top)

    def _on_tree_current_item_changed(self, item: QTreeWidgetItem | None) -> None:
        key = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        if key is not None:
            self.chosen.emit(str(key))


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for row in range(item.childCount()) if (child := item.child(row)) is not None]
