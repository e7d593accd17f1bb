"""What a segment or a situation has answered, and whose word it is.

A situation inherits every answer it does not give itself (domain C37). This is the one place that says so:
whoever wants an answer about people asks here, never the record.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal, get_args

from msgspec import Struct

from rondofile.enums import Experience
from rondofile.project import Project
from rondofile.records import Fit, Segment, Situation

Person = Segment | Situation
Asked = Literal[
    "knows_need",
    "desired_control",
    "privacy_comfort",
    "knows_options",
    "own_goal",
    "predictability",
    "mistake_cost",
    "undo_possible",
]
"""The questions that a segment and each of its situations can answer, beside the scores."""
ASKED: tuple[Asked, ...] = get_args(Asked)
Score = Literal["comfort", "value"]
"""Would they like it, would it help them: held apart (domain C38)."""
SCORES: tuple[Score, ...] = get_args(Score)


class Answer(Struct, frozen=True):
    """`value` None: nobody has said. `by`: the record that says it; `inherited`: of the segment, for the
    situation that was asked."""

    value: Any = None
    by: Segment | Situation | Fit | None = None
    inherited: bool = False


NOTHING = Answer()


class Answers:
    """Reads the answers of one project; the scores are sorted once, when first asked for."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def of(self, person: Person, asked: Asked) -> Answer:
        """Their own answer, else what their segment says."""
        own = _said(person, asked)
        if own is not None or isinstance(person, Segment):
            return Answer(own, person) if own is not None else NOTHING
        return self.above(person, asked)

    def above(self, person: Person, asked: Asked) -> Answer:
        """What a situation would inherit if it said nothing itself; a segment inherits nothing."""
        segment = self._project.find(Segment, person.segment) if isinstance(person, Situation) else None
        value = _said(segment, asked) if segment is not None else None
        return Answer(value, segment, inherited=True) if value is not None else NOTHING

    def score(self, segment: str, situation: str | None, experience: Experience, which: Score) -> Answer:
        """Their own score of an experience, else that of their segment."""
        fit = self.fit(segment, situation, experience)
        own = getattr(fit, which, None)
        if own is not None or situation is None:
            return Answer(own, fit) if own is not None else NOTHING
        return self.score_above(segment, situation, experience, which)

    def score_above(
        self, segment: str, situation: str | None, experience: Experience, which: Score
    ) -> Answer:
        """The score that a situation would inherit if it gave none itself."""
        fit = self.fit(segment, None, experience) if situation is not None else None
        value = getattr(fit, which, None)
        return Answer(value, fit, inherited=True) if value is not None else NOTHING

    def fit(self, segment: str, situation: str | None, experience: Experience) -> Fit | None:
        """The record that holds their own scores of an experience."""
        return self._fits.get((segment, situation, experience))

    @cached_property
    def _fits(self) -> dict[tuple[str, str | None, Experience], Fit]:
        return {(fit.segment, fit.situation, fit.experience): fit for fit in self._project.all(Fit)}


def _said(person: Person, asked: Asked) -> Any:
    """An empty text says nothing."""
    value = getattr(person, asked, None)
    return None if isinstance(value, str) and not value.strip() else value
