"""Both maps for those who cannot see them: every step, on which side it is and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from rondo.ui.desk import Desk
from rondo.ui.pieces.accessible import WHOLE, Role, Said, Voice
from rondofile.records import Journey, Step

if TYPE_CHECKING:
    from rondo.ui.beside.view import BesideView


class SurfaceVoice:
    """Speaks for the surface of a view."""

    def __init__(self, desk: Desk, view: BesideView) -> None:
        self._desk, self._view = desk, view
        self._voice = Voice(view.surface, lambda: self, desk.words("beside.go_to"))

    def tell(self) -> None:
        """Whoever listens hears what is chosen now."""
        self._voice.tell_chosen(*self._desk.selection.ids_of(Step))
        self._voice.tell_current()

    def said(self, key: str) -> Said | None:
        surface = self._view.surface
        if key == WHOLE:
            return Said(surface.accessibleName(), role=Role.List)
        step = self._desk.session.project.find(Step, key)
        if step is None or step.journey not in self._view.comparison.ids:
            return None
        journey = self._desk.session.project.get(Journey, step.journey)
        standing = surface.standings.get(key)
        name = self._desk.words(
            "beside.step",
            title=step.title,
            state=self._desk.framework.name(journey.state),
            said=standing.said.replace("\n", "; ") if standing else self._desk.words("changes.unchanged"),
        )
        return Said(name, role=Role.ListItem, chosen=key in surface.marked)

    def parts(self, key: str) -> Sequence[str]:
        if key != WHOLE:
            return ()
        project = self._desk.session.project
        return [step.id for journey in self._view.comparison.ids for step in project.steps_of(journey)]

    def whole(self, key: str) -> str:
        return WHOLE

    def place(self, key: str) -> QRect:
        viewport = self._view.surface.viewport()
        box = self._view.surface.place_of(key) if key else None
        area = box.toAlignedRect() if box else viewport.rect() if not key else QRect()
        return QRect(viewport.mapToGlobal(area.topLeft()), area.size())

    def current(self) -> str:
        chosen = self._desk.selection.ids_of(Step)
        return chosen[-1] if chosen else ""

    def activate(self, key: str) -> None:
        self._view.choose(key)
