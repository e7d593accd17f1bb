"""Which journey the one page speaks of: the pair behind a target that takes away most pain (practice 4.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from rondo.strategy.journeys.journey import weighted_pains
from rondo.strategy.journeys.measures import Measures, measure
from rondofile.enums import CardKind, JourneyState, PlacementState, PlayerKind
from rondofile.project import Project
from rondofile.records import Journey, Placement, Segment, Situation, Stretch

Pair = tuple[Journey, Journey]
_EXACT = {CardKind.SITUATION: 3, CardKind.STRETCH: 2, CardKind.SEGMENT: 1, CardKind.ACTIVITY: 0}


class Focus(Struct, frozen=True):
    """The pair with its people, and where we stand with them; None where nothing was drawn or said."""

    as_is: Measures | None
    to_be: Measures | None
    segment: Segment | None
    situation: Situation | None
    target: Placement | None
    now: Placement | None

    @property
    def is_proposal(self) -> bool:
        """Whether there is something to propose; else the page is what we found."""
        return self.target is not None and self.to_be is not None

    @property
    def main(self) -> Measures | None:
        """The journey to speak of: today's, else the redesign that stands alone."""
        return self.as_is or self.to_be


def focus_of(project: Project, journey: str | None = None) -> Focus:
    """The focus of the page; `journey` pins the pair, or the single journey, that has this id."""
    pairs = [p for p in _pairs(project) if journey is None or journey in (p[0].id, p[1].id)]
    best = _behind_target(project, pairs)
    if best:
        return _focus(project, *best)
    if pairs:
        as_is, to_be = max(pairs, key=lambda p: _weight(project, p[0]))
        return _focus(project, as_is, to_be, None)
    return _alone(project, journey)


def is_own(project: Project, record: Journey | Placement) -> bool:
    """Whether a journey or an offer is our own firm's."""
    player = project.player_of(record)
    return player is None or player.kind is PlayerKind.OWN


def reach(project: Project, segment: Segment | None) -> float:
    """The share of the segment, else one part of as many segments as there are."""
    if segment is not None and segment.size is not None:
        return min(1.0, max(0.0, segment.size / 100))
    return 1 / max(1, len(project.all(Segment)))


def exactness(project: Project, placement: Placement, journeys: Iterable[Journey]) -> int | None:
    """How closely an offer is about the people of these journeys, from 0; None when it is not."""
    kind, ref = placement.card_kind, placement.card_ref
    if kind is CardKind.ACTIVITY:
        return 0
    situation = project.find(Situation, ref) if kind is CardKind.SITUATION else None
    stretch = project.find(Stretch, ref) if kind is CardKind.STRETCH else None
    for journey in journeys:
        if (
            (kind is CardKind.SEGMENT and ref is not None and journey.segment == ref)
            or (stretch and stretch.journey == journey.id)
            or (situation and _in_situation(journey, situation))
        ):
            return _EXACT[kind]
    return None


def _in_situation(journey: Journey, situation: Situation) -> bool:
    return journey.segment == situation.segment and journey.situation in (None, situation.id)


def _pairs(project: Project) -> Iterator[Pair]:
    own = [journey for journey in project.all(Journey) if is_own(project, journey)]
    today = [journey for journey in own if journey.state is JourneyState.AS_IS]
    for to_be in own:
        if to_be.state is JourneyState.TO_BE:
            as_is = next((j for j in today if j.id == to_be.based_on), None)
            as_is = as_is or next((j for j in today if _same_people(j, to_be)), None)
            if as_is:
                yield as_is, to_be


def _same_people(a: Journey, b: Journey) -> bool:
    return (
        b.based_on is None and a.segment is not None and (a.segment, a.situation) == (b.segment, b.situation)
    )


def _behind_target(project: Project, pairs: list[Pair]) -> tuple[Journey, Journey, Placement] | None:
    """Named people before mere activities, then share times pain taken away; ties as drawn."""
    ranked = []
    for pair in pairs:
        share = reach(project, project.find(Segment, pair[0].segment or pair[1].segment))
        relief = _weight(project, pair[0]) - _weight(project, pair[1])
        for target in project.all(Placement):
            if target.state is PlacementState.TARGET and is_own(project, target):
                exact = exactness(project, target, pair)
                if exact is not None:
                    ranked.append(((exact > 0, share * relief), (*pair, target)))
    return max(ranked, key=lambda entry: entry[0])[1] if ranked else None


def _alone(project: Project, pinned: str | None) -> Focus:
    own = [j for j in project.all(Journey) if is_own(project, j) and pinned in (None, j.id)]
    today = [journey for journey in own if journey.state is JourneyState.AS_IS]
    chosen = max(today or own, key=lambda j: _weight(project, j), default=None)
    if chosen is None:
        return Focus(None, None, None, None, None, None)
    redesign = chosen.state is JourneyState.TO_BE
    return _focus(project, None if redesign else chosen, chosen if redesign else None, None)


def _focus(project: Project, as_is: Journey | None, to_be: Journey | None, target: Placement | None) -> Focus:
    journeys = [journey for journey in (as_is, to_be) if journey]
    situation = next((j.situation for j in journeys if j.situation), None)
    if situation is None and target and target.card_kind is CardKind.SITUATION:
        situation = target.card_ref
    return Focus(
        as_is=measure(project, as_is) if as_is else None,
        to_be=measure(project, to_be) if to_be else None,
        segment=project.find(Segment, next((j.segment for j in journeys if j.segment), None)),
        situation=project.find(Situation, situation),
        target=target,
        now=_now(project, journeys),
    )


def _now(project: Project, journeys: list[Journey]) -> Placement | None:
    """Our offer of today for these people, the most exact one."""
    offers = [p for p in project.all(Placement) if p.state is PlacementState.NOW and is_own(project, p)]
    exact = [(exactness(project, offer, journeys), offer) for offer in offers]
    fitting = [(rank, offer) for rank, offer in exact if rank]
    return max(fitting, key=lambda entry: entry[0])[1] if fitting else None


def _weight(project: Project, journey: Journey) -> int:
    return weighted_pains(project, project.steps_of(journey.id))
