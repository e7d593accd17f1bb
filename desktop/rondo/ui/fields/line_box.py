"""An editor for one short line: numbers, times, dates, names to add."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from rondo.ui.fields.keys import is_history, is_override, without_history
from rondo.ui.fields.placeholder import tell_placeholder


class LineBox(QLineEdit):
    """Plain text in one line, without a frame; undo is the document's."""

    typed = Signal()
    came = Signal(object)
    left = Signal()
    done = Signal()
    escaped = Signal(object)
    history_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False
        self.setProperty("kind", "bare")
        self.setFrame(False)
        self.setTextMargins(0, 0, 0, 0)
        self.textEdited.connect(lambda _: self.typed.emit())

    def said(self) -> str:
        """The text without what is still being composed."""
        return self.text()

    def put(self, text: str) -> None:
        """The text stands there, the cursor where it was."""
        if text != self.text():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tell_placeholder(self)

    def event(self, event: QEvent) -> bool:
        if is_override(event) and isinstance(event, QKeyEvent) and is_history(event):
            self.history_wanted.emit()
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_history(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
            self.escaped.emit(event)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.composing = False
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = without_history(self.createStandardContextMenu())
        menu.exec(event.globalPos())
        menu.deleteLater()
