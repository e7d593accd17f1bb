"""One journey, or a part of it, under another architecture: who would do each step (practice R17).

Steps that must stay with us keep who does them, with the reason. Facts are counted on the recast graph,
never scored: firms run several architectures at once.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from itertools import pairwise

from msgspec import Struct

from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.journey import actor_of, lane_of, main_path, next_links
from rondo.strategy.journeys.single_points import single_points
from rondofile.enums import Actor, Architecture, Identity, Phase
from rondofile.project import Project
from rondofile.records import Lane, RoleChoice, Step

_OURS = (Actor.FIRM, Actor.BOTH)


class Assignment(Struct, frozen=True):
    """Who would do a step and why. `chosen`: by hand; `kept`: must stay; `moved`: other hands than today."""

    step: Step
    today: Actor
    role: Actor
    reason: str
    chosen: bool
    kept: bool
    moved: bool


class RecastFacts(Struct, frozen=True):
    """What can be counted on the recast part of the main path. Shares are (count, of all steps)."""

    firm_run: tuple[int, int]
    customer_run: tuple[int, int]
    hand_overs: int
    parties: tuple[Actor, ...]
    identity_breaks: int
    single_points: tuple[Step, ...]


class Recast(Struct, frozen=True):
    """A journey under an architecture: `could_move` of `of` steps would pass to someone else."""

    architecture: Architecture
    assignments: Mapping[str, Assignment]
    could_move: int
    of: int
    facts: RecastFacts


def recast(
    project: Project,
    journey_id: str,
    architecture: Architecture,
    framework: Framework,
    stretch_id: str | None = None,
) -> Recast:
    """The journey under that architecture; with a stretch, only its steps are recast and counted."""
    steps = project.steps_of(journey_id)
    within = {step.id for step in (project.steps_in(stretch_id) if stretch_id else steps)}
    chosen = {c.step: c.role for c in project.all(RoleChoice) if c.architecture is architecture}
    found: dict[str, Assignment] = {}
    for step in steps:
        free = step.id in within and not step.must_stay
        if free and step.id in chosen:
            found[step.id] = _assigned(project, step, chosen[step.id], "", chosen=True)
        elif free and step.phase is not Phase.REPEAT and step.kind is not None:
            usual = framework.performer(step.kind, architecture)
            found[step.id] = _assigned(project, step, usual.role, usual.reason)
        else:
            found[step.id] = _assigned(project, step, actor_of(project, step), step.must_stay_reason)
    inside = [one for one in found.values() if one.step.id in within]
    moved = sum(1 for one in inside if one.moved)
    return Recast(architecture, found, moved, len(inside), _facts(project, journey_id, found, within))


def _assigned(project: Project, step: Step, role: Actor, reason: str, chosen: bool = False) -> Assignment:
    today = actor_of(project, step)
    moved = not _hands(today) & _hands(role)
    return Assignment(step, today, role, reason, chosen, step.must_stay, moved)


def _hands(actor: Actor) -> frozenset[Actor]:
    """Work done by both is in the firm's hands and in the customer's: either alone is no move."""
    return frozenset((Actor.FIRM, Actor.CUSTOMER)) if actor is Actor.BOTH else frozenset((actor,))


def _facts(
    project: Project, journey_id: str, found: Mapping[str, Assignment], within: Container[str]
) -> RecastFacts:
    path = tuple(step for step in main_path(project, journey_id) if step.id in within)
    roles = [found[step.id].role for step in path]
    desks = [_desk(project, found[step.id]) for step in path]
    links = next_links(project, journey_id)
    onward = {source: tuple(link.target for link in out) for source, out in links.items()}
    return RecastFacts(
        firm_run=(roles.count(Actor.FIRM), len(path)),
        customer_run=(roles.count(Actor.CUSTOMER), len(path)),
        hand_overs=sum(1 for a, b in pairwise(desks) if a != b),
        parties=tuple(actor for actor in Actor if actor in roles and actor is not Actor.NOBODY),
        identity_breaks=_breaks(path, desks, roles),
        single_points=single_points(path, onward),
    )


def _desk(project: Project, one: Assignment) -> tuple[Actor, str]:
    """Whose hands a step is in: a department of ours by its lane, any other party as one."""
    role = one.role
    if role in _OURS:
        lane: Lane | None = lane_of(project, one.step)
        return Actor.FIRM, lane.id if lane and not one.moved else ""
    return role, ""


def _breaks(path: tuple[Step, ...], desks: list[tuple[Actor, str]], roles: list[Actor]) -> int:
    """Crossings between those who serve, customer steps skipped, where the person is not known."""
    breaks, last = 0, None
    for step, desk, role in zip(path, desks, roles, strict=True):
        if role in (Actor.CUSTOMER, Actor.NOBODY):
            continue
        if last is not None and desk != last and step.identity is Identity.LOST:
            breaks += 1
        last = desk
    return breaks
