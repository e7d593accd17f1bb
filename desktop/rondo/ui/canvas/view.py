"""The journey canvas: a projection of one journey, and what can be done on it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout

from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.canvas.surface import Surface
from rondo.ui.desk import Desk
from rondo.ui.room import Deed, Room
from rondofile.changes import ChangeSet
from rondofile.records import Step


class JourneyView(Room):
    """The journey canvas: a projection of one journey, and what can be done on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.scene = JourneyScene(desk)
        self.surface = Surface(self.scene)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.surface)
        desk.selection.journey_changed.connect(self._on_journey_changed)

    def deeds(self) -> Mapping[str, Deed]:
        surface = self.surface
        return {
            "view.zoom-in": Deed(surface.zoom_in),
            "view.zoom-out": Deed(surface.zoom_out),
            "view.zoom-100": Deed(lambda: surface.zoom_to(1.0)),
            "view.fit": Deed(surface.fit),
            "view.fit-selection": Deed(
                lambda: surface.fit_steps(self.desk.selection.ids_of(Step)),
                lambda: bool(self.desk.selection.ids_of(Step)),
            ),
            "edit.select-all": Deed(self._select_all, lambda: bool(self.scene.step_ids())),
        }

    def refresh(self) -> None:
        self.scene.show_journey(self.desk.selection.journey)

    def apply(self, changes: ChangeSet) -> None:
        self.scene.apply(changes)

    def _select_all(self) -> None:
        self.desk.selection.choose(Step, *self.scene.step_ids())

    def _on_journey_changed(self) -> None:
        if self.isVisible():
            self.refresh()
