"""What stands behind offers: their customers, journeys, parts of journeys, and the steps a row is about."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from msgspec import Struct

from rondo.strategy.framework.table_parts import DemandKind
from rondo.strategy.framework.whole import Framework
from rondo.strategy.matrix.rules_journeys import behind
from rondo.strategy.people.served import people_of
from rondofile.enums import CardKind, Experience, PlacementState
from rondofile.project import Project
from rondofile.records import Placement, Step


class Backing(Struct, frozen=True):
    """Ids by noun; steps in the order of their journeys."""

    segments: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    stretches: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


def backing(project: Project, framework: Framework, offers: Iterable[Placement]) -> Backing:
    """Everything behind these offers, each thing once. The cost grows with their journeys, once for each
    row that asks."""
    segments: dict[str, None] = {}
    situations: dict[str, None] = {}
    stretches: dict[str, None] = {}
    journeys: dict[str, None] = {}
    steps: dict[str, None] = {}
    asked: set[tuple[str, int, Experience | None]] = set()
    for offer in _each_card(offers):
        who = people_of(project, offer)
        if who is not None:
            segments[who[0]] = None
            situations.update(dict.fromkeys((who[1],) if who[1] is not None else ()))
        if offer.card_kind is CardKind.STRETCH and offer.card_ref is not None:
            stretches[offer.card_ref] = None
        for found in behind(project, offer):
            journeys[found.journey.id] = None
            key = found.journey.id, len(found.steps), offer.experience
            if key not in asked:
                asked.add(key)
                steps.update(dict.fromkeys(_about(framework, found.steps, offer.experience)))
    return Backing(tuple(segments), tuple(situations), tuple(stretches), tuple(journeys), tuple(steps))


def _each_card(offers: Iterable[Placement]) -> Iterable[Placement]:
    """Of offers behind which the same stands, the first."""
    cards: dict[Hashable, Placement] = {}
    for offer in offers:
        today = offer.state is PlacementState.NOW
        cards.setdefault((offer.card_kind, offer.card_ref, offer.experience, today, offer.player), offer)
    return cards.values()


def _about(framework: Framework, steps: Iterable[Step], row: Experience | None) -> list[str]:
    """The steps of the kinds that the row says something about."""
    if row is None:
        return []
    asks = {
        kind
        for kind in {step.kind for step in steps if step.kind is not None}
        if framework.demand(row, kind).kind is not DemandKind.NONE
    }
    return [step.id for step in steps if step.kind in asks]
