"""The two fields that open over a cell: what would be done, and what must be known for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from rondo.ui.desk import Desk

WIDTH, LINES = 260, (3, 2)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


class CellEditor(QFrame):
    """Return keeps and goes down, Tab goes on, Esc leaves everything as it was; leaving it keeps too."""

    kept = Signal(str, str, int, int)
    """Both texts, and how far down and right the keys go on."""
    left = Signal()
    """Nothing is kept."""

    def __init__(self, desk: Desk, parent: QWidget, prompt: str, texts: tuple[str, str], name: str) -> None:
        super().__init__(parent)
        self._done = False
        self.setProperty("kind", "popup")
        self.text = _field(texts[0], prompt, name)
        words = desk.words
        self.must_know = _field(texts[1], words("responses.know_prompt"), words("responses.know"))
        self._hint = QLabel(words("responses.editor_keys"))
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._hint.setProperty("kind", "hint")
        self._look = desk.look
        column = QVBoxLayout(self)
        around = desk.look.px(6)
        column.setContentsMargins(around, around, around, around)
        column.setSpacing(desk.look.px(4))
        for widget in (self.text, self.must_know, self._hint):
            column.addWidget(widget)
        for field, lines in zip((self.text, self.must_know), LINES, strict=True):
            field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + desk.look.px(16))
            field.installEventFilter(self)
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def open_at(self, cell: QRect, room: QRect) -> None:
        """The editor covers the cell, larger where that is small, and inside the room."""
        self.setFixedWidth(min(max(cell.width(), self._look.px(WIDTH)), room.width()))
        self.adjustSize()
        box = QRect(cell.topLeft(), self.size().expandedTo(self.minimumSize()))
        box.setHeight(max(box.height(), cell.height()))
        self.setFixedHeight(box.height())
        box.moveRight(min(box.right(), room.right()))
        box.moveBottom(min(box.bottom(), room.bottom()))
        box.moveTop(max(box.top(), room.top()))
        self.move(box.topLeft())
        self.show()
        self.raise_()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self, down: int = 0, right: int = 0) -> None:
        """What was typed is kept, once."""
        if not self._done:
            self._done = True
            self.kept.emit(self.text.toPlainText().strip(), self.must_know.toPlainText().strip(), down, right)

    def leave(self) -> None:
        """Everything is as it was."""
        if not self._done:
            self._done = True
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()  # a key that is typed here is no shortcut of the window
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            focus = QApplication.focusWidget()
            popup = QApplication.activePopupWidget() is not None
            if not popup and (focus is None or not self.isAncestorOf(focus)):
                self.keep()
        return super().eventFilter(watched, event)

    def _on_key(self, field: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _ENTER and not event.modifiers() & _SHIFT:
            self.keep(down=1)
        elif key in _ENTER:
            self._typed(field).insertPlainText("\n")
        elif key == Qt.Key.Key_Backtab:
            self._typed(self.text).setFocus() if field is self.must_know else self.keep(right=-1)
        elif key == Qt.Key.Key_Tab:
            self.must_know.setFocus() if field is self.text else self.keep(right=1)
        else:
            return False
        return True

    def _typed(self, field: QObject) -> QPlainTextEdit:
        return self.must_know if field is self.must_know else self.text


def _field(text: str, prompt: str, name: str) -> QPlainTextEdit:
    field = QPlainTextEdit(text)
    field.setPlaceholderText(prompt)
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    return field
