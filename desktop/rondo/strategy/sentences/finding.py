"""A finding: something the drawing says of the world, with the weight it has for the headline."""

from __future__ import annotations

from msgspec import Struct

from rondo.strategy.sentences.facts import Fact, Sentence
from rondofile.enums import Evidence

CERTAINTY = {Evidence.SEEN: 1.0, Evidence.SAID: 0.7, Evidence.ASSUMED: 0.4}
"""What evidence is worth (practice 4.3); no evidence is worth as little as an assumption."""

HEADLINE_WORDS = 12


class Finding(Struct, frozen=True):
    """One finding; `about`: the ids of the steps it points at; score = impact x reach x evidence."""

    id: str
    impact: float
    reach: float
    evidence: Evidence
    headline: Sentence
    sentence: Sentence
    about: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        return round(self.impact * self.reach * CERTAINTY[self.evidence], 6)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self.headline.facts
