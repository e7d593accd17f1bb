"""Where steps stood when a journey was seen last, kept on this computer and never in the file.

Only what a fresh look would not find by itself is kept."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, QTimer

from rondo.figures.arranging.layout_insert import Home
from rondo.figures.arranging.layout_kept import KeptOrder, LayoutMemory
from rondo.figures.arranging.layout_told import retold, told
from rondo.ui.desk import Desk
from rondo.ui.settings_file import read_json
from rondofile.records import Journey

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
        """The order of the journey is as it was seen last, or for a redesign that was never seen as today's,
        unless it is known already."""
        if self.memory.knows(journey):
            return
        if order := self._seen(journey) or self._as_today(journey):
            self.memory.put(journey, order)

    def note(self, journey: str) -> None:
        """The journey may stand in another order now."""
        self._changed.add(journey)
        self._pause.start()

    def keep(self) -> None:
        """The orders that changed are kept."""
        self._pause.stop()
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

    def _seen(self, journey: str) -> KeptOrder | None:
        if self.memory.knows(journey):
            order = self.memory.of(journey)
            return order if order.edited else None
        values = self._kept().get(journey)
        return retold(values) if values else None

    def _as_today(self, journey: str) -> KeptOrder | None:
        """Every step that comes from one of today stands as that one stood."""
        project = self._desk.session.project
        today = project.get(Journey, journey).based_on
        before = self._seen(today) if today else None
        if before is None:
            return None
        order = KeptOrder(edited=True)
        for step in project.steps_of(journey):
            origin = next((one.id for one in project.origins_of(step.id) if one.id in before.homes), None)
            if origin is not None and step.lane is not None:
                home = before.homes[origin]
                order.homes[step.id] = Home((home.cell[0], step.lane), home.column, home.rank)
                order.shifts[step.id] = before.shifts.get(origin, 0.0)
        return order

    def _kept(self) -> dict[str, object]:
        standing = self._desk.session.standing
        text = self._desk.settings.text(_key(standing.doc_id), "{}") if standing else "{}"
        found = read_json(text)
        return found if isinstance(found, dict) else {}


def _key(doc_id: str) -> str:
    return f"orders/{doc_id}"
