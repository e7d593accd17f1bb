"""The measures of a journey as a table that can be read, and compared with those of its redesign.

A measure names the steps behind its number, so that whoever reads it can go there. None is "not known",
which is never zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from rondo.strategy.journeys.journey import actor_of
from rondo.strategy.journeys.measures import Measures, measure
from rondofile.enums import Actor, Evidence, MarkKind
from rondofile.project import Project
from rondofile.records import Journey, Step


class Unit(StrEnum):
    """What a number counts."""

    COUNT = "count"
    MINUTES = "minutes"
    LEVEL = "level"


class Better(StrEnum):
    """Which way a measure should go. Who does the work has no better way: customers differ (domain C36)."""

    LESS = "less"
    MORE = "more"
    EITHER = "either"


class Measure(Struct, frozen=True):
    """One number of a journey. `of`: the number of which it is a part. `steps`: where it comes from."""

    key: str
    value: float | None
    of: int | None = None
    unit: Unit = Unit.COUNT
    better: Better = Better.LESS
    steps: tuple[str, ...] = ()


class Group(Struct, frozen=True):
    """Measures that are read together."""

    key: str
    measures: tuple[Measure, ...]


class Pair(Struct, frozen=True):
    """A measure today and redesigned; None where that journey is not looked at."""

    key: str
    today: Measure | None
    redesigned: Measure | None

    @property
    def either(self) -> Measure:
        """One of the two, for what they have in common."""
        found = self.redesigned or self.today
        assert found is not None
        return found

    @property
    def change(self) -> float | None:
        """How much more there is redesigned; None where one of the two is not known."""
        if self.today is None or self.redesigned is None:
            return None
        if self.today.value is None or self.redesigned.value is None:
            return None
        return self.redesigned.value - self.today.value

    @property
    def is_worse(self) -> bool:
        """Whether the redesign loses by this measure: no summary may leave that out."""
        change, better = self.change or 0, self.either.better
        return change > 0 if better is Better.LESS else change < 0 if better is Better.MORE else False

    @property
    def is_better(self) -> bool:
        """Whether the redesign gains by this measure."""
        change, better = self.change or 0, self.either.better
        return change < 0 if better is Better.LESS else change > 0 if better is Better.MORE else False


_ORDER = (
    *("steps", *(f"work-{actor}" for actor in Actor), "dear", "elapsed", "waiting", "longest-wait"),
    *("pains", "low", "delights", "hand-overs", "strangers", "unknown", "retold", "nothing"),
    *("contacts", "contacts-a-year", "silence", "returns", "learns", "level"),
    *(f"evidence-{evidence}" for evidence in (*Evidence, "none")),
)
"""Every measure in the order in which they are read."""


def table(project: Project, journey: Journey) -> tuple[Group, ...]:
    """Everything that is measured of a journey, in groups."""
    found = measure(project, journey)
    groups = {
        "work": _work(project, found),
        "time": _time(found),
        "feeling": _feeling(project, found),
        "desks": _desks(found),
        "knowing": _knowing(project, found),
        "touch": _touch(found),
        "again": _again(found),
        "evidence": _evidence(found),
    }
    return tuple(Group(key, tuple(measures)) for key, measures in groups.items())


def compared(
    project: Project, today: Journey | None, redesigned: Journey | None
) -> tuple[tuple[str, tuple[Pair, ...]], ...]:
    """The same measures of both, side by side, by groups; of one alone where there is no other."""
    sides = [_by_key(table(project, one)) if one else {} for one in (today, redesigned)]
    found = []
    for group in sides[0] or sides[1]:
        was, now = ({one.key: one for one in side.get(group, ())} for side in sides)
        names = sorted({*was, *now}, key=_ORDER.index)
        pairs = (Pair(name, was.get(name), now.get(name)) for name in names)
        found.append((group, tuple(_filled(pair, was, now) for pair in pairs)))
    return tuple(found)


def _by_key(groups: Iterable[Group]) -> Mapping[str, tuple[Measure, ...]]:
    return {group.key: group.measures for group in groups}


def _filled(pair: Pair, was: Mapping[str, Measure], now: Mapping[str, Measure]) -> Pair:
    """Nobody of a kind at work is a nought where the other journey has some."""
    return Pair(
        pair.key,
        pair.today or _nought(pair, was),
        pair.redesigned or _nought(pair, now),
    )


def _nought(pair: Pair, side: Mapping[str, Measure]) -> Measure | None:
    """None of as many as the others of that side are part of; nothing for a journey that is not there."""
    if not side:
        return None
    whole = side["steps"].value if "steps" in side else None
    of = int(whole) if whole is not None and pair.either.of is not None else pair.either.of
    return Measure(pair.key, 0, of, better=pair.either.better)


def _work(project: Project, found: Measures) -> Iterator[Measure]:
    every, all_ = found.moments, len(project.steps_of(found.journey.id))
    yield Measure("steps", len(every), all_, better=Better.EITHER, steps=_ids(every))
    for actor in Actor:
        steps = [step for step in every if actor_of(project, step) is actor]
        if steps:
            yield Measure(f"work-{actor}", len(steps), len(every), better=Better.EITHER, steps=_ids(steps))
    dear = [step for step in every if (step.our_cost or 0) > 0]
    if any(step.our_cost is not None for step in every):
        known = sum(step.our_cost is not None for step in every)
        yield Measure("dear", len(dear), known, steps=_ids(dear))


def _time(found: Measures) -> Iterator[Measure]:
    waited = sum(wait.minutes for wait in found.waits)
    at = [wait.at for wait in found.waits]
    longest = max(found.waits, key=lambda wait: wait.minutes, default=None)
    yield Measure("elapsed", found.elapsed_minutes or None, unit=Unit.MINUTES, steps=_ids(found.path))
    yield Measure("waiting", waited if found.elapsed_minutes else None, unit=Unit.MINUTES, steps=_ids(at))
    if longest:
        yield Measure("longest-wait", longest.minutes, unit=Unit.MINUTES, steps=(longest.at.id,))


def _feeling(project: Project, found: Measures) -> Iterator[Measure]:
    steps = project.steps_of(found.journey.id)
    hurting = [s for s in steps if _marks(project, s, MarkKind.PAIN)]
    pleasing = [s for s in steps if _marks(project, s, MarkKind.DELIGHT)]
    low = [step for step in steps if step.feeling is not None and step.feeling < 0]
    felt = sum(step.feeling is not None for step in steps)
    yield Measure("pains", found.weighted_pains, steps=_ids(hurting))
    yield Measure("low", len(low) if felt else None, felt or None, steps=_ids(low))
    delights = sum(_marks(project, step, MarkKind.DELIGHT) for step in pleasing)
    yield Measure("delights", delights, better=Better.MORE, steps=_ids(pleasing))


def _desks(found: Measures) -> Iterator[Measure]:
    ends = [key for link in found.hand_overs for key in (link.source, link.target)]
    strange, unknown = found.strangers, found.unknown_identity
    yield Measure("hand-overs", len(found.hand_overs), steps=tuple(dict.fromkeys(ends)))
    of = len(found.crossings)
    yield Measure("strangers", len(strange), of, steps=_ids(one.after for one in strange))
    if unknown:
        yield Measure("unknown", len(unknown), of, steps=_ids(one.after for one in unknown))
    yield Measure("retold", len(found.retold), steps=_ids(one.again for one in found.retold))


def _knowing(project: Project, found: Measures) -> Iterator[Measure]:
    every = found.moments
    nothing = [step for step in every if not project.information_of(step.id)]
    yield Measure("nothing", len(nothing), len(every), steps=_ids(nothing))


def _touch(found: Measures) -> Iterator[Measure]:
    rhythm = found.rhythm
    met = _ids(contact.step for contact in rhythm.contacts)
    yield Measure("contacts", len(rhythm.contacts), better=Better.MORE, steps=met)
    yield Measure("contacts-a-year", rhythm.contacts_per_year, better=Better.MORE, steps=met)
    silence = rhythm.silence
    around = _ids(step for step in (silence.after, silence.before) if step) if silence else ()
    minutes = silence.minutes if silence else None
    yield Measure("silence", minutes, unit=Unit.MINUTES, steps=around)


def _again(found: Measures) -> Iterator[Measure]:
    loops = found.loops
    landing = [link.target for link in loops.landing]
    levels = [link.level for link in loops.landing if link.level]
    back = [link.source for link in loops.returns]
    yield Measure("returns", len(loops.returns), better=Better.EITHER, steps=tuple(dict.fromkeys(back)))
    used = tuple(dict.fromkeys(landing))
    yield Measure("learns", len(loops.landing), len(loops.learns), better=Better.MORE, steps=used)
    yield Measure("level", max(levels, default=None), unit=Unit.LEVEL, better=Better.MORE, steps=used)


def _evidence(found: Measures) -> Iterator[Measure]:
    every = found.moments
    for evidence in (*Evidence, None):
        steps = [step for step in every if step.evidence is evidence]
        yield Measure(
            f"evidence-{evidence or 'none'}", len(steps), len(every), better=Better.EITHER, steps=_ids(steps)
        )


def _marks(project: Project, step: Step, kind: MarkKind) -> int:
    return sum(mark.kind is kind for mark in project.marks_of(step.id))


def _ids(steps: Iterable[Step]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.id for step in steps))
