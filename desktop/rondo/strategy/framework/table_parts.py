"""The values of the tables: moves, demands, performers, finders, levels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Spectrum:
    """What falls and what rises from the integrated firm to the network (domain 4)."""

    falls: str
    rises: str
    source: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A step along the spectrum that firms are seen to take. `origin` None: from anywhere."""

    key: str
    name: str
    target: Architecture
    changes: str
    watch: str
    source: tuple[Citation, ...]
    origin: Architecture | None = None


@dataclass(frozen=True, slots=True)
class StepDemand:
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


@dataclass(frozen=True, slots=True)
class LaneDemandText:
    """What an architecture asks of the lanes. No `kinds`: any step. `only`: no other party does such steps.

    `both_ways`: one and the same lane gives in one step and gets in another.
    """

    key: str
    text: str
    roles: tuple[LaneRole, ...]
    kinds: tuple[StepKind, ...] = ()
    only: bool = False
    both_ways: bool = False


@dataclass(frozen=True, slots=True)
class RowQuestion:
    """A yes/no question; yes gives the row. The last answer is "not connected yet"."""

    key: str
    question: str
    answer: Experience


@dataclass(frozen=True, slots=True)
class ColumnQuestion:
    """A yes/no question; yes gives the column. The last answer is the producer."""

    key: str
    question: str
    answer: Architecture


@dataclass(frozen=True, slots=True)
class TieBreaker:
    """A question about control that decides between columns, or shows a second reading."""

    key: str
    question: str


@dataclass(frozen=True, slots=True)
class Performer:
    """Who would do a kind of step under an architecture, and why."""

    role: Actor
    reason: str


@dataclass(frozen=True, slots=True)
class Level:
    """One of the four levels of repeat (domain 2.9)."""

    number: int
    name: str
    meaning: str
    test: str
    source: tuple[Citation, ...]
