"""Which steps of a journey today and of its redesign belong together.

By their origins (merges and splits are many to many); what is left over on both sides by titles that
only one step on either side has. A redesign that names no origin at all is matched by equal titles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from rondo.strategy.journeys.path import main_path
from rondofile.project import Project
from rondofile.records import Step

Pairs = tuple[tuple[Step, Step], ...]


class Unit(Struct, frozen=True):
    """Steps that are compared as one: a step and what it became, all that were merged, a split's run."""

    before: tuple[Step, ...]
    after: tuple[Step, ...]
    part: bool = False
    """Whether it is a part of a split, or of something more tangled: it has a name of its own."""


class Pairing(Struct, frozen=True, dict=True):
    """The steps of both sides in walking order, and which belongs to which."""

    before: tuple[Step, ...]
    after: tuple[Step, ...]
    pairs: Pairs

    def ahead(self) -> dict[str, tuple[Step, ...]]:
        """For each step of today, the steps it becomes."""
        return self._ahead

    def back(self) -> dict[str, tuple[Step, ...]]:
        """For each redesigned step, the steps it comes from."""
        return self._back

    @cached_property
    def _ahead(self) -> dict[str, tuple[Step, ...]]:
        return _grouped((a.id, b) for a, b in self.pairs)

    @cached_property
    def _back(self) -> dict[str, tuple[Step, ...]]:
        return _grouped((b.id, a) for a, b in self.pairs)

    def units(self, path: Iterable[Step]) -> Iterator[Unit]:
        """What is compared with what. Of a split those parts count together that lie on the main path of
        the redesign, `path`; another part is another way, and stands for the whole step there."""
        ahead, back = self.ahead(), self.back()
        on_path = {step.id for step in path}
        for a in self.before:
            parts = ahead.get(a.id, ())
            if len(parts) > 1 and all(len(back[b.id]) == 1 for b in parts):
                run = tuple(b for b in parts if b.id in on_path)
                others = ((b,) for b in parts if b.id not in on_path)
                yield from (Unit((a,), one, part=True) for one in (run, *others) if one)
        for b in self.after:
            origins = back.get(b.id, ())
            if len(origins) == 1 and len(ahead[origins[0].id]) > 1:
                continue
            if origins and all(len(ahead[a.id]) == 1 for a in origins):
                yield Unit(origins, (b,))
            else:
                yield from (Unit((a,), (b,), part=True) for a in origins)


def paired(project: Project, as_is_id: str, to_be_id: str) -> Pairing:
    """Which steps of the two journeys belong together."""
    before, after = walked(project, as_is_id), walked(project, to_be_id)
    known = {step.id for step in before}
    by_origin = tuple((a, b) for b in after for a in project.origins_of(b.id) if a.id in known)
    if not by_origin:
        return Pairing(before, after, _by_title(before, after))
    return Pairing(before, after, (*by_origin, *_left_over(before, after, by_origin)))


def walked(project: Project, journey_id: str) -> tuple[Step, ...]:
    """All steps of a journey: those of the main path first, in its order, then the others."""
    path = main_path(project, journey_id)
    on_path = {step.id for step in path}
    return path + tuple(s for s in project.steps_of(journey_id) if s.id not in on_path)


def plain(text: str) -> str:
    """A name as it is compared: small letters, single blanks."""
    return " ".join(text.casefold().split())


def _by_title(before: tuple[Step, ...], after: tuple[Step, ...]) -> Pairs:
    """Steps of equal titles, each with the first that is free."""
    waiting: dict[str, list[Step]] = defaultdict(list)
    for step in reversed(before):
        waiting[plain(step.title)].append(step)
    return tuple((waiting[plain(b.title)].pop(), b) for b in after if waiting[plain(b.title)])


def _left_over(before: tuple[Step, ...], after: tuple[Step, ...], known: Pairs) -> Pairs:
    """Of the steps that have no counterpart, those of a title that is there once on either side."""
    taken = {step.id for pair in known for step in pair}
    old, new = ([s for s in side if s.id not in taken and plain(s.title)] for side in (before, after))
    once = Counter(plain(step.title) for step in old)
    again = Counter(plain(step.title) for step in new)
    by_title = {plain(step.title): step for step in old}
    found = (b for b in new if once[plain(b.title)] == again[plain(b.title)] == 1)
    return tuple((by_title[plain(b.title)], b) for b in found)


def _grouped(pairs: Iterable[tuple[str, Step]]) -> dict[str, tuple[Step, ...]]:
    groups: dict[str, tuple[Step, ...]] = {}
    for key, step in pairs:
        there = groups.get(key)
        groups[key] = (*there, step) if there else (step,)
    return groups
