"""Which pains a redesign takes away, adds, or only moves (practice N14).

The frontier is not moved by shifting effort: a pain added in another lane, or earlier, while one is
taken away has moved.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rondo.strategy.changes.change import Change, ChangeKind
from rondo.strategy.journeys.journey import lane_of
from rondofile.enums import MarkKind, Phase, StepKind
from rondofile.project import Project
from rondofile.records import Mark, Step

_PHASES = tuple(Phase)
_KINDS = tuple(StepKind)


class Hurt(Struct, frozen=True):
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
    relieved = Relieved(project, gone + [a for a, b in kept.values() if b.mark.weight < a.mark.weight])
    added = [_added(hurt, relieved.giving_way_to(hurt)) for hurt in new]
    moved = {change.marks[0].id for change in added if change.kind is ChangeKind.PAIN_MOVED}
    changes = [
        Change(ChangeKind.PAIN_RESOLVED, (h.step,), tuple(ahead.get(h.step.id, ())), marks=(h.mark,))
        for h in gone
        if h.mark.id not in moved
    ]
    changes += [
        Change(ChangeKind.PAIN_WEIGHT, (a.step,), (b.step,), a.mark.weight, b.mark.weight, (a.mark, b.mark))
        for a, b in kept.values()
        if a.mark.weight != b.mark.weight
    ]
    return changes + added


def _added(new: Hurt, old: Hurt | None) -> Change:
    if old is None:
        return Change(ChangeKind.PAIN_ADDED, (), (new.step,), marks=(new.mark,))
    return Change(ChangeKind.PAIN_MOVED, (old.step,), (new.step,), marks=(old.mark, new.mark))


class Relieved:
    """The pains that are taken away or eased, the heaviest first."""

    def __init__(self, project: Project, hurts: list[Hurt]) -> None:
        self._project = project
        self._hurts = sorted(hurts, key=lambda hurt: (-hurt.mark.weight, hurt.step.feeling or 0))
        self._alike: dict[object, list[Hurt]] = {}
        for hurt in self._hurts:
            for sign in _signs(hurt.mark):
                self._alike.setdefault(sign, []).append(hurt)

    def giving_way_to(self, new: Hurt) -> Hurt | None:
        """The pain that moved there: one of the same words or cause, if elsewhere or later. Pains with
        nothing in common are never joined: that one went and another came is all that is known."""
        for old in (old for sign in _signs(new.mark) for old in self._alike.get(sign, ())):
            if _elsewhere_or_earlier(self._project, old.step, new.step):
                return old
        return None


def _signs(mark: Mark) -> Iterator[object]:
    """By what a pain is known again: its words, then its cause."""
    if mark.text.strip():
        yield _plain(mark.text)
    if mark.cause is not None:
        yield mark.cause, None


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
        return _plain(old.text) == _plain(new.text)
    return old.cause is new.cause


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _pains(project: Project, steps: tuple[Step, ...]) -> Iterator[Hurt]:
    for step in steps:
        for mark in project.marks_of(step.id):
            if mark.kind is MarkKind.PAIN:
                yield Hurt(step, mark)
