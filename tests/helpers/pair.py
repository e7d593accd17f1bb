"""A pair to propose with: families, their journey of today, its redesign, a target behind it."""

from __future__ import annotations

from helpers.sketch import Sketch
from rondo.strategy.framework.whole import load
from rondo.strategy.sentences import Sentence, Summary, summary
from rondo.words import Words
from rondofile.enums import Actor, Architecture, Experience, Phase, PlacementState
from rondofile.records import Journey, Segment, Situation, Step

ROW, MAKER = Experience.CURATED_OFFERING, Architecture.CONNECTED_PRODUCER


class Pair(Sketch):
    """Families with a journey of today, its redesign, and a target behind it."""

    def __init__(self, name: str = "Families", situation: str = "", **target: object) -> None:
        super().__init__()
        self.people = self.add(Segment, name=name)
        place = self.add(Situation, segment=self.people.id, name=situation) if situation else None
        where = {"segment": self.people.id, "situation": place.id if place else None}
        self.today: Journey = self.journey("Visit", **where)
        self.then = self.redesign(self.today)
        cell = {"experience": ROW, "architecture": MAKER, **target}
        self.target = self.offer(self.people, PlacementState.TARGET, **cell)

    def page(self) -> Summary:
        return summary(self.project(), load(), Words())

    def became(
        self, title: str, was: Actor | None = None, now: Actor | None = None, **fields: object
    ) -> Step:
        """A step of today and the same step redesigned, which is returned."""
        before = self.step(self.today, title, phase=Phase.RECOGNIZE, actor=was)
        after = self.step(self.then, title, phase=Phase.RECOGNIZE, actor=now, **fields)
        self.origin(after, before)
        return before


def said(sentences: tuple[Sentence, ...], start: str) -> str | None:
    return next((one.text for one in sentences if one.key.startswith(start)), None)
