"""What can be said now of the journey that is looked at, as plain values with the place each speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from rondo.strategy.framework.whole import Framework
from rondo.strategy.sentences import Sentence, summary
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import (
    NOUNS,
    Action,
    Condition,
    Info,
    Journey,
    Mark,
    Placement,
    Record,
    Segment,
    Situation,
    Step,
    StepInformation,
)

_SHOWN: dict[type[Record], str] = {
    Step: "journey",
    Journey: "journey",
    Placement: "matrix",
    Condition: "architectures",
    Segment: "",
    Situation: "",
    Action: "brief",
}
"""The view in which a place is seen; "" = in any."""


class Place(Struct, frozen=True):
    """Records of one noun, and the view that shows them."""

    kind: type[Record]
    ids: tuple[str, ...]
    view: str


class Said(Struct, frozen=True):
    """A finding of one of the four kinds, such as "found" or "gap"."""

    kind: str
    text: str
    place: Place | None


def findings(project: Project, framework: Framework, words: Words, journey: str | None) -> tuple[Said, ...]:
    """What was found, the weightiest first, then what is not known yet."""
    page = summary(project, framework, words, journey=journey)
    found = (
        Said("found", one.sentence.text, _steps(project, one.about) or _of(project, one.sentence))
        for one in page.candidates
    )
    gaps = (Said("gap", one.text, _of(project, one)) for one in page.open_points)
    return (*found, *gaps)


def _steps(project: Project, ids: Iterable[str]) -> Place | None:
    there = tuple(key for key in ids if project.find(Step, key) is not None)
    return Place(Step, there, _SHOWN[Step]) if there else None


def _of(project: Project, sentence: Sentence) -> Place | None:
    """The records that the sentence rests on: those of the first noun that can be chosen."""
    places = [place for fact in sentence.facts if (place := _place(project, fact.noun, fact.id)) is not None]
    if not places:
        return None
    kind = places[0][0]
    ids = tuple(dict.fromkeys(key for noun, key in places if noun is kind))
    return Place(kind, ids, _SHOWN[kind])


def _place(project: Project, noun: str, key: str) -> tuple[type[Record], str] | None:
    """A record that can be chosen: itself, or the step that it stands on."""
    record = project.find(NOUNS[noun], key)
    if record is None or isinstance(record, Info):
        return None
    if isinstance(record, (Mark, StepInformation)):
        return Step, record.step
    return (type(record), key) if type(record) in _SHOWN else None
