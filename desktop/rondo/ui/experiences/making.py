"""A redesign with one experience: proposed steps in the place of those of a part. On the document thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from rondo.strategy.journeys.experiences import Known, Side
from rondofile.edits import Edit
from rondofile.enums import Actor, AwareFirst, InformationUse, LaneRole, LinkKind, Phase, StepKind, Trigger
from rondofile.nouns import information, journeys, lanes, links, steps, stretches
from rondofile.records import Journey, Lane, Link, Step, StepOrigin, StretchStep

OURS = (LaneRole.FIRM, LaneRole.SYSTEM)
_LOOPS = (LinkKind.LEARNS, LinkKind.RETURNS)


class Planned(Struct, frozen=True):
    """A step that is to be made."""

    title: str
    side: Side
    kind: StepKind
    phase: Phase
    known: tuple[Known, ...] = ()
    aware_first: AwareFirst | None = None
    trigger: Trigger | None = None


class Plan(Struct, frozen=True):
    """What is to be made of a journey. `course`: the redesign that is changed, None = a new one of that
    name. `part`: the steps that make way, of today for a new redesign, else its own; None = all."""

    today: str
    name: str
    planned: tuple[Planned, ...]
    lanes: Mapping[LaneRole, str]
    course: str | None = None
    part: frozenset[str] | None = None


def make_redesign(edit: Edit, plan: Plan) -> Journey:
    """The redesign has the planned steps where the part was, on its path, each with the origins that the
    steps it stands for had."""
    course = plan.course or journeys.derive(edit, plan.today, plan.name).id
    replaced = _replaced(edit, plan, course)
    before = edit.rows(Step, "journey = ?", (course,))
    made = [_made(edit, course, planned, plan, replaced) for planned in plan.planned]
    if made:
        heirs = _heirs(edit, replaced, plan.planned, made)
        _hand_on(edit, heirs)
        _relink(edit, course, [step.id for step in replaced], [step.id for step in made], heirs)
        _keep_parts(edit, replaced, [step.id for step in made])
        _keep_order(edit, course, [step.id for step in before], {s.id for s in replaced}, made)
    steps.delete(edit, *(step.id for step in replaced))
    return edit.get(Journey, course)


def _replaced(edit: Edit, plan: Plan, course: str) -> list[Step]:
    """The steps that make way, in their order."""
    there = edit.rows(Step, "journey = ?", (course,))
    if plan.part is None:
        return [step for step in there if step.phase is not None]
    if plan.course is not None:
        return [step for step in there if step.id in plan.part]
    where = "step IN (SELECT id FROM step WHERE journey = ?)"
    twins = {o.step for o in edit.rows(StepOrigin, where, (course,)) if o.origin in plan.part}
    return [step for step in there if step.id in twins]


def _made(edit: Edit, course: str, planned: Planned, plan: Plan, replaced: Sequence[Step]) -> Step:
    ours = planned.side is not Side.CUSTOMER
    made = steps.add(
        edit,
        course,
        planned.title,
        phase=planned.phase,
        kind=planned.kind,
        lane=_lane(edit, course, OURS if ours else (LaneRole.CUSTOMER,), plan, replaced),
        actor=Actor.FIRM if ours else Actor.CUSTOMER,
        aware_first=planned.aware_first,
        trigger=planned.trigger,
    )
    for name, how in planned.known:
        information.attach(edit, made.id, information.named(edit, name).id, how, InformationUse.GATHERS)
    return made


def _lane(edit: Edit, course: str, roles: Sequence[LaneRole], plan: Plan, replaced: Sequence[Step]) -> str:
    """A lane of these roles: of one of the steps that make way, else the first there is, else a new one."""
    there = [lane for lane in edit.rows(Lane, "journey = ?", (course,)) if lane.role in roles]
    used = {step.lane for step in replaced}
    found = next((lane for lane in there if lane.id in used), next(iter(there), None))
    return (found or lanes.add(edit, course, plan.lanes[roles[0]], roles[0])).id


def _heirs(
    edit: Edit, replaced: Iterable[Step], planned: Sequence[Planned], made: Sequence[Step]
) -> dict[str, str]:
    """Which new step stands for an old one: of the same kind, of the same side where there are two."""
    heirs = {}
    for old in replaced:
        lane = edit.find(Lane, old.lane)
        by_lane = lane is None or lane.role is LaneRole.CUSTOMER
        customer = old.actor is Actor.CUSTOMER if old.actor else by_lane
        same = [at for at, one in enumerate(planned) if one.kind is old.kind]
        near = [at for at in same if (planned[at].side is Side.CUSTOMER) == customer]
        if same:
            heirs[old.id] = made[(near or same)[0]].id
    return heirs


def _hand_on(edit: Edit, heirs: Mapping[str, str]) -> None:
    """The new steps come from what the old ones came from."""
    for new in dict.fromkeys(heirs.values()):
        old = [key for key, heir in heirs.items() if heir == new]
        origins = [o.origin for key in old for o in edit.rows(StepOrigin, "step = ?", (key,))]
        steps.set_origins(edit, new, origins)


def _relink(
    edit: Edit, course: str, old: Sequence[str], made: Sequence[str], heirs: Mapping[str, str]
) -> None:
    """The way leads in at the first new step, through all of them, and on from the last."""
    gone, taken = set(old), set[tuple[str, str, LinkKind]]()
    for link in edit.rows(Link, "journey = ?", (course,)):
        source, target, is_next = link.source, link.target, link.kind is LinkKind.NEXT
        if source not in gone and target not in gone:
            continue
        if source in gone:
            source = made[-1] if is_next else heirs.get(source, made[-1])
        if target in gone:
            target = made[0] if is_next else heirs.get(target, made[0])
        inside = is_next and link.source in gone and link.target in gone
        itself = source == target and link.kind not in _LOOPS
        if inside or itself or (source, target, link.kind) in taken:
            links.delete(edit, link.id)
        else:
            taken.add((source, target, link.kind))
            edit.change(Link, link.id, source=source, target=target)
    for source, target in pairwise(made):
        links.connect(edit, source, target)


def _keep_parts(edit: Edit, replaced: Sequence[Step], made: Sequence[str]) -> None:
    """The parts of the journey that lose steps hold the new ones instead."""
    gone = {step.id for step in replaced}
    touched = {m.stretch for key in gone for m in edit.rows(StretchStep, "step = ?", (key,))}
    for stretch in sorted(touched):
        members = [m.step for m in edit.rows(StretchStep, "stretch = ?", (stretch,))]
        first = next(at for at, key in enumerate(members) if key in gone)
        kept = [*members[:first], *made, *members[first:]]
        stretches.set_steps(edit, stretch, [key for key in kept if key not in gone])


def _keep_order(edit: Edit, course: str, before: Sequence[str], gone: set[str], made: Sequence[Step]) -> None:
    """The new steps stand in the order of the journey where the first of the old ones stood."""
    first = next((at for at, key in enumerate(before) if key in gone), len(before))
    new = [step.id for step in made]
    steps.set_order(edit, course, [*before[:first], *new, *before[first:]])
