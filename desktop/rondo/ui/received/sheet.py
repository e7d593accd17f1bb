"""The list of what was not taken from a file: groups of plain sentences, to be read, copied or saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from rondo.commands.received import Group
from rondo.ui.desk import Desk
from rondo.ui.sheets.sheet import Sheet

WIDTH, HEIGHT = 640, 460


class ReceivedSheet(Sheet):
    """Nothing in it changes anything; its signals ask for more."""

    save_wanted = Signal()
    versions_wanted = Signal()
    include_wanted = Signal()

    def __init__(
        self, desk: Desk, file: str, found: Sequence[Group], more: int = 0, parent: QWidget | None = None
    ) -> None:
        words = desk.words
        super().__init__(desk.look, words("received.title", file=file), parent, WIDTH)
        self.list = _list(desk, found)
        self.list.setAccessibleName(words("received.list"))
        self.body.addWidget(self.list, 1)
        if more:
            self.add_text(words("received.more", n=words.number(more)), "caption")
        self.kept = self.add_text(words("received.kept"), "caption")
        self.add_button(words("received.save")).clicked.connect(self.save_wanted)
        self.versions = self.add_button(words("received.versions"))
        self.versions.clicked.connect(self.versions_wanted)
        self.include = self.add_button(words("received.include"))
        self.include.clicked.connect(self.include_wanted)
        self.add_cancel(words("dialogs.close-it"))
        self.grow_to(WIDTH, HEIGHT)
        self.list.setFocus()


def _list(desk: Desk, found: Sequence[Group]) -> QPlainTextEdit:
    """Plain text, whatever the file wrote into it; headings stand out by their weight alone."""
    shown = QPlainTextEdit()
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    strong, plain = QTextCharFormat(), QTextCharFormat()
    strong.setFontWeight(QFont.Weight.DemiBold)
    cursor = QTextCursor(shown.document())
    for number, group in enumerate(found):
        count = desk.words.count("received.count", len(group.lines))
        cursor.insertText("\n\n" if number else "", plain)
        cursor.insertText(f"{group.heading} ({count})", strong)
        cursor.insertText("".join(f"\n• {line}" for line in group.lines), plain)
    shown.moveCursor(QTextCursor.MoveOperation.Start)
    return shown
