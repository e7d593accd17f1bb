"""The title of a step, written where it stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rondofile.text import TITLE, clean_text


class TitleBox(QLineEdit):
    """Return or leaving keeps what was written, Esc does not."""

    written = Signal(str, str)
    """The step and its new title."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._step: str | None = None
        self.setMaxLength(TITLE)
        self.setAccessibleName(name)
        self.hide()

    def write(self, step: str, title: str, place: QRectF) -> None:
        """That title is being written there."""
        self._step = step
        self.setText(title)
        self.selectAll()
        area = place.toAlignedRect()
        area.setHeight(max(self.sizeHint().height(), 24))
        area.setWidth(max(area.width(), 160))
        self.setGeometry(area)
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._step = None
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._keep()

    def _leave(self) -> None:
        self._keep()
        viewport = self.parentWidget()
        surface = viewport.parentWidget() if viewport is not None else None
        if surface is not None:
            surface.setFocus()

    def _keep(self) -> None:
        step, self._step = self._step, None
        self.hide()
        title = " ".join(clean_text(self.text()).split())
        if step is not None and title:
            self.written.emit(step, title)
