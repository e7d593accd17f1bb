"""Where steps stood when a journey was seen last, kept on this computer and never in the file.

Only what a fresh look would not find by itself is kept."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, QTimer

from rondo.figures.arranging.layout_kept import LayoutMemory
from rondo.figures.arranging.layout_told import retold, told
from rondo.ui.desk import Desk
from rondo.ui.settings_file import read_json

PAUSE = 700
"""Milliseconds without a change after which an order is kept."""
MOST = 1_500
"""Journeys with more steps are looked at afresh."""


class OrderMemory(QObject):
    """Knows the orders of the journeys of one document from window to window."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.memory = LayoutMemory()
        self._desk = desk
        self._changed: set[str] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep)

    def recall(self, journey: str) -> None:
        """The order of the journey is as it was seen last, unless it is known already."""
        if not self.memory.knows(journey) and (values := self._kept().get(journey)):
            self.memory.put(journey, retold(values))

    def note(self, journey: str) -> None:
        """The journey may stand in another order now."""
        self._changed.add(journey)
        self._pause.start()

    def keep(self) -> None:
        """The orders that changed are kept."""
        standing, changed = self._desk.session.standing, self._changed
        self._changed = set()
        if standing is None or not changed:
            return
        before = self._kept()
        after = dict(before)
        for journey in sorted(changed):
            order = self.memory.of(journey)
            after.pop(journey, None)
            if order.edited and len(order.homes) <= MOST:
                after[journey] = told(order)
        if after != before:
            self._desk.settings.keep(_key(standing.doc_id), json.dumps(after))

    def _kept(self) -> dict[str, object]:
        standing = self._desk.session.standing
        text = self._desk.settings.text(_key(standing.doc_id), "{}") if standing else "{}"
        found = read_json(text)
        return found if isinstance(found, dict) else {}


def _key(doc_id: str) -> str:
    return f"orders/{doc_id}"
