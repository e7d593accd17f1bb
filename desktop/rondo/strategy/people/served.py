"""For whom an offer is: the people of its card, or of the journey that its card is a part of."""

from __future__ import annotations

from rondofile.enums import CardKind
from rondofile.project import Project
from rondofile.records import Journey, Placement, Segment, Situation, Stretch

Who = tuple[str, str | None]
"""A segment, in one of its situations or in all of them."""


def people_of(project: Project, offer: Placement) -> Who | None:
    """The segment and situation that an offer is for; None where it names nobody."""
    match offer.card_kind:
        case CardKind.SEGMENT:
            segment = project.find(Segment, offer.card_ref)
            return (segment.id, None) if segment is not None else None
        case CardKind.SITUATION:
            situation = project.find(Situation, offer.card_ref)
            return (situation.segment, situation.id) if situation is not None else None
        case CardKind.STRETCH:
            return _of_part(project, offer.card_ref)
        case CardKind.ACTIVITY:
            return None


def _of_part(project: Project, key: str | None) -> Who | None:
    """The people of the journey; a situation that is not one of the segment's says nothing."""
    stretch = project.find(Stretch, key)
    journey = project.find(Journey, stretch.journey) if stretch is not None else None
    if journey is None or project.find(Segment, journey.segment) is None:
        return None
    situation = project.find(Situation, journey.situation)
    within = situation is not None and situation.segment == journey.segment
    return (str(journey.segment), situation.id if situation is not None and within else None)
