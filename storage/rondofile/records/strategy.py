"""Offers in the matrix, the comparison, what must be true, the brief."""

from __future__ import annotations

from rondofile.enums import (
    Actor,
    Architecture,
    CardKind,
    Evidence,
    Experience,
    PlacementState,
)
from rondofile.records.base import Record


class Placement(Record, frozen=True, kw_only=True):
    """An offer in a cell: one sentence that says what the organisation does there.

    `experience` None = not connected yet; then `architecture` may be None too. `card_ref` points to a
    segment, situation or stretch by `card_kind`; an activity has only `card_text`. `player` None = own.
    """

    position: int = 0
    offer: str = ""
    card_kind: CardKind = CardKind.ACTIVITY
    card_ref: str | None = None
    card_text: str = ""
    experience: Experience | None = None
    architecture: Architecture | None = None
    state: PlacementState = PlacementState.NOW
    player: str | None = None
    reason_experience: str = ""
    reason_architecture: str = ""
    revenue_what: str = ""
    revenue_when: str = ""
    revenue_who: str = ""
    revenue_why: str = ""
    revenue_currency: str = ""
    evidence: Evidence | None = None
    source: str = ""


class Reading(Record, frozen=True, kw_only=True):
    """Another cell in which a source puts the same offer: contested placements keep every reading."""

    placement: str
    position: int = 0
    experience: Experience | None = None
    architecture: Architecture | None = None
    reason: str = ""
    source: str = ""


class CellSheet(Record, frozen=True, kw_only=True):
    """What we thought of a cell ourselves: an idea, why everybody would join, what must be known."""

    experience: Experience
    architecture: Architecture
    position: int = 0
    idea: str = ""
    incentives: str = ""
    information: str = ""


class Menu(Record, frozen=True, kw_only=True):
    """One offer across several rows, between which customers move (domain C39). `segment` None = any."""

    position: int = 0
    name: str = ""
    segment: str | None = None


class MenuChoice(Record, frozen=True, kw_only=True):
    """An offer that is on a menu."""

    menu: str
    placement: str
    position: int = 0


class MenuRule(Record, frozen=True, kw_only=True):
    """When customers move from one offer of a menu to another; `asks_first`: whether they are asked."""

    menu: str
    position: int = 0
    source: str
    target: str
    condition: str = ""
    asks_first: bool | None = None


class Response(Record, frozen=True, kw_only=True):
    """What one of the four experiences would do at a step, and what we must know for it.

    `votes`: dots that people gave it. `made_step`, `made_placement`: the step of a redesign and the offer
    that it became.
    """

    step: str
    position: int = 0
    experience: Experience
    text: str = ""
    must_know: str = ""
    votes: int = 0
    made_step: str | None = None
    made_placement: str | None = None


class Criterion(Record, frozen=True, kw_only=True):
    """Something by which architectures are weighed; weight 0-100."""

    position: int = 0
    name: str = ""
    weight: float = 1.0


class Score(Record, frozen=True, kw_only=True):
    """How well an architecture does on a criterion: 0-10."""

    criterion: str
    architecture: Architecture
    position: int = 0
    score: float
    note: str = ""


class RoleChoice(Record, frozen=True, kw_only=True):
    """Who would perform a step under an architecture, where it differs from the default."""

    step: str
    architecture: Architecture
    position: int = 0
    role: Actor


class Condition(Record, frozen=True, kw_only=True):
    """What must be true."""

    position: int = 0
    text: str = ""
    evidence: Evidence | None = None
    owner: str = ""
    date: str = ""


class Decision(Record, frozen=True, kw_only=True):
    """What the readers are asked to decide."""

    position: int = 0
    text: str = ""
    recommended: str = ""
    alternative: str = ""
    date: str = ""


class Action(Record, frozen=True, kw_only=True):
    """What happens in the first 90 days."""

    position: int = 0
    text: str = ""
    owner: str = ""
    date: str = ""


class BriefSection(Record, frozen=True, kw_only=True):
    """A chapter of the brief as the user ordered it."""

    position: int = 0
    kind: str
    included: bool = True
    title: str = ""
    note: str = ""


class Asset(Record, frozen=True, kw_only=True):
    """A picture inside the file: insert-only, its id is the sha256 of its bytes, outside undo."""

    name: str = ""
    media_type: str = ""
    content: bytes = b""
