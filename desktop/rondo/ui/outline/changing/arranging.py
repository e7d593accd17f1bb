"""Arranging: lines that are dragged, or moved by the keyboard, have another place in the project."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from rondo.ui.desk import Desk
from rondo.ui.outline.changing.dropping import Dropping
from rondo.ui.outline.changing.ordering import Order, Slot, ordered, shifted, slot_for
from rondo.ui.outline.lines.entry import Key
from rondo.ui.outline.shelf import Shelf
from rondofile.kinds import EditKind


class Arranging(QObject):
    """Watches one shelf."""

    near = Signal(object)
    """A rectangle of the view beside which lines are held."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        super().__init__(shelf)
        self._desk, self._shelf = desk, shelf
        dropping = Dropping(shelf.view, desk.look, self._doc_id, self._place)
        dropping.dropped.connect(self._on_dropped)
        dropping.near.connect(self.near)
        shelf.moved.connect(self._on_moved)

    def _doc_id(self) -> str:
        standing = self._desk.session.standing
        return standing.doc_id if standing is not None else ""

    def _place(self, keys: tuple[Key, ...], slot: Slot) -> Slot | None:
        return slot_for(self._desk.session.project, keys, slot)

    def _on_dropped(self, keys: tuple[Key, ...], slot: Slot) -> None:
        self._set(ordered(self._desk.session.project, keys, slot))

    def _on_moved(self, by: int) -> None:
        keys = [entry.key for entry in self._shelf.entries()]
        self._set(shifted(self._desk.session.project, keys, by))

    def _set(self, order: Order | None) -> None:
        if order is not None:
            self._desk.session.edit(EditKind.REORDER, order.make)
