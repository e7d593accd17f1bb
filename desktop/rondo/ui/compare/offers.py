"""Offers: what our own organisation has in a column of the matrix, today and to come."""

from __future__ import annotations

from msgspec import Struct

from rondo.ui.desk import Desk
from rondo.ui.escaped import escape
from rondofile.enums import Architecture, PlacementState
from rondofile.project import Project
from rondofile.records import Placement


class Offers(Struct, frozen=True):
    """Our offers in one column; there is at least one."""

    placements: tuple[Placement, ...]

    @property
    def state(self) -> PlacementState:
        """The firmest of them: what we will do stands out over what is, that over what could be."""
        states = {one.state for one in self.placements}
        order = (PlacementState.TARGET, PlacementState.NOW, PlacementState.IDEA)
        return next(state for state in order if state in states)

    def said(self, desk: Desk) -> str:
        """How many stand there, by state."""
        counts = [(state, sum(one.state is state for one in self.placements)) for state in PlacementState]
        said = [
            desk.words("compare_view.offers", state=desk.framework.name(state), count=desk.words.number(n))
            for state, n in counts
            if n
        ]
        return desk.words("compare_view.ours", counts=desk.words("list.comma").join(said))

    def listed(self, desk: Desk) -> str:
        """What they are, for a tooltip."""
        unnamed = desk.words("brief.matrix.unnamed")
        lines = (
            f"{escape(desk.framework.name(one.state))}: {escape(one.offer or one.card_text or unnamed)}"
            for one in self.placements
        )
        return "<qt>" + "<br>".join(lines) + "</qt>"


def our_offers(project: Project) -> dict[Architecture, Offers]:
    """Our own offers on the grid, by column; a column without any is not there."""
    found: dict[Architecture, list[Placement]] = {}
    for one in project.all(Placement):
        owner = project.player_of(one)
        ours = owner is None or owner.kind == "own"
        if ours and one.architecture is not None and one.experience is not None:
            found.setdefault(one.architecture, []).append(one)
    return {architecture: Offers(tuple(offers)) for architecture, offers in found.items()}
