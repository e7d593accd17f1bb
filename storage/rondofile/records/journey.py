"""A journey: lanes, steps, what stands on them, links between them."""

from __future__ import annotations

from rondofile.enums import (
    About,
    Actor,
    AwareFirst,
    Evidence,
    Identity,
    InformationHow,
    InformationUse,
    JourneyState,
    LaneRole,
    LinkKind,
    MarkKind,
    PainCause,
    Phase,
    StepKind,
    Trigger,
)
from rondofile.records.base import Record


class Journey(Record, frozen=True, kw_only=True):
    """A graph of steps of one segment in one situation, by one player: today or redesigned.

    `curved`: its links are drawn as curves instead of at right angles. `arranged`: how often the map was
    laid out as a whole, so that this too is a step that can be undone.
    """

    position: int = 0
    name: str = ""
    state: JourneyState = JourneyState.AS_IS
    player: str | None = None
    segment: str | None = None
    situation: str | None = None
    based_on: str | None = None
    note: str = ""
    episodes_per_year: float | None = None
    curved: bool = False
    arranged: int = 0


class Lane(Record, frozen=True, kw_only=True):
    """Where steps happen: whose desk. Who does the work stands on the step.

    `height`: the least height of its row on the map in points, None = as high as its steps need.
    """

    journey: str
    position: int = 0
    name: str = ""
    role: LaneRole = LaneRole.CUSTOMER
    player: str | None = None
    seen_by_customer: bool = True
    height: int | None = None


class Step(Record, frozen=True, kw_only=True):
    """A node of a journey. Without phase or lane it waits in the inbox.

    `x`, `y`: offsets inside the phase x lane cell, None = placed by the layout. `minutes`: how long the
    step takes, `wait_minutes` of them spent waiting. `actor` None = from the lane's role.
    """

    journey: str
    position: int = 0
    title: str
    note: str = ""
    phase: Phase | None = None
    kind: StepKind | None = None
    lane: str | None = None
    actor: Actor | None = None
    x: int | None = None
    y: int | None = None
    locked: bool = False
    feeling: int | None = None
    minutes: float | None = None
    wait_minutes: float | None = None
    our_cost: int | None = None
    aware_first: AwareFirst | None = None
    trigger: Trigger | None = None
    channel: str = ""
    identity: Identity | None = None
    must_stay: bool = False
    must_stay_reason: str = ""
    same_for_everyone: bool = False
    evidence: Evidence | None = None
    source: str = ""


class StepFeeling(Record, frozen=True, kw_only=True):
    """How customers of a segment feel at a step, where they do not feel as the journey's own do."""

    step: str
    position: int = 0
    segment: str
    feeling: int


class StepOrigin(Record, frozen=True, kw_only=True):
    """This step of a redesign comes from that step of today: merges and splits are many to many."""

    step: str
    position: int = 0
    origin: str


class StepInformation(Record, frozen=True, kw_only=True):
    """A step gathers or uses an item, told, inferred or sensed."""

    step: str
    position: int = 0
    item: str
    how: InformationHow = InformationHow.TOLD
    use: InformationUse = InformationUse.GATHERS


class Mark(Record, frozen=True, kw_only=True):
    """A pain with its cause, a delight, or something they would pay more for. Weight 1-3."""

    step: str
    position: int = 0
    kind: MarkKind
    text: str = ""
    weight: int = 1
    cause: PainCause | None = None
    evidence: Evidence | None = None
    source: str = ""


class Link(Record, frozen=True, kw_only=True):
    """From one step to another. `share`: percent of cases. `about`, `level` 1-4: of a learns link."""

    journey: str
    position: int = 0
    source: str
    target: str
    kind: LinkKind = LinkKind.NEXT
    label: str = ""
    share: float | None = None
    wait_minutes: float | None = None
    about: About | None = None
    level: int | None = None


class Stretch(Record, frozen=True, kw_only=True):
    """A named part of a journey."""

    journey: str
    position: int = 0
    name: str = ""


class StretchStep(Record, frozen=True, kw_only=True):
    """A step belongs to a stretch."""

    stretch: str
    position: int = 0
    step: str


class Note(Record, frozen=True, kw_only=True):
    """A sticky note on a map. With a step it follows that step and goes with it.

    `x`, `y`: points from the upper left corner of the step's card, or of the map without its headings.
    """

    journey: str
    position: int = 0
    text: str = ""
    step: str | None = None
    x: int = 0
    y: int = 0
