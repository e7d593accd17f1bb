"""What stands behind the chosen cell or offers is marked in the outline: a bar, and a word for whoever
listens."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from rondo.ui.desk import Desk
from rondo.ui.outline.lines.entry import Key
from rondo.ui.outline.shelf import Shelf
from rondofile.records import Placement


class Backed(QObject):
    """Follows the selection. Nothing is marked while no cell and no offer is chosen."""

    def __init__(self, desk: Desk, shelves: Mapping[str, Shelf], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._shelves = desk, shelves
        desk.selection.changed.connect(self.tell)

    def tell(self) -> None:
        """The lines are marked as things are now."""
        keys = self._keys()
        said = self._desk.words("outline.behind")
        for shelf in self._shelves.values():
            shelf.mark(keys, said)

    def _keys(self) -> frozenset[Key]:
        offers = self._offers()
        if not offers:
            return frozenset()
        from rondo.strategy.matrix.behind_cells import backing

        found = backing(self._desk.session.project, self._desk.framework, offers)
        by_noun = {
            "segment": found.segments,
            "situation": found.situations,
            "stretch": found.stretches,
            "journey": found.journeys,
            "step": found.steps,
        }
        return frozenset((noun, key) for noun, keys in by_noun.items() for key in keys)

    def _offers(self) -> list[Placement]:
        selection, project = self._desk.selection, self._desk.session.project
        if selection.cell is not None:
            cell = selection.cell
            return [one for one in project.all(Placement) if (one.experience, one.architecture) == cell]
        return [project.get(Placement, key) for key in selection.ids_of(Placement)]
