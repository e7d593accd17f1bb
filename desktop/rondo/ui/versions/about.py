"""What is known of the version that is chosen: its picture, what is in it, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from rondo.text.qt_engine import QtTextEngine
from rondo.ui.dress.look import Look
from rondo.ui.versions.comparing import Compared
from rondo.ui.versions.said import content_in_words, difference_in_words, moment_of, what_for
from rondo.ui.welcome.picture import Picture
from rondo.words import Words
from rondofile.kept.versions import Version
from rondofile.project import Project
from rondofile.records import Journey

MOST_STEPS = 120
"""Steps of a journey of which a picture is drawn at once."""


class About(QFrame):
    """The deeds stand below the words; each is asked of whoever listens."""

    go_back = Signal()
    name = Signal()
    remove = Signal()
    next_wanted = Signal()
    opened = Signal()

    def __init__(self, look: Look, words: Words, engine: QtTextEngine, may_change: bool) -> None:
        super().__init__()
        self._look, self._words, self._engine, self._may_change = look, words, engine, may_change
        self._version: Version | None = None
        self.roomy = True
        """Whether there is room for a picture above the words and buttons."""
        self.setProperty("kind", "card")
        self.title, self.moment = _label("heading"), _label("caption")
        self.content, self.difference = _label(""), _label("")
        self.picture = Picture(look)
        self.picture.pressed.connect(self.opened)
        self.next = _button(words("versions.offer-next"), self.next_wanted.emit)
        self.back = _button(words("versions.go-back"), self.go_back.emit)
        self.naming = _button(words("versions.name"), self.name.emit)
        self.removing = _button(words("versions.remove"), self.remove.emit)
        self._lay_out()

    def show_version(self, version: Version | None, known: Compared | None, another: bool) -> None:
        """What is known by now of the version; `another`: whether there is one that could be offered."""
        words = self._words
        self.setVisible(version is not None)
        if version is None:
            return
        damaged = known is not None and known.problem is not None
        self.title.setText(what_for(version, words))
        self.moment.setText(moment_of(version, words))
        self.difference.setText(self._said(known))
        self.difference.setProperty("kind", "bad" if damaged else "")
        self.difference.style().unpolish(self.difference)
        self.difference.style().polish(self.difference)
        self.next.setVisible(damaged and another)
        same = known is not None and known.tables is not None and not known.tables
        self.back.setEnabled(not damaged and not same and self._may_change)
        self.naming.setEnabled(not damaged)
        project = known.project if known is not None else None
        self.content.setText(content_in_words(project, words) if project is not None else "")
        self.content.setVisible(project is not None)
        if known is None or version != self._version:
            self.picture.hide()
        self._version = version
        if project is not None and self.roomy and _is_quick(project):
            self.picture.draw(project, words, self._engine)
            self.picture.show()

    def ensure_whole(self) -> None:
        """The buttons know their letters, so that the narrowest this can be is known."""
        for button in (self.next, self.back, self.naming, self.removing):
            button.ensurePolished()

    def _said(self, known: Compared | None) -> str:
        if known is None:
            return self._words("versions.comparing")
        if known.tables is None:
            return self._words("versions.damaged.said")
        return difference_in_words(known.tables, self._words)

    def _lay_out(self) -> None:
        px = self._look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(6))
        for label in (self.title, self.moment, self.picture, self.content, self.difference, self.next):
            column.addWidget(label)
        column.addStretch(1)
        for button in (self.back, self.naming, self.removing):
            column.addWidget(button)


def _is_quick(project: Project) -> bool:
    journey = next(iter(project.all(Journey)), None)
    return journey is not None and 0 < len(project.steps_of(journey.id)) <= MOST_STEPS


def _label(kind: str) -> QLabel:
    label = QLabel()
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _button(label: str, deed: object) -> QPushButton:
    button = QPushButton(label.replace("&", "&&"))
    button.setAutoDefault(False)
    button.clicked.connect(deed)
    return button
