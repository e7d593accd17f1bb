"""What differs between a journey today and its redesign: the one diff engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from rondo.strategy.changes.change import Change as Change
from rondo.strategy.changes.change import ChangeKind as ChangeKind
from rondo.strategy.changes.change import Difference as Difference
from rondo.strategy.changes.change import Value
from rondo.strategy.changes.changed_delights import delight_changes
from rondo.strategy.changes.changed_lanes import Lanes, matched_lanes
from rondo.strategy.changes.changed_links import link_changes
from rondo.strategy.changes.changed_order import reordered
from rondo.strategy.changes.moved_pain import pain_changes
from rondo.strategy.changes.pairing import Pairing as Pairing
from rondo.strategy.changes.pairing import Unit, plain
from rondo.strategy.changes.pairing import paired as paired
from rondo.strategy.changes.pairing import walked as walked
from rondo.strategy.journeys.journey import actor_of, lane_of, path_links
from rondo.strategy.journeys.path import main_path
from rondofile.enums import Identity, LinkKind
from rondofile.project import Project
from rondofile.records import Link, Step

_SAID = attrgetter("phase", "actor", "feeling", "wait_minutes", "minutes", "identity", "title", "our_cost")
"""What is compared of two steps, but for where they stand."""
_KINDS = {kind: number for number, kind in enumerate(ChangeKind)}


def difference(
    project: Project,
    as_is_id: str,
    to_be_id: str,
    pairing: Pairing | None = None,
    compare: Compare | None = None,
) -> Difference:
    """Every difference between two journeys, as a list that a careful reader would make by hand.

    `pairing`: which steps belong together, `compare`: how they are compared, where that is known already."""
    pairing = pairing or paired(project, as_is_id, to_be_id)
    compare = compare or compare_of(project, as_is_id, to_be_id, pairing)
    today, then = main_path(project, as_is_id), main_path(project, to_be_id)
    changes = [*_whole_steps(pairing), *reordered(pairing, today, then), *compare.lanes.changes()]
    for unit in pairing.units(then):
        changes += compare.changes(unit)
    changes += pain_changes(project, pairing.before, pairing.after, pairing.pairs)
    changes += delight_changes(project, pairing)
    changes += link_changes(project, as_is_id, to_be_id, pairing)
    touched = {step.id for change in changes for step in (*change.before, *change.after)}
    changes += [
        Change(ChangeKind.UNCHANGED, (a,), (b,))
        for a, b in pairing.pairs
        if a.id not in touched and b.id not in touched
    ]
    changes.sort(key=order_of(pairing))
    return Difference(as_is_id, to_be_id, tuple(changes))


def order_of(pairing: Pairing) -> Callable[[Change], tuple[int, int]]:
    """In what order changes are told: by kind, then along the journey."""
    place = {step.id: number for side in (pairing.after, pairing.before) for number, step in enumerate(side)}
    return lambda change: (_KINDS[change.kind], _first(change, place))


def compare_of(project: Project, as_is_id: str, to_be_id: str, pairing: Pairing) -> Compare:
    """How the steps of two journeys are compared."""
    lanes = matched_lanes(project, as_is_id, to_be_id, pairing.pairs)
    was = _gaps(project, as_is_id, main_path(project, as_is_id))
    return Compare(project, lanes, was, _gaps(project, to_be_id, main_path(project, to_be_id)))


def _first(change: Change, place: dict[str, int]) -> int:
    """Where on the way a change is met."""
    return min((place[step.id] for step in change.before or change.after), default=0)


def _whole_steps(pairing: Pairing) -> Iterator[Change]:
    ahead, back = pairing.ahead(), pairing.back()
    for step in pairing.before:
        if step.id not in ahead:
            yield Change(ChangeKind.REMOVED, (step,), ())
        elif len(ahead[step.id]) > 1:
            yield Change(ChangeKind.SPLIT, (step,), ahead[step.id])
    for step in pairing.after:
        if step.id not in back:
            yield Change(ChangeKind.ADDED, (), (step,))
        elif len(back[step.id]) > 1:
            yield Change(ChangeKind.MERGED, back[step.id], (step,))


class Compare:
    """Phase, lane and actor of every step; the rest of steps that are compared as one."""

    def __init__(
        self, project: Project, lanes: Lanes, was: dict[str, float | None], now: dict[str, float | None]
    ) -> None:
        self._project, self.lanes, self._was, self._now = project, lanes, was, now

    def of(self, project: Project) -> Compare:
        """The same after a change of what steps say, and of nothing else."""
        return Compare(project, self.lanes, self._was, self._now)

    def changes(self, unit: Unit) -> Iterator[Change]:
        """What differs between steps that are compared as one."""
        if len(unit.before) == len(unit.after) == 1 and self._alike(unit.before[0], unit.after[0]):
            return
        for b in unit.after:
            yield from self._places(unit.before, b)
        values = list(_inside(unit.before, unit.after))
        if len(unit.before) == len(unit.after) == 1:
            (a,), (b,) = unit.before, unit.after
            if not unit.part and plain(a.title) != plain(b.title):
                values.append((ChangeKind.RETITLED, a.title, b.title))
            values.append((ChangeKind.COST, a.our_cost, b.our_cost))
        gaps = _sum(self._was.get(s.id) for s in unit.before), _sum(self._now.get(s.id) for s in unit.after)
        values.append((ChangeKind.GAP, *gaps))
        yield from (Change(kind, unit.before, unit.after, a, b) for kind, a, b in values if a != b)

    def _alike(self, a: Step, b: Step) -> bool:
        """Whether one step is plainly as the other: most are, which is told at once."""
        return (
            bool(_SAID(a) == _SAID(b))
            and self._was.get(a.id) == self._now.get(b.id)
            and self.lanes.is_same(a, b)
            and actor_of(self._project, a) is actor_of(self._project, b)
        )

    def _places(self, before: tuple[Step, ...], b: Step) -> Iterator[Change]:
        """Those of the steps before that stood elsewhere, or were done by others, together."""
        moved: dict[tuple[ChangeKind, Value, Value], list[Step]] = {}
        for a in before:
            for kind, was, now in self._place(a, b):
                moved.setdefault((kind, was, now), []).append(a)
        yield from (Change(kind, tuple(of), (b,), was, now) for (kind, was, now), of in moved.items())

    def _place(self, a: Step, b: Step) -> Iterator[tuple[ChangeKind, Value, Value]]:
        project = self._project
        if a.phase is not b.phase:
            yield ChangeKind.MOVED_PHASE, a.phase, b.phase
        if not self.lanes.is_same(a, b):
            yield ChangeKind.RE_LANED, _lane_name(project, a), _lane_name(project, b)
        if actor_of(project, a) is not actor_of(project, b):
            yield ChangeKind.ACTOR, actor_of(project, a), actor_of(project, b)


def _inside(before: tuple[Step, ...], after: tuple[Step, ...]) -> Iterator[tuple[ChangeKind, Value, Value]]:
    """Of several steps the lowest feeling, all their time, and whether anybody is a stranger at one."""
    yield ChangeKind.FEELING, _lowest(before), _lowest(after)
    yield ChangeKind.WAIT, _sum(s.wait_minutes for s in before), _sum(s.wait_minutes for s in after)
    yield ChangeKind.MINUTES, _sum(s.minutes for s in before), _sum(s.minutes for s in after)
    yield ChangeKind.IDENTITY, _known(before), _known(after)


def _lowest(steps: tuple[Step, ...]) -> int | None:
    return min((step.feeling for step in steps if step.feeling is not None), default=None)


def _sum(values: Iterable[float | None]) -> float | None:
    """All of it as far as known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _known(steps: tuple[Step, ...]) -> Identity | None:
    found = [step.identity for step in steps]
    return Identity.LOST if Identity.LOST in found else found[-1]


def _gaps(project: Project, journey: str, path: tuple[Step, ...]) -> dict[str, float | None]:
    """Minutes between each step and the one before it: on the path, else where one link alone leads to it."""
    into: dict[str, list[Link]] = {}
    for link in project.links_of(journey):
        if link.kind is LinkKind.NEXT:
            into.setdefault(link.target, []).append(link)
    alone = {step: links[0].wait_minutes for step, links in into.items() if len(links) == 1}
    return {**alone, **{link.target: link.wait_minutes for link in path_links(project, path)}}


def _lane_name(project: Project, step: Step) -> str | None:
    lane = lane_of(project, step)
    return lane.name if lane else None
