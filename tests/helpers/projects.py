"""Random projects that storage accepts, with every noun and every field in use: `projects()`."""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

from hypothesis import strategies as st

from rondofile.columns import COLUMNS, Column, Kind
from rondofile.enums import Architecture, CardKind, Experience, RoleKind
from rondofile.project import Project
from rondofile.records import (
    NOUN_OF,
    Action,
    Asset,
    BriefSection,
    CellSheet,
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
    Menu,
    MenuChoice,
    MenuRule,
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
from rondofile.text import clean_text
from rondofile.values import cleaned

R = TypeVar("R", bound=Record)

PIECES = (
    "", "Families", "naïve 😀", "క్యూ లేదు", "صف طويل", "長い列", "é\u0301", "a\u200db", "\u202eabc",
    "<b>&amp;</b>", "'; DROP TABLE step --", '"quoted"', "back\\slash", "line\nbreak\ttab", "  spaces  ",
    "=1+1", "{place}", "%s", "\U000e0001", "x" * 200, "0", "null",
)  # fmt: skip
TEXTS = st.one_of(st.sampled_from(PIECES), st.text(max_size=12))
STRUCTURE = frozenset({"id", "position"})


def values(column: Column) -> st.SearchStrategy[Any]:
    """Any value a column that is no reference can hold, its bounds among them."""
    found = _values(column)
    return st.none() | found if column.optional else found


def _values(column: Column) -> st.SearchStrategy[Any]:
    if column.choices is not None:
        return st.sampled_from(list(column.choices))
    if column.kind is Kind.FLAG:
        return st.booleans()
    if column.kind is Kind.INTEGER:
        return st.integers(int(column.low), int(column.high))
    if column.kind is Kind.REAL:
        return st.one_of(
            st.integers(int(column.low), int(column.high)).map(float),
            st.floats(column.low, column.high, allow_nan=False).map(lambda value: value + 0.0),
        )
    return TEXTS.map(lambda text: clean_text(text, column.cap))


_FIELDS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    noun: st.fixed_dictionaries(
        {
            column.name: values(column)
            for column in columns
            if column.name not in STRUCTURE and column.kind not in (Kind.ID, Kind.REFERENCE, Kind.BYTES)
        }
    )
    for noun, columns in COLUMNS.items()
}


class Maker:
    """Draws records one after another and keeps them by noun."""

    def __init__(self, draw: st.DrawFn, most: int) -> None:
        self.draw = draw
        self.most = most
        self.records: dict[str, list[Record]] = {noun: [] for noun in COLUMNS}
        self._gap = draw(st.integers(1, 3))

    def make(self, kind: type[R], /, **given: Any) -> R:
        """One record more, its fields drawn but for those given. Each noun has an id of 64 letters too."""
        noun = NOUN_OF[kind]
        number = len(self.records[noun])
        given.setdefault("id", (noun + "_" * 64)[:64] if number == 1 else f"{noun}-{number}")
        if any(column.name == "position" for column in COLUMNS[noun]):
            given.setdefault("position", number * self._gap)
        record = cleaned(kind(**{**self.draw(_FIELDS[noun]), **given}))
        self.records[noun].append(record)
        return record

    def several(self, kind: type[R], /, least: int = 0, **given: Any) -> list[R]:
        return [self.make(kind, **given) for _ in range(self.draw(st.integers(least, self.most)))]

    def maybe(self, records: list[R]) -> str | None:
        """The id of one of those, or None."""
        return self.draw(st.sampled_from([None, *(record.id for record in records)]))

    def some(self, choices: list[Any]) -> list[Any]:
        """A few of those, each at most once."""
        if not choices:
            return []
        picked = st.lists(st.sampled_from(range(len(choices))), max_size=self.most, unique=True)
        return [choices[index] for index in self.draw(picked)]

    def all(self, kind: type[R]) -> list[R]:
        return [record for record in self.records[NOUN_OF[kind]] if isinstance(record, kind)]


@st.composite
def projects(draw: st.DrawFn, most: int = 3) -> Project:
    """A valid project; at most `most` of each noun under one parent."""
    maker = Maker(draw, most)
    maker.make(Info, id="project-1")
    maker.several(Player)
    _people(maker)
    maker.several(Item)
    _permissions(maker)
    for number in range(draw(st.integers(0, 2))):
        _journey(maker, number)
    _origins(maker)
    _placements(maker)
    _menus(maker)
    _responses(maker)
    _comparison(maker)
    for kind in (Condition, Decision, Action, BriefSection):
        maker.several(kind)
    for number in range(draw(st.integers(0, 1))):
        content = bytes([number, 0, 255]) * draw(st.integers(0, 5))
        maker.make(Asset, id=hashlib.sha256(content).hexdigest(), content=content)
    return Project.of(record for records in maker.records.values() for record in records)


