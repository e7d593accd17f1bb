"""A project of 500 offers with everything that stands behind them, the same one every time."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from rondofile.enums import (
    Architecture,
    CardKind,
    Experience,
    JourneyState,
    LaneRole,
    MarkKind,
    PainCause,
    PlacementState,
    PlayerKind,
    StepKind,
)
from rondofile.project import Project
from rondofile.records import (
    Journey,
    Lane,
    Link,
    Mark,
    Placement,
    Player,
    Record,
    Segment,
    Situation,
    Step,
    StepOrigin,
    Stretch,
    StretchStep,
)

OFFERS, SEGMENTS, STEPS, LANES = 500, 10, 30, 4


def full(offers: int = OFFERS) -> Project:
    """Five organisations, ten segments with two situations, a journey of 30 steps and its redesign for each,
    pains with their causes, offers in all the cells."""
    return Project.of(_records(offers))


def _records(offers: int) -> Iterator[Record]:
    kinds = list(PlayerKind)[:5]
    yield from (Player(id=f"p{i}", position=i, name=f"Firm {i}", kind=kind) for i, kind in enumerate(kinds))
    for i in range(SEGMENTS):
        yield Segment(id=f"s{i}", position=i, name=f"Customers of kind {i}")
        for k in range(2):
            yield Situation(id=f"t{i}-{k}", segment=f"s{i}", position=k, name=f"Situation {k}")
    yield from _journeys(Random(5))
    yield from (_offer(i) for i in range(offers))


def _journeys(random: Random) -> Iterator[Record]:
    for i in range(SEGMENTS):
        yield Journey(id=f"j{i}", position=2 * i, name=f"Today {i}", segment=f"s{i}")
        redesigned = JourneyState.TO_BE
        yield Journey(
            id=f"r{i}",
            position=2 * i + 1,
            name=f"Redesign {i}",
            segment=f"s{i}",
            state=redesigned,
            based_on=f"j{i}",
        )
        for journey in (f"j{i}", f"r{i}"):
            yield from _steps(journey, random)
        for n in range(STEPS):
            yield StepOrigin(id=f"o{i}-{n}", step=f"r{i}-{n}", origin=f"j{i}-{n}")


def _steps(journey: str, random: Random) -> Iterator[Record]:
    kinds, roles, causes = list(StepKind), list(LaneRole), list(PainCause)
    for n in range(LANES):
        yield Lane(id=f"{journey}-l{n}", journey=journey, position=n, name=f"Lane {n}", role=roles[n])
    for n in range(STEPS):
        lane = f"{journey}-l{random.randrange(LANES)}"
        kind = kinds[n * len(kinds) // STEPS]
        step = f"{journey}-{n}"
        yield Step(id=step, journey=journey, position=n, title=f"Step {n} of it", kind=kind, lane=lane)
        if random.random() < 0.3:
            cause = random.choice(causes)
            yield Mark(id=f"{step}-m", step=step, kind=MarkKind.PAIN, text="It takes too long", cause=cause)
        if n:
            yield Link(id=f"{step}-k", journey=journey, position=n, source=f"{journey}-{n - 1}", target=step)
    yield Stretch(id=f"{journey}-p", journey=journey, name="The first part")
    for n in range(8):
        yield StretchStep(id=f"{journey}-p{n}", stretch=f"{journey}-p", position=n, step=f"{journey}-{n}")


def _offer(i: int) -> Placement:
    """Of ten offers six are for segments, two for situations, two for parts of journeys."""
    rows, columns, states = (*Experience, None), list(Architecture), list(PlacementState)
    segment = i % SEGMENTS
    card = (CardKind.SEGMENT, f"s{segment}")
    if i // 10 % 5 == 1:
        card = CardKind.SITUATION, f"t{segment}-{i % 2}"
    elif i // 10 % 5 == 2:
        card = CardKind.STRETCH, f"j{segment}-p"
    return Placement(
        id=f"o{i}",
        position=i,
        offer=f"Offer {i}: what we do there, said in one sentence",
        card_kind=card[0],
        card_ref=card[1],
        experience=rows[i // 5 % 5],
        architecture=columns[i % 5],
        state=states[i // 7 % 3],
        player=f"p{i % 3}",
    )
