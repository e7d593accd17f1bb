"""A move worth a thought: the rule that proposes it, the facts it rests on, and what it weighs.

score = impact x reach x evidence, as for the headline of the one page (practice 4.3). It ranks moves, never
rows or columns (domain C35).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from rondo.strategy.moves.hurting import Hurting
from rondo.strategy.moves.people import People
from rondo.strategy.moves.seats import Cell
from rondo.strategy.sentences.finding import CERTAINTY
from rondofile.enums import Architecture, Evidence, Experience
from rondofile.records import Mark, Placement, Segment, Step


class Rule(StrEnum):
    """Why a move is proposed; the order settles ties."""

    ORGANISATION = "organisation"
    """Pains that no cell cures (practice 1.5, last line)."""
    THREATENED_ROW = "threatened-row"
    """The row people value most, where only others stand (N30)."""
    BOTH = "both"
    """Pains point to the row, and pains point to the column."""
    WANTED_ROW = "wanted-row"
    """The row people value most, empty for everyone (N31)."""
    ONE_SIZE = "one-size"
    """Different answers, one cell (K6, H6)."""
    ROW = "row"
    COLUMN = "column"
    SITUATION = "situation"
    """A situation that changes what they want, served as if it did not (N33)."""
    GAP = "gap"
    """An offer whose journey does not do what its cell asks (practice 1.4)."""
    HELD = "held"
    """A cell that only rivals or start-ups hold (C51)."""
    CROWDED = "crowded"
    """Several organisations in one cell, ours among them."""


class Candidate(Struct, frozen=True):
    """One move. `row_pains`, `column_pains`: what points to its rows and columns. `people`: whose answers
    it rests on. `lacking`: what the journey behind an offer lacks, each in a sentence."""

    rule: Rule
    impact: float
    reach: float
    evidence: float
    rows: tuple[Experience, ...] = ()
    columns: tuple[Architecture, ...] = ()
    cells: tuple[Cell, ...] = ()
    segment: Segment | None = None
    people: tuple[People, ...] = ()
    row_pains: tuple[Hurting, ...] = ()
    column_pains: tuple[Hurting, ...] = ()
    offers: tuple[Placement, ...] = ()
    lacking: tuple[tuple[str, Step | None], ...] = ()

    @property
    def score(self) -> float:
        return round(self.impact * self.reach * self.evidence, 6)

    @property
    def key(self) -> str:
        """What makes this move this move, whatever it weighs."""
        about = [self.segment.id if self.segment else "", *(offer.id for offer in self.offers)]
        return "/".join((self.rule, *self.rows, *self.columns, *about))


def from_pains(pains: Iterable[Hurting]) -> float:
    """How much there is to relieve: 0.3, and 0.1 for every weight of a pain, 0.9 at most."""
    return min(0.9, 0.3 + 0.1 * sum(pain.weight for pain in pains))


def certainty(marks: Iterable[tuple[float, Evidence | None]]) -> float:
    """What the evidence is worth on average, by weight; what nobody vouched for is assumed."""
    found = [(weight, CERTAINTY[evidence or Evidence.ASSUMED]) for weight, evidence in marks]
    whole = sum(weight for weight, _ in found)
    return sum(weight * worth for weight, worth in found) / whole if whole else CERTAINTY[Evidence.ASSUMED]


def of_pains(pains: Iterable[Hurting]) -> float:
    """What the evidence of pains is worth; one without evidence of its own has that of its step."""
    return certainty((pain.weight, _evidence(pain.hurt.mark, pain.hurt.step)) for pain in pains)


def of_offers(offers: Iterable[Placement]) -> float:
    """What the evidence of offers is worth."""
    return certainty((1.0, offer.evidence) for offer in offers)


def _evidence(mark: Mark, step: Step) -> Evidence | None:
    return mark.evidence or step.evidence
