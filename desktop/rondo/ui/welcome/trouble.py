"""Kept work that cannot simply be gone on with: its name, why, and the way to what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from rondo.ui.dress.look import Look
from rondo.ui.pieces.elided import Elided
from rondo.ui.recovery.said import name_of, why_of
from rondo.words import Words
from rondofile.rescuing.recovery import KeptWork


class Trouble(QFrame):
    """Says what happened; `wanted` asks what can be done about it."""

    wanted = Signal()

    def __init__(self, look: Look, words: Words, kept: KeptWork) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        name = name_of(kept.title, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(6))
        column.setSpacing(look.px(2))
        title = QLabel(name)
        title.setStyleSheet("font-weight: 600")
        column.addWidget(_plain(title))
        if kept.path is not None:
            place = Elided("caption")
            place.say(kept.path.name, str(kept.path))
            column.addWidget(place)
        why = QLabel(why_of(kept, words))
        why.setProperty("kind", "caption")
        column.addWidget(_plain(why))
        button = QPushButton(words("recovery.what"))
        button.setProperty("kind", "link")
        button.setAutoDefault(True)
        button.setAccessibleName(words("recovery.what.named", name=name))
        button.clicked.connect(self.wanted)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _plain(label: QLabel) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
