"""The values of the tables: moves, demands, performers, finders, levels."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from rondo.strategy.framework.parts import Citation
from rondofile.enums import Actor, Architecture, Experience, LaneRole, StepKind


class DemandKind(StrEnum):
    """What an experience asks of a kind of step (practice 1.4)."""

    MUST = "must"
    MAY = "may"
    GONE = "gone"
    NONE = "none"


class DemandSpecial(StrEnum):
    """What the step must be like, beyond being changed (practice 1.4)."""

    FIRM_FIRST = "firm-first"
    PROMPT = "prompt"
    ACT = "act"
    NOTICE = "notice"
    UNDO = "undo"


class Spectrum(Struct, frozen=True):
    """What falls and what rises from the integrated firm to the network (domain 4)."""

    falls: str
    rises: str
    source: tuple[Citation, ...]


class Move(Struct, frozen=True):
    """A step along the spectrum that firms are seen to take. `origin` None: from anywhere."""

    key: str
    name: str
    target: Architecture
    changes: str
    watch: str
    source: tuple[Citation, ...]
    origin: Architecture | None = None


class StepDemand(Struct, frozen=True):
    """What an experience asks of one kind of step. `either`: this kind or that one is enough.

    `then`: what must follow later on the same path.
    """

    experience: Experience
    step_kind: StepKind
    kind: DemandKind
    text: str = ""
    either: StepKind | None = None
    special: DemandSpecial | None = None
    then: str = ""


class LaneDemandText(Struct, frozen=True):
    """What an architecture asks of the lanes. No `kinds`: any step. `only`: no other party does such steps.

    `both_ways`: one and the same lane gives in one step and gets in another.
    """

    key: str
    text: str
    roles: tuple[LaneRole, ...]
    kinds: tuple[StepKind, ...] = ()
    only: bool = False
    both_ways: bool = False


class RowQuestion(Struct, frozen=True):
    """A yes/no question; yes gives the row. The last answer is "not connected yet"."""

    key: str
    question: str
    answer: Experience


class ColumnQuestion(Struct, frozen=True):
    """A yes/no question; yes gives the column. The last answer is the producer."""

    key: str
    question: str
    answer: Architecture


class TieBreaker(Struct, frozen=True):
    """A question about control that decides between columns, or shows a second reading."""

    key: str
    question: str


class Performer(Struct, frozen=True):
    """Who would do a kind of step under an architecture, and why."""

    role: Actor
    reason: str


class Level(Struct, frozen=True):
    """One of the four levels of repeat (domain 2.9)."""

    number: int
    name: str
    meaning: str
    test: str
    source: tuple[Citation, ...]
