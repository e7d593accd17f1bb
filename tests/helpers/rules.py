"""Journeys small enough to check by eye, with an offer in front of them."""

from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from rondo.strategy.framework.whole import load
from rondo.strategy.rules import Demand, column_demands, row_demands
from rondofile.enums import (
    Architecture,
    CardKind,
    Experience,
    JourneyState,
    LaneRole,
    PlacementState,
    StepKind,
)
from rondofile.project import Project
from rondofile.records import (
    Journey,
    Lane,
    Link,
    Placement,
    Record,
    Segment,
    Step,
    StepOrigin,
)

FRAMEWORK = load()
D, C, H, A = Experience
PRODUCER, RETAILER, MARKET, CROWD, NETWORK = Architecture
K = StepKind


def lanes(journey: str) -> list[Record]:
    return [Lane(id=f"{journey}-{role}", journey=journey, name=role, role=role) for role in LaneRole]


def step(journey: str, name: str, kind: StepKind, role: str = "customer", **more: Any) -> Step:
    return Step(
        id=f"{journey}-{name}", journey=journey, title=name, kind=kind, lane=f"{journey}-{role}", **more
    )


def path(journey: str, *names: str) -> list[Record]:
    return [
        Link(id=f"{journey}-{a}-{b}", journey=journey, source=f"{journey}-{a}", target=f"{journey}-{b}")
        for a, b in pairwise(names)
    ]


TODAY: list[Record] = [
    Segment(id="s"),
    Journey(id="now", segment="s"),
    *lanes("now"),
    step("now", "see", K.AWARENESS),
    step("now", "look", K.SEARCH),
    step("now", "pick", K.DECIDE),
    step("now", "buy", K.ORDER),
    step("now", "get", K.RECEIVE, "firm"),
    step("now", "use", K.EXPERIENCE),
    *path("now", "see", "look", "pick", "buy", "get", "use"),
]
SAME = [s for s in TODAY if isinstance(s, Step)]


def redesigned(*steps: Step, links: list[Record] | None = None) -> list[Record]:
    """Today and a redesign with these steps; those named as today come from there."""
    journey = Journey(id="new", segment="s", state=JourneyState.TO_BE, based_on="now")
    names = {s.title for s in SAME}
    origins = [
        StepOrigin(id=f"o-{s.id}", step=s.id, origin=f"now-{s.title}") for s in steps if s.title in names
    ]
    return [*TODAY, journey, *lanes("new"), *steps, *origins, *(links or [])]


def kept(*names: str) -> list[Step]:
    wanted = names or tuple(s.title for s in SAME)
    return [
        replace(s, id=f"new-{s.title}", journey="new", lane=str(s.lane).replace("now-", "new-"))
        for s in SAME
        if s.title in wanted
    ]


def offer(row: Experience | None, column: Architecture | None = PRODUCER, **more: Any) -> Placement:
    values: dict[str, Any] = {
        "id": "p",
        "card_kind": CardKind.SEGMENT,
        "card_ref": "s",
        "experience": row,
        "architecture": column,
        "state": PlacementState.TARGET,
        **more,
    }
    return Placement(**values)


def demands(records: list[Record], placement: Placement) -> tuple[Demand, ...]:
    return row_demands(Project.of([*records, placement]), placement, FRAMEWORK)


def lacking(records: list[Record], placement: Placement) -> set[str]:
    return {d.special or d.step_kind.value for d in demands(records, placement) if d.lacking}


def lanes_lacking(records: list[Record], placement: Placement) -> set[str]:
    found = column_demands(Project.of([*records, placement]), placement, FRAMEWORK)
    assert found
    return {d.key for d in found if d.lacking}
