"""Which moments tell the story: the worst of today, what they become, and what a redesign makes worse."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rondo.strategy.changes.change import ChangeKind
from rondo.strategy.changes.difference import Pairing, difference, paired
from rondo.strategy.journeys.journey import main_path
from rondo.strategy.journeys.measures import worst_steps
from rondofile.project import Project
from rondofile.records import Step

MOST = 3
"""How many moments a reader keeps in mind (practice R22)."""
_NEW = (ChangeKind.PAIN_ADDED, ChangeKind.PAIN_MOVED, ChangeKind.ADDED)


class Moment(Struct, frozen=True):
    """A step of today and the steps it becomes; `today` is None where the redesign adds something."""

    today: Step | None
    then: tuple[Step, ...] = ()


class Story(Struct, frozen=True):
    """The moments in walking order and, apart, the worst of what is new; `also` are the other new hurts.

    `today` and `then` are the main paths, `every` says how many steps either journey has in all, as
    everywhere else; `hurts` are the redesigned steps with a new pain; `origins` counts
    the steps of today behind each redesigned one."""

    moments: tuple[Moment, ...]
    new: Moment | None
    also: tuple[Step, ...]
    today: tuple[Step, ...]
    then: tuple[Step, ...]
    hurts: frozenset[str]
    origins: Mapping[str, int]
    redesigned: bool
    every: tuple[int, int]

    @property
    def columns(self) -> tuple[Moment, ...]:
        return (*self.moments, self.new) if self.new else self.moments


def found_moments(project: Project, as_is_id: str, to_be_id: str | None) -> Story:
    """The story of a journey and, if there is one, its redesign. KeyError: no such journey."""
    today = _walk(project, as_is_id)
    worst = {step.id for step in worst_steps(project, today)[:MOST]}
    shown = tuple(step for step in today if step.id in worst)
    if to_be_id is None:
        moments = tuple(Moment(step) for step in shown)
        every = len(project.steps_of(as_is_id)), 0
        return Story(moments, None, (), today, (), frozenset(), {}, redesigned=False, every=every)
    pairing = paired(project, as_is_id, to_be_id)
    ahead = pairing.ahead()
    moments = tuple(Moment(step, ahead.get(step.id, ())) for step in shown)
    hurting = _new_hurts(project, as_is_id, to_be_id, pairing)
    seen = {step.id for moment in moments for step in moment.then}
    apart = tuple(step for step in hurting if step.id not in seen)
    origins = {key: len(steps) for key, steps in pairing.back().items()}
    return Story(
        moments=moments,
        new=_moment_of(apart[0], pairing, worst) if apart else None,
        also=apart[1:],
        today=today,
        then=_walk(project, to_be_id),
        hurts=frozenset(step.id for step in hurting),
        origins=origins,
        redesigned=True,
        every=(len(project.steps_of(as_is_id)), len(project.steps_of(to_be_id))),
    )


def between(path: tuple[Step, ...], before: Step | None, after: Step | None) -> int | None:
    """How many steps of the path lie between two of its steps; None unless the one follows the other."""
    place = {step.id: number for number, step in enumerate(path)}
    if before is None or after is None or before.id not in place or after.id not in place:
        return None
    folded = place[after.id] - place[before.id] - 1
    return folded if folded >= 0 else None


def _walk(project: Project, journey_id: str) -> tuple[Step, ...]:
    """The main path, or every step where nothing is linked yet."""
    path = main_path(project, journey_id)
    return path if len(path) > 1 else project.steps_of(journey_id)


def _new_hurts(project: Project, as_is_id: str, to_be_id: str, pairing: Pairing) -> tuple[Step, ...]:
    """The redesigned steps that hurt in a way that today does not, the worst first (practice N14)."""
    worse = difference(project, as_is_id, to_be_id).worse
    new = {step.id for change in worse if change.kind in _NEW for step in change.after}
    return worst_steps(project, (step for step in pairing.after if step.id in new))


def _moment_of(step: Step, pairing: Pairing, shown: set[str]) -> Moment:
    """A hurting step of the redesign over the step of today that it comes from, where there is one."""
    origins = [a for a in pairing.back().get(step.id, ()) if a.id not in shown]
    return Moment(origins[0] if origins else None, (step,))
