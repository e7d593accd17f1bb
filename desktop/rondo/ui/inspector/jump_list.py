"""A list of records that lead to themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields.field import said
from rondo.ui.inspector.jump import Jump
from rondofile.records import Record


@dataclass(frozen=True, slots=True)
class Lead:
    """A line of the list. Without a key it leads nowhere and only says something."""

    noun: type[Record]
    key: str
    text: str
    note: str = ""
    sign: str = ""
    role: str = "accent"
    spoken: str = ""
    """What a screen reader says, where it is not the text."""


class JumpList(QWidget):
    """`followed` brings noun and id. `empty` is said where there is nothing."""

    followed = Signal(object, str)

    def __init__(self, desk: Desk, empty: str = "") -> None:
        super().__init__()
        self._desk, self._empty = desk, empty
        self._shown: tuple[Lead, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(2))

    def show_leads(self, leads: Sequence[Lead]) -> None:
        """These are the lines."""
        if tuple(leads) == self._shown:
            return
        self._shown = tuple(leads)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for lead in leads:
            self._column.addWidget(self._jump(lead))
        if not leads and self._empty:
            self._column.addWidget(said(self._empty, "hint"))

    def _jump(self, lead: Lead) -> Jump:
        jump = Jump(self._desk.look, lead.text, lead.note, lead.sign, lead.role)
        jump.setEnabled(bool(lead.key))
        if lead.spoken:
            jump.setAccessibleName(lead.spoken)
        jump.clicked.connect(lambda: self.followed.emit(lead.noun, lead.key))
        return jump
