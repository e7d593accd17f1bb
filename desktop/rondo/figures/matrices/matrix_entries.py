"""What the matrix shows: which offers, how each reads on its card, which of them are disputed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from rondo.figures.lettering import PORTRAIT
from rondo.strategy.framework.whole import Framework
from rondo.strategy.matrix.heat import Heat
from rondo.words import Words
from rondofile.enums import Architecture, CardKind, Experience, PlacementState, PlayerKind
from rondofile.project import Project
from rondofile.records import Journey, Placement, Reading, Segment, Situation, Stretch

NO_BREAK = "\u00a0"
"""A blank at which no line ends."""


class MatrixOptions(Struct, frozen=True):
    """What to show and how wide. None shows all; `players` are ids, `segment` an id.

    `detail` "offers": offer sentences, a grey line with whose and for whom, notes on disputes; "names":
    offer sentences alone; "small": half a page, for whom only where the offer is ours. The state stands
    in words only where no legend says what the lines mean. `heat`: what is measured in the cells, as a
    shade and a number."""

    width: float = PORTRAIT
    states: frozenset[PlacementState] | None = None
    players: frozenset[str] | None = None
    segment: str | None = None
    detail: Literal["offers", "names", "small"] = "offers"
    legend: bool = True
    movements: bool = True
    heat: Heat | None = None


class Entry(Struct, frozen=True):
    """One offer as its card says it. `note`: the number of its note when sources disagree about its cell;
    `whose`: of the facts the one that counts most, whose offer it is or whom ours is for."""

    placement: Placement
    title: str
    facts: str
    kind: PlayerKind
    note: int | None = None
    whose: str = ""

    @property
    def own(self) -> bool:
        return self.kind is PlayerKind.OWN

    @property
    def is_placed(self) -> bool:
        """Whether it stands in a cell; a row without a column is none and waits for its second answer."""
        return _is_placed(self.placement)


def entries(
    project: Project, framework: Framework, words: Words, options: MatrixOptions
) -> tuple[Entry, ...]:
    """The offers to show, in the order of the project. Brand names are never the offer: the sentence
    comes first, who does it for whom stands below (practice 1.2 P1)."""
    shown = [p for p in project.all(Placement) if _wanted(project, p, options)]
    told = (p.id for p in shown if _is_placed(p) and _others(project, p))
    disputed = {key: number for number, key in enumerate(told, start=1)}
    return tuple(
        Entry(
            placement,
            title_of(project, placement, words),
            _facts(project, placement, framework, words, options),
            _kind(project, placement),
            disputed.get(placement.id),
            _whose(project, placement, words),
        )
        for placement in shown
    )


def title_of(project: Project, placement: Placement, words: Words) -> str:
    """What a card is called: its offer, else whom it is for, else that nothing is said yet."""
    return (
        placement.offer or subject_of(project, placement, words) or words("matrix_figure.no_offer")
    ).strip()


def subject_of(project: Project, placement: Placement, words: Words) -> str:
    """Whom or what an offer is for: a segment, a situation, a part of the journey, an activity."""
    match placement.card_kind:
        case CardKind.SEGMENT:
            segment = project.find(Segment, placement.card_ref)
            return segment.name if segment else placement.card_text
        case CardKind.SITUATION:
            situation = project.find(Situation, placement.card_ref)
            return _situation(project, situation, words) if situation else placement.card_text
        case CardKind.STRETCH:
            stretch = project.find(Stretch, placement.card_ref)
            return stretch.name if stretch else placement.card_text
        case _:
            return placement.card_text


def cell_name(
    experience: Experience | None, architecture: Architecture | None, framework: Framework, words: Words
) -> str:
    """A cell by the names of its row and column, as "Curated offering × Connected retailer"."""
    row = sentence_case(framework.name(experience))
    if architecture is None:
        return row
    return words("matrix_figure.cell", row=row, column=sentence_case(framework.name(architecture)))


def notes(
    project: Project, shown: tuple[Entry, ...], framework: Framework, words: Words
) -> tuple[tuple[Entry, str], ...]:
    """For every disputed offer all readings of it, who reads it so, and why: a sentence, or where reasons
    are given a line for each."""
    return tuple(
        (entry, _note(project, entry, words.number(entry.note), framework, words))
        for entry in shown
        if entry.note is not None
    )


def listed(parts: list[str], key: str, words: Words) -> str:
    """Texts strung together by a message with the places {first} and {rest}."""
    *before, whole = parts
    for part in reversed(before):
        whole = words(key, first=part, rest=whole)
    return whole


def sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _is_placed(placement: Placement) -> bool:
    return placement.experience is None or placement.architecture is not None


def _wanted(project: Project, placement: Placement, options: MatrixOptions) -> bool:
    player = project.player_of(placement)
    return (
        (options.states is None or placement.state in options.states)
        and (options.players is None or (player is not None and player.id in options.players))
        and (options.segment is None or options.segment in _segments(project, placement))
    )


def _segments(project: Project, placement: Placement) -> Iterator[str | None]:
    """The segment an offer is for, whether it names it, a situation of it, or a part of its journey."""
    yield placement.card_ref if placement.card_kind is CardKind.SEGMENT else None
    situation = project.find(Situation, placement.card_ref)
    if situation is not None and placement.card_kind is CardKind.SITUATION:
        yield situation.segment
    stretch = project.find(Stretch, placement.card_ref)
    if stretch is not None and placement.card_kind is CardKind.STRETCH:
        yield project.get(Journey, stretch.journey).segment


def _kind(project: Project, placement: Placement) -> PlayerKind:
    player = project.player_of(placement)
    return PlayerKind(player.kind) if player is not None else PlayerKind.OWN


def _situation(project: Project, situation: Situation, words: Words) -> str:
    segment = project.find(Segment, situation.segment)
    if segment is None:
        return situation.name
    return words("matrix_figure.situation", segment=segment.name, situation=situation.name)


def _facts(
    project: Project, placement: Placement, framework: Framework, words: Words, options: MatrixOptions
) -> str:
    """The grey line: whose offer where it is not ours, whom it is for, and when if no legend says it."""
    player = project.player_of(placement)
    others = player is not None and player.kind is not PlayerKind.OWN
    state = "" if options.legend else framework.name(placement.state)
    if options.detail == "names":
        return ""
    if options.detail == "small":
        parts = ["" if others else _segment_name(project, placement, words), state]
    else:
        subject = subject_of(project, placement, words)
        parts = [player.name if player is not None and others else "", subject, state]
    said = [part for part in parts if part and part != title_of(project, placement, words)]
    return listed(said, "matrix_figure.facts", words) if said else ""


def _whose(project: Project, placement: Placement, words: Words) -> str:
    player = project.player_of(placement)
    if player is not None and player.kind is not PlayerKind.OWN:
        return player.name
    return subject_of(project, placement, words) if placement.offer else ""


def _segment_name(project: Project, placement: Placement, words: Words) -> str:
    """The name of the segment an offer is for, else of what it is for."""
    found = (project.find(Segment, segment) for segment in _segments(project, placement))
    names = [segment.name for segment in found if segment is not None]
    return names[0] if names else subject_of(project, placement, words)


def _others(project: Project, placement: Placement) -> tuple[Reading, ...]:
    """The readings that put an offer elsewhere."""
    here = (placement.experience, placement.architecture)
    return tuple(r for r in project.readings_of(placement.id) if (r.experience, r.architecture) != here)


def _reading(reading: Reading, framework: Framework, words: Words) -> str:
    cell = cell_name(reading.experience, reading.architecture, framework, words)
    if not reading.source:
        return cell
    return words("matrix_figure.reading", cell=cell, source=reading.source)


def _note(project: Project, entry: Entry, number: str, framework: Framework, words: Words) -> str:
    others = _others(project, entry.placement)
    readings = [_reading(reading, framework, words) for reading in others]
    if not any(reading.reason for reading in others):
        listing = listed(readings, "matrix_figure.and_list", words)
        return words("matrix_figure.note", n=number, offer=entry.title, readings=listing)
    said = [_because(text, reading, words) for text, reading in zip(readings, others, strict=True)]
    lines = [words("matrix_figure.note_line", reading=text) for text in said]
    return "\n".join((words("matrix_figure.note_lines", n=number, offer=entry.title), *lines))


def _because(said: str, reading: Reading, words: Words) -> str:
    return words("matrix_figure.because", reading=said, reason=reading.reason) if reading.reason else said
