"""What somebody does in a cell, where that was read, and what it could be to us: a threat, or an idea."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from rondo.strategy.moves.borrow import Model
from rondo.ui.desk import Desk
from rondo.ui.fields.field import said
from rondo.ui.fields.flow import Flow


class Borrowable(QWidget):
    """An example with its source; `wanted` brings the model and whether it is to be a threat."""

    wanted = Signal(object, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._model = desk, Model("", "")
        self._name, self._does, self._source = said(""), said(""), said("", "hint")
        self._name.setStyleSheet("font-weight: 600;")
        self.idea, self.threat = self._link("as-idea", False), self._link("as-threat", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, desk.look.px(8))
        column.setSpacing(0)
        for label in (self._name, self._does, self._source):
            column.addWidget(label)
        row = Flow()
        row.setSpacing(desk.look.px(4))
        row.addWidget(self.idea)
        row.addWidget(self.threat)
        column.addLayout(row)

    def say(self, model: Model) -> None:
        """That is the example."""
        self._model = model
        self._name.setText(model.name)
        self._does.setText(model.does)
        self._source.setText(model.source)
        for key, button in (("as-idea", self.idea), ("as-threat", self.threat)):
            button.setAccessibleName(self._desk.words(f"borrow.{key}.of", name=model.name))
            button.setEnabled(not self._desk.session.read_only)

    def _link(self, key: str, threat: bool) -> QPushButton:
        button = QPushButton(self._desk.words(f"borrow.{key}"))
        button.setProperty("kind", "link")
        button.clicked.connect(lambda: self.wanted.emit(self._model, threat))
        return button
