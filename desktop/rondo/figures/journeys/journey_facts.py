"""A journey as its figure needs it: plain values read once from the project."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from rondo.figures.journeys.journey_options import JourneyOptions
from rondo.figures.journeys.journey_pen import PHASES, Pen
from rondo.strategy.journeys.journey import actor_of, loops, main_path, path_links, retold, strangers
from rondo.strategy.journeys.levels import lowest_missing
from rondofile.enums import (
    About,
    Actor,
    AwareFirst,
    Evidence,
    InformationHow,
    InformationUse,
    LinkKind,
    MarkKind,
    Phase,
    StepKind,
)
from rondofile.project import Project
from rondofile.records import Journey, Lane, Link, Player, Step

if TYPE_CHECKING:
    from rondo.figures.journeys.journey_stubs import Stub

DRAWN = (LinkKind.NEXT, LinkKind.INFORMATION, LinkKind.MONEY, LinkKind.GOODS)
"""The links that are lines on the map."""


class Pain(Struct, frozen=True):
    text: str
    weight: int


class StepFacts(Struct, frozen=True, kw_only=True):
    """A step as its card shows it; without phase or lane it waits in the inbox. `lane` is an index.

    `folded` > 0: a card that stands for so many unchanged steps."""

    id: str
    title: str
    phase: Phase | None
    lane: int | None
    actor: Actor = Actor.NOBODY
    pains: tuple[Pain, ...] = ()
    delights: tuple[str, ...] = ()
    wait: str = ""
    short_wait: str = ""
    retold: tuple[str, ...] = ()
    must_stay: bool = False
    feeling: int | None = None
    x: int | None = None
    y: int | None = None
    locked: bool = False
    kind: StepKind | None = None
    aware_first: AwareFirst | None = None
    learned: tuple[tuple[InformationHow, int], ...] = ()
    our_cost: int | None = None
    channel: str = ""
    evidence: Evidence | None = None
    pinned: bool = False
    role_text: str = ""
    moved: bool = False
    dim: bool = False
    folded: int = 0


class LinkFacts(Struct, frozen=True, kw_only=True):
    """A link as it is drawn; `text` is what its label says, empty for none."""

    id: str
    source: str
    target: str
    kind: LinkKind
    text: str = ""
    stranger: bool = False
    about: About | None = None
    level: int | None = None
    lands: bool = False


class LaneFacts(Struct, frozen=True):
    """A lane; `height` is what a person gave it, in points of the canvas."""

    id: str
    name: str
    role: str
    height: int | None = None


class Facts(Struct, frozen=True, dict=True):
    """All of one journey, or a part. `steps` includes those of the rail and those that wait in the inbox;
    `titles` names steps that the rail speaks of and that stand elsewhere. `signs`: cards show one line of
    signs instead of texts."""

    journey: Journey
    lanes: tuple[LaneFacts, ...]
    steps: tuple[StepFacts, ...]
    links: tuple[LinkFacts, ...]
    returns: tuple[LinkFacts, ...]
    learns: tuple[LinkFacts, ...]
    path: tuple[str, ...]
    phases: tuple[Phase, ...] = PHASES
    stubs: tuple[Stub, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    signs: bool = False
    missing_level: int | None = None
    """The lowest level of repeat that is not reached."""

    @cached_property
    def on_map(self) -> tuple[StepFacts, ...]:
        return tuple(s for s in self.steps if s.phase in self.phases and s.lane is not None)

    @cached_property
    def in_rail(self) -> tuple[StepFacts, ...]:
        return tuple(s for s in self.steps if s.phase is Phase.REPEAT)

    @cached_property
    def waiting(self) -> tuple[StepFacts, ...]:
        """Steps that wait for a phase or a lane."""
        return tuple(
            s for s in self.steps if s.phase is not Phase.REPEAT and (s.phase is None or s.lane is None)
        )

    @property
    def strangers(self) -> int:
        return sum(link.stranger for link in self.links)


def journey_facts(
    project: Project,
    journey_id: str,
    pen: Pen,
    options: JourneyOptions,
    read: Callable[[Project, Step, Mapping[str, int], Sequence[str], Pen, JourneyOptions], StepFacts]
    | None = None,
    read_link: Callable[[Link, Pen, bool, bool], LinkFacts] | None = None,
) -> Facts:
    """The facts of a journey, with the options' roles, faint and folded steps. KeyError: no such journey.

    `read` and `read_link` read in the place of `step_facts` and `link_facts`, from what they still know."""
    read, read_link = read or step_facts, read_link or link_facts
    journey = project.get(Journey, journey_id)
    lanes = project.lanes_of(journey_id)
    path = main_path(project, journey_id)
    again: dict[str, list[str]] = {}
    for told in retold(project, path):
        again.setdefault(told.again.id, []).append(told.item.name)
    number = {lane.id: index for index, lane in enumerate(lanes)}
    steps = tuple(
        read(project, step, number, again.get(step.id, []), pen, options)
        for step in project.steps_of(journey_id)
    )
    drawn = _links(project, journey_id, path, pen, read_link)
    facts = Facts(
        journey=journey,
        lanes=tuple(_lane(project, lane, pen) for lane in lanes),
        steps=steps,
        links=tuple(x for x in drawn if x.kind in DRAWN),
        returns=tuple(x for x in drawn if x.kind is LinkKind.RETURNS),
        learns=tuple(x for x in drawn if x.kind is LinkKind.LEARNS),
        path=tuple(step.id for step in path),
        missing_level=lowest_missing(project, journey_id),
        signs=options.marks == "signs",
    )
    return _folded(facts, options, pen) if options.fold else facts


def _folded(facts: Facts, options: JourneyOptions, pen: Pen) -> Facts:
    from rondo.figures.journeys.journey_fold import folded

    return folded(facts, options.fold, pen)


def _links(
    project: Project,
    journey_id: str,
    path: tuple[Step, ...],
    pen: Pen,
    read: Callable[[Link, Pen, bool, bool], LinkFacts],
) -> list[LinkFacts]:
    """The links between steps of the journey."""
    known = {step.id for step in project.steps_of(journey_id)}
    strange = {stranger.after.id for stranger in strangers(project, path)}
    broken = {x.id for x in path_links(project, path) if x.target in strange} if strange else set()
    landing = {link.id for link in loops(project, journey_id).landing}
    return [
        read(link, pen, link.id in broken, link.id in landing)
        for link in project.links_of(journey_id)
        if link.source in known and link.target in known
    ]


def step_facts(
    project: Project,
    step: Step,
    lanes: Mapping[str, int],
    again: Sequence[str],
    pen: Pen,
    options: JourneyOptions,
) -> StepFacts:
    """One step as its card shows it; `lanes` are their indexes, `again` the items told again there."""
    marks = project.marks_of(step.id)
    pains = [Pain(m.text, m.weight) for m in marks if m.kind is MarkKind.PAIN]
    actor = actor_of(project, step)
    chosen = options.roles.get(step.id, actor)
    return StepFacts(
        id=step.id,
        title=step.title,
        phase=step.phase,
        lane=lanes.get(step.lane) if step.lane else None,
        actor=chosen,
        pains=tuple(sorted(pains, key=lambda pain: -pain.weight)),
        delights=tuple(m.text for m in marks if m.kind is MarkKind.DELIGHT),
        wait=pen.words.duration(step.wait_minutes) if step.wait_minutes else "",
        short_wait=pen.words.short_duration(step.wait_minutes) if step.wait_minutes else "",
        retold=tuple(again),
        must_stay=step.must_stay,
        locked=step.locked,
        role_text=options.role_texts.get(step.id, ""),
        moved=chosen is not actor,
        dim=step.id in options.dim,
        **(_facts(step, project) if options.facts else {}),
        x=step.x if options.placed else None,
        y=step.y if options.placed else None,
    )


def _facts(step: Step, project: Project) -> dict[str, Any]:
    """What else is known of the step, which its card also says."""
    how = [one.how for one in project.information_of(step.id) if one.use is InformationUse.GATHERS]
    return {
        "kind": step.kind,
        "feeling": step.feeling,
        "aware_first": step.aware_first,
        "learned": tuple((one, how.count(one)) for one in InformationHow if one in how) if how else (),
        "our_cost": step.our_cost,
        "channel": step.channel,
        "evidence": step.evidence,
        "pinned": step.locked,
    }


def _lane(project: Project, lane: Lane, pen: Pen) -> LaneFacts:
    role = pen.framework.name(lane.role)
    player = project.find(Player, lane.player)
    if player is not None and player is not project.own and player.name and player.name != lane.name:
        role = pen.words("journey_figure.lane_role", role=role, player=player.name)
    if not lane.seen_by_customer:
        role = pen.words("lane.unseen", role=role)
    return LaneFacts(lane.id, lane.name or pen.framework.name(lane.role), role, lane.height)


def link_facts(link: Link, pen: Pen, stranger: bool, lands: bool) -> LinkFacts:
    """A link as it is drawn; `stranger`: nobody knows who comes along it; `lands`: what it says is used."""
    parts = [link.label] if link.label else []
    if link.share is not None:
        parts.append(pen.words("journey_figure.share", share=pen.words.number(link.share)))
    if link.wait_minutes:
        parts.append(pen.words("journey_figure.wait", wait=pen.words.short_duration(link.wait_minutes)))
    return LinkFacts(
        id=link.id,
        source=link.source,
        target=link.target,
        kind=link.kind,
        text=" · ".join(parts) if link.kind in DRAWN else link.label,
        stranger=stranger,
        about=link.about,
        level=link.level,
        lands=lands,
    )
