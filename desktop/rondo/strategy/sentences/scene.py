"""The scene: everything a sentence may draw on, put together once for one page."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.journey import actor_of, lane_of, path_links
from rondo.strategy.journeys.measures import Measures
from rondo.strategy.sentences.facts import Fact, Ledger, Part
from rondo.strategy.sentences.focus import Focus
from rondo.strategy.sentences.telling import Telling
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Journey, Lane, Record, Step


class Scene(Struct, frozen=True):
    """A project in one language, seen from its focus."""

    project: Project
    framework: Framework
    telling: Telling
    focus: Focus

    @property
    def words(self) -> Words:
        return self.telling.words

    @property
    def ledger(self) -> Ledger:
        return self.telling.ledger

    @property
    def people(self) -> Part:
        """The segment by name, or "our customers"."""
        return self.telling.named(self.focus.segment, "name", "segment")

    def journey(self, journey: Journey | None) -> Part:
        return self.telling.named(journey, "name", "journey")

    def step(self, step: Step) -> Part:
        return self.telling.named(step, "title", "step")

    def desk(self, step: Step) -> Part:
        return self.lane(lane_of(self.project, step))

    def lane(self, lane: Lane | None) -> Part:
        return self.telling.named(lane, "name", "lane")

    def listed(self, parts: Iterable[Part], most: int = 3) -> tuple[Part, ...]:
        """Names in a row: A, B and C; past the limit the rest is counted."""
        unique = {(part.text, part.strong): part for part in reversed(list(parts))}
        names = list(unique.values())[::-1]
        if len(names) > most:
            rest = len(names) - most + 1
            names = [*names[: most - 1], Part(self.telling.counted("telling.list.others", rest))]
        row: list[Part] = []
        for index, name in enumerate(names):
            if index:
                last = index == len(names) - 1
                row.append(Part(self.words("telling.list.and" if last else "telling.list.comma")))
            row.append(name)
        return tuple(row)

    def often(self, a_year: float) -> str:
        """How often it happens: once a year, 18 times a year, every 3 years."""
        if a_year < 1:
            return self.words("telling.often.every", duration=self.words.duration(525_600 / a_year))
        if a_year < 365:
            return self.words.count("telling.often.year", round(a_year, 1))
        return self.words.count("telling.often.day", round(a_year / 365, 1))

    def time_facts(self, course: Measures) -> tuple[Fact, ...]:
        """Every known duration and wait on the path: what its elapsed time rests on."""
        links = [x for x in path_links(self.project, course.path) if x.wait_minutes is not None]
        waiting = [step for step in course.path if step.wait_minutes is not None]
        taking = [step for step in course.path if step.minutes is not None]
        return (
            *self.ledger.facts(taking, "minutes"),
            *self.ledger.facts(waiting, "wait_minutes"),
            *self.ledger.facts(links, "wait_minutes"),
        )

    def actor_facts(self, course: Measures) -> tuple[Fact, ...]:
        """Who does the work at every step of the path; where it is not said, the role of the lane."""
        silent: list[Record] = [
            lane for s in course.path if s.actor is None and (lane := lane_of(self.project, s))
        ]
        roles = [self.ledger.choice(lane, "role") for lane in silent]
        return (*self.ledger.facts(course.path, "actor"), *roles)

    def actors(self, course: Measures) -> tuple[str, ...]:
        """Who does the work, step by step along the path."""
        return tuple(actor_of(self.project, step) for step in course.path)
