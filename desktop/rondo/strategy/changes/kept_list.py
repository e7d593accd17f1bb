"""The list of changes, kept from edit to edit: an edit of what a step says costs what it touches.

Where an edit may change which steps belong together, their order, their lanes, links or pains, both
journeys are compared from nothing.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from operator import attrgetter

from msgspec.structs import replace

from rondo.strategy.changes.change import Change, ChangeKind, Difference, is_worse
from rondo.strategy.changes.change_list import (
    HEADS,
    ChangeList,
    Entry,
    Key,
    counted,
    entry_of,
    listed,
    places,
    where,
)
from rondo.strategy.changes.change_phrases import Phrases
from rondo.strategy.changes.difference import Compare, compare_of, difference, order_of
from rondo.strategy.changes.pairing import Unit, paired, plain
from rondo.strategy.framework.whole import Framework
from rondo.words import Words
from rondofile.changes import ChangeSet
from rondofile.enums import MarkKind
from rondofile.project import Project
from rondofile.records import Step

FEW = 20
"""More steps that say something else at once are compared with all others."""
_READ = ("journey", "lane", "link", "mark", "step_origin")
"""What else a comparison reads; after a change of it, everything is compared."""
_stands = attrgetter("journey", "position", "phase", "lane", "kind")
_OF_UNIT = (
    *(ChangeKind.RETITLED, ChangeKind.MOVED_PHASE, ChangeKind.RE_LANED, ChangeKind.ACTOR, ChangeKind.FEELING),
    *(ChangeKind.WAIT, ChangeKind.GAP, ChangeKind.MINUTES, ChangeKind.IDENTITY, ChangeKind.COST),
    ChangeKind.UNCHANGED,
)
"""What is told of a step by comparing it with the one that it became."""


class KeptList:
    """`read` gives what `change_list` gives. `touched`: the entries that came for those of before by the
    reading made last; None where it read everything."""

    def __init__(self, framework: Framework, words: Words) -> None:
        self._framework, self._words = framework, words
        self._look: _Look | None = None
        self.touched: tuple[tuple[Entry, Entry], ...] | None = None

    def read(self, project: Project, as_is: str, to_be: str, changes: ChangeSet | None = None) -> ChangeList:
        """Everything that differs between two journeys; `changes` led to it from what was read last."""
        phrases, look = Phrases(project, self._framework, self._words), self._look
        if changes is not None and look is not None and look.of == (as_is, to_be):
            self.touched = look.follow(project, changes, phrases)
            if self.touched is not None:
                return look.found
        self.touched, self._look = None, _Look(project, as_is, to_be, phrases, self._words)
        return self._look.found


class _Look:
    """One comparison from nothing, and what follows it."""

    def __init__(self, project: Project, as_is: str, to_be: str, phrases: Phrases, words: Words) -> None:
        self.of, self._words = (as_is, to_be), words
        self._pairing = pairing = paired(project, as_is, to_be)
        self._compare: Compare = compare_of(project, as_is, to_be, pairing)
        found = difference(project, as_is, to_be, pairing, self._compare)
        self.found = listed(found, pairing, phrases, words)
        self._place, self._order = places(pairing), order_of(pairing)
        self._steps = {step.id: step for step in (*pairing.before, *pairing.after)}
        self._changes: dict[str, list[Change]] = {}
        for change in found.changes:
            for key in {step.id for step in (*change.before, *change.after)}:
                self._changes.setdefault(key, []).append(change)
        self._entries: dict[str, list[Entry]] = {}
        for entry in self.found.entries:
            for key in dict.fromkeys(entry.ids):
                self._entries.setdefault(key, []).append(entry)
        self._named = {
            end for change in found.changes for link in change.links for end in (link.source, link.target)
        }
        self._by_origin = {
            step.id for a, b in pairing.pairs if a in project.origins_of(b.id) for step in (a, b)
        }
        self._names: dict[tuple[str, str], int] = {}
        for step in self._steps.values():
            self._count_name(step, 1)

    def _count_name(self, step: Step, by: int) -> None:
        """The names of steps that may be found by them, with their journeys, are counted."""
        if step.id not in self._by_origin:
            name = step.journey, plain(step.title)
            self._names[name] = self._names.get(name, 0) + by

    def follow(
        self, project: Project, changes: ChangeSet, phrases: Phrases
    ) -> tuple[tuple[Entry, Entry], ...] | None:
        """The list is that of the project; None where everything must be compared."""
        told = {key: after for key, (_, after) in changes.of(Step).items() if key in self._steps}
        if any(changes.tables.get(noun) for noun in _READ) or len(told) > FEW:
            return None
        if any(self._is_new(after) for _, after in changes.of(Step).values()):
            return None
        now = {key: after for key, after in told.items() if isinstance(after, Step)}
        if len(now) < len(told) or sum(self._steps[key].title != one.title for key, one in now.items()) > 1:
            return None
        homes = {key: self._home(project, self._steps[key], one) for key, one in now.items()}
        keys = dict.fromkeys(home for home in homes.values() if home is not None)
        if None in homes.values():
            return None
        for one in now.values():
            self._count_name(self._steps[one.id], -1)
            self._count_name(one, 1)
        self._steps.update(now)
        self._compare = self._compare.of(project)
        return tuple(self._read_again(key, phrases) for key in keys)

    def _is_new(self, step: object) -> bool:
        """Whether a step came to one of both journeys."""
        return isinstance(step, Step) and step.id not in self._steps and step.journey in self.of

    def _home(self, project: Project, was: Step, now: Step) -> Key | None:
        """The step with the one that it simply became, where only what it says changed; None else."""
        key = self._key(was.id) if _stands(was) == _stands(now) else None
        if key is None:
            return None
        ids = (*key[0], *key[1])
        if not all(_is_at(change, key) for one in ids for change in self._of(one)):
            return None
        if len({id(entry) for one in ids for entry in self._entries.get(one, ())}) != 1:
            return None
        if was.feeling != now.feeling and any(m.kind is MarkKind.PAIN for m in project.marks_of(was.id)):
            return None  # of several pains that may have moved the one at the lower feeling is told
        return key if was.title == now.title or self._may_be_named(project, was, now, key) else None

    def _key(self, step: str) -> Key | None:
        ahead, back = self._pairing.ahead(), self._pairing.back()
        others = ahead.get(step, ()) or back.get(step, ())
        if not others:
            before = next(iter(self._of(step)), None)
            if before is None:
                return None
            return ((step,), ()) if self._steps[step].journey == self.of[0] else ((), (step,))
        other = others[0].id
        if len(others) > 1 or len(back.get(other, ()) or ahead.get(other, ())) > 1:
            return None
        return ((step,), (other,)) if step in ahead else ((other,), (step,))

    def _of(self, step: str) -> list[Change]:
        return self._changes.get(step, [])

    def _may_be_named(self, project: Project, was: Step, now: Step, key: Key) -> bool:
        """Whether the name of a step says nothing of others: no link is told by it, no step found by it."""
        if was.id in self._named or not self._by_origin:
            return False
        if key[0] and key[1]:
            return was.id in self._by_origin
        other = self.of[1] if key[0] else self.of[0]
        return not any(self._names.get((other, plain(step.title))) for step in (was, now))

    def _read_again(self, key: Key, phrases: Phrases) -> tuple[Entry, Entry]:
        """What is told of these steps is told of them as they are now."""
        ids = (*key[0], *key[1])
        old = list({id(change): change for one in ids for change in self._of(one)}.values())
        kept = {id(change): self._anew(change) for change in old if change.kind not in _OF_UNIT}
        everything = list(self.found.difference.changes)
        for change in old:
            at = bisect_left(everything, self._order(change), key=self._order)
            while everything[at] is not change:
                at += 1
            everything[at : at + 1] = [kept[id(change)]] if id(change) in kept else []
        told = self._told(key, bool(kept))
        for change in told:
            insort(everything, change, key=self._order)
        new = sorted([*told, *kept.values()], key=self._order)
        for one in ids:
            self._changes[one] = [c for c in new if one in {step.id for step in (*c.before, *c.after)}]
        was = next(entry for one in ids for entry in self._entries.get(one, ()))
        head = next((change for change in new if change.kind in HEADS), None)
        now = entry_of(head, key, [change for change in new if change is not head], phrases, "changed")
        for one in ids:
            self._entries[one] = [now] if one in now.ids else []
        self._put(Difference(*self.of, tuple(everything)), was, now, [*old, *new], phrases)
        return was, now

    def _told(self, key: Key, also: bool) -> list[Change]:
        """What is told by comparing two steps; that they are the same where nothing `also` is told."""
        if not (key[0] and key[1]):
            return []
        a, b = self._steps[key[0][0]], self._steps[key[1][0]]
        same = [] if also else [Change(ChangeKind.UNCHANGED, (a,), (b,))]
        return list(self._compare.changes(Unit((a,), (b,)))) or same

    def _anew(self, change: Change) -> Change:
        before = tuple(self._steps[step.id] for step in change.before)
        after = tuple(self._steps[step.id] for step in change.after)
        return replace(change, before=before, after=after)

    def _put(self, found: Difference, was: Entry, now: Entry, told: list[Change], phrases: Phrases) -> None:
        """The list is this difference, with one entry for another."""
        entries = list(self.found.entries)
        del entries[bisect_left(entries, self._where(was), key=self._where)]
        insort(entries, now, key=self._where)
        worse, counts = self.found.worse, self.found.counts
        if any(is_worse(change) or change.kind is ChangeKind.ADDED for change in told):
            worse = tuple(phrases.detail(change) for change in found.worse)
        if was.section != now.section:
            counts = counted(entries, self._words)
        self.found = ChangeList(found, tuple(entries), counts, worse)

    def _where(self, entry: Entry) -> tuple[int, int, bool]:
        return where(entry, self._place)


def _is_at(change: Change, key: Key) -> bool:
    """Whether a change is about these steps alone."""
    before, after = {step.id for step in change.before}, {step.id for step in change.after}
    return change.kind is not ChangeKind.PAIN_MOVED and before <= {*key[0]} and after <= {*key[1]}
