"""The worked cases on the welcome page, read and drawn once the page has been painted."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rondo.commands.new_project import cases, read_case
from rondo.ui.dress.look import Look
from rondo.ui.welcome.case_card import CaseCard
from rondo.words import Words

if TYPE_CHECKING:
    from rondo.text.qt_engine import QtTextEngine
    from rondofile.project import Project


class Cases(QWidget):
    """One card for each case that ships."""

    wanted = Signal(str)

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self._words, self._look = words, look
        self._engine: QtTextEngine | None = None
        self._reading: _Reading | None = None
        self._heading = QLabel(words("welcome.case"))
        self._heading.setProperty("kind", "section")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._cards = {name: CaseCard(words, look, name) for name in cases()}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._heading)
        for name, card in self._cards.items():
            self._column.addWidget(card)
            card.wanted.connect(partial(self.wanted.emit, name))
            card.picture.seen.connect(self._on_seen)

    def relook(self) -> None:
        """Measures and colours follow the look."""
        self._column.setSpacing(self._look.px(8))
        for card in self._cards.values():
            card.relook()
            if card.project is not None and self._engine is not None:
                card.picture.draw(card.project, self._words, self._engine)

    def _on_seen(self) -> None:
        if self._reading is None:
            self._reading = _Reading()
            self._reading.done.connect(self._on_read)
            self._reading.begin(tuple(self._cards))

    def _on_read(self, name: str, project: Project) -> None:
        from rondo.text.qt_engine import QtTextEngine

        self._engine = self._engine or QtTextEngine()
        self._cards[name].show_case(project, self._engine)


class _Reading(QObject):
    """Reads beside the window, and brings in what drawing needs."""

    done = Signal(str, object)

    def begin(self, names: tuple[str, ...]) -> None:
        threading.Thread(target=lambda: self._read(names), name="cases", daemon=True).start()

    def _read(self, names: tuple[str, ...]) -> None:
        import rondo.figures.journeys.journey  # noqa: F401  the first import takes a while

        for name in names:
            self.done.emit(name, read_case(name))
