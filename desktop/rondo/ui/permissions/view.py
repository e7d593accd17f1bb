"""The stairs of trust: a picture to work with, a line to ask for more, and what stands open below."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from rondo.figures.permissions.staircase import staircase_figure
from rondo.figures.permissions.telling import place_of, sentence
from rondo.figures.shapes import Figure
from rondo.strategy.permissions import remarks
from rondo.ui.desk import Desk
from rondo.ui.matrices.figure_room import FigureRoom
from rondo.ui.permissions.doing import Doing
from rondo.ui.room import Deed
from rondofile.changes import ChangeSet
from rondofile.records import (
    NOUN_OF,
    Item,
    Journey,
    Lane,
    Permission,
    Segment,
    SegmentRole,
    Step,
    StepInformation,
)

_KINDS = (Item, Journey, Lane, Permission, Segment, SegmentRole, Step, StepInformation)
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class PermissionsView(FigureRoom):
    """Asked, gave back, asked next."""

    called = "permissions"
    stops = ("permission-", "item-")
    seen = frozenset(NOUN_OF[kind] for kind in _KINDS)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = desk.words
        self.segment: str | None = None
        self.doing = Doing(desk, lambda: self.segment)
        self.people, self.ask = QComboBox(), QLineEdit()
        self.people.setAccessibleName(words("offers.by_segment"))
        self.people.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.people.activated.connect(self._on_people)
        self.ask.setPlaceholderText(words("permissions.ask_for"))
        self.ask.setAccessibleName(words("permissions.ask_for"))
        self.ask.returnPressed.connect(self._on_ask)
        self.put_together((self.people, self.ask))
        desk.selection.changed.connect(self._on_selection_changed)

    def deeds(self) -> Mapping[str, Deed]:
        return {"edit.delete": Deed(self.doing.delete, lambda: self.doing.can_change)}

    def refresh(self) -> None:
        project, words = self.desk.session.project, self.desk.words
        segments = project.all(Segment)
        if project.find(Segment, self.segment) is None:
            self.segment = None
        self.people.clear()
        self.people.addItem(words("permissions.all_segments"), None)
        for one in segments:
            self.people.addItem(one.name, one.id)
        self.people.setCurrentIndex(max(self.people.findData(self.segment), 0))
        self.people.setVisible(len(segments) > 1)
        self.ask.setEnabled(self.doing.can_edit)
        completer = QCompleter([item.name for item in self.doing.items() if item.name], self.ask)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.ask.setCompleter(completer)
        self._show()

    def reveal(self, changes: ChangeSet) -> None:
        """The stair that an undo or redo changed is chosen and in sight."""
        there = [key for key in changes.ids(Permission) if self.desk.session.project.find(Permission, key)]
        if there:
            self.desk.selection.choose(Permission, sorted(there)[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _MOVES.get(Qt.Key(event.key()))
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and by and self.doing.can_edit:
            self.doing.move(by)
        elif event.key() == Qt.Key.Key_Escape:
            self.desk.selection.clear()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        """Picture and list are those of the project."""
        words = self.desk.words
        every = remarks(self.desk.session.project, self.segment)
        found = [remark for remark in every if remark.permission is not None]  # the rest stand in the picture
        self.board.redraw()
        none = words("permissions.all_open_done") if self.desk.session.project.all(Permission) else ""
        self.tell_open(((sentence(one, words), place_of(one)) for one in found), none)
        self._follow()

    def figure(self, width: float) -> Figure:
        desk = self.desk
        return staircase_figure(
            desk.session.project,
            words=desk.words,
            theme=desk.look.theme,
            engine=desk.engine,
            width=width,
            segment=self.segment,
        )

    def _follow(self) -> None:
        """The chosen stairs of the window are marked."""
        keys = [f"permission-{key}" for key in self.desk.selection.ids_of(Permission)]
        self.board.frame(*(keys or ([self.board.current] if self.board.current else [])))
        if keys and self.board.current not in keys:
            self.board.go(keys[0])

    def on_went(self, key: str) -> None:
        noun, _, own = key.partition("-")
        if noun == "permission":
            self.desk.selection.choose(Permission, own)
        else:
            self.desk.selection.clear()
            self.board.frame(key)

    def on_opened(self, key: str) -> None:
        """A stair leads to its questions; what has none yet gets one."""
        noun, _, own = key.partition("-")
        if noun == "item":
            if self.doing.can_edit:
                self.doing.ask_for(own)
        else:
            self.on_went(key)
            self.desk.actions["edit.rename"].trigger()

    def on_dropped(self, key: str, over: str) -> None:
        noun, _, own = key.partition("-")
        at = over.partition("-")[2] if over.startswith("permission-") else None
        if noun == "item":
            self.doing.ask_for(own, before=at)
        elif at is not None:
            order = [row.id for row in self.desk.session.project.all(Permission)]
            self.doing.put(own, at, after=order.index(own) < order.index(at))

    def _on_people(self, row: int) -> None:
        self.segment = self.people.itemData(row)
        self._show()

    def _on_ask(self) -> None:
        text = self.ask.text()
        self.ask.clear()
        self.doing.ask_named(text)

    def space(self) -> None:
        super().space()
        self.ask.setFixedWidth(self.desk.look.px(260))

    def _on_selection_changed(self) -> None:
        if self.isVisible():
            self._follow()
