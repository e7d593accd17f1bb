"""What the framework says: texts and tables in one language, read once and checked whole.

`load(language)` is the one way in. Everything here is data from `framework/*.toml` of the resources. What
things are called is read on loading, as every window shows it; all the rest when the first of it is asked
for. Each file is checked completely when it is read, and then all of them with each other, so that whoever
holds a Framework need not check again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from rondo.strategy.framework.assembly import Named, first_parts, key_of, later_parts
from rondo.strategy.framework.parts import (
    ArchitectureText,
    CauseTarget,
    Citation,
    Dimension,
    ExperienceText,
    OffGrid,
    PhaseText,
    Source,
    StepKindText,
    Term,
)
from rondo.strategy.framework.reading import FrameworkError
from rondofile.enums import Architecture, Experience, PainCause, Phase, StepKind

if TYPE_CHECKING:
    from rondo.strategy.framework.cell_parts import Cell, Contested, Pair
    from rondo.strategy.framework.flows import FlowStep
    from rondo.strategy.framework.table_parts import (
        ColumnQuestion,
        LaneDemandText,
        Level,
        Move,
        Performer,
        RowQuestion,
        Spectrum,
        StepDemand,
        TieBreaker,
    )

__all__ = ["LANGUAGES", "Framework", "FrameworkError", "load"]

LANGUAGES = ("en", "nl", "te")


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


K = TypeVar("K", bound=_Keyed)


_FIRST = ("language", "phases", "step_kinds", "experiences", "architectures", "off_grid", "causes", "names")


@dataclass(frozen=True, init=False, repr=False, eq=False)
class Framework:
    """The whole framework in one language; every tuple in the order in which it is shown."""

    language: str
    phases: tuple[PhaseText, ...]
    step_kinds: tuple[StepKindText, ...]
    experiences: tuple[ExperienceText, ...]
    architectures: tuple[ArchitectureText, ...]
    off_grid: OffGrid
    causes: tuple[CauseTarget, ...]
    sources: tuple[Source, ...]
    cells: tuple[Cell, ...]
    contested: tuple[Contested, ...]
    pairs: tuple[Pair, ...]
    dimensions: tuple[Dimension, ...]
    spectrum: Spectrum
    moves: tuple[Move, ...]
    row_finder: tuple[RowQuestion, ...]
    column_finder: tuple[ColumnQuestion, ...]
    tie_breakers: tuple[TieBreaker, ...]
    levels: tuple[Level, ...]
    glossary: tuple[Term, ...]
    names: Mapping[tuple[str, str], Named]
    demands: Mapping[tuple[Experience, StepKind], StepDemand]
    lane_demands: Mapping[Architecture, tuple[LaneDemandText, ...]]
    performers: Mapping[tuple[StepKind, Architecture], Performer]
    prompts: Mapping[tuple[Experience, StepKind], str]
    flows: Mapping[Experience, tuple[FlowStep, ...]]

    def __init__(self, language: str) -> None:
        vars(self).update(first_parts(language), language=language)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """A field that is not there yet comes with all the others. FrameworkError."""
            if name in _FIRST or name not in Framework.__dataclass_fields__:
                raise AttributeError(name)
            self.complete()
            return vars(self)[name]

    def complete(self) -> None:
        """Every field is there, and checked. FrameworkError where a file does not hold what it must."""
        if "glossary" not in vars(self):
            vars(self).update(later_parts(self.language, vars(self)))

    def phase(self, phase: Phase) -> PhaseText:
        return next(p for p in self.phases if p.phase == phase)

    def step_kind(self, kind: StepKind) -> StepKindText:
        return next(k for k in self.step_kinds if k.kind == kind)

    def experience(self, experience: Experience) -> ExperienceText:
        return next(e for e in self.experiences if e.experience == experience)

    def architecture(self, architecture: Architecture) -> ArchitectureText:
        return next(a for a in self.architectures if a.architecture == architecture)

    def cell(self, experience: Experience, architecture: Architecture) -> Cell:
        return next(c for c in self.cells if (c.experience, c.architecture) == (experience, architecture))

    def demand(self, experience: Experience, kind: StepKind) -> StepDemand:
        """What an experience asks of a kind of step (practice 1.4)."""
        return self.demands[experience, kind]

    def performer(self, kind: StepKind, architecture: Architecture) -> Performer:
        """Who would do such a step under an architecture, and why (domain 4)."""
        return self.performers[kind, architecture]

    def prompt(self, experience: Experience, kind: StepKind | None) -> str:
        """The question that an experience asks at a kind of step; its general one where no kind is said."""
        return self.prompts[experience, kind] if kind else self.experience(experience).asks

    def level(self, number: int) -> Level:
        """One of the four levels of repeat. KeyError unless 1-4."""
        if not 1 <= number <= len(self.levels):
            raise KeyError(number)
        return self.levels[number - 1]

    def dispute(self, key: str) -> Contested:
        """A contested offer with every reading. KeyError when there is none of that key."""
        return _by_key(self.contested, key)

    def term(self, key: str) -> Term:
        """A word of the glossary. KeyError when it has none of that key."""
        return _by_key(self.glossary, key)

    def dimension(self, key: str) -> Dimension:
        """A row of the comparison. KeyError when there is none of that key."""
        return _by_key(self.dimensions, key)

    def cause(self, cause: PainCause) -> CauseTarget:
        """Where a pain of this cause points (practice 1.5)."""
        return next(c for c in self.causes if c.cause == cause)

    def name(self, member: StrEnum | None) -> str:
        """What a field value is called; None is the place off the grid."""
        return self._named(member).name

    def short(self, member: StrEnum | None) -> str:
        """The test of an experience or architecture in one line; the name of anything else."""
        return self._said(member, "short") or self.name(member)

    def plain(self, member: StrEnum | None) -> str:
        """An experience or architecture inside a sentence about us; the name of anything else."""
        return self._said(member, "plain") or self.name(member)

    def meaning(self, member: StrEnum | None) -> str:
        """What a field value means, in a sentence; empty where its name says it all."""
        return self._said(member, "meaning")

    def mark(self, member: StrEnum) -> str:
        """The sign that stands for a value in pictures; empty where it has none."""
        return self._said(member, "mark")

    def mark_name(self, member: StrEnum) -> str:
        """That sign in words, for those who cannot see it; empty where there is none."""
        return self._said(member, "mark_name")

    def source(self, key: str) -> Source:
        """The publication of that key. KeyError when there is none."""
        return _by_key(self.sources, key)

    def cite(self, citation: Citation) -> str:
        """A citation as a reader needs it: publication, then the place in it."""
        whole_citation = self.source(citation.source).citation
        return f"{whole_citation}, {citation.detail}" if citation.detail else whole_citation

    def _named(self, member: StrEnum | None) -> Named:
        return self.off_grid if member is None else self.names[key_of(member)]

    def _said(self, member: StrEnum | None, field: str) -> str:
        return str(getattr(self._named(member), field, ""))


def _by_key(entries: tuple[K, ...], key: str) -> K:
    for entry in entries:
        if entry.key == key:
            return entry
    raise KeyError(key)


@lru_cache(maxsize=len(LANGUAGES))
def load(language: str = "en") -> Framework:
    """The framework in that language; what it lacks there is English, as is a language we do not have.

    FrameworkError names the file and key where a shipped file does not hold what it must.
    """
    known = language if language in LANGUAGES else "en"
    return Framework(known)
