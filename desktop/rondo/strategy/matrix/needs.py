"""What an offer needs to be known, allowed and noticed, beyond the steps and lanes of its journey.

Awareness: who names or picks must know of the need (domain C26); coaching serves a goal they have; acting
first asks none of it. Information: narrowing takes knowledge of the person, acting first a signal.
Permission belongs to what is known about a person, in every row; what they tell with an order they give by
telling (practice 1.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from rondo.strategy.matrix.rules_journeys import Behind, behind
from rondo.strategy.people.answers import Answers, Asked
from rondo.strategy.people.served import people_of
from rondofile.enums import (
    About,
    Experience,
    InformationHow,
    InformationUse,
    Knows,
    PermissionBasis,
    PermissionState,
    PlacementState,
    StepKind,
)
from rondofile.project import Project
from rondofile.records import Item, Permission, Placement, Segment, Situation, Step, StepInformation

_KNOWN_FIRST = (InformationHow.SENSED, InformationHow.INFERRED)
_WITHOUT_CONSENT = (PermissionBasis.CONTRACT, PermissionBasis.DUTY_OF_CARE)
_FOR_THE_ROW = {
    Experience.CURATED_OFFERING: (StepKind.SEARCH, StepKind.DECIDE),
    Experience.COACH_BEHAVIOR: (StepKind.NEED, StepKind.AWARENESS, StepKind.EXPERIENCE),
    Experience.AUTOMATIC_EXECUTION: (StepKind.NEED, StepKind.AWARENESS),
}
"""At which steps a row lives on what is known; respond to desire asks nothing but the order."""
_STEPS = {
    Experience.RESPOND_TO_DESIRE: (StepKind.ORDER, StepKind.RECEIVE),
    Experience.CURATED_OFFERING: (StepKind.SEARCH, StepKind.DECIDE),
    Experience.COACH_BEHAVIOR: (StepKind.NEED, StepKind.AWARENESS, StepKind.EXPERIENCE),
    Experience.AUTOMATIC_EXECUTION: tuple(
        kind for kind in StepKind if kind in ("need", "awareness", "receive", "after-sale")
    ),
}
"""The steps that a row is about; what is known elsewhere on the journey serves other offers."""
_AWARENESS: dict[Experience, tuple[Asked, ...]] = {
    Experience.RESPOND_TO_DESIRE: ("knows_need", "knows_options"),
    Experience.CURATED_OFFERING: ("knows_need",),
    Experience.COACH_BEHAVIOR: ("own_goal",),
}


class NeedKind(StrEnum):
    """What is asked for."""

    AWARE = "aware"
    KNOWN = "known"
    GATHERED = "gathered"
    ALLOWED = "allowed"


class Need(Struct, frozen=True):
    """`met` None: nobody has said. `about` tells which: the question to the people, or the row.

    `item` is the piece of information; `step` uses it; `permission` is what was agreed on it."""

    kind: NeedKind
    met: bool | None
    about: str
    person: Segment | Situation | None = None
    item: Item | None = None
    step: Step | None = None
    permission: Permission | None = None

    @property
    def lacking(self) -> bool:
        return self.met is False


def needs(project: Project, offer: Placement, journey: str | None = None) -> tuple[Need, ...]:
    """What an offer that is decided on needs of its people, and of the first redesign behind it or the one
    named. Nothing is asked of an offer of today, of an idea or off the grid."""
    if offer.state is not PlacementState.TARGET or offer.experience is None:
        return ()
    aware = tuple(_aware(project, offer, offer.experience))
    found = behind(project, offer)
    shown = next((one for one in found if journey is None or one.journey.id == journey), None)
    if shown is None:
        return aware
    return (*aware, *_known(project, offer, offer.experience, shown))


def _aware(project: Project, offer: Placement, row: Experience) -> Iterator[Need]:
    who = people_of(project, offer)
    if who is None:
        return
    person = project.find(Situation, who[1]) or project.get(Segment, who[0])
    for asked in _AWARENESS.get(row, ()):
        answer = Answers(project).of(person, asked)
        met = bool(answer.value) if asked == "own_goal" else _knows(answer.value)
        yield Need(NeedKind.AWARE, met, asked, person=answer.by if isinstance(answer.by, Segment) else person)


def _knows(answer: object) -> bool | None:
    return None if answer is None else answer is not Knows.NO


def _known(project: Project, offer: Placement, row: Experience, found: Behind) -> Iterator[Need]:
    entries = [
        (step, entry, project.get(Item, entry.item))
        for step in project.steps_of(found.journey.id)
        for entry in project.information_of(step.id)
    ]
    about = {step.id for step in found.steps if step.kind in _STEPS[row]}
    kinds = _FOR_THE_ROW.get(row, ())
    if kinds:
        lives_on = (s for s, e, i in entries if s.id in about and s.kind in kinds and _serves(row, e, i))
        step = next(lives_on, None)
        yield Need(NeedKind.KNOWN, step is not None, row, step=step)
    gathered = {e.item for _, e, _ in entries if e.use is InformationUse.GATHERS} | _sensed(entries)
    used = {i.id: (s, i) for s, e, i in reversed(entries) if e.use is InformationUse.USES and s.id in about}
    for step, item in reversed(used.values()):
        yield Need(NeedKind.GATHERED, item.id in gathered, "gathered", item=item, step=step)
    yield from _allowed(project, offer, row, [one for one in entries if one[0].id in about])


def _serves(row: Experience, entry: StepInformation, item: Item) -> bool:
    """Whether it tells us of this person; acting or speaking first takes what is not told."""
    if row is Experience.CURATED_OFFERING:
        return item.about is About.PERSON or entry.how in _KNOWN_FIRST
    return entry.how in _KNOWN_FIRST


def _sensed(entries: list[tuple[Step, StepInformation, Item]]) -> set[str]:
    """What is sensed or inferred where it is used needs no step that gathers it."""
    return {entry.item for _, entry, _ in entries if entry.how in _KNOWN_FIRST}


def _allowed(
    project: Project,
    offer: Placement,
    row: Experience,
    entries: list[tuple[Step, StepInformation, Item]],
) -> Iterator[Need]:
    who = people_of(project, offer)
    seen: set[str] = set()
    for step, entry, item in entries:
        with_the_order = row is Experience.RESPOND_TO_DESIRE and entry.how is InformationHow.TOLD
        if item.about is not About.PERSON or item.id in seen or with_the_order:
            continue
        seen.add(item.id)
        agreed = permission_for(project, item.id, who[0] if who is not None else None)
        yield Need(NeedKind.ALLOWED, is_allowed(agreed), "allowed", None, item, step, agreed)


def permission_for(project: Project, item: str, segment: str | None) -> Permission | None:
    """What was agreed with that segment on a piece of information, else what was agreed with everybody."""
    found = project.permissions_of(item)
    mine = (one for one in found if one.segment == segment)
    return next(mine, next((one for one in found if one.segment is None), None))


def is_allowed(permission: Permission | None) -> bool:
    """It was given, or a contract or a duty of care allows it and nobody refused."""
    if permission is None or permission.state is PermissionState.REFUSED:
        return False
    return permission.state is PermissionState.GIVEN or permission.basis in _WITHOUT_CONSENT
