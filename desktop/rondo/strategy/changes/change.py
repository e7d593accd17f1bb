"""What can differ between a journey today and redesigned: the values of the diff engine."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from rondofile.records import Link, Mark, Step


class ChangeKind(StrEnum):
    """One kind of difference, in the order in which a list of changes is read."""

    REMOVED = "removed"
    ADDED = "added"
    MERGED = "merged"
    SPLIT = "split"
    RETITLED = "retitled"
    REORDERED = "reordered"
    MOVED_PHASE = "moved-phase"
    RE_LANED = "re-laned"
    LANE_RENAMED = "lane-renamed"
    LANE_REMOVED = "lane-removed"
    LANE_ADDED = "lane-added"
    ACTOR = "actor"
    FEELING = "feeling"
    WAIT = "wait"
    GAP = "gap"
    MINUTES = "minutes"
    IDENTITY = "identity"
    COST = "cost"
    PAIN_RESOLVED = "pain-resolved"
    PAIN_WEIGHT = "pain-weight"
    PAIN_ADDED = "pain-added"
    PAIN_MOVED = "pain-moved"
    DELIGHT_LOST = "delight-lost"
    DELIGHT_ADDED = "delight-added"
    WAY_ADDED = "way-added"
    WAY_REMOVED = "way-removed"
    WAY_CHANGED = "way-changed"
    RETURNS_ADDED = "returns-added"
    RETURNS_REMOVED = "returns-removed"
    RETURNS_CHANGED = "returns-changed"
    LEARNS_ADDED = "learns-added"
    LEARNS_REMOVED = "learns-removed"
    LEARNS_CHANGED = "learns-changed"
    UNCHANGED = "unchanged"


Value = str | float | int | None


class Change(Struct, frozen=True):
    """One difference: the steps it is about, the value before and after, the pains concerned.

    A moved pain has the step it left in `before`, the step where it now hurts in `after` and both
    marks; it is not resolved besides. Waits (at a step), gaps (the time before it) and minutes are
    minutes; None is "not known", never zero. What changed about lanes and links is told without steps.
    """

    kind: ChangeKind
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    was: Value = None
    now: Value = None
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    """The link concerned; of a changed one, today's and the redesigned one."""


class Difference(Struct, frozen=True):
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
    """Whether a change adds pain, waiting, a stranger or a lower feeling, or takes a delight away (N16)."""
    kind, was, now = change.kind, change.was, change.now
    if kind in (ChangeKind.PAIN_ADDED, ChangeKind.PAIN_MOVED, ChangeKind.DELIGHT_LOST):
        return True
    if kind is ChangeKind.IDENTITY:
        return now == "lost"
    if not isinstance(now, int | float):
        return False
    if kind is ChangeKind.FEELING:
        return isinstance(was, int | float) and now < was
    if kind in (ChangeKind.WAIT, ChangeKind.GAP, ChangeKind.PAIN_WEIGHT):
        return isinstance(was, int | float) and now > was
    return False
