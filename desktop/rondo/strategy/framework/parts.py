"""The parts of the framework as frozen values: what one table of a framework file becomes.

Field names are the keys of the TOML tables. A field `key` holds the name of its table.
Names of phases, step kinds, experiences and architectures begin with a capital letter; all other names are
written as they stand inside a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from rondofile.enums import Architecture, Experience, PainCause, Phase, StepKind


class Standing(StrEnum):
    """How well a claim about the world is backed."""

    VERIFIED = "verified"
    SECOND_HAND = "second-hand"
    GENERAL = "general"
    OURS = "ours"


class Citation(Struct, frozen=True):
    """A source by its key and the place in it ("ch. 4"), which may be empty."""

    source: str
    detail: str = ""


class Source(Struct, frozen=True):
    """A publication: `citation` as a reader needs it, `address` empty for print and for our own reading."""

    key: str
    citation: str
    address: str = ""


class PhaseText(Struct, frozen=True):
    """One of the four Rs with the question that heads its column."""

    phase: Phase
    letter: str
    name: str
    question: str
    meaning: str
    source: tuple[Citation, ...]


class StepKindText(Struct, frozen=True):
    """One of the eight kinds of step: what happens, what often hurts, what is known there."""

    kind: StepKind
    name: str
    phase: Phase
    meaning: str
    pain: str
    information: str
    source: tuple[Citation, ...]


class ExperienceText(Struct, frozen=True):
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


class ArchitectureText(Struct, frozen=True):
    """A column of the matrix, from integrated firm to network; `number` 1-5 carries no rank."""

    architecture: Architecture
    number: int
    name: str
    short: str
    plain: str
    meaning: str
    question: str
    source: tuple[Citation, ...]


class OffGrid(Struct, frozen=True):
    """The state before any connection: outside the twenty cells (domain 2.2)."""

    name: str
    short: str
    plain: str
    meaning: str
    works: str
    ask: str
    source: tuple[Citation, ...]


class EnumName(Struct, frozen=True):
    """How a value is called. `mark`: its sign in pictures, `mark_name`: that sign in words."""

    name: str
    meaning: str = ""
    mark: str = ""
    mark_name: str = ""


class CauseTarget(Struct, frozen=True):
    """Where a cause of pain points: rows, columns, or no cell but the organisation (practice 1.5)."""

    cause: PainCause
    name: str
    text: str
    source: tuple[Citation, ...]
    experiences: tuple[Experience, ...] = ()
    architectures: tuple[Architecture, ...] = ()
    towards: Architecture | None = None
    organisation: bool = False


class Alias(Struct, frozen=True):
    """Another word for a term, and where it is used."""

    key: str
    name: str
    where: str


class Term(Struct, frozen=True):
    """A word of the glossary with what other publications call it."""

    key: str
    name: str
    meaning: str
    source: tuple[Citation, ...]
    aliases: tuple[Alias, ...] = ()


class Dimension(Struct, frozen=True):
    """A row of the comparison of architectures."""

    key: str
    name: str
    texts: Mapping[Architecture, str]
    source: tuple[Citation, ...]

    def text(self, architecture: Architecture) -> str:
        return self.texts[architecture]
