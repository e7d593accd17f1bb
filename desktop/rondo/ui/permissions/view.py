"""The stairs of trust: a picture to work with, a line to ask for more, and what stands open below."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rondo.figures.permissions.staircase import staircase_figure
from rondo.figures.permissions.telling import place_of, sentence
from rondo.figures.shapes import Figure
from rondo.strategy.permissions import remarks
from rondo.ui.desk import Desk
from rondo.ui.fields.flow import Flow
from rondo.ui.matrices.matrix_strip import MatrixStrip
from rondo.ui.permissions.doing import Doing
from rondo.ui.pieces.figure_board import FigureBoard
from rondo.ui.pieces.rule import rule
from rondo.ui.room import Deed, Room
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
SEEN = frozenset(NOUN_OF[kind] for kind in _KINDS)
"""Nouns of which something is seen here."""
HINTED, LISTED = 520, 420
"""Pixels at 100 % text from which there is room for the hint, and for the list of what stands open."""
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class PermissionsView(Room):
    """Asked, gave back, asked next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = desk.words
        self.segment: str | None = None
        self.doing = Doing(desk, lambda: self.segment)
        self.strip, self.people, self.ask = MatrixStrip(desk), QComboBox(), QLineEdit()
        self.people.setAccessibleName(words("offers.by_segment"))
        self.people.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.people.activated.connect(self._on_people)
        self.ask.setPlaceholderText(words("permissions.ask_for"))
        self.ask.setAccessibleName(words("permissions.ask_for"))
        self.ask.returnPressed.connect(self._on_ask)
        self.board = FigureBoard(desk, self._figure, _is_stop, words("permissions.press"))
        self.count, self.hint = _label("section"), _label("hint")
        self.hint.setText(words("permissions.keys"))
        self.open = QListWidget()
        self.open.setAccessibleName(words("permissions.open_list"))
        self.open.setWordWrap(True)
        self.open.itemActivated.connect(self._on_open)
        self.open.itemClicked.connect(self._on_open)
        self._build()
        self._deeds = self._made_deeds()

    def deeds(self) -> Mapping[str, Deed]:
        return self._deeds

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

    def apply(self, changes: ChangeSet) -> None:
        if not SEEN.isdisjoint(changes.tables):
            self.refresh()

    def relook(self) -> None:
        self.strip.relook()
        self._space()
        self.refresh()

    def reveal(self, changes: ChangeSet) -> None:
        """The stair that an undo or redo changed is chosen and in sight."""
        there = [key for key in changes.ids(Permission) if self.desk.session.project.find(Permission, key)]
        if there:
            self.desk.selection.choose(Permission, sorted(there)[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

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
        self.open.clear()
        for remark in found:
            item = QListWidgetItem(sentence(remark, words))
            item.setData(Qt.ItemDataRole.UserRole, place_of(remark))
            self.open.addItem(item)
        none = words("permissions.all_open_done") if self.desk.session.project.all(Permission) else ""
        self.count.setText(words.count("permissions.open_count", len(found)) if found else none)
        self._fit()
        self._follow()

    def _figure(self, width: float) -> Figure:
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

    def _on_went(self, key: str) -> None:
        noun, _, own = key.partition("-")
        if noun == "permission":
            self.desk.selection.choose(Permission, own)
        else:
            self.desk.selection.clear()
            self.board.frame(key)

    def _on_opened(self, key: str) -> None:
        """A stair leads to its questions; what has none yet gets one."""
        noun, _, own = key.partition("-")
        if noun == "item":
            if self.doing.can_edit:
                self.doing.ask_for(own)
        else:
            self._on_went(key)
            self.desk.actions["edit.rename"].trigger()

    def _on_dropped(self, key: str, over: str) -> None:
        noun, _, own = key.partition("-")
        at = over.partition("-")[2] if over.startswith("permission-") else None
        if noun == "item":
            self.doing.ask_for(own, before=at)
        elif at is not None:
            order = [row.id for row in self.desk.session.project.all(Permission)]
            self.doing.put(own, at, after=order.index(own) < order.index(at))

    def _on_open(self, item: QListWidgetItem) -> None:
        key = str(item.data(Qt.ItemDataRole.UserRole))
        self.board.go(key)
        self._on_went(key)

    def _on_people(self, row: int) -> None:
        self.segment = self.people.itemData(row)
        self._show()

    def _on_ask(self) -> None:
        text = self.ask.text()
        self.ask.clear()
        self.doing.ask_named(text)

    def _build(self) -> None:
        bar = QWidget()
        self._row = Flow(bar)
        for widget in (self.people, self.ask):
            self._row.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.strip, rule(), bar, self.board, self.count, self.open, self.hint):
            self._column.addWidget(part, 1 if part is self.board else 0)
        self.setFocusProxy(self.board)
        self.board.went.connect(self._on_went)
        self.board.opened.connect(self._on_opened)
        self.board.dropped.connect(self._on_dropped)
        self.desk.selection.changed.connect(self._on_selection_changed)
        self._space()

    def _space(self) -> None:
        px = self.desk.look.px
        self._column.setSpacing(0)
        self._row.setContentsMargins(px(12), px(6), px(12), px(6))
        self._row.setSpacing(px(8))
        self.board.setViewportMargins(px(12), px(4), px(4), 0)
        self.ask.setFixedWidth(px(260))
        for label in (self.count, self.hint):
            label.setContentsMargins(px(12), px(6), px(12), px(6))
        self.open.setViewportMargins(px(8), 0, 0, 0)  # its lines begin where the label above them does
        self.open.setMaximumHeight(px(112))

    def _fit(self) -> None:
        """Where there is little room, the picture has it."""
        px, high = self.desk.look.px, self.height()
        self.hint.setVisible(high >= px(HINTED))
        self.open.setVisible(high >= px(LISTED) and self.open.count() > 0)
        self.count.setVisible(bool(self.count.text()) and high >= px(LISTED))

    def _on_selection_changed(self) -> None:
        if self.isVisible():
            self._follow()

    def _made_deeds(self) -> dict[str, Deed]:
        return {"edit.delete": Deed(self.doing.delete, lambda: self.doing.can_change)}


def _is_stop(key: str) -> bool:
    return key.startswith(("permission-", "item-"))


def _label(kind: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    return label
