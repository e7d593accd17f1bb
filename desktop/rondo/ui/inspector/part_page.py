"""The questions about a part of a journey: its name and its steps."""

from __future__ import annotations

from rondo.ui.fields import Chip, ListField
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.pieces.options import journey_name
from rondo.ui.inspector.pieces.title_field import TitleField
from rondo.ui.inspector.steps.origin_list import titles
from rondofile.kinds import EditKind
from rondofile.nouns import stretches
from rondofile.records import Journey, Step, Stretch


class PartPage(Page):
    """One named part of a journey."""

    noun = Stretch
    kind = EditKind.SET_STRETCH
    room = "part"

    def build(self) -> None:
        """Name and steps."""
        words = self.words
        name = words("inspector.part.name")
        self.title(TitleField(self.desk, name, placeholder=name), "name", self.kind)
        self.steps = self.put(
            ListField(self.desk, words("inspector.part.steps"), words("inspector.part.add_step"), closed=True)
        )
        self._choices: dict[str, str] = {}
        self.steps.added.connect(lambda title: self._set([*self._keys(), self._choices[title]]))
        self.steps.removed.connect(lambda gone: self._set([key for key in self._keys() if key != gone]))
        self.steps.followed.connect(lambda key: self.go(Step, key))

    def describe(self) -> str:
        part = self.project.get(Stretch, self.ids[0])
        journey = journey_name(self.desk, self.project.get(Journey, part.journey))
        steps = len(self.project.steps_in(part.id))
        return self.words.count("inspector.part.describes", steps, journey=journey)

    def follow(self) -> None:
        """The steps of the part, and those of the journey that could join it."""
        part = self.project.get(Stretch, self.ids[0])
        members = self.project.steps_in(part.id)
        inside = {step.id for step in members}
        steps = self.project.steps_of(part.journey)
        self._choices = {title: key for title, key in titles(steps).items() if key not in inside}
        self.steps.suggest(list(self._choices))
        unnamed = self.words("telling.unnamed.step")
        self.steps.set_value(tuple(Chip(step.id, step.title or unnamed) for step in members))

    def _keys(self) -> list[str]:
        return [chip.key for chip in self.steps.value()]

    def _set(self, steps: list[str]) -> None:
        key = self.ids[0]
        self.edit(self.kind, lambda edit: stretches.set_steps(edit, key, steps))
