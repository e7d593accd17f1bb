"""The History panel: every step, the present among them, and the way to any other."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.escaped import escape
from rondo.ui.history.details import details
from rondo.ui.history.drawing import ROW
from rondo.ui.history.list import HistoryList
from rondo.ui.history.model import HistoryModel
from rondo.ui.history.rows import Row, RowKind
from rondo.ui.pieces.rule import rule
from rondo.ui.room import Room
from rondofile.changes import ChangeSet, Origin, Tables
from rondofile.document import Document
from rondofile.errors import StepGoneError
from rondofile.working.history_entries import Past

REST = 90
"""Milliseconds on a row before it is asked what it did."""


class HistoryPanel(Room):
    """Follows history by what was written since it looked last; `closing_wanted`: its button was pressed."""

    closing_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        words = desk.words
        self.setAccessibleName(words("window.history"))
        self.model = HistoryModel(words, self)
        self.list = HistoryList(desk, self.model)
        self.line = QLineEdit()
        self.told = QLabel()
        self._hint, self._close = QLabel(), QToolButton()
        self._asking = self._again = self._whole = False
        self._row: Row | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    def refresh(self) -> None:
        """All of history is asked for."""
        self._whole = True
        self._ask()

    def apply(self, changes: ChangeSet) -> None:
        if changes.origin in (Origin.OPEN, Origin.RELOAD):
            self._whole = True
        self._ask()

    def relook(self) -> None:
        self._dress()
        self.list.doItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(self.desk.look.px(288), self.desk.look.px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.desk.look.px(150))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rest.stop()
        self._stale = True

    def go_to(self, row: Row) -> None:
        """The document is as it was after that step, unless the step is another by now."""
        if row.kind is RowKind.BORDER or row.step == self.model.past.position:
            return
        rev = row.entry.rev if row.entry is not None else None
        self.desk.session.do(lambda document: _go(document, row.step, rev))

    def _ask(self) -> None:
        """One question at a time: what comes meanwhile is asked for once after it."""
        if self._asking:
            self._again = True
            return
        self._asking, whole = True, self._whole
        self._whole = False
        since = -1 if whole else self.model.past.rev
        self.desk.session.do(
            lambda document: document.past(since),
            lambda past: self._answer(past, whole),
            lambda _: self._answer(None, whole),
        )

    def _answer(self, past: Past | None, whole: bool) -> None:
        self._asking, again = False, self._again
        self._again = False
        if past is None or not shiboken6.isValid(self):  # or the window went while it was on its way
            return
        if whole:
            self.model.begin(past)
        elif not self.model.take(past):
            self._whole = again = True
        self._show()
        if again:
            self._ask()

    def _show(self) -> None:
        empty = self.model.is_empty
        none_found = not empty and not self.model.rowCount()
        self._hint.setText(self.desk.words("history.none-found" if none_found else "history.nothing"))
        self._hint.setVisible(empty or none_found)
        self.list.setVisible(not empty and not none_found)
        self.line.setEnabled(not empty)
        self._row = None
        self.list.show_present()
        self._look(self.list.current_row())

    def _look(self, row: Row | None) -> None:
        """It is told what that row did, once the pointer or the keyboard rests there."""
        if row != self._row:
            self._row = row
            self._rest.start()

    def _tell(self) -> None:
        row = self._row
        if not self.isVisible() or row is None or row.entry is None or row.kind is not RowKind.STEP:
            self._write(self._plain(row))
            return
        self.desk.session.do(
            lambda document: document.changes_of(row.step), lambda changes: self._say(row, changes)
        )

    def _say(self, row: Row, changes: Tables) -> None:
        if row == self._row and row.entry is not None:
            about = row.entry.about.noun
            lines = details(self.desk.words, changes, about, self.desk.session.project)
            self._write("\n".join(lines) or self._plain(row))

    def _write(self, text: str) -> None:
        """Where it is too long for its place, the tip has the whole."""
        self.told.setText(text)
        self.told.setToolTip(escape(text).replace("\n", "<br>"))

    def _plain(self, row: Row | None) -> str:
        early = row is not None and row.kind is RowKind.BEGINNING and self.model.past.first > 1
        return self.desk.words("history.oldest.tip" if early else "history.hint")

    def _on_text(self, text: str) -> None:
        self.model.search(text)
        self._show()

    def _connect(self) -> None:
        self.list.wanted.connect(self.go_to)
        self.list.looked_at.connect(self._look)
        self.line.textChanged.connect(self._on_text)
        self._close.clicked.connect(self.closing_wanted)
        self._rest.timeout.connect(self._tell)

    def _lay_out(self) -> None:
        words = self.desk.words
        self._close.setAccessibleName(words("history.close"))
        self._close.setToolTip(words("history.close"))
        self.line.setPlaceholderText(words("history.filter"))
        self.line.setAccessibleName(words("history.filter"))
        self.line.setClearButtonEnabled(True)
        for text, kind in ((self._hint, "hint"), (self.told, "caption")):
            text.setProperty("kind", kind)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setMinimumWidth(1)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self.line, 1)
        self._head.addWidget(self._close)
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(rule())
        self._column.addLayout(self._head)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._hint, 1)
        self._column.addWidget(rule())
        self._column.addWidget(self.told)
        self._dress()

    def _dress(self) -> None:
        look = self.desk.look
        px = look.px
        self._close.setIcon(look.icon("x"))
        self._close.setFixedSize(px(26), px(26))
        self._head.setContentsMargins(px(12), px(8), px(8), px(6))
        self._head.setSpacing(px(4))
        self._hint.setContentsMargins(px(12), px(4), px(12), px(8))
        self.told.setContentsMargins(px(12), px(6), px(12), px(8))
        self._fit()

    def _fit(self) -> None:
        """What a step did has three lines, or two where there is little room."""
        px = self.desk.look.px
        lines = 3 if self.height() > px(8 * ROW) else 2
        self.told.setFixedHeight(self.told.fontMetrics().lineSpacing() * lines + px(14))


def _go(document: Document, step: int, rev: int | None) -> None:
    """On the document thread. StepGoneError where that step was replaced since it was shown."""
    found = document.entry(step)
    if rev is not None and (found is None or found.rev != rev):
        raise StepGoneError(step=step)
    document.go_to(step)
