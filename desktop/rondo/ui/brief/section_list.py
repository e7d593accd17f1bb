"""The list of sections: a tick for each, dragged or moved with Alt and the arrows into another order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from rondo.ui.brief.sections import COVER, moved, name_of
from rondo.ui.desk import Desk
from rondofile.records import BriefSection

_KIND = int(Qt.ItemDataRole.UserRole)


class SectionList(QListWidget):
    """Shows sections; what the person does with them it only announces."""

    ticked = Signal(str, bool)
    """A kind, and whether it is included now."""
    ordered = Signal(object)
    """The kinds in the order that is wanted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setAccessibleName(desk.words("brief_view.sections"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setUniformItemSizes(False)
        self.itemChanged.connect(self._on_item_changed)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds in the order in which they are listed."""
        return tuple(self.item(row).data(_KIND) for row in range(self.count()))

    @property
    def kind(self) -> str:
        """The kind that is chosen; empty where none is."""
        item = self.currentItem()
        return str(item.data(_KIND)) if item is not None else ""

    def show_sections(self, sections: Sequence[BriefSection]) -> None:
        """The list shows those sections; the chosen kind stays chosen."""
        chosen = self.kind
        self.blockSignals(True)
        if self.kinds != tuple(section.kind for section in sections):
            self.clear()
            for section in sections:
                self.addItem(self._item(section.kind))
        for row, section in enumerate(sections):
            item = self.item(row)
            own = section.title if section.kind != COVER else ""
            item.setText(own or name_of(section.kind, self._desk.words))
            item.setCheckState(Qt.CheckState.Checked if section.included else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.choose(chosen or (self.kinds[1] if self.count() > 1 else ""))
        self.updateGeometry()

    def choose(self, kind: str) -> None:
        """That kind is chosen."""
        if kind in self.kinds:
            self.setCurrentRow(self.kinds.index(kind))

    def move(self, by: int) -> None:  # type: ignore[override]
        """The chosen section is wanted so many places further down."""
        wanted = moved(self.kinds, self.kind, by) if self.kind else ()
        if wanted and wanted != self.kinds:
            self.ordered.emit(wanted)

    def startDrag(self, actions: Qt.DropAction) -> None:
        # With a copy among the actions a drop can say that it is none: else Qt removes the row by itself.
        super().startDrag(actions | Qt.DropAction.MoveAction | Qt.DropAction.CopyAction)

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dropped is asked for; the list follows the project. Qt must move nothing by itself."""
        if event.source() is not self or not self.kind:
            event.ignore()
            return
        row = self._row_at(event)
        here = self.kinds.index(self.kind)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.move((row - 1 if row > here else row) - here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move(step)
            event.accept()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        height = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(self._desk.look.px(200), height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def _row_at(self, event: QDropEvent) -> int:
        """The row before which it was dropped."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return self.count()
        return index.row() + (event.position().y() > self.visualRect(index).center().y())

    def _item(self, kind: str) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(_KIND, kind)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags if kind == COVER else flags | Qt.ItemFlag.ItemIsDragEnabled)
        return item

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        self.ticked.emit(item.data(_KIND), item.checkState() == Qt.CheckState.Checked)
