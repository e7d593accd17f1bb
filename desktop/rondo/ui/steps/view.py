"""The journey as a table: the same steps as on the map, to be read and edited line by line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QVBoxLayout

from rondo.ui.desk import Desk
from rondo.ui.journeys.journey_strip import JourneyStrip
from rondo.ui.journeys.new_journey import begin_journey
from rondo.ui.room import Deed, Room
from rondo.ui.steps.columns import Column
from rondo.ui.steps.doing import Doing
from rondo.ui.steps.model import LINE
from rondo.ui.steps.table import StepsTable
from rondofile.changes import ChangeSet
from rondofile.records import Journey, Step

MENU = (
    *("edit.rename", "", "edit.copy", "edit.paste", "edit.duplicate", "", "edit.select-all", ""),
    "edit.delete",
)
"""What can be done with lines."""
HINTED = 560
"""Pixels at 100 % text from which there is room for a line about the keys."""


class StepsView(Room):
    """The table of the journey that is looked at, with a line below about its keys."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.strip = JourneyStrip(desk)
        self.table = StepsTable(desk)
        self.doing = Doing(desk, self.table)
        self.hint = QLabel(desk.words("steps.keys"))
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setProperty("kind", "hint")
        self.hint.setWordWrap(True)
        self.setFocusProxy(self.table)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strip, rule):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        self.setTabOrder(self.table, self.strip.picker)
        desk.selection.journey_changed.connect(self._on_journey_changed)
        self._deeds = self._made_deeds()
        self.menu: QMenu | None = None

    def deeds(self) -> Mapping[str, Deed]:
        return self._deeds

    def refresh(self) -> None:
        self.table.show_journey(self.desk.selection.journey)
        self._show_around()

    def apply(self, changes: ChangeSet) -> None:
        self.table.apply(changes)
        self._show_around()

    def relook(self) -> None:
        self.table.relook()
        self.refresh()

    def reveal(self, changes: ChangeSet) -> None:
        """The steps that an undo or redo changed are chosen and in sight."""
        project = self.desk.session.project
        here = [step for key in changes.ids(Step) if (step := project.find(Step, key))]
        if here:
            self.desk.selection.look_at(here[0].journey)
            keys = [step.id for step in here if step.journey == here[0].journey]
            self.desk.selection.choose(Step, *sorted(keys))
            self.table.reveal(sorted(keys)[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the lines have all of it."""
        super().resizeEvent(event)
        self.hint.setVisible(self.height() >= self.desk.look.px(HINTED))

    def _show_around(self) -> None:
        """Name and hint are those of the journey that is shown."""
        journey, words, px = self.doing.journey, self.desk.words, self.desk.look.px
        found = self.desk.session.project.find(Journey, journey)
        name = words("steps.table", name=found.name) if found else words("steps.no_journey")
        self.table.setAccessibleName(name)
        self.strip.refresh()
        self.hint.setText(words("steps.keys" if found else "steps.no_journey"))
        self.hint.setContentsMargins(px(12), px(6), px(12), px(6))

    def _made_deeds(self) -> dict[str, Deed]:
        doing, table, desk = self.doing, self.table, self.desk

        def change() -> bool:
            return doing.can_change

        def edit() -> bool:
            return doing.can_edit

        return {
            "journey.new": Deed(lambda: begin_journey(desk), lambda: not desk.session.read_only),
            "edit.rename": Deed(self._rename, lambda: doing.can_edit and self._is_on_line()),
            "edit.delete": Deed(doing.delete, change),
            "edit.duplicate": Deed(doing.duplicate, change),
            "edit.copy": Deed(doing.copy, lambda: bool(table.chosen())),
            "edit.paste": Deed(doing.paste, edit),
            "edit.select-all": Deed(doing.choose_all, lambda: doing.journey is not None),
        }

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the chosen lines."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.open_menu()
        else:
            self.open_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F10 and shifted:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def open_menu(self, at: QPoint | None = None) -> None:
        """The menu is open there, or below the line that keys go to."""
        if at is None:
            rect = self.table.visualRect(self.table.currentIndex())
            at = self.table.viewport().mapToGlobal(rect.bottomLeft())
        self.menu = QMenu(self)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in MENU:
            if key:
                self.menu.addAction(self.desk.actions[key])
            else:
                self.menu.addSeparator()
        self.menu.popup(at)

    def _is_on_line(self) -> bool:
        return self.table.currentIndex().isValid()

    def _rename(self) -> None:
        """The cell that keys go to is written into; where another line is chosen alone, its title is."""
        index, chosen = self.table.currentIndex(), self.table.chosen()
        line = index.data(LINE)
        row = self.table.steps.row_of(chosen[0]) if len(chosen) == 1 else None
        if row is not None and line.step != chosen[0]:
            index = self.table.steps.index(row, Column.TITLE)
            self.table.setCurrentIndex(index)
        self.table.open(index if index.data(LINE).step else index.siblingAtColumn(Column.TITLE))

    def _on_journey_changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
