"""Which journey stands behind an offer, and which of its steps are new or changed."""

from __future__ import annotations

from msgspec import Struct

from rondo.strategy.changes.difference import ChangeKind, difference, paired
from rondofile.enums import CardKind, JourneyState, PlacementState, StepKind
from rondofile.findings import found_once
from rondofile.project import Project
from rondofile.records import Journey, Placement, Situation, Step, Stretch

_NO_CHANGE_FOR_THE_BETTER = (
    ChangeKind.UNCHANGED,
    ChangeKind.PAIN_ADDED,
    ChangeKind.PAIN_MOVED,
    ChangeKind.DELIGHT_LOST,
)


class Behind(Struct, frozen=True):
    """A journey behind an offer and those of its steps that the offer is about."""

    journey: Journey
    steps: tuple[Step, ...]


class Touched(Struct, frozen=True):
    """Ids of the steps that a redesign adds or changes, and the kinds of the steps it drops."""

    steps: frozenset[str]
    dropped: frozenset[StepKind]


def behind(project: Project, placement: Placement) -> tuple[Behind, ...]:
    """The journeys that show an offer: of its card, of its organisation, today or redesigned.

    An offer of today is shown by journeys of today, any other by redesigns. A situation without a
    journey of its own has those of its segment. An activity has none.
    """
    wanted = JourneyState.AS_IS if placement.state is PlacementState.NOW else JourneyState.TO_BE
    owner = project.player_of(placement)
    return tuple(
        found
        for found in _of_card(project, placement, wanted)
        if found.journey.state is wanted and project.player_of(found.journey) == owner
    )


@found_once(
    player=None,
    segment=None,
    situation=None,
    item=None,
    journey=None,
    lane=None,
    step=None,
    step_feeling=None,
    step_origin=None,
    step_information=None,
    mark=None,
    link=None,
    stretch=None,
    stretch_step=None,
    response=None,
)
def touched(project: Project, journey: Journey) -> Touched:
    """What a redesign changes against the journey it comes from; one that comes from none is all new."""
    steps = project.steps_of(journey.id)
    if project.find(Journey, journey.based_on) is None or journey.based_on is None:
        return Touched(frozenset(step.id for step in steps), frozenset())
    changes = difference(project, journey.based_on, journey.id)
    ids = {s.id for c in changes.changes if c.kind not in _NO_CHANGE_FOR_THE_BETTER for s in c.after}
    pairs = paired(project, journey.based_on, journey.id).pairs
    ids |= {new.id for old, new in pairs if _manner(project, old) != _manner(project, new)}
    dropped = {s.kind for c in changes.of(ChangeKind.REMOVED) for s in c.before if s.kind is not None}
    return Touched(frozenset(ids), frozenset(dropped))


def _of_card(project: Project, placement: Placement, wanted: JourneyState) -> tuple[Behind, ...]:
    if placement.card_kind is CardKind.STRETCH:
        stretch = project.find(Stretch, placement.card_ref)
        return _of_stretch(project, stretch, wanted) if stretch else ()
    if placement.card_kind is CardKind.SEGMENT:
        mine = [j for j in project.all(Journey) if j.segment == placement.card_ref and j.segment is not None]
        mine.sort(key=lambda journey: journey.situation is not None)
        return tuple(_whole(project, journey) for journey in mine)
    if placement.card_kind is CardKind.SITUATION:
        situation = project.find(Situation, placement.card_ref)
        return _of_situation(project, situation, wanted) if situation else ()
    return ()


def _of_situation(project: Project, situation: Situation, wanted: JourneyState) -> tuple[Behind, ...]:
    journeys = [journey for journey in project.all(Journey) if journey.state is wanted]
    own = [journey for journey in journeys if journey.situation == situation.id]
    base = [j for j in journeys if j.segment == situation.segment and j.situation is None]
    return tuple(_whole(project, journey) for journey in own or base)


def _of_stretch(project: Project, stretch: Stretch, wanted: JourneyState) -> tuple[Behind, ...]:
    journey = project.get(Journey, stretch.journey)
    if journey.state is wanted:
        return (Behind(journey, project.steps_in(stretch.id)),)
    if wanted is JourneyState.TO_BE:
        return tuple(_whole(project, redesign) for redesign in project.redesigns_of(journey.id))
    today = project.find(Journey, journey.based_on)
    return (_whole(project, today),) if today else ()


def _whole(project: Project, journey: Journey) -> Behind:
    return Behind(journey, project.steps_of(journey.id))


def _manner(project: Project, step: Step) -> tuple[object, ...]:
    """How a step goes about it, beyond what the list of changes shows."""
    known = frozenset((entry.item, entry.how, entry.use) for entry in project.information_of(step.id))
    return step.kind, step.aware_first, step.trigger, step.channel, step.same_for_everyone, known
