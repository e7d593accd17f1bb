"""Offers of ours whose journey does not yet do what their cell asks (practice 1.4)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from rondo.strategy.framework.whole import Framework
from rondo.strategy.moves.candidate import Candidate, Rule, certainty
from rondo.strategy.rules import column_demands, row_demands
from rondo.strategy.sentences.focus import is_own, reach
from rondofile.enums import CardKind, Evidence, PlacementState
from rondofile.project import Project
from rondofile.records import Journey, Placement, Segment, Situation, Step, Stretch

Lacks = tuple[tuple[str, Step | None], ...]
LEAST, EACH, MOST = 0.3, 0.1, 0.7
"""Impact: the first, and so much more for every thing that lacks."""


def lacking(project: Project, framework: Framework) -> Iterator[Candidate]:
    """Every offer we decided on that lacks something; what we drew ourselves is certain, so is the gap."""
    known: dict[Hashable, Lacks] = {}
    for offer in project.all(Placement):
        if offer.state is PlacementState.TARGET and is_own(project, offer):
            found = lacks(project, framework, offer, known)
            if found and offer.experience is not None and offer.architecture is not None:
                segment = _segment(project, offer)
                yield Candidate(
                    Rule.GAP,
                    min(MOST, LEAST + EACH * len(found)),
                    reach(project, segment),
                    certainty([(1.0, Evidence.SEEN)]),
                    rows=(offer.experience,),
                    columns=(offer.architecture,),
                    cells=((offer.experience, offer.architecture),),
                    segment=segment,
                    offers=(offer,),
                    lacking=found,
                )


def lacks(project: Project, framework: Framework, offer: Placement, known: dict[Hashable, Lacks]) -> Lacks:
    """What the row and the column of an offer ask and its journey does not do, each in a sentence.

    `known`: what was found of offers for the same people; what rows ask hangs on no column."""
    card = offer.state, offer.card_kind, offer.card_ref, offer.player
    row, column = (*card, offer.experience), (*card, offer.experience is None, offer.architecture)
    if row not in known:
        demands = row_demands(project, offer, framework)
        known[row] = tuple((one.text, one.step) for one in demands if one.lacking and one.text)
    if column not in known:
        asked = column_demands(project, offer, framework)
        known[column] = tuple((one.text, one.step) for one in asked if not one.met and one.text)
    return *known[row], *known[column]


def _segment(project: Project, offer: Placement) -> Segment | None:
    if offer.card_kind is CardKind.SITUATION:
        situation = project.find(Situation, offer.card_ref)
        return project.find(Segment, situation.segment) if situation else None
    if offer.card_kind is CardKind.STRETCH:
        stretch = project.find(Stretch, offer.card_ref)
        journey = project.find(Journey, stretch.journey) if stretch else None
        return project.find(Segment, journey.segment) if journey else None
    return project.find(Segment, offer.card_ref)
