"""The project itself, the organisations, the customers and what is known of them."""

from __future__ import annotations

from rondofile.enums import (
    About,
    Experience,
    Knows,
    PermissionBasis,
    PermissionState,
    PlayerKind,
    RoleKind,
)
from rondofile.records.base import Record


class Info(Record, frozen=True, kw_only=True):
    """The project itself: exactly one a file. `date` is ISO (2026, 2026-11 or 2026-11-22) or free text."""

    title: str = ""
    subtitle: str = ""
    organisation: str = ""
    audience: str = ""
    author: str = ""
    purpose: str = ""
    language: str = ""
    date: str = ""
    brief_preset: str = ""


class Player(Record, frozen=True, kw_only=True):
    """An organisation: our own, a rival, a partner, a community."""

    position: int = 0
    name: str = ""
    kind: PlayerKind = PlayerKind.RIVAL
    note: str = ""


class Segment(Record, frozen=True, kw_only=True):
    """A group of customers. `size` is percent of `size_unit` (guests, bed days, revenue).

    What it answers holds in each of its situations that says nothing else.
    """

    position: int = 0
    name: str = ""
    description: str = ""
    size: float | None = None
    size_unit: str = ""
    knows_need: Knows | None = None
    knows_options: Knows | None = None
    desired_control: int | None = None
    privacy_comfort: int | None = None
    predictability: int | None = None
    mistake_cost: int | None = None
    undo_possible: bool | None = None
    own_goal: str = ""


class SegmentRole(Record, frozen=True, kw_only=True):
    """Who plays that part for a segment: another segment, `holder` None = they themselves."""

    segment: str
    position: int = 0
    kind: RoleKind
    holder: str | None = None


class Situation(Record, frozen=True, kw_only=True):
    """A circumstance in which the same customers want something else (domain C37); inherits its segment."""

    segment: str
    position: int = 0
    name: str = ""
    description: str = ""
    knows_need: Knows | None = None
    knows_options: Knows | None = None
    desired_control: int | None = None
    privacy_comfort: int | None = None
    predictability: int | None = None
    mistake_cost: int | None = None
    undo_possible: bool | None = None
    own_goal: str = ""


class Fit(Record, frozen=True, kw_only=True):
    """Would they like it, would it help them: two scores held apart (domain C38)."""

    segment: str
    situation: str | None = None
    position: int = 0
    experience: Experience
    comfort: int | None = None
    value: int | None = None


class Item(Record, frozen=True, kw_only=True):
    """A named piece of information."""

    position: int = 0
    name: str = ""
    about: About = About.PERSON


class Permission(Record, frozen=True, kw_only=True):
    """What customers were asked to let us know, and what they got for it: one stair of trust.

    `segment` None = of everybody. `consent_by`: the segment that consents; None = as the roles of the
    segment say, or else the person. Stairs are climbed in the order of `position`.
    """

    position: int = 0
    item: str
    segment: str | None = None
    state: PermissionState = PermissionState.PLANNED
    basis: PermissionBasis | None = None
    purpose: str = ""
    seen_by: str = ""
    limits: str = ""
    kept_for: str = ""
    consent_by: str | None = None
    gives_back: str = ""
    withdrawal: str = ""
    refusal: str = ""
