"""A row of answers of which one holds."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QWidget

from rondo.ui.fields.flow import Flow
from rondo.ui.fields.pill import Pill


class Pills(QWidget):
    """`even`: all as wide as each other in one row; else as wide as they need, on as many lines as needed."""

    picked = Signal(object)
    erased = Signal()

    def __init__(self, even: bool = False) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._pills: list[tuple[Any, Pill]] = []
        self.row: QLayout = QHBoxLayout(self) if even else Flow(self)
        self.row.setContentsMargins(0, 0, 0, 0)

    @property
    def pills(self) -> tuple[Pill, ...]:
        """The answers in their order."""
        return tuple(pill for _, pill in self._pills)

    @property
    def answers(self) -> tuple[tuple[Any, Pill], ...]:
        """The answers with what each stands for."""
        return tuple(self._pills)

    def add(self, value: Any, pill: Pill, tip: str = "") -> None:
        """The answer stands behind the others."""
        self._pills.append((value, pill))
        self._group.addButton(pill)
        self.row.addWidget(pill)
        pill.setToolTip(tip)
        pill.clicked.connect(lambda: self.picked.emit(value))
        pill.erased.connect(self.erased)

    def empty(self) -> None:
        """There are no answers."""
        for _, pill in self._pills:
            self._group.removeButton(pill)
            self.row.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills.clear()

    def show_value(self, value: Any) -> None:
        """That answer holds; none where it is not among them."""
        self._group.setExclusive(False)
        for other, pill in self._pills:
            pill.setChecked(other == value)
        self._group.setExclusive(True)

    def relook(self, spacing: int) -> None:
        """Fonts and distances are those of the look."""
        self.row.setSpacing(spacing)
        for pill in self.pills:
            pill.relook()
        self.updateGeometry()
