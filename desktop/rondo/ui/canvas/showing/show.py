"""What is shown of all steps at once: chosen from the menu or by key, remembered for each project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rondo.figures.show.values import Show
from rondo.ui.canvas.minimap import Minimap
from rondo.ui.canvas.showing.show_button import ShowButton
from rondo.ui.canvas.surface import Surface
from rondo.ui.room import Deed

if TYPE_CHECKING:
    from rondo.ui.canvas.showing.show_card import ShowCard

KEPT = "show"
"""Under what name a view keeps it: it is local, never in the file."""


class ShowChoice(QObject):
    """Belongs to one surface. One thing is shown at a time, or nothing."""

    def __init__(self, surface: Surface, minimap: Minimap) -> None:
        super().__init__(surface)
        self._scene, self._desk = surface.journey_scene, surface.journey_scene.desk
        self._surface, self._minimap = surface, minimap
        self._card: ShowCard | None = None
        self.button = ShowButton(self._desk)
        self._read_for: str | None = None
        self._scene.planned.connect(self._on_planned)

    @property
    def card(self) -> ShowCard:
        """The legend; it is made with the first thing that is shown."""
        if self._card is None:
            from rondo.ui.canvas.showing.show_card import ShowCard

            self._card = self._minimap.beside = ShowCard(self._surface, self._minimap.most)
            self._card.placed.connect(self._minimap.place)
            self._card.closed.connect(lambda: self.choose(None))
        return self._card

    def place(self) -> None:
        """The legend stands where it should, then the small map beside it."""
        (self._minimap if self._card is None else self._card).place()

    @property
    def what(self) -> Show | None:
        """What is shown now."""
        return self._scene.picture.what

    def choose(self, what: Show | None) -> None:
        """That is shown from now on; what is shown already, no longer."""
        chosen = None if what is self.what else what
        self._scene.picture.show_all(chosen)
        self._keep(chosen)
        for one in Show:
            self._desk.actions[f"journey.show-{one}"].setChecked(one is chosen)
        self._desk.actions["journey.show-none"].setChecked(chosen is None)
        self._tell()

    def deeds(self) -> dict[str, Deed]:
        """The actions of the window that show something."""
        found = {f"journey.show-{one}": self._deed(one) for one in Show}
        return {"journey.show-none": self._deed(None), **found}

    def _deed(self, what: Show | None) -> Deed:
        return Deed(
            lambda: self.choose(what), lambda: self._scene.plan is not None, lambda: self.what is what
        )

    def _on_planned(self) -> None:
        """Another project is shown as it was last."""
        standing = self._desk.session.standing
        if standing and standing.doc_id != self._read_for:
            self._read_for = standing.doc_id
            kept = self._desk.settings.view_of(standing.doc_id).get(KEPT)
            self._scene.picture.show_all(Show(kept) if kept in set(Show) else None)
        self._tell()

    def _keep(self, what: Show | None) -> None:
        standing = self._desk.session.standing
        if standing:
            before = self._desk.settings.view_of(standing.doc_id)
            self._desk.settings.keep_view(standing.doc_id, {**before, KEPT: what.value if what else ""})

    def _tell(self) -> None:
        shown = self._scene.stage.shown
        showing = shown.showing if shown else None
        if showing is not None or self._card is not None:
            self.card.show_legend(showing)
        self.button.say(self.what)
