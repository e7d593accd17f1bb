"""What a segment in a situation would like and what would help it: two scores held apart (domain C38)."""

from __future__ import annotations

from msgspec import Struct

from rondo.strategy.people.answers import Answer, Answers
from rondofile.enums import Experience
from rondofile.project import Project
from rondofile.records import Fit, Segment, Situation


class Wish(Struct, frozen=True):
    """The scores of one experience, and the records that say them (the situation's, else the segment's)."""

    experience: Experience
    comfort: int | None
    value: int | None
    comfort_by: Fit | None = None
    value_by: Fit | None = None

    @property
    def helps(self) -> bool:
        """It would help them, and they would be at ease with it."""
        return self.value is not None and self.value >= 1 and self.comfort is not None and self.comfort >= 0


def wishes(project: Project, segment: str, situation: str | None) -> tuple[Wish, ...]:
    """The experiences that were scored; a situation inherits what it does not say itself (domain C37)."""
    answers = Answers(project)
    found = (wish_of(answers, segment, situation, experience) for experience in Experience)
    return tuple(wish for wish in found if wish.comfort_by is not None or wish.value_by is not None)


def wish_of(answers: Answers, segment: str, situation: str | None, experience: Experience) -> Wish:
    """Both scores of one experience, None where nobody gave one."""
    comfort = answers.score(segment, situation, experience, "comfort")
    value = answers.score(segment, situation, experience, "value")
    return Wish(experience, comfort.value, value.value, _fit(comfort), _fit(value))


def best_row(project: Project, segment: str, situation: str | None) -> Wish | None:
    """The experience they value most and are at ease with; ties as listed. None where none helps."""
    fitting = [wish for wish in wishes(project, segment, situation) if wish.helps]
    return max(fitting, key=lambda wish: (wish.value or 0, wish.comfort or 0), default=None)


def wanted_control(
    project: Project, segment: Segment | None, situation: Situation | None
) -> tuple[Segment | Situation, int] | None:
    """Who said how much they want to do themselves (-2 act for us ... +2 leave it to me), and what."""
    person = situation or segment
    found = Answers(project).of(person, "desired_control") if person is not None else Answer()
    return (found.by, found.value) if isinstance(found.by, Segment | Situation) else None


def _fit(answer: Answer) -> Fit | None:
    return answer.by if isinstance(answer.by, Fit) else None
