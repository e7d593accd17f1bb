"""Choosing: what is chosen in the outline is chosen everywhere, and the other way round."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from rondo.ui.desk import Desk
from rondo.ui.outline.lines.entry import Entry, Key
from rondo.ui.outline.shelf import Shelf
from rondofile.records import NOUN_OF, Journey, Step, Stretch


class Choosing(QObject):
    """Follows the shelves and the selection."""

    view_wanted = Signal(str)

    def __init__(self, desk: Desk, shelves: Mapping[str, Shelf], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._shelves = desk, shelves
        for shelf in shelves.values():
            shelf.chosen.connect(self._on_shelf_chosen)
            shelf.opened.connect(self._on_shelf_opened)
        desk.selection.changed.connect(self._on_selection_changed)

    def keys(self) -> list[Key]:
        """The lines that are chosen everywhere."""
        selection = self._desk.selection
        if selection.kind is None:
            return []
        return [(NOUN_OF[selection.kind], key) for key in selection.ids]

    def _on_shelf_chosen(self, entries: tuple[Entry, ...], current: Entry | None) -> None:
        """Records of one noun are chosen: those of the noun of the current line."""
        lead = current if current in entries else entries[-1] if entries else None
        if lead is None:
            self._desk.selection.clear()
        elif lead.kind is not None and not lead.is_draft:
            self._look_at_journey_of(lead)
            ids = (entry.id for entry in entries if entry.kind is lead.kind)
            self._desk.selection.choose(lead.kind, *ids)
            if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
                self._on_shelf_opened(lead)

    def _on_shelf_opened(self, entry: Entry) -> None:
        """A journey or a step is seen on the canvas. A mouse says so when it is let go: it may yet drag."""
        if entry.kind in (Journey, Step) and not entry.is_draft:
            self._look_at_journey_of(entry)
            self.view_wanted.emit("journey")

    def _look_at_journey_of(self, entry: Entry) -> None:
        project, selection = self._desk.session.project, self._desk.selection
        if entry.kind is Journey:
            selection.look_at(entry.id)
        elif entry.kind is Stretch:
            selection.look_at(project.get(Stretch, entry.id).journey)
        elif entry.kind is Step:
            selection.look_at(project.get(Step, entry.id).journey)

    def _on_selection_changed(self) -> None:
        for shelf in self._shelves.values():
            shelf.choose(self.keys())
