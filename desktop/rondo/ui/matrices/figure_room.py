"""A view of the matrix whose picture is worked with: a bar above, what stands open and the keys below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from rondo.figures.shapes import Figure
from rondo.ui.desk import Desk
from rondo.ui.fields.flow import Flow
from rondo.ui.matrices.matrix_strip import MatrixStrip
from rondo.ui.pieces.figure_board import FigureBoard
from rondo.ui.pieces.rule import rule
from rondo.ui.room import Room
from rondofile.changes import ChangeSet

HINTED, LISTED = 520, 420
"""Pixels at 100 % text from which there is room for the hint, and for the list of what stands open."""


class FigureRoom(Room):
    """A view says what it shows by `figure`, and what its things do by the three `on_` of the board.

    `called`: how the keys of its words begin; `stops`: how the ids of what keys go to begin; `seen`: nouns
    of which something is seen here."""

    called: str
    stops: tuple[str, ...]
    seen: frozenset[str]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = desk.words
        self.strip = MatrixStrip(desk)
        self.board = FigureBoard(
            desk, self.figure, lambda key: key.startswith(self.stops), words(f"{self.called}.press")
        )
        self.board.went.connect(self.on_went)
        self.board.opened.connect(self.on_opened)
        self.board.dropped.connect(self.on_dropped)
        self.count, self.hint = label("section"), label("hint")
        self.hint.setText(words(f"{self.called}.keys"))
        self.open = QListWidget()
        self.open.setAccessibleName(words(f"{self.called}.open_list"))
        self.open.setWordWrap(True)
        self.open.itemActivated.connect(self._on_open)
        self.open.itemClicked.connect(self._on_open)

    def figure(self, width: float) -> Figure | None:
        """The picture, so many points wide; None where there is nothing to show."""
        raise NotImplementedError

    def on_went(self, key: str) -> None:
        """Keys or a press went to that thing of the picture."""
        raise NotImplementedError

    def on_opened(self, key: str) -> None:
        """Enter or a double click was for that thing."""
        raise NotImplementedError

    def on_dropped(self, key: str, over: str) -> None:
        """One thing was dragged onto another, or beside all of them."""
        raise NotImplementedError

    @property
    def is_hinted(self) -> bool:
        """Whether the keys are worth a line, if there is room."""
        return True

    def put_together(self, bar: Sequence[QWidget], *instead: QLabel) -> None:
        """The view stands: its bar, what is said instead of the picture, the picture, what is below it."""
        above = QWidget()
        self._row = Flow(above)
        for widget in bar:
            self._row.addWidget(widget)
        self._labels = (*instead, self.count, self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.strip, rule(), above, *instead, self.board):
            column.addWidget(part, 1 if part is self.board else 0)
        column.addStretch(0)
        for part in (self.count, self.open, self.hint):
            column.addWidget(part)
        self.setFocusProxy(self.board)
        self.space()

    def apply(self, changes: ChangeSet) -> None:
        if not self.seen.isdisjoint(changes.tables):
            self.refresh()

    def relook(self) -> None:
        self.strip.relook()
        self.space()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def tell_open(self, remarks: Iterable[tuple[str, str]], else_said: str) -> None:
        """What stands open, each a sentence and the thing of the picture it leads to ("" for none)."""
        self.open.clear()
        for sentence, place in remarks:
            item = QListWidgetItem(sentence)
            item.setData(Qt.ItemDataRole.UserRole, place)
            self.open.addItem(item)
        count = self.open.count()
        said = self.desk.words.count(f"{self.called}.open_count", count) if count else else_said
        self.count.setText(said)
        self.fit()

    def space(self) -> None:
        """Distances are those of the look."""
        px = self.desk.look.px
        self._row.setContentsMargins(px(12), px(6), px(12), px(6))
        self._row.setSpacing(px(8))
        self.board.setViewportMargins(px(12), px(4), px(4), 0)
        for one in self._labels:
            one.setContentsMargins(px(12), px(6), px(12), px(6))
        self.open.setViewportMargins(px(8), 0, 0, 0)  # its lines begin where the label above them does
        self.open.setMaximumHeight(px(112))

    def fit(self) -> None:
        """Where there is little room, the picture has it."""
        px, high = self.desk.look.px, self.height()
        self.hint.setVisible(high >= px(HINTED) and self.is_hinted)
        self.open.setVisible(high >= px(LISTED) and self.open.count() > 0)
        self.count.setVisible(bool(self.count.text()) and high >= px(LISTED))

    def _on_open(self, item: QListWidgetItem) -> None:
        key = str(item.data(Qt.ItemDataRole.UserRole))
        if key:
            self.board.go(key)
            self.on_went(key)


def label(kind: str) -> QLabel:
    """A label of that kind, of as many lines as it needs."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(True)
    return made
