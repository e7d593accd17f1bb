"""Borrowing: what somebody does elsewhere, told as a threat to us or as an idea of ours (domain C50, C51).

The product writes the sentence; a person decides what is borrowed, for whom, and what becomes of it.
"""

from __future__ import annotations

from msgspec import Struct

from rondo.strategy.framework.cell_parts import Example
from rondo.strategy.framework.whole import Framework
from rondo.strategy.sentences.telling import one_line
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Placement, Segment


class Model(Struct, frozen=True):
    """Who is borrowed from, what they do, and where that was read."""

    name: str
    does: str
    source: str = ""


class Borrowed(Struct, frozen=True):
    """An offer in words. `organisation`: who would make it, empty for ourselves; `question`: what is due."""

    sentence: str
    reason: str
    source: str
    question: str
    organisation: str = ""


def model_of(example: Example, framework: Framework) -> Model:
    """A shipped example with its sources."""
    cited = dict.fromkeys((*example.row_source, *example.column_source))
    return Model(example.name, example.does, "; ".join(framework.cite(one) for one in cited))


def model_of_offer(project: Project, offer: Placement, words: Words) -> Model:
    """An offer that another organisation of the project makes."""
    player = project.player_of(offer)
    name = one_line(player.name) if player else ""
    return Model(name or words("telling.unnamed.player"), one_line(offer.offer), offer.source)


def as_threat(words: Words, model: Model, segment: Segment | None) -> Borrowed:
    """Somebody who does not exist yet does the same for our customers."""
    who = _who(words, segment)
    return Borrowed(
        words("borrow.threat", who=who, name=model.name),
        words("borrow.reason", name=model.name, does=model.does),
        words("borrow.source", name=model.name, source=model.source) if model.source else "",
        words("borrow.threat.question", who=who, name=model.name),
        words("borrow.organisation", name=model.name),
    )


def as_idea(words: Words, model: Model, segment: Segment | None) -> Borrowed:
    """We do the same for our customers."""
    who = _who(words, segment)
    return Borrowed(
        words("borrow.idea", who=who, name=model.name),
        words("borrow.reason", name=model.name, does=model.does),
        words("borrow.source", name=model.name, source=model.source) if model.source else "",
        words("borrow.idea.question", who=who, name=model.name),
    )


def _who(words: Words, segment: Segment | None) -> str:
    name = one_line(segment.name) if segment else ""
    return name or words("borrow.customers")
