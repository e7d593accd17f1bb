"""A group of the settings of the brief: a heading that folds what stands below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.fields.field import said


class Group(QWidget):
    """`body` is a column for what belongs together. A folded group shows its heading alone."""

    folded = Signal(bool)

    def __init__(self, look: Look, title: str, hint: str = "", is_open: bool = True) -> None:
        super().__init__()
        self._look = look
        self._head = QToolButton()
        self._head.setText(title.replace("&", "&&"))
        self._head.setCheckable(True)
        self._head.setChecked(is_open)
        self._head.setProperty("kind", "fold")
        self._head.setAccessibleName(title)
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._head.toggled.connect(self._on_head_toggled)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._column.addWidget(self._inside)
        if hint:
            self.body.addWidget(said(hint, "hint"))
        self._inside.setVisible(is_open)
        self.relook()

    def unfold(self) -> None:
        """What belongs to it is shown."""
        self._head.setChecked(True)

    def relook(self) -> None:
        """Distances, icon and type are those of the look."""
        px = self._look.px
        self._column.setContentsMargins(0, 0, 0, px(8))
        self._column.setSpacing(px(4))
        self.body.setContentsMargins(px(4), 0, px(4), px(4))
        self.body.setSpacing(px(12))
        font = self._look.font(13)
        font.setWeight(font.Weight.DemiBold)
        self._head.setFont(font)
        self._show_sign()

    def _on_head_toggled(self, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        self._show_sign()
        self.folded.emit(not is_open)

    def _show_sign(self) -> None:
        self._head.setIcon(self._look.icon("chevron-down" if self._head.isChecked() else "chevron-right"))
