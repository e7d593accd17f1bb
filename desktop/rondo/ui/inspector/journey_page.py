"""The questions about a journey: whose it is, of whom, when."""

from __future__ import annotations

from collections.abc import Sequence

from rondo.ui.fields import ChoiceField, NumberField, TextField
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.pieces.jump import Jump
from rondo.ui.inspector.pieces.options import capital, journey_name, named, players, segments, situations
from rondo.ui.inspector.pieces.title_field import TitleField
from rondofile.edits import Edit
from rondofile.enums import JourneyState
from rondofile.kinds import EditKind
from rondofile.nouns import journeys
from rondofile.records import Journey


class JourneyPage(Page):
    """One journey."""

    noun = Journey
    kind = EditKind.SET_JOURNEY
    room = "journey"

    def build(self) -> None:
        """Name, state, whose, of whom, in which situation, how often."""
        words = self.words
        name = words("inspector.journey.name")
        self.title(TitleField(self.desk, name, placeholder=name), "name", self.kind)
        self.base = self.put(
            Jump(self.desk.look, "", words("inspector.journey.based_on"), "↳", "ink-tertiary")
        )
        self.base.clicked.connect(self._on_base_clicked)
        states = named(self.framework, JourneyState)
        self.ask(ChoiceField(self.desk, words("inspector.journey.state"), states), "state")
        self.segment = self._choice("segment", "inspector.not_known")
        self.ask_so(self.segment, lambda project, key: project.get(Journey, key).segment, _set_segment)
        self.situation = self.ask(self._choice("situation", "inspector.journey.any_situation"), "situation")
        self.player = self.ask(self._choice("player", "inspector.own"), "player")
        often = NumberField(
            self.desk,
            words("inspector.journey.episodes"),
            unit=words("inspector.journey.a_year"),
            hint=words("inspector.journey.episodes_like"),
        )
        self.ask(often, "episodes_per_year")
        self.ask(TextField(self.desk, words("inspector.note_question")), "note")

    def describe(self) -> str:
        journey = self.project.get(Journey, self.ids[0])
        steps = self.words.count("telling.steps", len(self.project.steps_of(journey.id)))
        lanes = self.words.count("inspector.journey.lanes", len(self.project.lanes_of(journey.id)))
        return f"{capital(self.framework.name(journey.state))} · {steps} · {lanes}"

    def follow(self) -> None:
        """What there is to choose from, and what a redesign is based on."""
        journey = self.project.get(Journey, self.ids[0])
        self.segment.set_options(segments(self.desk, self.project))
        self.situation.set_options(situations(self.desk, self.project, journey.segment))
        self.situation.setVisible(journey.segment is not None)
        self.player.set_options(players(self.desk, self.project))
        today = self.project.find(Journey, journey.based_on)
        self.base.setVisible(today is not None)
        if today is not None:
            self.base.say(journey_name(self.desk, today))

    def _choice(self, attribute: str, unknown: str) -> ChoiceField:
        question = self.words(f"inspector.journey.{attribute}")
        return ChoiceField(self.desk, question, (), self.words(unknown), folded=True)

    def _on_base_clicked(self) -> None:
        journey = self.project.find(Journey, self.ids[0])
        if journey is not None and journey.based_on is not None:
            self.desk.selection.look_at(journey.based_on)
            if self.desk.selection.kind is Journey:
                self.desk.selection.choose(Journey, journey.based_on)


def _set_segment(edit: Edit, ids: Sequence[str], segment: str | None) -> None:
    """A situation belongs to its segment, and goes with it."""
    for key in ids:
        if edit.get(Journey, key).segment != segment:
            journeys.set_fields(edit, key, segment=segment, situation=None)
