"""The questions about a situation; what it does not say itself is as its segment says."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rondo.strategy.people.asking import Needed
from rondo.ui.fields import TextField
from rondo.ui.inspector.people.person_page import PersonPage
from rondo.ui.inspector.pieces.jump import Jump
from rondo.ui.inspector.pieces.options import named_or
from rondo.ui.inspector.pieces.title_field import TitleField
from rondofile.kinds import EditKind
from rondofile.records import Segment, Situation


class SituationPage(PersonPage):
    """One situation."""

    noun = Situation
    kind = EditKind.SET_SITUATION
    room = "situation"

    def build(self) -> None:
        """Name and what is different, three questions, what is needed now, then the rest."""
        name = self.words("inspector.situation.name")
        self.title(TitleField(self.desk, name, placeholder=name), "name", self.kind)
        self.above = self.put(Jump(self.desk.look, "", self.words("inspector.situation.segment"), "↑"))
        self.above.clicked.connect(lambda: self.go(Segment, self.scored[0]))
        self.ask(TextField(self.desk, self.words("inspector.situation.description")), "description")
        self.ask_first()
        self.ask_now()
        self.ask_rest()

    @property
    def scored(self) -> tuple[str, str | None]:
        situation = self.project.get(Situation, self.ids[0])
        return situation.segment, situation.id

    def of_one(self) -> tuple[QWidget, ...]:
        return *super().of_one(), self.above

    def said_of_one(self) -> str:
        segment = self.project.get(Segment, self.project.get(Situation, self.ids[0]).segment)
        return self.words("inspector.situation.of", segment=named_or(self.desk, segment, "segment"))

    def show_more(self, wanted: Needed) -> None:
        """The way to the segment."""
        segment = self.project.get(Segment, self.scored[0])
        self.above.say(named_or(self.desk, segment, "segment"))
