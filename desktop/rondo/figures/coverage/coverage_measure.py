"""The coverage measured: names of people, cells with two scores, offers and a remark; nothing is ever cut."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from rondo.figures.lettering import Kind, Lettering
from rondo.strategy.framework.whole import Framework
from rondo.strategy.people.answers import SCORES, Answer, Score
from rondo.strategy.people.coverage import COLUMNS, Place, Row, Standing
from rondo.text.shaped import Block
from rondo.words import Words
from rondofile.enums import Experience, PlacementState, PlayerKind
from rondofile.project import Project
from rondofile.records import Placement

NAMES = 0.17
"""The share of the width that the names take."""
USUAL = 7.5
"""The size of letters for which the distances below are made, in points."""
PAD, GAP, BETWEEN, SIGN, TRACK = 4.5, 2.6, 4.0, 10.0, 26.0
Manner = Literal["ours", "shared", "others"]
Texts = tuple[tuple[Block, str], ...]
"""Blocks below each other, each with the role of its ink."""


class Card(Struct, frozen=True):
    """An offer as it stands in a cell."""

    offer: Placement
    manner: Manner
    kind: PlayerKind
    block: Block


class ScoreLine(Struct, frozen=True):
    """One of the two scores: which, what it is called where there is room, its number."""

    which: Score
    answer: Answer
    label: Block | None
    number: Block


class Cell(Struct, frozen=True):
    """What stands in a cell from the top: scores, offers, a remark."""

    place: Place
    scores: tuple[ScoreLine, ...]
    cards: tuple[Card, ...]
    remark: Block | None
    height: float


class Band(Struct, frozen=True):
    """A segment or a situation before its five cells."""

    row: Row
    names: Texts
    cells: tuple[Cell, ...]
    height: float


class Measure:
    """Measures with the letters of one figure of that width. `foot`: room that is left free below all that
    stands in a cell; `lead`: before the names."""

    def __init__(
        self,
        project: Project,
        framework: Framework,
        words: Words,
        pen: Lettering,
        width: float,
        foot: float = 0.0,
        lead: float = 0.0,
    ) -> None:
        self.project, self.framework, self.words, self.pen = project, framework, words, pen
        self.foot, self.lead = foot, lead
        self.width, self.unit = width, pen.size / USUAL
        self.pad, self.gap = PAD * self.unit, GAP * self.unit
        self.first = max(width * NAMES, 66 * self.unit) + lead
        self.column = (width - self.first) / len(COLUMNS)
        labels = [pen.block(words(f"coverage.{which}"), "small") for which in SCORES]
        self.label: float = max(block.natural_width for block in labels)
        self.number = pen.block("+2", "small").natural_width + 2 * self.unit
        least = self.label + TRACK * self.unit + self.number + 2 * self.gap + 4 * self.unit
        self.labelled = self.room >= least

    @property
    def room(self) -> float:
        """How wide the texts of a cell may be."""
        return self.column - 2 * self.pad

    @property
    def line(self) -> float:
        """How high a score stands."""
        return round(self.pen.style("small").size * 1.5, 2)

    def left(self, column: int) -> float:
        """The left edge of a column."""
        return self.first + column * self.column

    def head(self, experience: Experience | None) -> Texts:
        """The plain line first, the framework's name below it."""
        short, name = self.framework.short(experience), self.framework.name(experience)
        if experience is None:
            short, name = name, short
        return self._texts(((_capital(short), "title", "ink"), (name, "small", "ink-secondary")), self.room)

    def bands(self, rows: Iterable[Row]) -> tuple[Band, ...]:
        """Every row with the heights that its texts need."""
        return tuple(self.band(row) for row in rows)

    def band(self, row: Row) -> Band:
        """The row with the height that its texts need."""
        names = self._texts(self._said(row), self.first - 2 * self.pad - self.inset(row))
        cells = tuple(self._cell(place) for place in row.places)
        own = sum(block.height for block, _ in names) + 2 * self.pad
        return Band(row, names, cells, max(own, *(cell.height for cell in cells)))

    def inset(self, row: Row) -> float:
        """A situation stands in under its segment."""
        return self.lead + (7 * self.unit if row.situation is not None else 0.0)

    def _said(self, row: Row) -> list[tuple[str, Kind, str]]:
        words, segment = self.words, row.segment
        name = segment.name.strip() or words("telling.unnamed.segment")
        if row.situation is not None:
            within = row.situation.name.strip() or words("telling.unnamed.situation")
            return [(name, "small", "ink-tertiary"), (_capital(within), "title", "ink")]
        said: list[tuple[str, Kind, str]] = [(name, "title", "ink")]
        if segment.size is not None:
            unit = segment.size_unit.strip() or words("telling.unit")
            size = words("coverage.size", size=words.number(segment.size), unit=unit)
            said.append((size, "small", "ink-secondary"))
        for kind, other in row.parts:
            part = words(
                f"coverage.part.{kind}", segment=other.name.strip() or words("telling.unnamed.segment")
            )
            said.append((part, "small", "ink-secondary"))
        return said

    def _cell(self, place: Place) -> Cell:
        scores = tuple(self._score(place, which) for which in SCORES) if place.experience else ()
        cards = tuple(self._cards(place))
        text = remark(place, self.words)
        block = self.pen.block(text, "small", self.room - 2 * self.gap) if text else None
        parts = [self.line * len(scores)] if scores else []
        parts += [card.block.height for card in cards]
        parts += [block.height + self.gap] if block is not None else []
        height = sum(parts) + BETWEEN * self.unit * max(len(parts) - 1, 0) + 2 * self.pad + self.foot
        return Cell(place, scores, cards, block, height)

    def _score(self, place: Place, which: Score) -> ScoreLine:
        answer = place.comfort if which == "comfort" else place.value
        label = self.pen.block(self.words(f"coverage.{which}"), "small") if self.labelled else None
        return ScoreLine(which, answer, label, self.pen.block(written(answer), "small", self.number, "right"))

    def _cards(self, place: Place) -> Iterable[Card]:
        for manner, offers in (("ours", place.ours), ("shared", place.shared), ("others", place.others)):
            for offer in offers:
                player = self.project.player_of(offer)
                kind = player.kind if player is not None else PlayerKind.OWN
                text = offer.offer.strip() or self.words("telling.unnamed.offer")
                if manner == "shared":
                    text = self.words("coverage.shared", offer=text)
                elif manner == "others" and player is not None and player.name.strip():
                    text = self.words("coverage.other", player=player.name.strip(), offer=text)
                bold = manner == "ours" and offer.state is PlacementState.TARGET
                block = self.pen.block(text, "title" if bold else "body", self.room - SIGN * self.unit)
                yield Card(offer, manner, kind, block)  # type: ignore[arg-type]

    def _texts(self, texts: Iterable[tuple[str, Kind, str]], room: float) -> Texts:
        return tuple((self.pen.block(text, kind, room), role) for text, kind, role in texts)


def written(answer: Answer) -> str:
    """The score with its sign; a question mark where nobody has said."""
    if answer.value is None:
        return "?"
    return f"−{-answer.value}" if answer.value < 0 else f"+{answer.value}" if answer.value else "0"


def remark(place: Place, words: Words) -> str:
    """What is noteworthy about a place, in a sentence; empty where nothing is."""
    match place.standing:
        case Standing.OPEN:
            return words("coverage.only_idea" if [*place.ours, *place.shared] else "coverage.open")
        case Standing.TAKEN:
            name = place.rivals[0].name.strip() or words("telling.unnamed.player")
            more = len(place.rivals) - 1
            return (
                words.count("coverage.taken_more", more, player=name)
                if more
                else (words("coverage.taken", player=name))
            )
        case Standing.UNWELCOME:
            return words("coverage.unwelcome")
        case _:
            return ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
