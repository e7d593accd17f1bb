"""The parts of the framework as frozen values: what one table of a framework file becomes.

Field names are the keys of the TOML tables. A field `key` holds the name of its table.
Names of phases, step kinds, experiences and architectures begin with a capital letter; all other names are
written as they stand inside a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rondofile.enums import Actor, Architecture, Experience, LaneRole, PainCause, Phase, StepKind


class Standing(StrEnum):
    """How well a claim about the world is backed."""

    VERIFIED = "verified"
    SECOND_HAND = "second-hand"
    GENERAL = "general"
    OURS = "ours"


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
class Citation:
    """A source by its key and the place in it ("ch. 4"), which may be empty."""

    source: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A publication: `citation` as a reader needs it, `address` empty for print and for our own reading."""

    key: str
    citation: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class PhaseText:
    """One of the four Rs with the question that heads its column."""

    phase: Phase
    letter: str
    name: str
    question: str
    meaning: str
    source: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class StepKindText:
    """One of the eight kinds of step: what happens, what often hurts, what is known there."""

    kind: StepKind
    name: str
    phase: Phase
    meaning: str
    pain: str
    information: str
    source: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ExperienceText:
    """A row of the matrix. `short`: the test in one line; `plain`: its name inside a sentence."""

    experience: Experience
    initial: str
    name: str
    short: str
    plain: str
    meaning: str
    enters: StepKind
    enters_text: str
    helps: str
    customer_does: str
    needs: str
    works: str
    suits: str
    fails: str
    asks: str
    source: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ArchitectureText:
    """A column of the matrix, from integrated firm to network; `number` 1-5 carries no rank."""

    architecture: Architecture
    number: int
    name: str
    short: str
    plain: str
    meaning: str
    question: str
    source: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class OffGrid:
    """The state before any connection: outside the twenty cells (domain 2.2)."""

    name: str
    short: str
    plain: str
    meaning: str
    works: str
    ask: str
    source: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class EnumName:
    """How a value is called. `mark`: its sign in pictures, `mark_name`: that sign in words."""

    name: str
    meaning: str = ""
    mark: str = ""
    mark_name: str = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A row of the comparison of architectures."""

    key: str
    name: str
    texts: Mapping[Architecture, str]
    source: tuple[Citation, ...]

    def text(self, architecture: Architecture) -> str:
        return self.texts[architecture]


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
class CellReading:
    """One way to place a contested offer, with who reads it so and when."""

    key: str
    architecture: Architecture
    says: str
    source: tuple[Citation, ...]
    standing: Standing
    experience: Experience | None = None
    date: str = ""


@dataclass(frozen=True, slots=True)
class Contested:
    """An offer that sources put in different cells: every reading is kept."""

    key: str
    name: str
    dispute: str
    readings: tuple[CellReading, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """Something an organisation does in a cell, with the source for its row and for its column."""

    key: str
    name: str
    does: str
    row_source: tuple[Citation, ...]
    row_standing: Standing
    column_source: tuple[Citation, ...]
    column_standing: Standing
    contested: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One of the twenty cells; `code` is row initial + column number (practice 5, K20)."""

    experience: Experience
    architecture: Architecture
    code: str
    line: str
    meaning: str
    question: str
    incentives: str
    information: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Examples that teach something when laid side by side; `cells` are codes."""

    key: str
    name: str
    cells: tuple[str, ...]
    lesson: str
    ask: str
    source: tuple[Citation, ...]


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
class CauseTarget:
    """Where a cause of pain points: rows, columns, or no cell but the organisation (practice 1.5)."""

    cause: PainCause
    name: str
    text: str
    source: tuple[Citation, ...]
    experiences: tuple[Experience, ...] = ()
    architectures: tuple[Architecture, ...] = ()
    towards: Architecture | None = None
    organisation: bool = False


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


@dataclass(frozen=True, slots=True)
class Alias:
    """Another word for a term, and where it is used."""

    key: str
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary with what other publications call it."""

    key: str
    name: str
    meaning: str
    source: tuple[Citation, ...]
    aliases: tuple[Alias, ...] = ()
