"""The list of changes as people read it: what falls away, what is new, and what became of every step.

One entry a step or a group of steps, with everything that changed about it below; what gets worse once
more by itself. Whole phrases with the names in them, from the one diff engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from rondo.strategy.changes.change import Change, ChangeKind, Difference
from rondo.strategy.changes.change_phrases import Phrases
from rondo.strategy.changes.difference import Pairing, difference, paired
from rondo.strategy.framework.whole import Framework
from rondo.words import Words
from rondofile.enums import Evidence
from rondofile.project import Project
from rondofile.records import Step

SECTIONS = ("removed", "added", "merged", "split", "changed", "lanes", "ways", "unchanged")
"""In the order in which they are read; `changes.section.KEY` is the heading."""
_ORDER = {section: number for number, section in enumerate(SECTIONS)}
HEADS = {
    ChangeKind.REMOVED: "removed",
    ChangeKind.ADDED: "added",
    ChangeKind.MERGED: "merged",
    ChangeKind.SPLIT: "split",
    ChangeKind.UNCHANGED: "unchanged",
}
"""What the name of an entry says, by the section in which it stands."""
_LANES = (ChangeKind.LANE_ADDED, ChangeKind.LANE_REMOVED, ChangeKind.LANE_RENAMED)
_WAYS = tuple(kind for kind in ChangeKind if kind.value.startswith(("way-", "returns-", "learns-")))
_LEFT = (ChangeKind.PAIN_RESOLVED, ChangeKind.DELIGHT_LOST)


class Detail(Struct, frozen=True):
    """One change in words; `alone`: said without the step it stands under. `worse`: than today."""

    change: Change
    text: str
    alone: str
    worse: bool


class Entry(Struct, frozen=True):
    """Steps and what became of them, by name. `change`: what the name itself says, where it says any."""

    section: str
    text: str
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    details: tuple[Detail, ...]
    change: Change | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The steps of both sides."""
        return tuple(step.id for step in (*self.before, *self.after))

    @property
    def evidence(self) -> Evidence:
        """How the weakest of it is known."""
        known = [step.evidence or Evidence.ASSUMED for step in (*self.before, *self.after)]
        return max(known, key=tuple(Evidence).index, default=Evidence.ASSUMED)


class ChangeList(Struct, frozen=True):
    """`counts` say how many steps fall away, are new and so on, in words; `worse` may not be left out."""

    difference: Difference
    entries: tuple[Entry, ...]
    counts: tuple[str, ...]
    worse: tuple[Detail, ...]

    def of(self, section: str) -> tuple[Entry, ...]:
        """The entries below one heading."""
        return tuple(entry for entry in self.entries if entry.section == section)


def change_list(project: Project, as_is: str, to_be: str, framework: Framework, words: Words) -> ChangeList:
    """Everything that differs between two journeys, for people. KeyError: no such journey."""
    pairing = paired(project, as_is, to_be)
    found = difference(project, as_is, to_be, pairing)
    return listed(found, pairing, Phrases(project, framework, words), words)


def listed(found: Difference, pairing: Pairing, phrases: Phrases, words: Words) -> ChangeList:
    """A difference in words."""
    place = places(pairing)
    entries = sorted(_entries(found, pairing, phrases), key=lambda entry: where(entry, place))
    worse = tuple(phrases.detail(change) for change in found.worse)
    return ChangeList(found, tuple(entries), counted(entries, words), worse)


def places(pairing: Pairing) -> dict[str, int]:
    """Where on the way every step is met."""
    return {step.id: number for number, step in enumerate((*pairing.after, *pairing.before))}


def where(entry: Entry, place: Mapping[str, int]) -> tuple[int, int, bool]:
    """Where an entry stands in the list."""
    met = min((place[key] for key in entry.ids[: len(entry.before) or None]), default=0)
    return _ORDER[entry.section], met, entry.change is None


def counted(entries: Sequence[Entry], words: Words) -> tuple[str, ...]:
    """How many steps each section speaks of, in words."""
    counts = ((key, _number(key, entries)) for key in SECTIONS)
    return tuple(words.count(f"changes.count.{key}", number) for key, number in counts if number)


def _number(section: str, entries: Sequence[Entry]) -> int:
    """How many steps a section speaks of: all that are merged, those that are split, else its entries."""
    mine = [entry for entry in entries if entry.section == section]
    if section == "split":
        return sum(1 for entry in mine if entry.change is not None)
    return sum(len(entry.before) for entry in mine) if section == "merged" else len(mine)


Key = tuple[tuple[str, ...], tuple[str, ...]]


def _entries(found: Difference, pairing: Pairing, phrases: Phrases) -> Iterator[Entry]:
    heads = {_key(change): change for change in found.of(*HEADS)}
    alone = {step: key for key in heads for side in key for step in side if _whole(heads[key])}
    ahead, back = pairing.ahead(), pairing.back()
    for b, origins in back.items():
        if len(origins) == 1:
            both: Key = ((origins[0].id,), (b,))
            alone.setdefault(b, both)
            if len(ahead[origins[0].id]) == 1:
                alone.setdefault(origins[0].id, both)
    groups: dict[Key, list[Change]] = {key: [] for key in heads}
    for change in found.changes:
        if change.kind not in HEADS and change.kind not in (*_LANES, *_WAYS):
            key = _home(change, heads, alone)
            groups.setdefault(key, []).append(change)
    divided = {change.before[0].id for change in found.of(ChangeKind.SPLIT)}
    for key, changes in groups.items():
        of = divided.intersection(key[0]) if key not in heads else ()
        yield entry_of(heads.get(key), key, changes, phrases, "split" if of else "changed")
    for change in found.of(*_LANES, *_WAYS):
        section = "lanes" if change.kind in _LANES else "ways"
        yield Entry(section, phrases.said(change), (), (), (), change)


def entry_of(head: Change | None, key: Key, changes: list[Change], phrases: Phrases, section: str) -> Entry:
    """What became of the steps of that key: `head` says it where their names do."""
    if head is not None and not changes:
        said = phrases.named(head.before, head.after)
        return Entry(HEADS[head.kind], said, head.before, head.after, (), head)
    named = head or next((c for c in changes if c.kind is ChangeKind.RETITLED), None)
    first = named or changes[0]
    steps = {step.id: step for change in (first, *changes) for step in (*change.before, *change.after)}
    before, after = (tuple(steps[one] for one in side if one in steps) for side in key)
    section = HEADS[head.kind] if head else section
    details = tuple(phrases.detail(change) for change in changes if change is not named)
    return Entry(section, phrases.named(before, after), before, after, details, named)


def _home(change: Change, heads: dict[Key, Change], alone: dict[str, Key]) -> Key:
    """Below which steps a change is told: where they are, else at the step that falls away or is new."""
    if change.kind is ChangeKind.PAIN_MOVED:
        change = Change(change.kind, (), change.after)
        there = change.after[0].id
        return alone.get(there) or ((), (there,))
    key = _key(change)
    if key in heads:
        return key
    if change.kind in _LEFT and len(change.after) != 1:
        return alone.get(change.before[0].id, key)
    ends = {alone[step.id] for step in (*change.before, *change.after) if step.id in alone}
    return ends.pop() if len(ends) == 1 else key


def _whole(change: Change) -> bool:
    """Whether what happens at a step is told there: not where it is a part of a split."""
    return change.kind in (ChangeKind.REMOVED, ChangeKind.ADDED, ChangeKind.MERGED)


def _key(change: Change) -> Key:
    return tuple(step.id for step in change.before), tuple(step.id for step in change.after)
