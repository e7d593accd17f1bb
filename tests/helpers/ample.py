"""Projects with many rows of every noun, as people would fill them, for what happens to large files."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator

from rondofile.enums import (
    Actor,
    Architecture,
    CardKind,
    Evidence,
    Experience,
    JourneyState,
    LinkKind,
    MarkKind,
    Phase,
    RoleKind,
    StepKind,
)
from rondofile.project import Project
from rondofile.records import (
    Action,
    Asset,
    BriefSection,
    Condition,
    Criterion,
    Decision,
    Fit,
    Info,
    Item,
    Journey,
    Lane,
    Link,
    Mark,
    Note,
    Permission,
    Placement,
    Player,
    Reading,
    Record,
    Response,
    RoleChoice,
    Score,
    Segment,
    SegmentRole,
    Situation,
    Step,
    StepFeeling,
    StepInformation,
    StepOrigin,
    Stretch,
    StretchStep,
)

_SENTENCE = "guest waits for the table while nobody at desk knows that ride photo is ready to collect again"
WORDS = _SENTENCE.split()


def ample_project(steps: int, seed: int = 1, long_notes: int = 3, pictures: int = 1) -> Project:
    """A project of about four rows a step. Some notes and pictures do not fit on one page."""
    return Project.of(_Ample(steps, seed).records(long_notes, pictures))


class _Ample:
    def __init__(self, steps: int, seed: int) -> None:
        self._steps, self._random = steps, random.Random(seed)

    def records(self, long_notes: int, pictures: int) -> Iterator[Record]:
        yield from self._people()
        today = self._journey("today", self._steps // 2, {})
        yield from today
        steps = [record for record in today if isinstance(record, Step)]
        based = {"state": JourneyState.TO_BE, "based_on": self._key("journey", "today")}
        redesign = self._journey("redesign", self._steps - self._steps // 2, based)
        yield from redesign
        ours = [record for record in redesign if isinstance(record, Step)]
        pairs = zip(ours, steps, strict=False)
        yield from (StepOrigin(id=self._key("origin", s.id), step=s.id, origin=t.id) for s, t in pairs)
        yield from self._matrix(max(4, self._steps // 40))
        yield from self._brief(long_notes, pictures)

    def _key(self, *parts: object) -> str:
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]

    def _text(self, least: int, most: int) -> str:
        return " ".join(self._random.choices(WORDS, k=self._random.randint(least, most)))

    def _people(self) -> Iterator[Record]:
        yield Info(id="project", title="A day out", author="A. Uthor", purpose=self._text(20, 40))
        for number, name in enumerate(("us", "rival")):
            yield Player(id=self._key("player", name), position=number, name=name)
        for number in range(3):
            segment = self._key("segment", number)
            yield Segment(id=segment, position=number, name=self._text(2, 4), size=10.0 * number)
            for place in range(2):
                situation = self._key("situation", number, place)
                yield Situation(id=situation, segment=segment, position=place, name=self._text(2, 5))
                yield Fit(
                    id=self._key("fit", number, place),
                    segment=segment,
                    situation=situation,
                    experience=self._random.choice(list(Experience)),
                    comfort=place,
                )
        for number in range(8):
            item = self._key("item", number)
            yield Item(id=item, position=number, name=self._text(2, 4))
            stair = self._key("permission", number)
            yield Permission(id=stair, position=number, item=item, purpose=self._text(2, 6))
        yield SegmentRole(
            id="role-payer",
            segment=self._key("segment", 0),
            kind=RoleKind.PAYER,
            holder=self._key("segment", 1),
        )

    def _journey(self, name: str, count: int, fields: dict[str, object]) -> list[Record]:
        journey = self._key("journey", name)
        there: list[Record] = [Journey(id=journey, name=name, player=self._key("player", "us"), **fields)]  # type: ignore[arg-type]
        lanes = [self._key("lane", name, number) for number in range(4)]
        there += [Lane(id=key, journey=journey, position=n, name=f"Lane {n}") for n, key in enumerate(lanes)]
        keys = [self._key("step", name, number) for number in range(count)]
        for number, key in enumerate(keys):
            there += self._step(key, journey, number, self._random.choice(lanes))
            if number:
                there.append(self._link(journey, keys[number - 1], key, number))
        stretch = self._key("stretch", name)
        there.append(Stretch(id=stretch, journey=journey, name=self._text(2, 3)))
        for number, key in enumerate(keys[: count // 5]):
            member = self._key("member", key)
            there.append(StretchStep(id=member, stretch=stretch, position=number, step=key))
        return there

    def _step(self, key: str, journey: str, number: int, lane: str) -> Iterator[Record]:
        pick = self._random.choice
        yield Step(
            id=key,
            journey=journey,
            position=number,
            title=self._text(2, 7),
            note=self._text(0, 12) if number % 3 == 0 else "",
            phase=pick([None, *Phase]),
            kind=pick([None, *StepKind]),
            lane=lane,
            feeling=pick([None, -2, 0, 1]),
            minutes=pick([None, 2.0, 3.25]),
            evidence=pick([None, *Evidence]),
        )
        if number % 2 == 0:
            yield Mark(id=self._key("mark", key), step=key, kind=pick(list(MarkKind)), text=self._text(2, 9))
        if number % 3 == 0:
            item = self._key("item", number % 8)
            yield StepInformation(id=self._key("information", key), step=key, item=item)
        if number % 7 == 0:
            feeling = self._key("feeling", key)
            yield StepFeeling(id=feeling, step=key, segment=self._key("segment", 0), feeling=pick([-2, 1]))
            note = self._key("note", key)
            yield Note(id=note, journey=journey, step=key, text=self._text(2, 9), x=number, y=-number)
        if number % 8 == 0:
            response, experience = self._key("response", key), pick(list(Experience))
            yield Response(id=response, step=key, experience=experience, text=self._text(2, 9))
        if number % 10 == 0:
            role = self._key("role", key)
            yield RoleChoice(id=role, step=key, architecture=pick(list(Architecture)), role=pick(list(Actor)))

    def _link(self, journey: str, source: str, target: str, number: int) -> Link:
        kind = LinkKind.RETURNS if number % 9 == 0 else LinkKind.NEXT
        key = self._key("link", source, target)
        share = 20.5 if number % 4 == 0 else None
        return Link(
            id=key, journey=journey, position=number, source=source, target=target, kind=kind, share=share
        )

    def _matrix(self, offers: int) -> Iterator[Record]:
        pick = self._random.choice
        for number in range(offers):
            key = self._key("placement", number)
            yield Placement(
                id=key,
                position=number,
                offer=self._text(5, 15),
                card_kind=CardKind.SEGMENT,
                card_ref=self._key("segment", number % 3),
                experience=pick(list(Experience)),
                architecture=pick(list(Architecture)),
                player=self._key("player", pick(["us", "rival"])),
            )
            yield Reading(id=self._key("reading", number), placement=key, source=self._text(2, 4))
        for number in range(4):
            criterion = self._key("criterion", number)
            yield Criterion(id=criterion, position=number, name=self._text(1, 3), weight=25.0)
            for architecture in Architecture:
                score = self._key("score", number, architecture.value)
                yield Score(id=score, criterion=criterion, architecture=architecture, score=7.5)

    def _brief(self, long_notes: int, pictures: int) -> Iterator[Record]:
        for number in range(4):
            yield Condition(id=self._key("condition", number), position=number, text=self._text(5, 12))
            yield Action(id=self._key("action", number), position=number, text=self._text(5, 12))
            yield Decision(id=self._key("decision", number), position=number, text=self._text(5, 12))
        for number in range(long_notes):
            note = self._text(1_500, 3_000)
            yield BriefSection(id=self._key("section", number), position=number, kind="matrix", note=note)
        for number in range(pictures):
            content = self._random.randbytes(9_000 + 4_000 * number)
            digest = hashlib.sha256(content).hexdigest()
            yield Asset(id=digest, name=f"Picture {number}", media_type="image/png", content=content)
