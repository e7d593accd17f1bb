"""Room: a part of the window that shows the project and follows its changes.

A room learns of changes from the session alone. While it is hidden it only remembers that it is stale.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from rondo.ui.desk import Desk
from rondofile.changes import ChangeSet


def _always() -> bool:
    return True


class Deed(Struct, frozen=True):
    """What an action of the table does in a room, and whether it can be done now."""

    do: Callable[[], None]
    possible: Callable[[], bool] = _always
    checked: Callable[[], bool] | None = None
    """For actions that are on or off: whether it is on."""


class Room(QWidget):
    """Base of the views and panels. A room overrides `refresh`, and `apply` where it can do with less."""

    deeds_changed = Signal()
    """What can be done here is another, though neither the project nor the selection is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale, self._dated = True, False
        desk.session.changed.connect(self._on_changed)
        desk.look.changed.connect(self._on_look_changed)

    def deeds(self) -> Mapping[str, Deed]:
        """The actions of the table that this room carries out, by their ids."""
        return {}

    def refresh(self) -> None:
        """The room shows the project as it is, from nothing."""

    def apply(self, changes: ChangeSet) -> None:
        """The room shows what changed. Idempotent; the same for edits, undo, redo and reload."""
        self.refresh()

    def reveal(self, changes: ChangeSet) -> None:
        """What changed is brought into view, after an undo or redo."""

    def stage(self) -> QWidget:
        """The part of the room over which notices may float."""
        return self

    def at_work(self) -> QRect | None:
        """What must not be covered now, in pixels of the stage; None: what has the keyboard."""
        return None

    def relook(self) -> None:
        """Theme, language or text size changed."""
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        stale, dated = self._stale, self._dated
        self._stale = self._dated = False
        if stale:
            self.refresh()
        if dated:
            self.relook()

    def _on_changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and not self._stale:
            self.apply(changes)
        else:
            self._stale = True

    def _on_look_changed(self) -> None:
        if self.isVisible():
            self.relook()
        else:
            self._dated = True
