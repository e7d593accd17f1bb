"""For whom a move would be: a segment, or a segment in one of its situations, and what we do for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from rondo.strategy.moves.seats import DECIDED
from rondo.strategy.sentences.focus import is_own
from rondo.strategy.wishes import Wish, best_row, wanted_control
from rondofile.enums import CardKind, PlacementState
from rondofile.findings import found_once
from rondofile.project import Project
from rondofile.records import Journey, Placement, Segment, Situation, Stretch

Who = tuple[str, str | None]
"""The ids of a segment and of one of its situations; None: of no special one."""


class People(Struct, frozen=True):
    """A segment, in one situation or (None) in general."""

    segment: Segment
    situation: Situation | None = None

    def wish(self, project: Project) -> Wish | None:
        """The experience they value most and are at ease with."""
        return best_row(project, self.segment.id, self.situation.id if self.situation else None)

    def control(self, project: Project) -> int | None:
        """How much they want to do themselves; a situation inherits it."""
        found = wanted_control(project, self.segment, self.situation)
        return found[1] if found else None


def everyone(project: Project) -> Iterator[People]:
    """Every segment, each followed by its situations."""
    for segment in project.all(Segment):
        yield People(segment)
        for situation in project.situations_of(segment.id):
            yield People(segment, situation)


def own_offers(project: Project, people: People) -> tuple[Placement, ...]:
    """Our offers that are about exactly these people, in every state."""
    return _ours(project).get(_key(people), ())


def served(project: Project, people: People) -> tuple[Placement, ...]:
    """How these people are or will be served: what we will do, else what we do today.

    A situation without an offer of its own is served as its segment is."""
    found = [offer for offer in own_offers(project, people) if offer.state in DECIDED]
    if not found and people.situation is not None:
        return served(project, People(people.segment))
    meant = [offer for offer in found if offer.state is PlacementState.TARGET]
    return tuple(meant or found)


def standing_for(project: Project, people: People) -> tuple[Placement, ...]:
    """Everything we do or will do for these people: for the segment, and for its situation; for a segment
    in general also what is for one of its situations."""
    segment, situation = _key(people)
    return tuple(
        offer
        for found, offers in _ours(project).items()
        if found[0] == segment and (situation is None or found[1] in (None, situation))
        for offer in offers
        if offer.state in DECIDED
    )


@found_once(
    placement=None,
    player=("kind", "position"),
    situation=("segment",),
    stretch=("journey",),
    journey=("segment", "situation"),
)
def _ours(project: Project) -> Mapping[Who, tuple[Placement, ...]]:
    """Our offers by the people they are about, each group in the order of the project."""
    found: dict[Who, list[Placement]] = {}
    for offer in project.all(Placement):
        who = _about(project, offer) if is_own(project, offer) else None
        if who is not None:
            found.setdefault(who, []).append(offer)
    return {who: tuple(offers) for who, offers in found.items()}


def _key(people: People) -> Who:
    return people.segment.id, people.situation.id if people.situation else None


def _about(project: Project, offer: Placement) -> Who | None:
    kind, ref = offer.card_kind, offer.card_ref
    if kind is CardKind.SEGMENT and ref is not None:
        return ref, None
    situation = project.find(Situation, ref) if kind is CardKind.SITUATION else None
    if situation is not None:
        return situation.segment, situation.id
    stretch = project.find(Stretch, ref) if kind is CardKind.STRETCH else None
    journey = project.find(Journey, stretch.journey) if stretch else None
    return (journey.segment, journey.situation) if journey and journey.segment else None
