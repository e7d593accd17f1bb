"""Which pains a redesign takes away, adds, or only moves (practice N14).

The frontier is not moved by shifting effort: a pain added in another lane, or earlier, while one is
taken away has moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rondo.strategy.change import Change, ChangeKind
from rondo.strategy.journey import lane_of
from rondofile.enums import MarkKind, Phase, StepKind
from rondofile.project import Project
from rondofile.records import Mark, Step

_PHASES = tuple(Phase)
_KINDS = tuple(StepKind)


@dataclass(frozen=True, slots=True)
class Hurt:
    """A pain and the step where it hurts."""

    step: Step
    mark: Mark


def pain_changes(
    project: Project, before: tuple[Step, ...], after: tuple[Step, ...], pairs: tuple[tuple[Step, Step], ...]
) -> list[Change]:
    """The pains that are resolved, weigh another amount, are added or moved, in walking order."""
    kept, kept_now = _kept(project, pairs)
    gone = [hurt for hurt in _pains(project, before) if hurt.mark.id not in kept]
    new = [hurt for hurt in _pains(project, after) if hurt.mark.id not in kept_now]
    ahead: dict[str, list[Step]] = {}
    for a, b in pairs:
        ahead.setdefault(a.id, []).append(b)
    changes = [
        Change(ChangeKind.PAIN_RESOLVED, (h.step,), tuple(ahead.get(h.step.id, ())), marks=(h.mark,))
        for h in gone
    ]
    changes += [
        Change(ChangeKind.PAIN_WEIGHT, (a.step,), (b.step,), a.mark.weight, b.mark.weight, (a.mark, b.mark))
        for a, b in kept.values()
        if a.mark.weight != b.mark.weight
    ]
    relieved = gone + [a for a, b in kept.values() if b.mark.weight < a.mark.weight]
    return changes + [_added(project, hurt, relieved) for hurt in new]


def _added(project: Project, new: Hurt, relieved: list[Hurt]) -> Change:
    """The same pain elsewhere is moved; so is any heavier one that gave way to it elsewhere or earlier."""
    from_where = [old for old in relieved if _elsewhere_or_earlier(project, old.step, new.step)]
    same = [old for old in from_where if _alike(old.mark, new.mark)]
    old = max(same or from_where, key=lambda hurt: hurt.mark.weight, default=None)
    if old is None:
        return Change(ChangeKind.PAIN_ADDED, (), (new.step,), marks=(new.mark,))
    return Change(ChangeKind.PAIN_MOVED, (old.step,), (new.step,), marks=(old.mark, new.mark))


def _alike(old: Mark, new: Mark) -> bool:
    return _same(old, new) or (old.cause is not None and old.cause is new.cause)


def _elsewhere_or_earlier(project: Project, old: Step, new: Step) -> bool:
    a, b = lane_of(project, old), lane_of(project, new)
    apart = a is not None and b is not None and a.name.casefold() != b.name.casefold()
    return apart or _when(new) < _when(old)


def _when(step: Step) -> tuple[int, int]:
    phase = _PHASES.index(step.phase) if step.phase else len(_PHASES)
    return phase, _KINDS.index(step.kind) if step.kind else len(_KINDS)


def _kept(
    project: Project, pairs: tuple[tuple[Step, Step], ...]
) -> tuple[dict[str, tuple[Hurt, Hurt]], set[str]]:
    """Pains of today that the same step still has: equal in words, else equal in cause."""
    kept: dict[str, tuple[Hurt, Hurt]] = {}
    taken: set[str] = set()
    for a, b in pairs:
        for old in _pains(project, (a,)):
            free = [new for new in _pains(project, (b,)) if new.mark.id not in taken]
            match = next((new for new in free if _same(old.mark, new.mark)), None)
            if match and old.mark.id not in kept:
                kept[old.mark.id] = (old, match)
                taken.add(match.mark.id)
    return kept, taken


def _same(old: Mark, new: Mark) -> bool:
    if old.text.strip() or new.text.strip():
        return " ".join(old.text.casefold().split()) == " ".join(new.text.casefold().split())
    return old.cause is new.cause


def _pains(project: Project, steps: tuple[Step, ...]) -> Iterator[Hurt]:
    for step in steps:
        for mark in project.marks_of(step.id):
            if mark.kind is MarkKind.PAIN:
                yield Hurt(step, mark)
