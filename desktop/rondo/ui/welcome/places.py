"""Where a person can go on: kept work, then recent files; where there is neither, how it goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.welcome.days import said_day
from rondo.ui.welcome.line import Line
from rondo.ui.welcome.searching import Found, Recent
from rondo.ui.welcome.trouble import Trouble
from rondo.words import Words
from rondofile.rescuing.recovery import KeptWork

STEPS = (1, 2, 3)
MOST = 8


class Places(QWidget):
    """Shows what was found last; nothing until something was."""

    file_wanted = Signal(object)
    kept_wanted = Signal(object)
    trouble_wanted = Signal(object)
    """A KeptWork of which a person wants to know what can be done."""
    trash_wanted = Signal()
    forgotten = Signal(object)
    """The Path of a file that should not be named any more."""

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self._words, self._look = words, look
        self._found: Found | None = None
        self._all = False
        """Whether everything is shown, however much it is."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_found(self, found: Found) -> None:
        """Exactly that is shown; the keyboard stays where it is while nothing changed."""
        if found != self._found:
            self._found = found
            self._fill(found)

    def relook(self) -> None:
        """Fonts and measures follow the text size."""
        self._column.setSpacing(self._look.px(6))
        if self._found is not None:
            self._fill(self._found)

    def _fill(self, found: Found) -> None:
        self._clear()
        kept = found.kept if self._all else found.kept[:MOST]
        troubled, simple = [one for one in kept if one.trouble], [one for one in kept if not one.trouble]
        if troubled:
            self._heading("welcome.waiting")
            for one in troubled:
                self._column.addWidget(self._trouble(one))
        if simple:
            self._heading("welcome.kept")
            self._text("welcome.kept.why", "caption")
            for one in simple:
                self._column.addWidget(self._kept_line(one))
        if len(found.kept) > len(kept):
            self._quiet(self._words.count("welcome.all-kept", len(found.kept)), self._show_all)
        if found.recent:
            self._heading("welcome.recent")
            for recent in found.recent[:MOST]:
                self._column.addWidget(self._recent_row(recent))
        if not found.kept and not found.recent:
            self._heading("welcome.how")
            for step in STEPS:
                self._column.addWidget(self._step(step))
        if found.discarded:
            self._quiet(self._words.count("welcome.discarded", found.discarded), self.trash_wanted.emit)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _heading(self, key: str) -> None:
        space = self._look.px(10) if self._column.count() else 0
        self._text(key, "section").setContentsMargins(0, space, 0, self._look.px(2))

    def _text(self, key: str, kind: str) -> QLabel:
        label = QLabel(self._words(key))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("kind", kind)
        self._column.addWidget(label)
        return label

    def _quiet(self, label: str, deed: Callable[[], None]) -> None:
        """A button for what is seldom wanted."""
        button = QPushButton(label)
        button.setProperty("kind", "link")
        button.setAutoDefault(True)
        button.clicked.connect(lambda: deed())
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_all(self) -> None:
        self._all = True
        if self._found is not None:
            self._fill(self._found)

    def _trouble(self, kept: KeptWork) -> Trouble:
        shown = Trouble(self._look, self._words, kept)
        shown.wanted.connect(lambda: self.trouble_wanted.emit(kept))
        return shown

    def _step(self, number: int) -> QWidget:
        """One of the three things that lead to a brief."""
        row, look = QWidget(), self._look
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, look.px(6), 0, look.px(6))
        beside.setSpacing(look.px(14))
        count, text = QLabel(self._words.number(number)), QLabel(self._words(f"welcome.how.{number}"))
        shade = look["accent"].name()
        count.setStyleSheet(f"font-size: {look.px(20)}px; font-weight: 700; color: {shade}")
        text.setWordWrap(True)
        for label in (count, text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        beside.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(text, 1)
        return row

    def _kept_line(self, kept: KeptWork) -> Line:
        title = kept.title.strip() or self._words("welcome.untitled")
        place = str(kept.path) if kept.path is not None else self._words("welcome.no_file")
        line = Line(self._look, title, place, said_day(kept.at, self._words))
        line.setAccessibleDescription(self._words("welcome.go_on"))
        line.clicked.connect(lambda: self.kept_wanted.emit(kept))
        return line

    def _recent_row(self, recent: Recent) -> QWidget:
        path, missing = recent.path, recent.at is None
        when = self._words("welcome.missing") if recent.at is None else said_day(recent.at, self._words)
        line = Line(self._look, path.stem, str(path.parent), when, missing=missing)
        line.clicked.connect(lambda: self.file_wanted.emit(path))
        if not missing:
            return line
        row = QWidget()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(line, 1)
        beside.addWidget(self._forget_button(path))
        return row

    def _forget_button(self, path: Path) -> QPushButton:
        button = QPushButton(self._words("welcome.forget"))
        button.setProperty("kind", "quiet")
        button.setAutoDefault(True)
        button.setAccessibleName(self._words("welcome.forget.named", name=path.stem))
        button.clicked.connect(lambda: self.forgotten.emit(path))
        return button
