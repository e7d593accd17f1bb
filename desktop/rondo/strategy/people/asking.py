"""What is worth asking about people: three questions first, the rest when an offer we will make needs it.

Curated offering needs to know whether they know the options, coach behavior a goal of theirs, automatic
execution whether the need can be foreseen, what a mistake costs and whether it can be undone (domain 2.12).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from rondo.strategy.people.answers import SCORES, Answers, Asked, Person
from rondo.strategy.people.served import Who, people_of
from rondo.strategy.sentences.focus import is_own
from rondofile.enums import Experience, PlacementState, RoleKind
from rondofile.project import Project
from rondofile.records import Placement, Segment

FIRST: tuple[Asked, ...] = ("knows_need", "desired_control", "privacy_comfort")
"""Asked of everybody: do they know the need, do they want to choose, do they let us act."""
LATER: tuple[Asked, ...] = ("knows_options", "own_goal", "predictability", "mistake_cost", "undo_possible")
"""Asked when an offer needs it."""
NEEDS: Mapping[Experience, tuple[Asked, ...]] = {
    Experience.RESPOND_TO_DESIRE: (),
    Experience.CURATED_OFFERING: ("knows_options",),
    Experience.COACH_BEHAVIOR: ("own_goal",),
    Experience.AUTOMATIC_EXECUTION: ("predictability", "mistake_cost", "undo_possible"),
}
PARTS: Mapping[Experience, tuple[RoleKind, ...]] = {
    Experience.RESPOND_TO_DESIRE: (RoleKind.PAYER,),
    Experience.CURATED_OFFERING: (RoleKind.CHOOSER, RoleKind.PAYER),
    Experience.COACH_BEHAVIOR: (RoleKind.USER, RoleKind.PAYER, RoleKind.CONSENT_GIVER),
    Experience.AUTOMATIC_EXECUTION: (RoleKind.PAYER, RoleKind.CONSENT_GIVER),
}
"""Whose part matters where: who chooses from a choice, who is prompted, who consents to what is done."""


class Needed(Struct, frozen=True):
    """What offers that we will make need to know of these people, each with the first that needs it."""

    answers: Mapping[Asked, Placement] = field(default_factory=dict)
    rows: Mapping[Experience, Placement] = field(default_factory=dict)
    parts: Mapping[RoleKind, Placement] = field(default_factory=dict)
    size: Placement | None = None

    @property
    def offers(self) -> tuple[Placement, ...]:
        """The offers that need something, each once."""
        sized = (self.size,) if self.size is not None else ()
        found = (*self.rows.values(), *self.answers.values(), *self.parts.values(), *sized)
        return tuple({offer.id: offer for offer in found}.values())


def needed(project: Project, person: Person) -> Needed:
    """What the offers need that we will make for exactly these people; a situation asks for no size or part,
    those are its segment's."""
    who: Who = (person.id, None) if isinstance(person, Segment) else (person.segment, person.id)
    answers: dict[Asked, Placement] = {}
    rows: dict[Experience, Placement] = {}
    parts: dict[RoleKind, Placement] = {}
    size: Placement | None = None
    for offer in _promised(project, who):
        row = offer.experience
        if row is None:
            continue
        rows.setdefault(row, offer)
        for asked in NEEDS[row]:
            answers.setdefault(asked, offer)
        if isinstance(person, Segment):
            size = size or offer
            for part in PARTS[row]:
                parts.setdefault(part, offer)
    return Needed(answers, rows, parts, size)


def unanswered(project: Project, person: Person) -> int:
    """How many of the questions asked of these people nobody has answered."""
    found, answers = needed(project, person), Answers(project)
    asked = sum(answers.of(person, one).value is None for one in (*FIRST, *found.answers))
    segment = person.id if isinstance(person, Segment) else person.segment
    situation = None if isinstance(person, Segment) else person.id
    scores = [answers.score(segment, situation, row, which).value for row in found.rows for which in SCORES]
    said = {role.kind for role in project.roles_of(segment)}
    size = isinstance(person, Segment) and found.size is not None and person.size is None
    return asked + scores.count(None) + len(set(found.parts) - said) + size


def _promised(project: Project, who: Who) -> Iterator[Placement]:
    for offer in project.all(Placement):
        if (
            offer.state is PlacementState.TARGET
            and is_own(project, offer)
            and people_of(project, offer) == who
        ):
            yield offer
