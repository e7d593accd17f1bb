"""The editor of a cell in which something is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rondo.ui.dress.look import Look

_BREAKS = ("\n", "\r", "\u2028", "\u2029")
_UPWARD = Qt.KeyboardModifier.ShiftModifier


class Writer(QLineEdit):
    """Enter and Tab keep what is written, so does going elsewhere; Escape leaves no trace."""

    answered = Signal(object)
    """What is written is kept, and the key that did it is told: where to go on."""
    given_up = Signal()
    poured = Signal(list)
    """Several lines came at once."""

    def __init__(self, parent: QWidget, look: Look, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(look.font(13))
        self.setTextMargins(0, 0, 0, 0)
        accent, ground, ink, px = look["accent"], look["surface"], look["ink"], look.px
        self.setStyleSheet(
            f"QLineEdit {{ border: 2px solid {accent.name()}; border-radius: 4px; "
            f" background: {ground.name()}; color: {ink.name()}; padding: 0 {px(5)}px; min-height: 0 }}"
        )
        self.begun = False
        self.textChanged.connect(self._on_text_changed)

    def begin(self, text: str) -> None:
        """That is what is there until now."""
        self.begun = True
        self.setText(text)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Keys that are shortcuts elsewhere write here; only those with Ctrl or Alt stay what they are."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if not held:
                event.accept()
                return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._takes(event):
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays:
            self.answered.emit(None)

    def _takes(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Up | Qt.Key.Key_Down:
                up = event.key() == Qt.Key.Key_Up or bool(event.modifiers() & _UPWARD)
                self.answered.emit(Qt.Key.Key_Up if up else Qt.Key.Key_Down)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self.answered.emit(Qt.Key(event.key()))
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case _:
                return False
        return True

    def _on_text_changed(self, text: str) -> None:
        if any(mark in text for mark in _BREAKS):
            self.poured.emit(text.splitlines())