def _people(maker: Maker) -> None:
    for segment in maker.several(Segment):
        maker.several(Situation, segment=segment.id)
    segments = maker.all(Segment)
    for segment, kind in maker.some([(segment, kind) for segment in segments for kind in RoleKind]):
        maker.make(SegmentRole, segment=segment.id, kind=kind, holder=maker.maybe(segments))
    situations = maker.all(Situation)
    ends = [(segment.id, None) for segment in maker.all(Segment)]
    ends += [(situation.segment, situation.id) for situation in situations]
    for (segment, situation), experience in maker.some([(end, row) for end in ends for row in Experience]):
        maker.make(Fit, segment=segment, situation=situation, experience=experience)


def _journey(maker: Maker, number: int) -> None:
    situation = maker.draw(st.sampled_from([None, *maker.all(Situation)]))
    segment = maker.maybe(maker.all(Segment)) if situation is None else situation.segment
    journey = maker.make(
        Journey,
        player=maker.maybe(maker.all(Player)),
        segment=segment,
        situation=situation.id if situation else None,
        based_on=maker.maybe(maker.all(Journey)) if number else None,
    )
    lanes = [
        maker.make(Lane, journey=journey.id, player=maker.maybe(maker.all(Player)))
        for _ in range(maker.draw(st.integers(0, maker.most)))
    ]
    steps = [
        maker.make(Step, journey=journey.id, lane=maker.maybe(lanes))
        for _ in range(maker.draw(st.integers(0, maker.most)))
    ]
    for step in steps:
        maker.several(Mark, step=step.id)
        for item in maker.some(maker.all(Item)):
            maker.make(StepInformation, step=step.id, item=item.id)
        for segment in maker.some(maker.all(Segment)):
            maker.make(StepFeeling, step=step.id, segment=segment.id)
    maker.several(Note, journey=journey.id, step=maker.maybe(steps))
    for source, target in maker.some([(one, other) for one in steps for other in steps]):
        maker.make(Link, journey=journey.id, source=source.id, target=target.id)
    for stretch in maker.several(Stretch, journey=journey.id):
        for step in maker.some(steps):
            maker.make(StretchStep, stretch=stretch.id, step=step.id)


def _permissions(maker: Maker) -> None:
    segments = maker.all(Segment)
    for item in maker.some(maker.all(Item)):
        of = {"segment": maker.maybe(segments), "consent_by": maker.maybe(segments)}
        maker.make(Permission, item=item.id, **of)


def _menus(maker: Maker) -> None:
    offers = maker.all(Placement)
    for menu in maker.several(Menu, segment=maker.maybe(maker.all(Segment))):
        chosen = maker.some(offers)
        for offer in chosen:
            maker.make(MenuChoice, menu=menu.id, placement=offer.id)
        for source, target in maker.some([(one, other) for one in chosen for other in chosen]):
            maker.make(MenuRule, menu=menu.id, source=source.id, target=target.id)
    for experience, architecture in maker.some(
        [(row, column) for row in Experience for column in Architecture]
    ):
        maker.make(CellSheet, experience=experience, architecture=architecture)


def _origins(maker: Maker) -> None:
    steps = maker.all(Step)
    pairs = [(one, other) for one in steps for other in steps if one.journey != other.journey]
    for one, other in maker.some(pairs):
        maker.make(StepOrigin, step=one.id, origin=other.id)


def _responses(maker: Maker) -> None:
    steps, offers = maker.all(Step), maker.all(Placement)
    for step, experience in maker.some([(step, row) for step in steps for row in Experience]):
        made = {"made_step": maker.maybe(steps), "made_placement": maker.maybe(offers)}
        maker.make(Response, step=step.id, experience=experience, **made)


def _placements(maker: Maker) -> None:
    cards: dict[CardKind, list[Any]] = {
        CardKind.SEGMENT: maker.all(Segment),
        CardKind.SITUATION: maker.all(Situation),
        CardKind.STRETCH: maker.all(Stretch),
        CardKind.ACTIVITY: [],
    }
    for _ in range(maker.draw(st.integers(0, maker.most))):
        kind = maker.draw(st.sampled_from(list(CardKind)))
        ref, player = maker.maybe(cards[kind]), maker.maybe(maker.all(Player))
        placement = maker.make(Placement, card_kind=kind, card_ref=ref, player=player)
        maker.several(Reading, placement=placement.id)


def _comparison(maker: Maker) -> None:
    criteria = maker.several(Criterion)
    for criterion, architecture in maker.some([(one, column) for one in criteria for column in Architecture]):
        maker.make(Score, criterion=criterion.id, architecture=architecture)
    choices = [(step, column) for step in maker.all(Step) for column in Architecture]
    for step, architecture in maker.some(choices):
        maker.make(RoleChoice, step=step.id, architecture=architecture)
