"""What is done from the response grid: each of these is one edit of the project."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from rondo.strategy import rules
from rondo.ui.desk import Desk
from rondo.ui.journeys.new_journey import lane_name, redesign_name
from rondo.ui.responses import copies
from rondo.ui.responses.grid import ResponsesGrid
from rondo.ui.responses.making import Names, make_offer, make_step
from rondo.ui.responses.model import EXPERIENCES, Spot
from rondofile.edits import Edit
from rondofile.enums import Architecture, CardKind, LaneRole
from rondofile.kinds import EditKind
from rondofile.nouns import responses
from rondofile.records import Journey, Placement, Response, Situation, Step

MOST_VOTES = 999


class Doing:
    """Acts on the cell that the keys are in, or on the chosen ones."""

    def __init__(self, desk: Desk, grid: ResponsesGrid) -> None:
        self._desk, self._grid = desk, grid
        self.shown: QMenu | None = None
        grid.written.connect(self.write)
        grid.vote_wanted.connect(self.vote)
        grid.made_wanted.connect(self.go_to)

    def response(self, spot: Spot | None = None) -> Response | None:
        """What stands in that cell, or in the one that the keys are in."""
        spot = spot or self._grid.spot()
        there = self._desk.session.project.responses_of(spot.step) if spot else ()
        return next((one for one in there if spot and one.experience is spot.experience), None)

    def can_edit(self) -> bool:
        """Whether the keys are in a cell that may be changed."""
        return self._grid.spot() is not None and not self._desk.session.read_only

    def has_idea(self) -> bool:
        """Whether there is an idea in the cell that something can be made of."""
        found = self.response()
        return self.can_edit() and found is not None and bool(found.text or found.must_know)

    def can_make(self, made: str) -> bool:
        """Whether the idea can become a "step" or an "offer", or can be seen as what it became."""
        return self.has_idea() or self.became(made)

    def became(self, made: str) -> bool:
        """Whether the idea is a "step" or an "offer" already."""
        found = self.response()
        return found is not None and bool(found.made_step if made == "step" else found.made_placement)

    def write(self, spot: Spot, text: str, must_know: str) -> None:
        """The cell says that; an empty one without dots is gone."""
        found = self.response(spot)
        if (text, must_know) == ((found.text, found.must_know) if found else ("", "")):
            return
        fields = {"text": text, "must_know": must_know}
        self._desk.session.edit(EditKind.SET_RESPONSE, lambda edit: _put(edit, spot, fields))

    def vote(self, by: int) -> None:
        """The cell has so many dots more, never fewer than none."""
        spot, found = self._grid.spot(), self.response()
        if spot is None or not self.can_edit():
            return
        votes = min(max((found.votes if found else 0) + by, 0), MOST_VOTES)
        if votes != (found.votes if found else 0):
            self._desk.session.edit(EditKind.SET_RESPONSE, lambda edit: _put(edit, spot, {"votes": votes}))

    def clear(self) -> None:
        """The chosen cells are empty; what became of them stays."""
        found = [self.response(spot) for spot in self._grid.chosen()]
        keys = [response.id for response in found if response is not None]
        if keys:
            self._desk.session.edit(EditKind.DELETE_RESPONSES, lambda edit: responses.delete(edit, *keys))

    def has_chosen(self) -> bool:
        """Whether a chosen cell holds anything."""
        return any(self.response(spot) is not None for spot in self._grid.chosen())

    def copy(self) -> None:
        """The chosen cells are on the clipboard."""
        rows: dict[str, list[Response | None]] = {}
        for spot in self._grid.chosen():
            rows.setdefault(spot.step, []).append(self.response(spot))
        if rows:
            QGuiApplication.clipboard().setMimeData(copies.encode(list(rows.values())))

    def paste(self) -> None:
        """What is on the clipboard stands in the cells from here to the right and downwards."""
        copied, here = copies.decode(QGuiApplication.clipboard().mimeData()), self._grid.spot()
        if here is None or not copied:
            return
        model = self._grid.cells
        steps = [line.step for line in model.lines if line.step]
        first, column = steps.index(here.step), EXPERIENCES.index(here.experience)
        wanted = {
            Spot(step, experience): {"text": one.text, "must_know": one.must_know}
            for step, row in zip(steps[first:], copied, strict=False)
            for experience, one in zip(EXPERIENCES[column:], row, strict=False)
        }

        def change(edit: Edit) -> None:
            for spot, fields in wanted.items():
                _put(edit, spot, fields)

        self._desk.session.edit(EditKind.SET_RESPONSE, change)

    def make_step(self) -> None:
        """The idea is a step of the redesign; where it is one already, that step is shown."""
        found, desk = self.response(), self._desk
        if found is not None and found.made_step:
            self.go_to(self._grid.spot(), "step")
        elif found is not None and self.has_idea():
            key, names = found.id, self._names(found)
            desk.session.edit(
                EditKind.ADD_STEPS, lambda edit: make_step(edit, key, names), then=self._on_step_made
            )

    def make_offer(self) -> QMenu | None:
        """The column is asked for; where the idea is an offer already, that offer is shown."""
        found, grid = self.response(), self._grid
        if found is not None and found.made_placement:
            self.go_to(grid.spot(), "offer")
        elif found is not None and self.has_idea():
            menu = self.shown = self._columns(found)
            below = grid.visualRect(grid.currentIndex()).bottomLeft()
            menu.popup(grid.viewport().mapToGlobal(below + QPoint(0, 1)))
            menu.setActiveAction(menu.actions()[1])
            return menu
        return None

    def place(self, key: str, architecture: Architecture | None) -> None:
        """The idea of that id is an offer in its row, in that column; without one it is not connected yet."""
        found = self._desk.session.project.find(Response, key)
        if found is None:
            return
        card_kind, ref = self._card(found)
        cell = (found.experience if architecture else None, architecture)
        verdict = rules.can_place(self._desk.session.project, card_kind, ref, *cell)
        if not verdict.allowed:
            self._desk.notices.say(self._desk.words(verdict.reason_key), "bad", key="responses.made")
            return
        fields: dict[str, Any] = {"card_kind": card_kind, "card_ref": ref}
        self._desk.session.edit(
            EditKind.PLACE_OFFER,
            lambda edit: make_offer(edit, key, cell, **fields),
            then=self._on_offer_made,
        )

    def go_to(self, spot: Spot | None, made: str) -> None:
        """The step or the offer that the idea became is shown, and chosen."""
        found, desk = self.response(spot), self._desk
        project = desk.session.project
        step = project.find(Step, found.made_step) if found and made == "step" else None
        offer = project.find(Placement, found.made_placement) if found and made == "offer" else None
        if step is not None:
            self._show_step(step)
        elif offer is not None:
            self._show_offer(offer)

    def _show_step(self, step: Step) -> None:
        self._desk.selection.look_at(step.journey)
        self._desk.selection.choose(Step, step.id)
        self._desk.actions["journey.show-map"].trigger()

    def _show_offer(self, offer: Placement) -> None:
        self._desk.selection.choose(Placement, offer.id)
        self._desk.actions["view.matrix"].trigger()

    def _names(self, found: Response) -> Names:
        project, desk = self._desk.session.project, self._desk
        journey = project.get(Step, found.step).journey
        name = "" if project.redesigns_of(journey) else redesign_name(desk, journey)
        return Names(name, lane_name(desk, LaneRole.FIRM))

    def _columns(self, found: Response) -> QMenu:
        """The columns by their short tests; the last answer is that it is not connected yet."""
        words, framework, key = self._desk.words, self._desk.framework, found.id
        menu = QMenu(self._grid)
        menu.setAccessibleName(words("responses.which_column"))
        menu.addSection(words("responses.which_column"))
        for architecture in (*Architecture, None):
            said = framework.name(None)
            said = said[:1].upper() + said[1:]
            if architecture is None:
                menu.addSeparator()
            else:
                short = framework.short(architecture)
                name = framework.name(architecture)
                said = words("responses.column", short=short[:1].upper() + short[1:], name=name)
            action = menu.addAction(said.replace("&", "&&"))
            action.triggered.connect(lambda _=False, a=architecture: self.place(key, a))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._forget)
        return menu

    def _forget(self) -> None:
        self.shown = None

    def _card(self, found: Response) -> tuple[CardKind, str | None]:
        """Whom the offer is for: the situation or the customers of the journey, where they are known."""
        project = self._desk.session.project
        journey = project.get(Journey, project.get(Step, found.step).journey)
        if project.find(Situation, journey.situation) is not None:
            return CardKind.SITUATION, journey.situation
        if journey.segment is not None:
            return CardKind.SEGMENT, journey.segment
        return CardKind.ACTIVITY, None

    def _on_step_made(self, step: Step) -> None:
        desk = self._desk
        journey = desk.session.project.find(Journey, step.journey)
        said = desk.words("responses.step_made", journey=journey.name if journey else "")
        show = (desk.words("responses.show"), lambda: self._show_step(step))
        desk.notices.say(said, "good", show, key="responses.made", lasts=False)

    def _on_offer_made(self, offer: Placement) -> None:
        desk = self._desk
        show = (desk.words("responses.show"), lambda: self._show_offer(offer))
        desk.notices.say(desk.words("responses.offer_made"), "good", show, key="responses.made", lasts=False)


def _put(edit: Edit, spot: Spot, fields: dict[str, Any]) -> None:
    """The cell has these values; where nothing is left in it, it is gone."""
    found = responses.put(edit, spot.step, spot.experience, **fields)
    if not (found.text or found.must_know or found.votes or found.made_step or found.made_placement):
        responses.delete(edit, found.id)
