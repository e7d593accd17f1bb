"""The table of who could do which step: arrows move, Enter opens the list, Delete is the usual again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from rondo.ui.compare.roles.performers import performer_menu
from rondo.ui.compare.roles.role_cell import RoleCell
from rondo.ui.compare.roles.roles_model import ASSIGNED, RolesModel
from rondo.ui.compare.side_table import SideTable
from rondo.ui.desk import Desk
from rondofile.edits import Edit
from rondofile.enums import Actor, Architecture
from rondofile.kinds import EditKind
from rondofile.nouns import comparison
from rondofile.records import Step

TODAY = 104
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RolesTable(SideTable):
    """Every cell but those of today and of steps that stay can be chosen; several at once are one edit."""

    current_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        self._cell = RoleCell(desk)
        super().__init__(desk.look, self._cell, lead=(TODAY,), whole=True)
        self._desk = desk
        self._following = False
        self.roles = RolesModel(desk)
        self.setItemDelegate(self._cell)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.watch(self.roles)
        self.roles.modelReset.connect(self.follow)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())
        self.doubleClicked.connect(self.open_list)
        desk.selection.changed.connect(self.follow)

    def open_list(self, index: QModelIndex) -> QMenu | None:
        """The list of who could do it is open at the cell; None where nothing can be chosen."""
        architecture = self.roles.architecture(index.column()) if index.isValid() else None
        one = index.data(ASSIGNED) if index.isValid() else None
        if architecture is None or one is None or one.kept:
            return None
        menu = performer_menu(self._desk, one, architecture, self.choose, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))
        chosen = next((action for action in menu.actions() if action.isChecked()), None)
        if chosen is not None:
            menu.setActiveAction(chosen)
        return menu

    def choose(self, role: Actor | None) -> None:
        """Who does the chosen steps there; None is the usual again. One edit."""
        cells = self.choosable()
        if role is None:
            cells = [
                (step, architecture) for step, architecture in cells if self._is_chosen(step, architecture)
            ]
        if cells:
            self._desk.session.edit(EditKind.SET_ROLE, lambda edit: _set(edit, cells, role))

    def choosable(self) -> list[tuple[str, Architecture]]:
        """The chosen cells in which something can be chosen."""
        found = []
        for index in self.selectionModel().selectedIndexes():
            one = index.data(ASSIGNED)
            architecture = self.roles.architecture(index.column())
            if one is not None and architecture is not None and not one.kept:
                found.append((one.step.id, architecture))
        return found

    def can_clear(self) -> bool:
        """Whether something among the chosen cells is not the usual."""
        return any(self._is_chosen(*cell) for cell in self.choosable())

    def follow(self) -> None:
        """The chosen steps are the chosen rows, in the column that was looked at."""
        wanted = [self.roles.row_of(step) for step in self._desk.selection.ids_of(Step)]
        rows = [row for row in wanted if row is not None]
        if not rows or [self.roles.step(row).id for row in sorted(rows)] == self._rows():
            return
        column, chosen = max(self.currentIndex().column(), 0), QItemSelection()
        for row in rows:
            chosen.select(self.roles.index(row, column), self.roles.index(row, column))
        self._following = True
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.roles.index(rows[0], column), flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        self._following = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.open_list(self.currentIndex())
        elif event.key() in _CLEARING:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        was_current = index.isValid() and index == self.currentIndex()
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if left and index.isValid() and (was_current or self._at_chevron(index, event.position().toPoint())):
            self.open_list(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_list(self.currentIndex())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            return True
        return super().viewportEvent(event)

    def _at_chevron(self, index: QModelIndex, place: QPoint) -> bool:
        return self._cell.opens_at(self.visualRect(index), place)

    def _is_chosen(self, step: str, architecture: Architecture) -> bool:
        return self.roles.subject.of(step, architecture).chosen

    def _rows(self) -> Sequence[str]:
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self.roles.step(row).id for row in rows]

    def _on_selection_changed(self) -> None:
        rows = self._rows()
        if rows and not self._following:
            self._desk.selection.choose(Step, *rows)


def _set(edit: Edit, cells: Sequence[tuple[str, Architecture]], role: Actor | None) -> None:
    for step, architecture in cells:
        comparison.set_role(edit, step, architecture, role)
