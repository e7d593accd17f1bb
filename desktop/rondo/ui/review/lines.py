"""One finding as a card: its kind, its sentence, and the way to the place it speaks of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton

from rondo.ui.dress.look import Look
from rondo.ui.review.findings import Said
from rondo.words import Words

ROLES = {"found": "accent", "gap": "warn"}
KIND, NARROW = 112, 420
"""Pixels at 100 %: the column of kinds, and the width below which the kind stands above its sentence."""


class FindingCard(QFrame):
    """`shown` when the person wants to see the place."""

    shown = Signal()

    def __init__(self, words: Words, look: Look, said: Said) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(
            words("review_view.said", kind=words(f"review_view.kind.{said.kind}"), text=said.text)
        )
        kind, text = QLabel(words(f"review_view.kind.{said.kind}")), QLabel(said.text)
        for label in (kind, text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(0, look.px(4), 0, look.px(4))
        kind.setStyleSheet(f"color: {look[ROLES[said.kind]].name()}; font-weight: 600")
        self._kind = kind
        text.setWordWrap(True)
        text.setMinimumWidth(1)
        self._look, self._said = look, QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.setSpacing(0)
        self._said.addWidget(kind, 0, Qt.AlignmentFlag.AlignTop)
        self._said.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(14), look.px(5), look.px(10), look.px(5))
        row.setSpacing(look.px(8))
        row.addLayout(self._said, 1)
        if said.place is not None:
            row.addWidget(self._button(words, said), 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way, narrow = QBoxLayout.Direction, event.size().width() < self._look.px(NARROW)
        self._said.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._kind.setMinimumWidth(0 if narrow else self._look.px(KIND))

    def _button(self, words: Words, said: Said) -> QPushButton:
        button = QPushButton(words("review_view.show"))
        button.setProperty("kind", "link")
        button.setAutoDefault(True)
        button.setAccessibleName(words("review_view.show.named", text=said.text))
        button.clicked.connect(self.shown)
        return button
