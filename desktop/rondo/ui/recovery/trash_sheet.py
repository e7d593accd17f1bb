"""The sheet of what was discarded: what it is, how long it stays, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.pieces.elided import Elided
from rondo.ui.recovery.said import name_of
from rondo.ui.sheets.sheet import Sheet
from rondo.ui.welcome.days import said_day
from rondo.words import Words
from rondofile.rescuing.trash import Discarded

WIDTH, HEIGHT, EACH, MOST_AT_ONCE = 560, 190, 92, 5


class TrashSheet(Sheet):
    """Shows; whoever made it puts back. What was put back is shown no more."""

    wanted_back = Signal(object)
    """A Discarded; the sheet is closed."""

    def __init__(
        self, words: Words, look: Look, listed: Sequence[Discarded], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, words("recovery.trash.title"), parent, WIDTH)
        self._words = words
        self.add_text(words("recovery.trash.note" if listed else "recovery.trash.empty"))
        column: QVBoxLayout = self.scrolled()
        for one in listed:
            column.addWidget(self._row(one))
        column.addStretch(1)
        self.add_cancel(words("dialogs.close-it"))
        self.grow_to(WIDTH, HEIGHT + EACH * min(len(listed), MOST_AT_ONCE))

    def _row(self, one: Discarded) -> QWidget:
        words, px = self._words, self.look.px
        row = QFrame()
        row.setProperty("kind", "card")
        beside = QHBoxLayout(row)
        beside.setContentsMargins(px(12), px(8), px(8), px(8))
        beside.setSpacing(px(8))
        told = QVBoxLayout()
        told.setSpacing(px(2))
        name = name_of(one.title, words)
        told.addWidget(_label(name, "heading"))
        place = Elided("caption")
        place.say(one.path.name if one.path else words("welcome.no_file"), str(one.path or ""))
        told.addWidget(place)
        days = words(
            "recovery.trash.when", day=said_day(one.at, words) or "–", until=said_day(one.until, words) or "–"
        )
        told.addWidget(_label(days, "caption"))
        beside.addLayout(told, 1)
        button = QPushButton(words("recovery.trash.put-back"))
        button.setAutoDefault(False)
        button.setAccessibleName(words("recovery.trash.put-back.named", name=name))
        button.clicked.connect(lambda: self._take(one))
        beside.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _take(self, one: Discarded) -> None:
        self.accept()
        self.wanted_back.emit(one)


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("kind", kind)
    return label
