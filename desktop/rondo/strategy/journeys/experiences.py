"""An experience as a flow between two lanes, the customer's and ours: proposed, or folded from a journey.

The four differ in where we enter the journey, how much the customer does, what we must know and for how
much of it we need permission (domain 2.5, 2.12, C33). They are no ladder, so nothing here ranks them.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from rondo.strategy.framework.flows import FlowStep
from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.journey import actor_of, lane_of
from rondo.strategy.journeys.path import main_path
from rondofile.enums import Actor, Experience, InformationHow, LaneRole, Phase, StepKind
from rondofile.project import Project
from rondofile.records import Item, Step, Stretch


class Side(StrEnum):
    """Who does it: the customer, both at once, or anyone on our side."""

    CUSTOMER = "customer"
    BOTH = "both"
    FIRM = "firm"


Known = tuple[str, InformationHow]
"""A piece of information by its name, and how we come to know it."""


class Beat(Struct, frozen=True):
    """One thing that is done. `column`: the kind of step below which it stands."""

    key: str
    title: str
    side: Side
    column: StepKind
    known: tuple[Known, ...] = ()


class Flow(Struct, frozen=True):
    """What is done one after the other."""

    beats: tuple[Beat, ...]

    @property
    def entry(self) -> Beat | None:
        """Where we enter: the first beat in which we do anything; None where we never do."""
        return next((beat for beat in self.beats if beat.side is not Side.CUSTOMER), None)

    @property
    def customer_share(self) -> tuple[int, int]:
        """(beats that the customer does alone, all beats)."""
        return sum(beat.side is Side.CUSTOMER for beat in self.beats), len(self.beats)

    @property
    def must_know(self) -> tuple[str, ...]:
        """The pieces of information that the flow needs, each once."""
        return tuple(dict.fromkeys(name for beat in self.beats for name, _ in beat.known))

    @property
    def needs_permission(self) -> tuple[str, ...]:
        """Those of them that the customer does not tell us: we sense or infer them (domain 2.16)."""
        told = InformationHow.TOLD
        return tuple(dict.fromkeys(n for beat in self.beats for n, how in beat.known if how is not told))


def proposal(framework: Framework, experience: Experience) -> Flow:
    """The flow that the framework proposes for an experience."""
    return Flow(tuple(beat_of(step) for step in framework.flows[experience]))


def beat_of(step: FlowStep) -> Beat:
    """A step of a proposed flow as a beat."""
    side = Side.CUSTOMER if step.actor is Actor.CUSTOMER else Side.FIRM
    known: tuple[Known, ...] = ((step.know, step.how),) if step.how else ()
    return Beat(step.key, step.title, side, step.kind, known)


def folded(project: Project, journey: str, part: Collection[str] | None = None) -> Flow:
    """A journey, or those steps of it, with all our lanes folded into one: along its main path, and where
    it has none every step in its order."""
    path = main_path(project, journey)
    steps = path if len(path) > 1 else tuple(s for s in project.steps_of(journey) if s.phase)
    return Flow(tuple(_beat(project, step) for step in steps if part is None or step.id in part))


def part_of(project: Project, journey: str, steps: Collection[str]) -> frozenset[str]:
    """The steps of a redesign that stand for those steps of today: those that come from one of them, and
    new ones that stand between such on its main path."""
    path = main_path(project, journey)
    own = {step.id for step in project.steps_of(journey)}
    if own & set(steps):
        return frozenset(own & set(steps))
    origins = {step.id: {o.id for o in project.origins_of(step.id)} for step in path}
    there = [at for at, step in enumerate(path) if origins[step.id] & set(steps)]
    if not there:
        return frozenset()
    between = path[there[0] : there[-1] + 1]
    return frozenset(s.id for s in between if not origins[s.id] or origins[s.id] & set(steps))


def stretch_in(project: Project, journey: str, stretch: str) -> frozenset[str]:
    """The steps of a journey that belong to a part of it, or of the journey that it redesigns: those of the
    part of the same name, and those that stand for its steps."""
    whole = project.get(Stretch, stretch)
    same = [one for one in project.stretches_of(journey) if one.id == stretch or one.name == whole.name]
    named = {step.id for one in same[:1] for step in project.steps_in(one.id)}
    return part_of(project, journey, {step.id for step in project.steps_in(stretch)}) | named


_FIRST_OF = MappingProxyType(
    {
        Phase.RECOGNIZE: StepKind.AWARENESS,
        Phase.REQUEST: StepKind.SEARCH,
        Phase.RESPOND: StepKind.EXPERIENCE,
        Phase.REPEAT: StepKind.AFTER_SALE,
        None: StepKind.NEED,
    }
)
"""Where a step stands of which only the phase is known."""


def _beat(project: Project, step: Step) -> Beat:
    known = (
        (item.name, one.how)
        for one in project.information_of(step.id)
        if (item := project.find(Item, one.item)) is not None
    )
    column = step.kind or _FIRST_OF[step.phase]
    return Beat(step.id, step.title, _side(project, step), column, tuple(dict.fromkeys(known)))


def _side(project: Project, step: Step) -> Side:
    """By who does the work; what nobody does stands with whose desk it happens at."""
    actor = actor_of(project, step)
    if actor is Actor.NOBODY:
        lane = lane_of(project, step)
        return Side.CUSTOMER if lane is None or lane.role is LaneRole.CUSTOMER else Side.FIRM
    return {Actor.CUSTOMER: Side.CUSTOMER, Actor.BOTH: Side.BOTH}.get(actor, Side.FIRM)
