"""What differs between a journey today and its redesign: the one diff engine.

Steps belong together by their origins (merges and splits are many to many); a redesign that names no
origin at all is matched by equal titles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rondo.strategy.change import Change as Change
from rondo.strategy.change import ChangeKind as ChangeKind
from rondo.strategy.change import Difference as Difference
from rondo.strategy.change import Value
from rondo.strategy.journey import actor_of, lane_of, main_path, path_links
from rondo.strategy.moved_pain import pain_changes
from rondofile.project import Project
from rondofile.records import Step

_KINDS = tuple(ChangeKind)
Pairs = tuple[tuple[Step, Step], ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """The steps of both sides in walking order, and which belongs to which."""

    before: tuple[Step, ...]
    after: tuple[Step, ...]
    pairs: Pairs

    def ahead(self) -> dict[str, tuple[Step, ...]]:
        """For each step of today, the steps it becomes."""
        return _grouped((a.id, b) for a, b in self.pairs)

    def back(self) -> dict[str, tuple[Step, ...]]:
        """For each redesigned step, the steps it comes from."""
        return _grouped((b.id, a) for a, b in self.pairs)


def difference(project: Project, as_is_id: str, to_be_id: str) -> Difference:
    """Every difference between two journeys, as a list that a careful reader would make by hand."""
    pairing = paired(project, as_is_id, to_be_id)
    changes = [*_whole_steps(pairing), *_details(project, as_is_id, to_be_id, pairing)]
    changes += pain_changes(project, pairing.before, pairing.after, pairing.pairs)
    touched = {step.id for change in changes for step in (*change.before, *change.after)}
    changes += [
        Change(ChangeKind.UNCHANGED, (a,), (b,))
        for a, b in pairing.pairs
        if a.id not in touched and b.id not in touched
    ]
    changes.sort(key=lambda change: _KINDS.index(change.kind))
    return Difference(as_is_id, to_be_id, tuple(changes))


def paired(project: Project, as_is_id: str, to_be_id: str) -> Pairing:
    """Which steps of the two journeys belong together."""
    before, after = walked(project, as_is_id), walked(project, to_be_id)
    known = {step.id for step in before}
    by_origin = tuple((a, b) for b in after for a in project.origins_of(b.id) if a.id in known)
    return Pairing(before, after, by_origin or _by_title(before, after))


def walked(project: Project, journey_id: str) -> tuple[Step, ...]:
    """All steps of a journey: those of the main path first, in its order, then the others."""
    path = main_path(project, journey_id)
    on_path = {step.id for step in path}
    return path + tuple(s for s in project.steps_of(journey_id) if s.id not in on_path)


def _by_title(before: tuple[Step, ...], after: tuple[Step, ...]) -> Pairs:
    waiting: dict[str, list[Step]] = defaultdict(list)
    for step in reversed(before):
        waiting[_plain(step.title)].append(step)
    return tuple((waiting[_plain(b.title)].pop(), b) for b in after if waiting[_plain(b.title)])


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


def _details(project: Project, as_is: str, to_be: str, pairing: Pairing) -> Iterator[Change]:
    """Phase, lane and actor of every pair; the rest where one step simply became one step."""
    ahead, back = pairing.ahead(), pairing.back()
    was_wait, now_wait = wait_at(project, as_is), wait_at(project, to_be)
    for a, b in pairing.pairs:
        values = list(_place(project, a, b))
        if len(ahead[a.id]) == 1 and len(back[b.id]) == 1:
            values += _inside(a, b)
            values.append((ChangeKind.WAIT, was_wait.get(a.id), now_wait.get(b.id)))
        yield from (Change(kind, (a,), (b,), was, now) for kind, was, now in values if was != now)


def _place(project: Project, a: Step, b: Step) -> Iterator[tuple[ChangeKind, Value, Value]]:
    yield ChangeKind.MOVED_PHASE, a.phase, b.phase
    if _desk(project, a) != _desk(project, b):
        yield ChangeKind.RE_LANED, _lane_name(project, a), _lane_name(project, b)
    yield ChangeKind.ACTOR, actor_of(project, a), actor_of(project, b)


def _inside(a: Step, b: Step) -> Iterator[tuple[ChangeKind, Value, Value]]:
    if _plain(a.title) != _plain(b.title):
        yield ChangeKind.RETITLED, a.title, b.title
    yield ChangeKind.FEELING, a.feeling, b.feeling
    yield ChangeKind.MINUTES, a.minutes, b.minutes
    yield ChangeKind.IDENTITY, a.identity, b.identity
    yield ChangeKind.COST, a.our_cost, b.our_cost


def wait_at(project: Project, journey_id: str) -> dict[str, float]:
    """Minutes waited before or inside each step, where anything is known of it."""
    steps = project.steps_of(journey_id)
    known = {step.id: step.wait_minutes for step in steps if step.wait_minutes is not None}
    for link in path_links(project, main_path(project, journey_id)):
        if link.wait_minutes is not None:
            known[link.target] = known.get(link.target, 0.0) + link.wait_minutes
    return known


def _desk(project: Project, step: Step) -> tuple[str, str]:
    """A lane's copy in a redesign is another record: the same desk has the same name and role."""
    lane = lane_of(project, step)
    return (_plain(lane.name), lane.role) if lane else ("", "")


def _lane_name(project: Project, step: Step) -> str | None:
    lane = lane_of(project, step)
    return lane.name if lane else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _grouped(pairs: Iterator[tuple[str, Step]]) -> dict[str, tuple[Step, ...]]:
    groups: dict[str, list[Step]] = {}
    for key, step in pairs:
        groups.setdefault(key, []).append(step)
    return {key: tuple(steps) for key, steps in groups.items()}
