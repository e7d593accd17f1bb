"""Where a step of a redesign comes from: the steps of today that it stands for."""

from __future__ import annotations

from rondo.ui.desk import Desk
from rondo.ui.fields import Chip, ListField
from rondo.ui.inspector.pieces.section import Section
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.project import Project
from rondofile.records import Journey, Step


class OriginList(Section):
    """Shown for steps of a journey that is based on another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "StepPage.origins", desk.words("inspector.step.origins"))
        self._desk = desk
        self._step: str | None = None
        self._choices: dict[str, str] = {}
        question, add = desk.words("inspector.step.origins_question"), desk.words("inspector.step.add_origin")
        self.field = ListField(desk, question, add, closed=True)
        self.field.added.connect(self._on_field_added)
        self.field.removed.connect(self._on_field_removed)
        self.field.followed.connect(self._on_field_followed)
        self.body.addWidget(self.field)

    def show_step(self, project: Project, step: Step) -> bool:
        """The origins of that step are shown; False where a step has none to come from."""
        self._step = step.id
        journey = project.get(Journey, step.journey)
        today = project.find(Journey, journey.based_on)
        found = project.origins_of(step.id)
        if today is None and not found:
            return False
        self._choices = titles(project.steps_of(today.id)) if today is not None else {}
        self.field.suggest(list(self._choices))
        unnamed = self._desk.words("telling.unnamed.step")
        self.field.set_value(tuple(Chip(origin.id, origin.title or unnamed) for origin in found))
        self.set_count(len(found))
        return True

    def _origins(self) -> list[str]:
        return [chip.key for chip in self.field.value()]

    def _set(self, origins: list[str]) -> None:
        key = self._step
        if key is not None:
            self._desk.session.edit(EditKind.SET_ORIGINS, lambda edit: steps.set_origins(edit, key, origins))

    def _on_field_added(self, title: str) -> None:
        self._set([*self._origins(), self._choices[title]])

    def _on_field_removed(self, key: str) -> None:
        self._set([origin for origin in self._origins() if origin != key])

    def _on_field_followed(self, key: str) -> None:
        step = self._desk.session.project.find(Step, key)
        if step is not None:
            self._desk.selection.look_at(step.journey)
            self._desk.selection.choose(Step, key)


def titles(among: tuple[Step, ...]) -> dict[str, str]:
    """The ids of steps by their titles, told apart by their place where two are alike."""
    found: dict[str, str] = {}
    for place, step in enumerate(among, start=1):
        title = step.title if step.title not in found else f"{step.title} ({place})"
        found[title] = step.id
    return found
