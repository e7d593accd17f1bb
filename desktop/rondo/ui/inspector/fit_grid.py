"""Would they like it, would it help them: two scores for each of the four experiences, held apart."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields import ScoreField
from rondo.ui.fields.field import said
from rondo.ui.fields.score import written
from rondofile.enums import Experience
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.project import Project
from rondofile.records import Fit

SCORES = ("comfort", "value")


def scores_given(project: Project, segment: str, situation: str | None) -> int:
    """How many scores that segment, or that situation of it, was given."""
    fits = (fit for fit in project.all(Fit) if (fit.segment, fit.situation) == (segment, situation))
    return sum((fit.comfort is not None) + (fit.value is not None) for fit in fits)


class FitGrid(QWidget):
    """Of a segment, or of one of its situations, which inherits what it does not say itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._of: tuple[str, str | None] | None = None
        self.fields: dict[tuple[Experience, str], ScoreField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(4))
        for experience in Experience:
            name = said(desk.framework.name(experience))
            name.setStyleSheet("font-weight: 600;")
            column.addWidget(name)
            column.addWidget(said(desk.framework.short(experience), "hint"))
            for score in SCORES:
                column.addWidget(self._field(experience, score))
            column.addSpacing(desk.look.px(8))

    def show_fits(self, project: Project, segment: str, situation: str | None) -> None:
        """The scores are shown as they are."""
        again, self._of = self._of != (segment, situation), (segment, situation)
        fits = {(fit.situation, fit.experience): fit for fit in project.all(Fit) if fit.segment == segment}
        for (experience, score), field in self.fields.items():
            here = getattr(fits.get((situation, experience)), score, None)
            above = getattr(fits.get((None, experience)), score, None) if situation is not None else None
            (field.begin if again else field.set_value)(here)
            hint = ""
            if here is None and above is not None:
                hint = self._desk.words("inspector.as_segment", answer=written(above))
            field.set_hint(hint)

    def _field(self, experience: Experience, score: str) -> ScoreField:
        words = self._desk.words
        low, high = words(f"inspector.fit.{score}.low"), words(f"inspector.fit.{score}.high")
        field = ScoreField(self._desk, words(f"inspector.fit.{score}"), low, high, compact=True)
        name = self._desk.framework.name(experience)
        for pill in field.pills.pills:
            pill.setAccessibleName(f"{name}, {pill.accessibleName()}")
        field.changed.connect(lambda value: self._keep(experience, score, value))
        self.fields[experience, score] = field
        return field

    def _keep(self, experience: Experience, score: str, value: int | None) -> None:
        if self._of is not None:
            segment, situation = self._of
            self._desk.session.edit(
                EditKind.SET_FIT,
                lambda edit: segments.set_fit(edit, segment, situation, experience, **{score: value}),
            )
