"""How other customers feel at a step: a row of faces for each segment that the journey is not drawn for."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.strategy.journeys.feelings import feeling_of
from rondo.ui.desk import Desk
from rondo.ui.fields import ScoreField
from rondo.ui.fields.field import said
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.nouns import feelings
from rondofile.project import Project
from rondofile.records import Journey, Segment, Step

MOST = 12
"""Segments that are asked for."""


def others(project: Project, step: Step) -> tuple[Segment, ...]:
    """The segments whose feelings at a step are not those of its journey."""
    journey = project.get(Journey, step.journey)
    return tuple(one for one in project.all(Segment) if one.id != journey.segment)[:MOST]


class StepFeelings(QWidget):
    """Follows one step. One press is one step of history, as on the curve."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._step = ""
        self.fields: dict[str, ScoreField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(12))
        self._none = said(desk.words("inspector.step.no_others"), "hint")
        self._column.addWidget(self._none)

    def show_step(self, project: Project, step: Step) -> None:
        """A field for each of the other segments, with what is known."""
        asked, again = others(project, step), step.id != self._step
        self._step = step.id
        names = {one.id: one.name or self._desk.words("telling.unnamed.segment") for one in asked}
        if list(names.items()) != [(key, field.question) for key, field in self.fields.items()]:
            self._ask(names)
        for key, field in self.fields.items():
            (field.begin if again else field.set_value)(feeling_of(project, step, key))
        self._none.setVisible(not names)

    def _ask(self, names: dict[str, str]) -> None:
        for field in self.fields.values():
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {key: self._field(key, name) for key, name in names.items()}

    def _field(self, segment: str, name: str) -> ScoreField:
        field = ScoreField(self._desk, name, faces=True)
        field.changed.connect(lambda feeling: self._feel(segment, feeling))
        self._column.addWidget(field)
        return field

    def _feel(self, segment: str, feeling: int | None) -> None:
        step = self._step

        def change(edit: Edit) -> None:
            feelings.put(edit, step, segment, feeling)

        self._desk.session.edit(EditKind.SET_FEELING, change)
