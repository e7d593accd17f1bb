"""A journey written down step by step, as records."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from rondofile.enums import (
    InformationHow,
    LaneRole,
    LinkKind,
    MarkKind,
    Phase,
)
from rondofile.records import (
    Journey,
    Lane,
    Link,
    Mark,
    Record,
    Step,
    StepInformation,
)

PHASES = {"rec": Phase.RECOGNIZE, "req": Phase.REQUEST, "res": Phase.RESPOND, "rep": Phase.REPEAT}


class Drawing:
    """Collects the records of one journey; ids begin with the journey's, so that several live together."""

    def __init__(self, key: str, name: str, lanes: Sequence[tuple[str, str]], **journey: object) -> None:
        self.key = key
        self.records: list[Record] = [Journey(id=key, name=name, **journey)]  # type: ignore[arg-type]
        self._lanes = {}
        for number, (lane, role) in enumerate(lanes):
            self._lanes[lane] = f"{key}-l{number}"
            self.records.append(
                Lane(id=f"{key}-l{number}", journey=key, position=number, name=lane, role=LaneRole(role))
            )
        self._count = 0

    def step(self, name: str, title: str, phase: str | None, lane: str | None, **more: object) -> str:
        """A step; pains as (text, weight), delights as texts, told as item ids."""
        key = f"{self.key}-{name}"
        pains, delights = more.pop("pains", ()), more.pop("delights", ())
        told = more.pop("told", ())
        where = self._lanes[lane] if lane else None
        self.records.append(
            Step(
                id=key,
                journey=self.key,
                position=self._count,
                title=title,
                phase=PHASES[phase] if phase else None,
                lane=where,
                **more,  # type: ignore[arg-type]
            )
        )
        self._count += 1
        for number, (text, weight) in enumerate(pains):  # type: ignore[arg-type]
            mark = Mark(
                id=f"{key}-p{number}",
                step=key,
                position=number,
                kind=MarkKind.PAIN,
                text=text,
                weight=weight,
            )
            self.records.append(mark)
        for number, text in enumerate(delights):  # type: ignore[arg-type]
            mark = Mark(id=f"{key}-d{number}", step=key, position=9, kind=MarkKind.DELIGHT, text=text)
            self.records.append(mark)
        for number, item in enumerate(told):  # type: ignore[arg-type]
            self.records.append(
                StepInformation(id=f"{key}-i{number}", step=key, item=item, how=InformationHow.TOLD)
            )
        return key

    def link(self, source: str, target: str, kind: LinkKind = LinkKind.NEXT, **more: object) -> None:
        number = sum(isinstance(record, Link) for record in self.records)
        self.records.append(
            Link(
                id=f"{self.key}-k{number}",
                journey=self.key,
                position=number,
                source=f"{self.key}-{source}",
                target=f"{self.key}-{target}",
                kind=kind,
                **more,  # type: ignore[arg-type]
            )
        )

    def chain(self, *names: str) -> None:
        for a, b in itertools.pairwise(names):
            self.link(a, b)
