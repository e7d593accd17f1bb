"""The questions about an organisation, and where it stands in the project."""

from __future__ import annotations

from rondo.ui.fields import ChoiceField, Option, TextField
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.pieces.jump_list import JumpList, Lead
from rondo.ui.inspector.pieces.options import journey_name
from rondo.ui.inspector.pieces.part import Part
from rondo.ui.inspector.pieces.title_field import TitleField
from rondofile.enums import PlayerKind
from rondofile.kinds import EditKind
from rondofile.records import Journey, Placement, Player


class OrganisationPage(Page):
    """One organisation."""

    noun = Player
    kind = EditKind.SET_PLAYER
    room = "organisation"

    def build(self) -> None:
        """Name, kind, note; its journeys and offers."""
        words, framework = self.words, self.framework
        name = words("inspector.organisation.name")
        self.title(TitleField(self.desk, name, placeholder=name), "name", self.kind)
        kinds = [Option(kind, f"{framework.mark(kind)} {framework.name(kind)}") for kind in PlayerKind]
        self.ask(ChoiceField(self.desk, words("inspector.organisation.kind"), kinds, folded=True), "kind")
        self.ask(TextField(self.desk, words("inspector.note_question")), "note")
        part = self.put(Part(self.desk, words("inspector.organisation.stands")))
        self.leads = part.add(JumpList(self.desk, words("inspector.organisation.nowhere")))
        self.leads.followed.connect(self.go)

    def describe(self) -> str:
        return self.framework.name(self.project.get(Player, self.ids[0]).kind)

    def follow(self) -> None:
        """Its journeys and offers."""
        key, project = self.ids[0], self.project
        journeys = [
            Lead(Journey, journey.id, journey_name(self.desk, journey))
            for journey in project.all(Journey)
            if (owner := project.player_of(journey)) is not None and owner.id == key
        ]
        offers = [
            Lead(Placement, offer.id, offer.offer or self.words("telling.unnamed.offer"))
            for offer in project.all(Placement)
            if (owner := project.player_of(offer)) is not None and owner.id == key
        ]
        self.leads.show_leads([*journeys, *offers])
