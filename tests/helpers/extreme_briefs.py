"""Projects that strain a brief: very long texts, very many records, texts that would like to be code."""

from __future__ import annotations

from itertools import pairwise

from rondofile.enums import Architecture, CardKind, Experience, Identity, LaneRole, MarkKind, Phase
from rondofile.project import Project
from rondofile.records import (
    BriefSection,
    Condition,
    Decision,
    Info,
    Journey,
    Lane,
    Link,
    Mark,
    Placement,
    Record,
    Segment,
    Step,
)

TITLE = ("A title of five hundred letters " * 16)[:500]
LONG_WORD = "W" * 5000


def note(letters: int = 100_000) -> str:
    """A text of about so many letters, every word pair of it numbered."""
    return " ".join(f"word {number}" for number in range(letters // 11))


def walked(count: int, key: str = "j", name: str = "Walk", **of_steps: object) -> list[Record]:
    """A journey of so many steps at one desk."""
    third = max(count // 3, 1)
    phases = [(Phase.RECOGNIZE, Phase.REQUEST, Phase.RESPOND)[min(i // third, 2)] for i in range(count)]
    steps = [
        Step(
            id=f"{key}s{i}",
            journey=key,
            position=i,
            lane=f"{key}l",
            phase=phase,
            **{"title": f"{name} {i} of {key}", **of_steps},  # type: ignore[arg-type]
        )
        for i, phase in enumerate(phases)
    ]
    links = [
        Link(id=f"{key}k{i}", journey=key, source=one.id, target=other.id)
        for i, (one, other) in enumerate(pairwise(steps))
    ]
    lane = Lane(id=f"{key}l", journey=key, name="Desk", role=LaneRole.FIRM)
    return [Journey(id=key, name=f"{name} {key}"), lane, *steps, *links]


def offer(number: int, text: str = "", **more: object) -> Placement:
    """An offer of the first cell, with both of its reasons."""
    return Placement(
        id=f"o{number}",
        offer=text or f"Offer number {number}!",
        card_kind=CardKind.ACTIVITY,
        card_text="wait",
        experience=next(iter(Experience)),
        architecture=next(iter(Architecture)),
        **{  # type: ignore[arg-type]
            "reason_experience": f"row reason {number}!",
            "reason_architecture": f"column reason {number}!",
            **more,
        },
    )


def long_titles() -> Project:
    about = [Info(id="p", title=TITLE, subtitle=TITLE, organisation=TITLE, audience=TITLE, author=TITLE)]
    asked = [
        Condition(id="c", text=TITLE, owner=TITLE),
        Decision(id="d", text=TITLE, recommended=TITLE, alternative=TITLE),
    ]
    return Project.of([*about, Segment(id="g", name=TITLE), *walked(5, name=TITLE[:480]), offer(1), *asked])


def long_sections() -> Project:
    """Every section of the user's own with a title and a note that reach over pages."""
    kinds = ("cover", "summary", "journeys", "matrix", "architectures", "open", "sources")
    sections = [
        BriefSection(id=f"b{i}", position=i, kind=kind, title=TITLE, note=note(8000))
        for i, kind in enumerate(kinds)
    ]
    return Project.of([*walked(3), offer(1), *sections])


def long_notes() -> Project:
    notes = [
        offer(1, reason_experience=note(25_000)),
        Condition(id="c", text=note(25_000)),
        Mark(id="m", step="js1", kind=MarkKind.PAIN, text=note(25_000)),
    ]
    return Project.of([*walked(3), *notes])


def long_words() -> Project:
    said = [Condition(id="c", text=LONG_WORD, owner=LONG_WORD[:500])]
    reasoned = offer(1, reason_experience=LONG_WORD, source=LONG_WORD)
    return Project.of([Info(id="p", title=LONG_WORD[:500]), *walked(3, name="W" * 480), reasoned, *said])


def many_offers() -> Project:
    return Project.of([offer(number) for number in range(300)])


def many_conditions() -> Project:
    return Project.of([Condition(id=f"c{i}", text=f"Condition {i} must hold!") for i in range(200)])


def many_steps() -> Project:
    return Project.of(walked(60))


def many_journeys() -> Project:
    return Project.of([record for number in range(40) for record in walked(8, f"j{number}x")])


def long_openings() -> Project:
    """The steps that a journey's opening lists have titles of 400 letters each."""
    return Project.of(walked(60, title=TITLE[:400], identity=Identity.LOST))


EXTREMES = {
    make.__name__: make
    for make in (
        long_titles,
        long_sections,
        long_notes,
        long_words,
        many_offers,
        many_conditions,
        many_steps,
        many_journeys,
        long_openings,
    )
}
