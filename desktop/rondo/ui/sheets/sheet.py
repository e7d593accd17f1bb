"""Sheet: the ground of every dialog. A title, plain text or a form, and buttons that say what happens."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from rondo.ui.dress.look import Look

WIDTH = 440
"""Pixels at 100 %."""
FRAMES = QMargins(24, 24, 24, 24)
"""Pixels that the frame of a window and the panels of a desktop may take."""


class Sheet(QDialog):
    """Esc closes it without changing anything."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None, width: int = WIDTH) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        px = look.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(24), px(20), px(24), px(20))
        self._column.setSpacing(px(12))
        self._column.addWidget(_label(title, "heading"))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(12))
        self._column.addLayout(self.body, 1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(px(8))
        self._buttons.addStretch(1)
        self._column.addSpacing(px(4))
        self._column.addLayout(self._buttons)
        self.setMinimumWidth(min(px(width), 900, self._room().width()))

    def grow_to(self, width: int, height: int) -> None:
        """The sheet is as large as that at 100 % text, but never larger than the screen."""
        room = self._room()
        self.resize(min(self.look.px(width), room.width()), min(self.look.px(height), room.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """No word is cut: a narrow sheet is higher, and its buttons stand above each other."""
        around, row = self._column.contentsMargins(), self._buttons
        room = self.width() - around.left() - around.right()
        for label in self.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly):
            label.setMinimumHeight(label.fontMetrics().height())  # a font that lends its letters is lower
        buttons = self.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        wide = sum(button.sizeHint().width() + row.spacing() for button in buttons) - row.spacing()
        way = QBoxLayout.Direction
        row.setDirection(way.BottomToTop if wide > room else way.LeftToRight)
        need = self._column.totalHeightForWidth(self.width())
        self.setMinimumHeight(min(need, self._room().height()))

    def _room(self) -> QSize:
        """What the screen has for a window; the one below has found its place there."""
        below = (self.parentWidget() or self).window()
        return below.screen().availableSize().expandedTo(below.size()).shrunkBy(FRAMES)

    def scrolled(self) -> QVBoxLayout:
        """The column of a body that scrolls where the screen is too low for it."""
        holder, area = QWidget(), QScrollArea()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, self.look.px(8), 0)
        column.setSpacing(self.look.px(12))
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(area)
        return column

    def add_text(self, text: str, kind: str = "") -> QLabel:
        """A paragraph of plain text."""
        label = _label(text, kind)
        self.body.addWidget(label)
        return label

    def add_button(self, label: str, kind: str = "") -> QPushButton:
        """A button at the lower right, before those added earlier. A primary one answers to Return."""
        button = QPushButton(label.replace("&", "&&"))
        button.setProperty("kind", kind)
        button.setAutoDefault(False)
        if kind == "primary":
            button.setDefault(True)
            button.setFocus()
        self._buttons.insertWidget(1, button)
        return button

    def add_cancel(self, label: str) -> QPushButton:
        """The button that leaves everything as it was, at the lower left."""
        button = QPushButton(label)
        button.setProperty("kind", "quiet")
        button.setAutoDefault(False)
        button.clicked.connect(self.reject)
        self._buttons.insertWidget(0, button)
        return button


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
