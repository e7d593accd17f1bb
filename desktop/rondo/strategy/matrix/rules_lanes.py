"""What an architecture asks of the lanes of a journey (practice 1.4)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rondo.strategy.framework.table_parts import LaneDemandText
from rondo.strategy.journeys.journey import actor_of, lane_of
from rondo.strategy.matrix.rules_journeys import Behind
from rondofile.enums import Actor, LaneRole, LinkKind
from rondofile.findings import found_once
from rondofile.project import Project
from rondofile.records import Step

_OURS = (LaneRole.FIRM, LaneRole.SYSTEM)
_PEOPLE = (LaneRole.CUSTOMER, LaneRole.MEMBER)
_SUPPLIERS = {
    Actor.PARTNER: LaneRole.PARTNER,
    Actor.INDIVIDUAL: LaneRole.INDIVIDUAL,
    Actor.MEMBER: LaneRole.MEMBER,
}
_GIVING = (LinkKind.GOODS, LinkKind.INFORMATION)


class LaneDemand(Struct, frozen=True):
    """What a column asks. `step` meets it, or stands in its way where nobody else may do such steps."""

    key: str
    met: bool
    step: Step | None
    text: str

    @property
    def lacking(self) -> bool:
        return not self.met


def lane_demands(
    project: Project, found: Behind, texts: tuple[LaneDemandText, ...]
) -> tuple[LaneDemand, ...]:
    """The demands of a column, each met or not by the steps of that journey."""
    return tuple(_answer(project, found, text) for text in texts)


def party(project: Project, found: Behind, step: Step) -> LaneRole | None:
    """Who stands behind a step: a supplier said to do the work, else whose lane it is.

    A lane of another organisation is a partner's, whatever its role says.
    """
    if step.actor in _SUPPLIERS:
        return _SUPPLIERS[step.actor]
    lane = lane_of(project, step)
    if lane is None:
        return None
    owner = project.player_of(found.journey)
    if lane.role in _OURS and lane.player is not None and (owner is None or lane.player != owner.id):
        return LaneRole.PARTNER
    return lane.role


def _answer(project: Project, found: Behind, text: LaneDemandText) -> LaneDemand:
    if text.both_ways:
        step = _gives_and_gets(project, found, text)
        return LaneDemand(text.key, step is not None, step, text.text)
    doing = [s for s in found.steps if not text.kinds or s.kind in text.kinds]
    mine = next((s for s in doing if party(project, found, s) in text.roles), None)
    if text.only:
        other = next((s for s in doing if _is_supplied(project, found, s, text)), None)
        return LaneDemand(text.key, mine is not None and other is None, other or mine, text.text)
    return LaneDemand(text.key, mine is not None, mine, text.text)


def _is_supplied(project: Project, found: Behind, step: Step, text: LaneDemandText) -> bool:
    role = party(project, found, step)
    return role in _SUPPLIERS.values() and role not in text.roles


def _gives_and_gets(project: Project, found: Behind, text: LaneDemandText) -> Step | None:
    """The giving step of a lane in which somebody also gets."""
    getting: dict[str | None, list[str]] = {}
    for step in found.steps:
        if actor_of(project, step) in (Actor.CUSTOMER, Actor.BOTH):
            getting.setdefault(step.lane, []).append(step.id)
    for step in found.steps:
        lane = lane_of(project, step)
        if lane is None or lane.role not in text.roles or not _gives(project, step, text):
            continue
        if any(other != step.id for other in getting.get(step.lane, ())):
            return step
    return None


def _gives(project: Project, step: Step, text: LaneDemandText) -> bool:
    """A member's work for others, or something sent from here to another lane of customers or members."""
    if step.kind in text.kinds and actor_of(project, step) is Actor.MEMBER:
        return True
    sent = _sent(project, step.journey).get(step.id, ())
    return any(_to_another(project, step, project.get(Step, target)) for target in sent)


@found_once(link=None)
def _sent(project: Project, journey: str) -> Mapping[str, tuple[str, ...]]:
    """Where goods and information go from each step."""
    found: dict[str, tuple[str, ...]] = {}
    for link in project.links_of(journey):
        if link.kind in _GIVING:
            found[link.source] = (*found.get(link.source, ()), link.target)
    return found


def _to_another(project: Project, step: Step, target: Step) -> bool:
    lane = lane_of(project, target)
    return lane is not None and lane.id != step.lane and lane.role in _PEOPLE
