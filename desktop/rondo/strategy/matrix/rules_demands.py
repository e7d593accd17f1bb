"""What the cell of an offer asks of the journey behind it, and what that journey has and lacks.

Only a decided offer asks for change; an offer of today asks whether there is such a step; an idea asks
nothing (practice 1.4).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from msgspec import Struct

from rondo.strategy.framework.table_parts import DemandKind, DemandSpecial, StepDemand
from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.journey import actor_of
from rondo.strategy.journeys.path import next_links
from rondo.strategy.matrix.rules_journeys import Behind, Touched, behind, touched
from rondo.strategy.matrix.rules_lanes import LaneDemand as LaneDemand
from rondo.strategy.matrix.rules_lanes import lane_demands
from rondofile.enums import Actor, AwareFirst, PlacementState, StepKind, Trigger
from rondofile.findings import found_once
from rondofile.project import Project
from rondofile.records import Placement, Step

_CUSTOMER = (Actor.CUSTOMER, Actor.BOTH)
_OTHERS = (Actor.FIRM, Actor.BOTH, Actor.PARTNER, Actor.INDIVIDUAL, Actor.MEMBER)
_SENSED = (Trigger.FIRM, Trigger.SENSOR)


class Demand(Struct, frozen=True):
    """What a row asks of a kind of step. `step` meets it, or stands in its way where it should be gone.

    `either`: a step of that other kind would do as well. `text` says the demand in a sentence.
    """

    step_kind: StepKind
    kind: DemandKind
    met: bool
    step: Step | None
    text: str
    special: DemandSpecial | None = None
    either: StepKind | None = None

    @property
    def lacking(self) -> bool:
        """Whether something that must be is not."""
        return not self.met and self.kind is not DemandKind.MAY


class _Scene(Struct, frozen=True):
    """A journey behind an offer, and what counts as a step of it: `counted` None = every step."""

    project: Project
    behind: Behind
    counted: Touched | None

    def of(self, *kinds: StepKind | None) -> Iterator[Step]:
        """The steps of these kinds that count."""
        for step in self.behind.steps:
            counts = self.counted is None or step.id in self.counted.steps
            if step.kind in kinds and step.kind is not None and counts:
                yield step


def row_demands(
    project: Project,
    placement: Placement,
    framework: Framework,
    journey: str | None = None,
) -> tuple[Demand, ...]:
    """What the row of an offer asks of its journey: the first one behind it, or the one named.

    Empty for an idea, off the grid, and where no journey stands behind the offer.
    """
    found = _chosen(project, placement, journey)
    row = placement.experience
    if found is None or row is None:
        return ()
    counted = touched(project, found.journey) if _asks_change(project, placement) else None
    scene = _Scene(project, found, counted)
    demands = (framework.demand(row, kind) for kind in StepKind)
    return tuple(answer for demand in demands for answer in _answers(scene, demand))


def column_demands(
    project: Project, placement: Placement, framework: Framework, journey: str | None = None
) -> tuple[LaneDemand, ...]:
    """What the column of an offer asks of the lanes; empty as for `row_demands`."""
    found = _chosen(project, placement, journey)
    if found is None or placement.experience is None or placement.architecture is None:
        return ()
    return lane_demands(project, found, framework.lane_demands[placement.architecture])


def _chosen(project: Project, placement: Placement, journey: str | None) -> Behind | None:
    if placement.state is PlacementState.IDEA:
        return None
    found = behind(project, placement)
    return next((b for b in found if journey is None or b.journey.id == journey), None)


def _asks_change(project: Project, placement: Placement) -> bool:
    """A decided offer asks for change, unless the same card already has an offer in that row today."""
    return placement.state is PlacementState.TARGET and _row_of(project, placement) not in _rows_today(
        project
    )


@found_once(placement=None, player=("kind", "position"))
def _rows_today(project: Project) -> frozenset[Hashable]:
    """The rows in which there are offers of today, with their cards and whose they are."""
    offers = project.all(Placement)
    return frozenset(_row_of(project, one) for one in offers if one.state is PlacementState.NOW)


def _row_of(project: Project, offer: Placement) -> Hashable:
    player = project.player_of(offer)
    return offer.experience, offer.card_kind, offer.card_ref, player and player.id


def _answers(scene: _Scene, demand: StepDemand) -> Iterator[Demand]:
    """None where nothing is asked; one for two kinds of which either will do; two where something follows."""
    kinds = list(StepKind)
    second = demand.either is not None and kinds.index(demand.either) < kinds.index(demand.step_kind)
    if demand.kind is DemandKind.NONE or second:
        return
    met, step = _gone(scene, demand) if demand.kind is DemandKind.GONE else _there(scene, demand)
    yield Demand(demand.step_kind, demand.kind, met, step, demand.text, demand.special, demand.either)
    if demand.then:
        act = _act_after(scene, _fitting(scene, demand))
        yield Demand(
            demand.step_kind, demand.kind, act is not None, act, demand.then, DemandSpecial.ACT, demand.either
        )


def _gone(scene: _Scene, demand: StepDemand) -> tuple[bool, Step | None]:
    """Whether no such step is left to the customer; else the one that is."""
    steps = (step for step in scene.behind.steps if step.kind is demand.step_kind)
    left = next((step for step in steps if actor_of(scene.project, step) in _CUSTOMER), None)
    return left is None, left


def _there(scene: _Scene, demand: StepDemand) -> tuple[bool, Step | None]:
    """Whether there is such a step; where either kind will do, a dropped one is one step less to take."""
    step = next(_fitting(scene, demand), None)
    if step is None and demand.either is not None and scene.counted is not None:
        return not scene.counted.dropped.isdisjoint((demand.step_kind, demand.either)), None
    return step is not None, step


def _fitting(scene: _Scene, demand: StepDemand) -> Iterator[Step]:
    for step in scene.of(demand.step_kind, demand.either):
        if _is_special(scene.project, step, demand.special):
            yield step


def _is_special(project: Project, step: Step, special: DemandSpecial | None) -> bool:
    if special is DemandSpecial.FIRM_FIRST:
        return _firm_first(project, step)
    if special in (DemandSpecial.PROMPT, DemandSpecial.NOTICE):
        return actor_of(project, step) in _OTHERS
    if special is DemandSpecial.UNDO:
        return actor_of(project, step) in _CUSTOMER
    return True


def _firm_first(project: Project, step: Step) -> bool:
    """Whether we know of the need first: as said, else by what starts the step or who does it (domain C29).

    A calendar knows nothing: a standing order is no automatic execution (practice 1.2, P3).
    """
    if step.aware_first is not None:
        return step.aware_first is AwareFirst.FIRM
    if step.trigger is not None:
        return step.trigger in _SENSED
    return actor_of(project, step) is Actor.FIRM


def _act_after(scene: _Scene, prompts: Iterable[Step]) -> Step | None:
    """The nearest customer step further along the path from one of the prompts."""
    onward = next_links(scene.project, scene.behind.journey.id)
    steps = {step.id: step for step in scene.project.steps_of(scene.behind.journey.id)}
    waiting = [prompt.id for prompt in prompts]
    seen = set(waiting)
    for here in waiting:
        for link in onward.get(here, ()):
            if link.target in seen or link.target not in steps:
                continue
            if actor_of(scene.project, steps[link.target]) in _CUSTOMER:
                return steps[link.target]
            seen.add(link.target)
            waiting.append(link.target)
    return None
