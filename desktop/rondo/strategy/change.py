"""What can differ between a journey today and redesigned: the values of the diff engine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rondofile.records import Mark, Step


class ChangeKind(StrEnum):
    """One kind of difference, in the order in which a list of changes is read."""

    REMOVED = "removed"
    ADDED = "added"
    MERGED = "merged"
    SPLIT = "split"
    RETITLED = "retitled"
    MOVED_PHASE = "moved-phase"
    RE_LANED = "re-laned"
    ACTOR = "actor"
    FEELING = "feeling"
    WAIT = "wait"
    MINUTES = "minutes"
    IDENTITY = "identity"
    COST = "cost"
    PAIN_RESOLVED = "pain-resolved"
    PAIN_WEIGHT = "pain-weight"
    PAIN_ADDED = "pain-added"
    PAIN_MOVED = "pain-moved"
    UNCHANGED = "unchanged"


Value = str | float | int | None


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the steps it is about, the value before and after, the pains concerned.

    A moved pain has the step it left in `before`, the step where it now hurts in `after` and both
    marks. Waits and minutes are minutes; None is "not known", never zero.
    """

    kind: ChangeKind
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    was: Value = None
    now: Value = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs, ordered by kind, then along the journey."""

    as_is: str
    to_be: str
    changes: tuple[Change, ...]

    def of(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """The changes of these kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)

    @property
    def worse(self) -> tuple[Change, ...]:
        """What gets worse for the customer: the line that no summary may leave out (practice 4.4, N14)."""
        found = [change for change in self.changes if is_worse(change)]
        told = {step.id for change in found for step in change.after}
        added = self.of(ChangeKind.ADDED)
        sad = [c for c in added if (c.after[0].feeling or 0) < 0 and c.after[0].id not in told]
        return (*found, *sad)


def is_worse(change: Change) -> bool:
    """Whether a change adds pain, waiting, a stranger or a lower feeling."""
    kind, was, now = change.kind, change.was, change.now
    if kind in (ChangeKind.PAIN_ADDED, ChangeKind.PAIN_MOVED):
        return True
    if kind is ChangeKind.IDENTITY:
        return now == "lost"
    if not isinstance(now, int | float):
        return False
    if kind is ChangeKind.FEELING:
        return isinstance(was, int | float) and now < was
    if kind in (ChangeKind.WAIT, ChangeKind.PAIN_WEIGHT):
        return isinstance(was, int | float) and now > was
    return False
