"""The menu designer: rows without a rank, offers in them, arrows that say when customers move."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QToolButton

from rondo.figures.menus.menu_figure import menu_figure
from rondo.figures.menus.menu_measure import least_width
from rondo.figures.menus.telling import place_of, sentence
from rondo.figures.shapes import Figure
from rondo.strategy.menus import feared, remarks_of
from rondo.ui.desk import Desk
from rondo.ui.matrices.figure_room import FigureRoom, label
from rondo.ui.offer_menus.doing import Doing
from rondo.ui.offer_menus.lists import fill_offers, thing_menu
from rondo.ui.pieces.ticks_menu import TicksMenu
from rondo.ui.room import Deed
from rondofile.changes import ChangeSet
from rondofile.records import (
    NOUN_OF,
    Fit,
    Menu,
    MenuChoice,
    MenuRule,
    Placement,
    Player,
    Segment,
    Situation,
)

_KINDS = (Fit, Menu, MenuChoice, MenuRule, Placement, Player, Segment, Situation)


class MenusView(FigureRoom):
    """One menu at a time."""

    called = "menus"
    stops = ("placement-", "rule-")
    seen = frozenset(NOUN_OF[kind] for kind in _KINDS)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = desk.words
        self.doing = Doing(desk, self.show_menu)
        self.picker = QComboBox()
        self.picker.setAccessibleName(words("menus.picker"))
        self.picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.picker.activated.connect(lambda row: self.show_menu(self.picker.itemData(row)))
        self.new = QPushButton(words("menus.new"))
        self.new.clicked.connect(self.doing.begin)
        self.choices = QToolButton()
        self.choices.setText(words("menus.choices"))
        self.choices.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choices.setMenu(TicksMenu(self.choices))
        self.choices.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choices.menu().aboutToShow.connect(lambda: fill_offers(self.choices.menu(), desk, self.doing))
        self.first = label("caption")
        self.first.setText(words("menus.first"))
        self.menu: QMenu | None = None
        self.put_together((self.picker, self.choices, self.new), self.first)
        desk.selection.changed.connect(self._on_selection_changed)

    @property
    def is_hinted(self) -> bool:
        return self.doing.menu is not None

    def deeds(self) -> Mapping[str, Deed]:
        return {"edit.delete": Deed(self.doing.delete, lambda: self.doing.can_delete)}

    def show_menu(self, key: str | None) -> None:
        """That menu is shown; the first one where there is none of that id."""
        project = self.desk.session.project
        found = project.find(Menu, key) or next(iter(project.all(Menu)), None)
        self.doing.menu = found.id if found is not None else None
        self.refresh()

    def refresh(self) -> None:
        project, words = self.desk.session.project, self.desk.words
        menus = project.all(Menu)
        if project.find(Menu, self.doing.menu) is None:
            self.doing.menu = menus[0].id if menus else None
        self.picker.clear()
        for one in menus:
            self.picker.addItem(one.name or words("menus.unnamed"), one.id)
        self.picker.setCurrentIndex(self.picker.findData(self.doing.menu))
        self.picker.setVisible(bool(menus))
        self.new.setEnabled(self.doing.can_edit)
        self.choices.setEnabled(self.doing.has_menu)
        self.choices.setVisible(bool(menus))
        self._show()

    def reveal(self, changes: ChangeSet) -> None:
        """The menu that an undo or redo changed is shown, and its rule chosen."""
        project = self.desk.session.project
        for rule_id in changes.ids(MenuRule):
            found = project.find(MenuRule, rule_id)
            if found is not None:
                self.show_menu(found.menu)
                self.desk.selection.choose(MenuRule, rule_id)
                return
        for choice_id in changes.ids(MenuChoice):
            choice = project.find(MenuChoice, choice_id)
            if choice is not None:
                self.show_menu(choice.menu)
                return
        for key in changes.ids(Menu):
            if project.find(Menu, key) is not None:
                self.show_menu(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F10 and shifted:
            self.open_menu()
        elif event.key() == Qt.Key.Key_Escape:
            self.desk.selection.clear()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.open_menu()
        else:
            self.open_menu(event.globalPos())

    def open_menu(self, at: QPoint | None = None) -> None:
        """What can be done, there or below the thing that keys go to."""
        sheet, box = self.board.widget(), self.board.box_of(self.board.current)
        if at is None and sheet is not None and box is not None:
            at = sheet.mapToGlobal(box.bottomLeft().toPoint())
        self.menu = thing_menu(self.desk, self.doing, self)
        self.menu.destroyed.connect(self._forget_menu)
        self.menu.popup(at or self.board.mapToGlobal(QPoint(0, 0)))

    def _forget_menu(self) -> None:
        self.menu = None

    def _show(self) -> None:
        """Picture and list are those of the project."""
        project, words, menu = self.desk.session.project, self.desk.words, self.doing.menu
        found = [*(remarks_of(project, menu) if menu is not None else ()), *feared(project)]
        self.board.redraw()
        self.board.setVisible(menu is not None)
        self.first.setVisible(menu is None)
        done = words("menus.done") if menu is not None and len(project.choices_of(menu)) > 1 else ""
        self.tell_open(((sentence(project, one, words), place_of(one)) for one in found), done)
        self._follow()

    def figure(self, width: float) -> Figure | None:
        desk, found = self.desk, self.desk.session.project.find(Menu, self.doing.menu)
        if found is None:
            return None
        return menu_figure(
            desk.session.project,
            found.id,
            framework=desk.framework,
            words=desk.words,
            theme=desk.look.theme,
            engine=desk.engine,
            width=max(width, least_width(desk.session.project, found.id)),
        )

    def _follow(self) -> None:
        """What is chosen in the window is framed."""
        selection = self.desk.selection
        keys = [f"rule-{key}" for key in selection.ids_of(MenuRule)]
        keys += [f"placement-{key}" for key in selection.ids_of(Placement)]
        there = [key for key in keys if self.board.box_of(key) is not None]
        self.board.frame(*there)
        if there and self.board.current not in there:
            self.board.go(there[0])

    def on_went(self, key: str) -> None:
        noun, _, own = key.partition("-")
        self.desk.selection.choose(MenuRule if noun == "rule" else Placement, own)

    def on_opened(self, key: str) -> None:
        """The questions about it, beside the picture."""
        self.on_went(key)
        self.desk.actions["edit.rename"].trigger()

    def on_dropped(self, key: str, over: str) -> None:
        if key.startswith("placement-") and over.startswith("placement-"):
            self.doing.lead(key.partition("-")[2], over.partition("-")[2])

    def _on_selection_changed(self) -> None:
        if not self.isVisible():
            return
        chosen = self.desk.selection.ids_of(Menu)
        if chosen and chosen[0] != self.doing.menu:
            self.show_menu(chosen[0])
        self._follow()
