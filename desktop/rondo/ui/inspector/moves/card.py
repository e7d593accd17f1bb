"""One move: its title and rule, and unfolded its reasons, what it weighs, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from rondo.strategy.moves.candidate import Candidate
from rondo.strategy.moves.telling import Told
from rondo.ui.desk import Desk
from rondo.ui.fields.field import said
from rondo.ui.fields.flow import Flow
from rondo.ui.inspector.pieces.jump import Jump
from rondo.ui.inspector.pieces.jump_list import JumpList, Lead
from rondofile.records import Placement


class MoveCard(QWidget):
    """`gone`: to the place of the move; `swept`: its empty cells are to be thought of one after another."""

    followed = Signal(object, str)
    """Noun and id of what a reason speaks of."""
    gone = Signal(object)
    swept = Signal(object)
    folded = Signal(str, bool)
    """The key of the move, and whether it is open now."""

    def __init__(self, desk: Desk, number: int, move: Candidate, told: Told, is_open: bool) -> None:
        super().__init__()
        words, px = desk.words, desk.look.px
        self._desk, self.candidate, self.told, self.is_open = desk, move, told, is_open
        self.head = Jump(desk.look, told.title, told.rule, words.number(number), "ink-secondary")
        self.head.setAccessibleName(words("moves.spoken", n=words.number(number), title=told.title))
        self.head.clicked.connect(self._turn)
        self._more = QWidget()
        more = QVBoxLayout(self._more)
        more.setContentsMargins(px(22), 0, 0, px(4))
        more.setSpacing(px(2))
        reasons = JumpList(desk)
        reasons.show_leads(
            [Lead(one.noun or Placement, one.key, one.text, one.note, one.sign) for one in told.reasons]
        )
        reasons.followed.connect(self.followed)
        more.addWidget(reasons)
        more.addWidget(said(told.weighed, "hint"))
        row = Flow()
        row.setSpacing(px(4))
        row.addWidget(self._link("moves.go", lambda: self.gone.emit(move)))
        if move.cells and not desk.session.read_only:
            row.addWidget(self._link("moves.sweep", lambda: self.swept.emit(move)))
        more.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._more)
        self._more.setVisible(is_open)

    def _turn(self) -> None:
        self.is_open = not self.is_open
        self._more.setVisible(self.is_open)
        self.folded.emit(self.candidate.key, self.is_open)

    def _link(self, key: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(self._desk.words(key))
        button.setProperty("kind", "link")
        button.clicked.connect(do)
        return button
