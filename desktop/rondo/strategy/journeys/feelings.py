"""How it feels along the main path: one line per state and one per segment that somebody spoke of.

Only the main path has lines: a curve over a branching map would be fiction (practice 3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from rondo.strategy.journeys.journey import main_path
from rondofile.project import Project
from rondofile.records import Journey, Segment, Step

LEAST, MOST = -2, 2
ASIDE = 0.6
"""How far before the first or behind the last step that both journeys have, in steps."""


class LineKind(StrEnum):
    """Whose line it is: of the journey itself, of today behind it, of another segment."""

    OWN = "own"
    TODAY = "today"
    SEGMENT = "segment"


class Felt(Struct, frozen=True):
    """What is felt at a step; None: nobody said. `at` counts the steps of the path that is shown."""

    step: Step
    at: float
    feeling: int | None


class FeelingLine(Struct, frozen=True):
    """One line from left to right. `segment`: whose it is where that is not the journey's own."""

    kind: LineKind
    journey: Journey
    segment: Segment | None
    felt: tuple[Felt, ...]

    @property
    def known(self) -> tuple[Felt, ...]:
        """Where a feeling is known."""
        return tuple(one for one in self.felt if one.feeling is not None)


def feeling_lines(project: Project, journey_id: str, also: str | None = None) -> tuple[FeelingLine, ...]:
    """The lines of a journey, its own first; `also` is a segment that has a line even if nothing is known.

    KeyError: no such journey."""
    journey = project.get(Journey, journey_id)
    path = main_path(project, journey_id)
    own = project.find(Segment, journey.segment)
    lines = [FeelingLine(LineKind.OWN, journey, own, _along(path, {s.id: s.feeling for s in path}))]
    lines += _today(project, journey, path)
    return (*lines, *_segments(project, journey, path, also))


def feeling_of(project: Project, step: Step, segment: str | None) -> int | None:
    """How that segment feels at a step; the journey's own where it is that one or none is named."""
    journey = project.find(Journey, step.journey)
    if segment is None or (journey is not None and journey.segment == segment):
        return step.feeling
    return next((one.feeling for one in project.feelings_of(step.id) if one.segment == segment), None)


def spoken_of(project: Project, journey_id: str) -> bool:
    """Whether any line of the journey has two feelings, so that there is something to draw."""
    return any(len(line.known) >= 2 for line in feeling_lines(project, journey_id))


def _along(path: Sequence[Step], feelings: Mapping[str, int | None]) -> tuple[Felt, ...]:
    return tuple(Felt(step, float(at), feelings.get(step.id)) for at, step in enumerate(path))


def _segments(
    project: Project, journey: Journey, path: Sequence[Step], also: str | None
) -> Iterator[FeelingLine]:
    said: dict[str, dict[str, int | None]] = {}
    for step in path:
        for one in project.feelings_of(step.id):
            said.setdefault(one.segment, {})[step.id] = one.feeling
    for segment in project.all(Segment):
        if segment.id != journey.segment and (segment.id in said or segment.id == also):
            felt = _along(path, said.get(segment.id, {}))
            yield FeelingLine(LineKind.SEGMENT, journey, segment, felt)


def _today(project: Project, journey: Journey, path: Sequence[Step]) -> Iterator[FeelingLine]:
    """Today's own line behind a redesign, each step over the one that comes from it."""
    before = project.find(Journey, journey.based_on)
    if before is None or not path:
        return
    walked = main_path(project, before.id)
    if any(step.feeling is not None for step in walked):
        places = _beside(project, before, journey, walked, path)
        felt = tuple(Felt(step, at, step.feeling) for step, at in zip(walked, places, strict=True))
        yield FeelingLine(LineKind.TODAY, before, project.find(Segment, before.segment), felt)


def _beside(
    project: Project, before: Journey, after: Journey, walked: Sequence[Step], path: Sequence[Step]
) -> list[float]:
    """Where the steps of today stand along the path of the redesign: over what they became, steps that
    fell away between their neighbours; never backwards."""
    from rondo.strategy.changes.difference import paired

    index = {step.id: number for number, step in enumerate(path)}
    became: dict[str, int] = {}
    for one, other in paired(project, before.id, after.id).pairs:
        if other.id in index:
            became.setdefault(one.id, index[other.id])
    found: list[float | None] = []
    last = -1
    for step in walked:
        at = became.get(step.id)
        found.append(float(at) if at is not None and at >= last else None)
        last = at if at is not None and at > last else last
    return _between(_apart(found), len(path) - 1.0)


def _apart(places: Sequence[float | None]) -> list[float | None]:
    """Steps that became one stand side by side at it."""
    count = {place: places.count(place) for place in {*places} if place is not None}
    seen: dict[float, int] = {}
    spread: list[float | None] = []
    for place in places:
        if place is None or count[place] == 1:
            spread.append(place)
            continue
        seen[place] = seen.get(place, 0) + 1
        spread.append(place + ASIDE * (seen[place] / (count[place] + 1) - 0.5))
    return spread


def _between(places: Sequence[float | None], last: float) -> list[float]:
    """Every place that is not known lies evenly between those that are."""
    known = [number for number, place in enumerate(places) if place is not None]
    if not known:
        step = last / max(len(places) - 1, 1)
        return [step * number for number in range(len(places))]
    ends = [-1, *known, len(places)]
    filled: list[float] = []
    for start, end in pairwise(ends):
        low = places[start] if start >= 0 else (places[known[0]] or 0.0) - ASIDE
        high = places[end] if end < len(places) else (places[known[-1]] or 0.0) + ASIDE
        low, high = low or 0.0, high or 0.0
        share = (high - low) / (end - start)
        filled += [low + share * (number - start) for number in range(start + 1, end)]
        filled += [high] if end < len(places) else []
    return filled
