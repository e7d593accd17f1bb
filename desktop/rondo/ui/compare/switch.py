"""The switch between the sections of a view."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy

from rondo.ui.fields.flow import Flow
from rondo.ui.pieces.segment import Segment


class Switch(QFrame):
    """One of several sections is open; what does not fit in one line stands in the next."""

    chosen = Signal(str)

    def __init__(self, labels: Mapping[str, str], name: str) -> None:
        super().__init__()
        self.setProperty("kind", "switch")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = self._row = Flow(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group, self._buttons = QButtonGroup(self), dict[str, Segment]()
        for key, label in labels.items():
            self._buttons[key] = button = Segment()
            button.setText(label.replace("&", "&&"))
            button.setAccessibleName(label)
            button.setObjectName(key)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            row.addWidget(button)
        ends = list(self._buttons.values())
        ends[0].setProperty("place", "first")
        ends[-1].setProperty("place", "last")

    def sizeHint(self) -> QSize:
        sizes = [button.sizeHint() for button in self._buttons.values()]
        size = QSize(sum(size.width() for size in sizes), max(size.height() for size in sizes))
        return size.grownBy(self._row.contentsMargins()).grownBy(self.contentsMargins())

    def show_chosen(self, key: str) -> None:
        """That section is open."""
        self._buttons[key].setChecked(True)
