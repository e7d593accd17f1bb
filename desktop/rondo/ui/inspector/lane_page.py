"""The questions about a lane: whose desk it is."""

from __future__ import annotations

from rondo.ui.fields import ChoiceField, TickField
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.pieces.options import named, players
from rondo.ui.inspector.pieces.title_field import TitleField
from rondofile.enums import LaneRole
from rondofile.kinds import EditKind
from rondofile.records import Lane


class LanePage(Page):
    """One lane."""

    noun = Lane
    kind = EditKind.SET_LANE
    room = "lane"

    def build(self) -> None:
        """Name, role, organisation, whether the customer sees it."""
        words = self.words
        name = words("inspector.lane.name")
        self.title(TitleField(self.desk, name, placeholder=name), "name", self.kind)
        roles = named(self.framework, LaneRole)
        self.role = self.ask(ChoiceField(self.desk, words("inspector.lane.role"), roles, folded=True), "role")
        unknown = words("inspector.lane.no_player")
        self.player = ChoiceField(self.desk, words("inspector.lane.player"), (), unknown, folded=True)
        self.ask(self.player, "player")
        self.ask(TickField(self.desk, words("inspector.lane.seen")), "seen_by_customer")

    def describe(self) -> str:
        lane = self.project.get(Lane, self.ids[0])
        steps = sum(step.lane == lane.id for step in self.project.steps_of(lane.journey))
        return self.words.count("inspector.lane.steps", steps, role=self.framework.name(lane.role))

    def follow(self) -> None:
        """The organisations to choose from, and what the role means."""
        self.player.set_options(players(self.desk, self.project))
        self.role.set_hint(self.framework.meaning(self.project.get(Lane, self.ids[0]).role))
