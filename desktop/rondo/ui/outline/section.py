"""Section: a quiet heading with a button that adds to what stands below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from rondo.ui.dress.look import Look


class Section(QWidget):
    """`add_wanted` when the button is pressed. `hint` stands there while there is nothing."""

    add_wanted = Signal()

    def __init__(self, look: Look, title: str, add: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._view: QAbstractItemView | None = None
        self._title, self._hint, self._add = QLabel(title, self), QLabel(hint, self), QToolButton(self)
        for label, kind in ((self._title, "section"), (self._hint, "hint")):
            label.setProperty("kind", kind)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        self._add.setProperty("kind", "quiet")
        self._add.setIcon(look.icon("plus"))
        self._add.setAccessibleName(add)
        self._add.setToolTip(add)
        self._add.clicked.connect(self.add_wanted)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._hint)
        self.relook()

    def hold(self, view: QAbstractItemView) -> None:
        """The view stands below the heading, which names it."""
        self._view = view
        self._title.setBuddy(view)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(view)

    def relook(self) -> None:
        """Measures follow the text size."""
        px = self._look.px
        self._head.setContentsMargins(px(12), px(8), px(8), px(4))
        self._hint.setContentsMargins(px(12), 0, px(12), px(8))
        self._add.setFixedSize(px(26), px(26))

    def show_empty(self, empty: bool) -> None:
        """The hint stands there while there is nothing to show."""
        self._hint.setVisible(empty)
        if self._view is not None:
            self._view.setVisible(not empty)
