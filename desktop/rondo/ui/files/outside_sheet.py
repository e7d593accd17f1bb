"""What happened to the file outside, what differs, what can be done: read at leisure, nothing is stopped."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from rondo.commands.sentence import sentence_of
from rondo.ui.desk import Desk
from rondo.ui.files.differences import differences, told
from rondo.ui.sheets.sheet import Sheet
from rondofile.others.looking import Finding
from rondofile.others.outside import Outside

WIDTH, HEIGHT = 620, 640

WAYS: dict[Outside, tuple[str, ...]] = {
    Outside.REPLACED: ("both", "take", "put"),
    Outside.OLDER: ("both", "put", "take"),
    Outside.OTHER: ("both", "put"),
    Outside.GONE: ("save-as", "again"),
    Outside.UNREADABLE: ("both", "put"),
}
"""What can be done, the safest first; the first is what Return does."""


class OutsideSheet(Sheet):
    """One file that is not what this window put there. `chosen` names the way out that a person took."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, finding: Finding, parent: QWidget | None = None) -> None:
        words, self._desk, self._finding = desk.words, desk, finding
        self._file = finding.path.name if finding.path is not None else ""
        state = finding.outside
        super().__init__(desk.look, words(f"outside.{state}.title", file=self._file), parent, WIDTH)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.column = self.scrolled()
        for area in self.findChildren(QScrollArea):
            area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # what differs is read by keys too
            area.setAccessibleName(words("outside.differs"))
        self._say(self._what_happened())
        dates = self._dates()
        if dates:
            self._say(" ".join(dates), "hint")
        self.ways: dict[str, QPushButton] = {}
        for key in WAYS.get(state, ()):
            if key != "put" or finding.data is not None:
                self._way(key, primary=not self.ways)
        if finding.found is not None and state is not Outside.OTHER:
            self._differences()
        self.column.addStretch(1)
        self.add_cancel(words("outside.later"))
        self.grow_to(WIDTH, HEIGHT)

    def _what_happened(self) -> str:
        words, finding = self._desk.words, self._finding
        if finding.outside is Outside.UNREADABLE and finding.error is not None:
            said = sentence_of(type(finding.error)(**{**finding.error.facts, "path": self._file}), words)
            return said + "\n" + words("outside.unreadable.text")
        title = finding.found.project.info.title if finding.found is not None else ""
        return words(
            f"outside.{finding.outside}.text", file=self._file, title=title or words("dialogs.unnamed")
        )

    def _dates(self) -> list[str]:
        """When the file was written, as its folder says, and which revision it says to be."""
        words, finding = self._desk.words, self._finding
        said = []
        if finding.at is not None:
            said.append(words("outside.written", when=_when(finding.at, self._desk)))
        of_this = finding.found is not None and finding.outside is not Outside.OTHER
        if of_this and finding.found is not None and finding.found.stamp.rev != finding.ours:
            there, here = words.number(finding.found.stamp.rev), words.number(finding.ours)
            said.append(words("outside.revisions", there=there, here=here))
        return said

    def _differences(self) -> None:
        assert self._finding.found is not None
        words, here, there = self._desk.words, self._desk.session.project, self._finding.found.project
        found = differences(here, there)
        self._say(words("outside.differs" if found else "outside.differs.not"), "section")
        for one in found:
            group = QVBoxLayout()
            group.setSpacing(self.look.px(2))
            group.addWidget(_plain(words(f"outside.noun.{one.noun}"), "caption"))
            for line in told(one, here, there, words):
                group.addWidget(_plain(line))
            self.column.addLayout(group)

    def _way(self, key: str, primary: bool) -> None:
        """A card: what happens, and the button that does it."""
        words, px = self._desk.words, self.look.px
        card = QFrame()
        card.setProperty("kind", "card")
        wide = self.look.scale < 1.5
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom, card)
        row.setContentsMargins(px(12), px(10), px(12), px(10))
        row.setSpacing(px(12))
        said = words(f"outside.way.{key}.text", file=self._file)
        row.addWidget(_plain(said), 1)
        button = self.ways[key] = QPushButton(words(f"outside.way.{key}").replace("&", "&&"))
        button.setAutoDefault(False)
        button.setAccessibleDescription(said)
        if primary:
            button.setProperty("kind", "primary")
            button.setDefault(True)
        button.clicked.connect(lambda: self._take(key))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter if wide else Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)

    def _take(self, key: str) -> None:
        self.accept()
        self.chosen.emit(key)

    def _say(self, text: str, kind: str = "") -> None:
        self.column.addWidget(_plain(text, kind))


def _plain(text: str, kind: str = "") -> QLabel:
    label = QLabel(_RUN.sub("\\1\u200b", text))
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


_RUN = re.compile(r"(\S{16})(?=\S)")
"""A long name without a space may go on in the next line."""


def _when(at: float, desk: Desk) -> str:
    """Day and time on this computer's clock."""
    try:
        moment = datetime.fromtimestamp(at)
    except (OverflowError, OSError, ValueError):
        return "–"
    return desk.words("outside.when", date=desk.words.date(f"{moment:%Y-%m-%d}"), time=f"{moment:%H:%M}")
