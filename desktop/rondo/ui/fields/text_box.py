"""An editor for text of any length: it wraps, grows with its text and leaves undo to the document."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from rondo.ui.fields.keys import is_history, is_override, without_history

MOST_LINES = 24
"""A longer text scrolls."""

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextBox(QPlainTextEdit):
    """Plain text. `single`: Return means done, and line ends that are pasted become spaces."""

    typed = Signal()
    came = Signal(object)
    left = Signal()
    done = Signal()
    escaped = Signal(object)
    history_wanted = Signal()

    def __init__(self, single: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._single = single
        self.composing = False
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self.textChanged.connect(self.typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())

    def said(self) -> str:
        """The text without what is still being composed."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """The text stands there; the cursor stays where it was in what did not change."""
        before = self.toPlainText()
        if text == before:
            return
        start = _shared(before, text)
        end = min(_shared(before[::-1], text[::-1]), len(before) - start, len(text) - start)
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(before[:start]))
        stop = _units(before[: len(before) - end])
        cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
        self.blockSignals(True)
        cursor.insertText(text[start : len(text) - end])
        self.blockSignals(False)

    def relook(self) -> None:
        """The height is that of the text in the font in use."""
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(120, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._height())

    def event(self, event: QEvent) -> bool:
        if is_override(event) and isinstance(event, QKeyEvent) and is_history(event):
            self.history_wanted.emit()
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_history(event):
            event.ignore()
        elif event.key() in _RETURN and (self._single or control):
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
            self.escaped.emit(event)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        self.insertPlainText(" ".join(text.split("\n")) if self._single else text)

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _height(self) -> int:
        most = MOST_LINES * self.fontMetrics().lineSpacing()
        total, block = 0.0, self.document().firstBlock()
        while block.isValid() and total <= most:
            total += self.blockBoundingRect(block).height()
            block = block.next()
        return int(min(max(total, self.fontMetrics().lineSpacing()), most)) + 2

    def _grow(self) -> None:
        height = self._height()
        long = height > MOST_LINES * self.fontMetrics().lineSpacing()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _units(text: str) -> int:
    """The length in the units in which Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
