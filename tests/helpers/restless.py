"""Somebody who does one thing after another in a whole window, drawn from a fixed row of numbers."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.desks import settle
from helpers.hand import LEAVES, LEFT, NONE
from helpers.key_gestures import Keyboard
from helpers.mouse_gestures import Mouse
from helpers.popups import Popups
from rondo.ui.app import Application
from rondo.ui.history.panel import HistoryPanel
from rondo.ui.rooms import FAMILIES, VIEWS
from rondofile.kinds import EditKind

EVERY_VIEW = tuple(VIEWS)
WAYS_THERE = {key: action for views in FAMILIES.values() for key, action in views.items()}
RETURNING, STAYING = 0.2, ("journey", "matrix")
"""How often the map is gone back to from another view: most can be done on it."""


class Restless(Mouse, Keyboard):
    """Does something; `done` counts what, `kinds` the steps of history that came of it."""

    def __init__(self, application: Application, seed: int, jumps: bool = False) -> None:
        """`jumps`: about in history too, by its panel."""
        super().__init__(application, random.Random(seed))
        self._jumps = jumps
        self.popups = Popups(random.Random(seed), LEAVES)
        self.done: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        self.last = ""
        self._ways = self._weighed()

    def do_something(self) -> None:
        """One gesture, with everything that comes of it."""
        if self.window.view_key not in STAYING and self.draw.random() < RETURNING:
            self.window.carry_out("journey.show-map")
        way = self.draw.choice(self._ways)
        session = self.window.desk.session
        before = session.project
        self.last = way.__name__
        way()
        self.settle()
        self.done[way.__name__] += 1
        self.seen[self.window.view_key] += 1
        if session.project is not before:
            standing = session.standing
            kind = (standing and (standing.next_undo or standing.next_redo)) or EditKind.OPEN
            self.kinds[kind] += 1

    def settle(self) -> None:
        """Nothing is open above the window, and everything that was asked for is shown."""
        QApplication.processEvents()
        tries = 0
        while self.popups.there() is not None:
            tries += 1
            assert tries < 60, f"{self.popups.there()} does not go away after {self.last}"
            self.popups.answer()
            QApplication.processEvents()
        settle(self.window.desk.session)
        settle(self.window.desk.session)

    def _weighed(self) -> tuple[Callable[[], None], ...]:
        often = (self.answer, self.button, self.action, self.cards, self.key, self.answer)
        return (
            *(often * 4),
            *((self.press, self.double_click, self.drag, self.row, self.view, self.type) * 2),
            *(
                self.view,
                self.view,
                self.renew,
                self.turn_to,
                self.history,
                *((self.jump,) * 6 if self._jumps else ()),
                self.fill,
                self.menu,
                self.wheel,
                *((self.take_hold,) * 4),
                self.look,
            ),
        )

    def action(self) -> None:
        found = [action for spec, action in self.window.desk.actions.items() if self._may(spec.id)]
        ready = [action for action in found if action.isEnabled()]
        own = [
            action for action in ready if action.objectName().split(".")[0] in ("edit", "journey", "strategy")
        ]
        if ready:
            action = self.draw.choice(own if own and self.draw.random() < 0.6 else ready)
            self.about = action.objectName()
            action.trigger()

    def view(self) -> None:
        """Where it has been least."""
        least = min(self.seen[key] for key in EVERY_VIEW)
        key = self.draw.choice([key for key in EVERY_VIEW if self.seen[key] == least])
        self.about = key
        self.window.carry_out(WAYS_THERE.get(key, f"view.{key}"))

    def history(self) -> None:
        for _ in range(self.draw.choice((1, 1, 2, 3))):
            self.window.carry_out(self.draw.choice(("edit.undo", "edit.undo", "edit.redo")))
            settle(self.window.desk.session)

    def jump(self) -> None:
        """A click on a line of the History panel, which is shown for it."""
        docks = self.window.docks
        if docks.history.isHidden():
            self.window.carry_out("view.history")
            self.settle()
        panel = docks.history.room
        assert isinstance(panel, HistoryPanel)
        near = panel.model.index_of(panel.model.past.position).row() + self.draw.randint(-12, 6)
        index = panel.model.index(min(max(near, 0), max(panel.model.rowCount() - 1, 0)))
        self.about = f"{panel.model.data(index)}"
        if panel.list.isVisible() and index.isValid():
            panel.list.scrollTo(index)
            QTest.mouseClick(panel.list.viewport(), LEFT, NONE, panel.list.visualRect(index).center())
        if self.draw.random() < 0.3:
            self.window.carry_out("view.history")

    def look(self) -> None:
        chance, look = self.draw.random(), self.application.look
        if chance < 0.4:
            look.choose(self.draw.choice(("light", "dark", "high-contrast", "system")))
        elif chance < 0.7:
            look.set_scale(self.draw.choice((0.9, 1.0, 1.25, 2.0)))
        elif chance < 0.85:
            size = self.draw.choice(((1280, 800), (1000, 640), (1600, 900)))
            self.window.resize(*size)
        else:
            self.application.choose_language(self.draw.choice(("en", "nl", "te")))
