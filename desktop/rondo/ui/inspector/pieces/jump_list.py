"""A list of records that lead to themselves."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.dress.look import Look
from rondo.ui.fields.field import said
from rondo.ui.inspector.pieces.jump import Jump
from rondofile.records import Record


class Lead(Struct, frozen=True):
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
        self._nothing: QLabel | None = None
        self._leads: tuple[Lead, ...] | None = None
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(2))

    def show_leads(self, leads: Sequence[Lead]) -> None:
        """These are the lines; those that were there already stay the same ones."""
        wanted = tuple(leads)
        if wanted != self._leads:
            before, self._leads = self._leads or (), wanted
            first = _alike(before, wanted)
            last = _alike(before[first:][::-1], wanted[first:][::-1])
            self._change(first, len(before) - last, wanted[first : len(wanted) - last])
            self._say_nothing(not wanted and bool(self._empty))

    def _change(self, start: int, end: int, leads: Sequence[Lead]) -> None:
        """The lines from `start` to `end` make way for these."""
        for line, lead in zip(self._lines[start:end], leads, strict=False):
            line.follow(lead)
        for at in range(start + len(leads), end):
            gone = self._lines[at]
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        del self._lines[start + len(leads) : end]
        for at in range(end, start + len(leads)):
            line = _Line(self._desk.look, leads[at - start])
            line.followed.connect(self.followed)
            self._lines.insert(at, line)
            self._column.insertWidget(at, line)

    def _say_nothing(self, there: bool) -> None:
        if self._nothing is None and there:
            self._nothing = said(self._empty, "hint")
            self._column.addWidget(self._nothing)
        if self._nothing is not None:
            self._nothing.setVisible(there)


class _Line(Jump):
    """A jump that knows where it leads."""

    followed = Signal(object, str)

    def __init__(self, look: Look, lead: Lead) -> None:
        super().__init__(look, lead.text, lead.note, lead.sign, lead.role)
        self.clicked.connect(self._follow)
        self.follow(lead)

    def follow(self, lead: Lead) -> None:
        """The line is about that now."""
        self._lead = lead
        self.tell(lead.text, lead.note, lead.sign, lead.role)
        self.setEnabled(bool(lead.key))
        self.setAccessibleName(lead.spoken or f"{lead.sign} {lead.text}".strip())

    def _follow(self) -> None:
        self.followed.emit(self._lead.noun, self._lead.key)


def _alike(before: Sequence[Lead], after: Sequence[Lead]) -> int:
    """How many lines at the beginning of both are the same."""
    return next(
        (at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
