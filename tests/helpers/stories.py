"""Random projects that have something to tell: a walked journey, its redesign, people, offers."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.sketch import Sketch
from rondofile.enums import (
    About,
    Actor,
    Architecture,
    Evidence,
    Experience,
    Identity,
    InformationHow,
    LaneRole,
    LinkKind,
    PainCause,
    Phase,
    PlacementState,
    PlayerKind,
    StepKind,
)
from rondofile.project import Project
from rondofile.records import (
    Action,
    Condition,
    Decision,
    Fit,
    Item,
    Journey,
    Lane,
    Player,
    Segment,
    Situation,
    Step,
)

NAMES = ("Families, first visit", "Guest", "Heart failure at home", "గిరాకీ", "Dr. No", "“Quoted”", "{n}")
TIMES = st.sampled_from((None, 0.0, 10.0, 45.0, 600.0, 30_000.0))


def one(draw: st.DrawFn, *values: Any) -> Any:
    return draw(st.sampled_from(values))


@st.composite
def stories(draw: st.DrawFn) -> Project:
    """A segment with situations, a journey of three to six linked steps, a redesign of it, offers."""
    sketch = Sketch()
    segment = sketch.add(
        Segment,
        name=one(draw, *NAMES),
        size=one(draw, None, 60.0, 100.0),
        desired_control=one(draw, None, -1, 1),
    )
    situations = [
        sketch.add(Situation, segment=segment.id, name=one(draw, *NAMES)) for _ in range(one(draw, 0, 2, 3))
    ]
    situation = situations[0].id if situations and draw(st.booleans()) else None
    _fits(draw, sketch, segment, situations)
    items = [sketch.add(Item, name=one(draw, *NAMES), about=one(draw, *About)) for _ in range(2)]
    often = one(draw, None, 0.4, 1.0, 12.0, 1000.0)
    today = sketch.journey(
        one(draw, *NAMES), segment=segment.id, situation=situation, episodes_per_year=often
    )
    before = _steps(draw, sketch, today, items)
    if draw(st.booleans()):
        after = _steps(draw, sketch, sketch.redesign(today, episodes_per_year=often), items)
        for step in after:
            sketch.origin(
                step, *draw(st.lists(st.sampled_from(before), max_size=2, unique_by=lambda s: s.id))
            )
    _offers(draw, sketch, segment)
    _asked(draw, sketch)
    return sketch.project()


def _fits(draw: st.DrawFn, sketch: Sketch, segment: Segment, situations: list[Situation]) -> None:
    for place in (None, *(situation.id for situation in situations)):
        for row in draw(st.lists(st.sampled_from(list(Experience)), max_size=2, unique=True)):
            value, comfort = one(draw, None, 0, 1, 2), one(draw, None, -1, 0, 1)
            sketch.add(Fit, segment=segment.id, situation=place, experience=row, value=value, comfort=comfort)


def _steps(draw: st.DrawFn, sketch: Sketch, journey: Journey, items: list[Item]) -> list[Step]:
    lanes = [
        sketch.lane(journey, one(draw, *NAMES), role) for role in (LaneRole.CUSTOMER, *[LaneRole.FIRM] * 3)
    ]
    steps = [_step(draw, sketch, journey, lanes, number) for number in range(draw(st.integers(3, 6)))]
    for link in sketch.chain(*steps):
        sketch.records[sketch.records.index(link)] = _timed(draw, link)
    for step in steps:
        for _ in range(one(draw, 0, 0, 1, 2)):
            sketch.pain(step, one(draw, "", *NAMES), one(draw, 1, 3), one(draw, None, *PainCause))
        for item in draw(st.lists(st.sampled_from(items), max_size=2, unique_by=lambda i: i.id)):
            sketch.told(step, item, how=one(draw, InformationHow.TOLD, InformationHow.SENSED))
    if draw(st.booleans()):
        sketch.link(LinkKind.RETURNS, steps[-1], steps[0])
    if draw(st.booleans()):
        about, level = one(draw, None, *About), one(draw, None, 1, 4)
        sketch.link(
            LinkKind.LEARNS, steps[-1], steps[1], label=one(draw, "", *NAMES), about=about, level=level
        )
    return steps


def _timed(draw: st.DrawFn, link: Any) -> Any:
    return replace(link, wait_minutes=draw(TIMES))


def _step(draw: st.DrawFn, sketch: Sketch, journey: Journey, lanes: list[Lane], number: int) -> Step:
    phase = Phase.RECOGNIZE if not number else one(draw, Phase.REQUEST, Phase.RESPOND)
    return sketch.step(
        journey,
        one(draw, *NAMES) + str(number),
        one(draw, *lanes),
        phase,
        kind=one(draw, None, *StepKind),
        actor=one(draw, None, *Actor),
        feeling=one(draw, None, -2, 0, 1),
        minutes=draw(TIMES),
        our_cost=one(draw, None, -1, 2),
        identity=one(draw, None, *Identity),
        evidence=one(draw, None, *Evidence),
    )


def _offers(draw: st.DrawFn, sketch: Sketch, segment: Segment) -> None:
    rival = sketch.add(Player, name=one(draw, *NAMES), kind=one(draw, PlayerKind.RIVAL, PlayerKind.START_UP))
    for state in (PlacementState.NOW, PlacementState.TARGET):
        if draw(st.integers(0, 3)):
            sketch.offer(
                segment,
                state,
                offer=one(draw, "", *NAMES),
                experience=one(draw, None, *Experience),
                architecture=one(draw, *Architecture),
                revenue_who=one(draw, "", *NAMES),
                revenue_when=one(draw, "", *NAMES),
                evidence=one(draw, None, *Evidence),
            )
    row = one(draw, *Experience)
    sketch.offer(
        None, PlacementState.NOW, player=rival.id, experience=row, architecture=one(draw, *Architecture)
    )


def _asked(draw: st.DrawFn, sketch: Sketch) -> None:
    for _ in range(draw(st.integers(0, 4))):
        sketch.add(Condition, text=one(draw, "", *NAMES), evidence=one(draw, None, *Evidence))
    texts = {name: one(draw, "", *NAMES) for name in ("text", "recommended", "alternative")}
    sketch.add(Decision, date=one(draw, "", "2027-03"), **texts)
    sketch.add(Action, text=one(draw, *NAMES), owner=one(draw, "", *NAMES))
