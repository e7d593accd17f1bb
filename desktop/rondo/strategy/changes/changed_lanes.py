"""Which lanes of a redesign are the lanes of today: by name and role, or renamed with all their steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct

from rondo.strategy.changes.change import Change, ChangeKind
from rondo.strategy.changes.pairing import Pairs, plain
from rondofile.enums import LaneRole
from rondofile.project import Project
from rondofile.records import Lane, Step


class Lanes(Struct, frozen=True):
    """The lanes of both sides; `same` leads from a lane of today to the one that it is in the redesign."""

    before: tuple[Lane, ...]
    after: tuple[Lane, ...]
    same: Mapping[str, Lane]

    def is_same(self, a: Step, b: Step) -> bool:
        """Whether both steps stand at the same desk, whatever it is called."""
        if a.lane is None or b.lane is None:
            return a.lane is b.lane
        there = self.same.get(a.lane)
        return there is not None and there.id == b.lane

    def changes(self) -> Iterator[Change]:
        """The lanes that were renamed, that are new, that are gone."""
        for lane in self.before:
            there = self.same.get(lane.id)
            if there is None:
                yield Change(ChangeKind.LANE_REMOVED, (), (), lane.name)
            elif plain(there.name) != plain(lane.name):
                yield Change(ChangeKind.LANE_RENAMED, (), (), lane.name, there.name)
        known = {lane.id for lane in self.same.values()}
        for lane in self.after:
            if lane.id not in known:
                yield Change(ChangeKind.LANE_ADDED, (), (), None, lane.name)


def matched_lanes(project: Project, as_is: str, to_be: str, pairs: Pairs) -> Lanes:
    """A lane's copy in a redesign is another record. The same desk has the same name and role; where no
    lane has, the desk that took most steps of one lane, and has most of its own from there, is that lane
    renamed; at least two, for a single step may well have gone to somebody else."""
    before, after = project.lanes_of(as_is), project.lanes_of(to_be)
    free: dict[tuple[str, LaneRole], list[Lane]] = {}
    for lane in reversed(after):
        free.setdefault((plain(lane.name), lane.role), []).append(lane)
    same: dict[str, Lane] = {}
    for lane in before:
        if named := free.get((plain(lane.name), lane.role)):
            same[lane.id] = named.pop()
    taken = {lane.id for lane in same.values()}
    moves = Counter((a.lane, b.lane) for a, b in pairs)
    leave, arrive = Counter(a.lane for a, _ in pairs), Counter(b.lane for _, b in pairs)
    for (old, new), number in moves.items():
        a, b = project.find(Lane, old), project.find(Lane, new)
        if a is None or b is None or a.id in same or b.id in taken or a.role is not b.role:
            continue
        if number > 1 and 2 * number > leave[old] and 2 * number > arrive[new]:
            same[a.id] = b
            taken.add(b.id)
    return Lanes(before, after, same)
