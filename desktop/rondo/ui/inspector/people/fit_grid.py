"""Would they like it, would it help them: two scores for each of the four experiences, held apart."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.strategy.people.answers import SCORES, Answers, Score
from rondo.ui.desk import Desk
from rondo.ui.fields import ScoreField
from rondo.ui.fields.field import said
from rondo.ui.inspector.people.question import Question
from rondofile.enums import Experience
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.project import Project
from rondofile.records import Fit


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
        self.questions: dict[tuple[Experience, Score], Question] = {}
        self.rows: dict[Experience, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(12))

    def show_rows(self, whys: Mapping[Experience, str]) -> None:
        """Those experiences are asked about, each for its reason; a row is made when it is first asked."""
        for experience in Experience:
            if experience in whys and experience not in self.rows:
                self._make_row(experience)
        for experience, row in self.rows.items():
            row.setVisible(experience in whys)
            row.say_why(whys.get(experience, ""))

    def show_fits(self, project: Project, segment: str, situation: str | None) -> None:
        """The scores are shown as they are."""
        again, self._of = self._of != (segment, situation), (segment, situation)
        answers = Answers(project)
        for (experience, score), question in self.questions.items():
            own = getattr(answers.fit(segment, situation, experience), score, None)
            field = question.field
            (field.begin if again else field.set_value)(own)
            question.tell(own, answers.score_above(segment, situation, experience, score))

    def _make_row(self, experience: Experience) -> None:
        """It stands where the framework lists it, and shows what is known."""
        row = self.rows[experience] = _Row(self._desk, experience)
        for score in SCORES:
            row.column.addWidget(self._question(experience, score))
        listed = [one for one in Experience if one in self.rows]
        self._column.insertWidget(listed.index(experience), row)

    def _question(self, experience: Experience, score: Score) -> Question:
        words = self._desk.words
        low, high = words(f"inspector.fit.{score}.low"), words(f"inspector.fit.{score}.high")
        field = ScoreField(self._desk, words(f"inspector.fit.{score}"), low, high, compact=True)
        name = self._desk.framework.name(experience)
        for pill in field.pills.pills:
            pill.setAccessibleName(f"{name}, {pill.accessibleName()}")
        field.changed.connect(lambda value: self._keep(experience, score, value))
        question = self.questions[experience, score] = Question(self._desk, field)
        return question

    def _keep(self, experience: Experience, score: Score, value: int | None) -> None:
        if self._of is not None:
            segment, situation = self._of
            self._desk.session.edit(
                EditKind.SET_FIT,
                lambda edit: segments.set_fit(edit, segment, situation, experience, **{score: value}),
            )


class _Row(QWidget):
    """An experience by its name and its plain line, its two scores, and why they are asked."""

    def __init__(self, desk: Desk, experience: Experience) -> None:
        super().__init__()
        name, self.why = said(desk.framework.name(experience)), said("", "hint")
        name.setStyleSheet("font-weight: 600;")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(desk.look.px(4))
        for label in (name, said(desk.framework.short(experience), "hint"), self.why):
            self.column.addWidget(label)
        self.why.hide()

    def say_why(self, why: str) -> None:
        """That is why the scores are asked."""
        if self.why.text() != why:
            self.why.setText(why)
        self.why.setVisible(bool(why))
