"""Sketch: a project drawn line by line for a test, every record with a short id of its own."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any, TypeVar

from rondofile.enums import (
    CardKind,
    Identity,
    JourneyState,
    LaneRole,
    LinkKind,
    MarkKind,
    PainCause,
    Phase,
    PlacementState,
)
from rondofile.project import Project
from rondofile.records import (
    NOUN_OF,
    Item,
    Journey,
    Lane,
    Link,
    Mark,
    Placement,
    Record,
    Segment,
    Situation,
    Step,
    StepInformation,
    StepOrigin,
)

R = TypeVar("R", bound=Record)


class Sketch:
    """Collects records; `project()` is what was drawn so far."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self._numbers: Counter[str] = Counter()

    def project(self) -> Project:
        return Project.of(self.records)

    def add(self, record_type: type[R], /, **fields: Any) -> R:
        noun = NOUN_OF[record_type]
        self._numbers[noun] += 1
        fields.setdefault("id", f"{noun}-{self._numbers[noun]}")
        if "position" in record_type.__struct_fields__:
            fields.setdefault("position", self._numbers[noun])
        record = record_type(**fields)
        self.records.append(record)
        return record

    def journey(self, name: str = "Visit", **fields: Any) -> Journey:
        return self.add(Journey, name=name, **fields)

    def redesign(self, today: Journey, **fields: Any) -> Journey:
        fields = {"segment": today.segment, "situation": today.situation, **fields}
        return self.journey(today.name, state=JourneyState.TO_BE, based_on=today.id, **fields)

    def lane(self, journey: Journey, name: str, role: LaneRole = LaneRole.FIRM, **fields: Any) -> Lane:
        return self.add(Lane, journey=journey.id, name=name, role=role, **fields)

    def step(
        self,
        journey: Journey,
        title: str,
        lane: Lane | None = None,
        phase: Phase | None = Phase.RESPOND,
        **fields: Any,
    ) -> Step:
        lane_id = lane.id if lane else None
        return self.add(Step, journey=journey.id, title=title, lane=lane_id, phase=phase, **fields)

    def next(self, source: Step, target: Step, **fields: Any) -> Link:
        return self.link(LinkKind.NEXT, source, target, **fields)

    def link(self, kind: LinkKind, source: Step, target: Step, **fields: Any) -> Link:
        ends = {"journey": source.journey, "source": source.id, "target": target.id}
        return self.add(Link, kind=kind, **ends, **fields)

    def chain(self, *steps: Step) -> list[Link]:
        return [self.next(a, b) for a, b in pairwise(steps)]

    def pain(
        self, step: Step, text: str = "", weight: int = 1, cause: PainCause | None = None, **fields: Any
    ) -> Mark:
        return self.add(
            Mark, step=step.id, kind=MarkKind.PAIN, text=text, weight=weight, cause=cause, **fields
        )

    def told(self, step: Step, *items: Item, **fields: Any) -> list[StepInformation]:
        return [self.add(StepInformation, step=step.id, item=item.id, **fields) for item in items]

    def origin(self, step: Step, *origins: Step) -> None:
        for origin in origins:
            self.add(StepOrigin, step=step.id, origin=origin.id)

    def offer(self, card: Segment | Situation | None, state: PlacementState, **fields: Any) -> Placement:
        kind = CardKind.ACTIVITY
        if card is not None:
            kind = CardKind.SEGMENT if isinstance(card, Segment) else CardKind.SITUATION
        return self.add(Placement, card_kind=kind, card_ref=card.id if card else None, state=state, **fields)

    def desks(
        self, journey: Journey, count: int, identity: Identity | None = Identity.LOST, **fields: Any
    ) -> list[Step]:
        """A path over that many desks of ours, the identity lost on entering each but the first."""
        steps = []
        for number in range(count):
            known = Identity.CARRIED if not number else identity
            phase = Phase.RECOGNIZE if not number else Phase.RESPOND
            lane = self.lane(journey, f"Desk {number + 1}")
            steps.append(self.step(journey, f"Serve {number + 1}", lane, phase, identity=known, **fields))
        self.chain(*steps)
        return steps
