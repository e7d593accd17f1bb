"""The line below the inspector that says what is worth asking next, and goes to the step that it asks."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rondo.strategy.passes import next_pass
from rondo.ui.desk import Desk
from rondo.ui.escaped import escape
from rondo.ui.fields.field import said
from rondo.ui.pieces.rule import rule
from rondo.ui.room import Room
from rondofile.changes import ChangeSet
from rondofile.records import Journey, Step

REST, LONG_REST, LONG = 80, 600, 500
"""Milliseconds after an edit before it is asked anew, and from how many steps on it is longer."""


class NextQuestion(Room):
    """One pass at a time: how many of its steps are answered, and a button to the next that is not."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.question, self.done = said("", ""), said("", "caption")
        self.button = QPushButton()
        self.button.setProperty("kind", "link")
        self.button.clicked.connect(desk.actions["journey.next-question"].trigger)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.refresh)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self.question)
        self._words.addWidget(self.done)
        self._row, self._rule = QHBoxLayout(), rule()
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._rule)
        column.addLayout(self._row)
        desk.selection.journey_changed.connect(self._on_journey_changed)

    def refresh(self) -> None:
        """The line says the first pass in which something is open; without one it takes no room."""
        desk, words, px = self.desk, self.desk.words, self.desk.look.px
        project = desk.session.project
        journey = project.find(Journey, desk.selection.journey)
        found = next_pass(project, journey) if journey and not desk.session.read_only else None
        self._row.setContentsMargins(px(16), px(8), px(8), px(8))
        self._show(found is not None)
        if found is None:
            return
        answered = found.of - len(found.open)
        self.question.setText(words(f"asking.{found.ask}"))
        self.done.setText(
            words("asking.done", n=words.number(answered), all=words.number(found.of))
            if answered
            else words.count("asking.open", len(found.open))
        )
        step = project.find(Step, found.open[0])
        self.button.setText(words("asking.go"))
        self.button.setAccessibleName(words("asking.go-to", step=step.title if step else ""))
        self.button.setToolTip(escape(self.button.accessibleName()))

    def apply(self, changes: ChangeSet) -> None:
        journey = self.desk.selection.journey
        many = len(self.desk.session.project.steps_of(journey)) > LONG if journey else False
        self._rest.start(LONG_REST if many else REST)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._rest.isActive():
            self._rest.stop()
            self._stale = True

    def _show(self, there: bool) -> None:
        parts: tuple[QWidget, ...] = (self._rule, self.question, self.done, self.button)
        for part in parts:
            part.setVisible(there)
        self.setMaximumHeight(16_777_215 if there else 0)

    def _on_journey_changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
