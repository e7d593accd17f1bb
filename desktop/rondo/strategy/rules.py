"""What may be drawn and placed: yes, or no with a reason that can be said in words.

`row_demands` and `column_demands` say what an offer's cell asks of the journey behind it.
"""

from __future__ import annotations

from msgspec import Struct

from rondo.strategy.matrix.rules_demands import Demand as Demand
from rondo.strategy.matrix.rules_demands import LaneDemand as LaneDemand
from rondo.strategy.matrix.rules_demands import column_demands as column_demands
from rondo.strategy.matrix.rules_demands import row_demands as row_demands
from rondo.strategy.matrix.rules_journeys import Behind as Behind
from rondo.strategy.matrix.rules_journeys import behind as behind
from rondofile.enums import Architecture, CardKind, Experience, LinkKind, Phase
from rondofile.project import Project
from rondofile.records import Link, Record, Segment, Situation, Step, Stretch

_MAY_RETURN_TO_ITSELF = (LinkKind.LEARNS, LinkKind.RETURNS)
_CARDS: dict[CardKind, type[Record]] = {
    CardKind.SEGMENT: Segment,
    CardKind.SITUATION: Situation,
    CardKind.STRETCH: Stretch,
}


class Verdict(Struct, frozen=True):
    """Whether something may be done; `reason_key` is the message that says why not, empty when it may."""

    allowed: bool
    reason_key: str = ""


YES = Verdict(True)


def can_connect(project: Project, source: str, target: str, kind: LinkKind) -> Verdict:
    """Whether a link of that kind may join two steps. Loops are welcome; a journey is a graph."""
    start, end = project.find(Step, source), project.find(Step, target)
    if start is None or end is None:
        return _no("no_step")
    if start.journey != end.journey:
        return _no("other_journey")
    if source == target and kind not in _MAY_RETURN_TO_ITSELF:
        return _no("to_itself")
    if kind is LinkKind.RETURNS and end.phase is Phase.REPEAT:
        return _no("returns_to_our_work")
    if any(_is(link, source, target, kind) for link in project.links_of(start.journey)):
        return _no("already_joined")
    return YES


def can_place(
    project: Project,
    card_kind: CardKind,
    ref: str | None,
    experience: Experience | None,
    architecture: Architecture | None,
) -> Verdict:
    """Whether a card may stand in that cell; no experience is the place off the grid (domain 2.2)."""
    if experience is not None and architecture is None:
        return _no("half_a_cell")
    if card_kind is CardKind.ACTIVITY:
        return YES if ref is None else _no("no_card")
    if project.find(_CARDS[card_kind], ref) is None:
        return _no("no_card")
    if card_kind is CardKind.STRETCH and ref is not None and not project.steps_in(ref):
        return _no("empty_part")
    return YES


def _is(link: Link, source: str, target: str, kind: LinkKind) -> bool:
    return (link.source, link.target, link.kind) == (source, target, kind)


def _no(reason: str) -> Verdict:
    return Verdict(False, f"framework.rules.{reason}")
