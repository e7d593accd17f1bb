"""The framework files of one language put together and checked as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

import rondofile.enums as enums
from rondo.strategy.framework.parts import (
    ArchitectureText,
    CauseTarget,
    EnumName,
    ExperienceText,
    OffGrid,
    PhaseText,
    Source,
    StepKindText,
    Term,
)
from rondo.strategy.framework.reading import FrameworkError, build, keyed, read, whole
from rondofile.enums import Architecture, Experience, PainCause, Phase, StepKind

NAMED: tuple[type[StrEnum], ...] = (
    enums.PlayerKind,
    enums.JourneyState,
    enums.LaneRole,
    enums.Actor,
    enums.AwareFirst,
    enums.Trigger,
    enums.Identity,
    enums.Evidence,
    enums.InformationHow,
    enums.InformationUse,
    enums.About,
    enums.MarkKind,
    enums.LinkKind,
    enums.PlacementState,
    enums.CardKind,
    enums.Knows,
    enums.RoleKind,
    enums.PermissionState,
    enums.PermissionBasis,
)
"""The enums whose names stand in names.toml; the others have files of their own."""


class Named(Protocol):
    """What a field value is called; more may be said of it."""

    @property
    def name(self) -> str: ...


Names = Mapping[tuple[str, str], Named]


def parts(language: str) -> dict[str, Any]:
    """Every field of a Framework but its language. FrameworkError where a file does not hold what it must."""
    found = first_parts(language)
    return found | later_parts(language, found)


def first_parts(language: str) -> dict[str, Any]:
    """The fields that every window shows at once: what things are called."""
    found: dict[str, Any] = {
        "phases": _members(PhaseText, Phase, "phases", "phase", language),
        "step_kinds": _members(StepKindText, StepKind, "step_kinds", "kind", language),
        "experiences": _members(ExperienceText, Experience, "experiences", "experience", language),
        "architectures": _members(ArchitectureText, Architecture, "architectures", "architecture", language),
        "off_grid": build(OffGrid, read("off_grid", language), "off_grid.toml"),
        "causes": _members(CauseTarget, PainCause, "causes", "cause", language),
    }
    found["names"] = _names(found, language)
    return found


def later_parts(language: str, first: Mapping[str, Any]) -> dict[str, Any]:
    """All other fields. FrameworkError also where these and the first ones do not agree with each other."""
    from rondo.strategy.framework.agreement import agree
    from rondo.strategy.framework.cells import cells
    from rondo.strategy.framework.flows import flows
    from rondo.strategy.framework.tables import tables

    found: dict[str, Any] = {"sources": keyed(Source, read("sources", language), "sources.toml")}
    found |= tables(language, first["architectures"]) | cells(language, first["experiences"])
    found |= flows(language)
    found["glossary"] = glossary(language, first["names"])
    agree({**first, **found})
    return found


def _members(
    kind: type[Any], members: type[StrEnum], file: str, field: str, language: str
) -> tuple[Any, ...]:
    place = f"{file}.toml"
    rows = whole(members, read(file, language), place)
    return tuple(build(kind, row, f"{place}: {member}", **{field: member}) for member, row in rows.items())


def _names(found: Mapping[str, Any], language: str) -> Names:
    place = "names.toml"
    rest = dict(read("names", language))
    names: dict[tuple[str, str], Named] = {}
    for members in NAMED:
        rows = whole(members, rest.pop(members.__name__, {}), f"{place}: {members.__name__}")
        for member, row in rows.items():
            here = f"{place}: {members.__name__}.{member}"
            names[key_of(member)] = build(EnumName, row, here)
    if rest:
        raise FrameworkError(f"{place}: {sorted(rest)[0]}", "is not known here")
    for field, members in _OWN_FILES.items():
        names.update((key_of(member), text) for member, text in zip(members, found[field], strict=True))
    return MappingProxyType(names)


_OWN_FILES: dict[str, type[StrEnum]] = {
    "phases": Phase,
    "step_kinds": StepKind,
    "experiences": Experience,
    "architectures": Architecture,
    "causes": PainCause,
}


def glossary(language: str, names: Names) -> tuple[Term, ...]:
    """The words of the product; `of` takes name, meaning and source from the field value of that key."""
    place, terms = "glossary.toml", []
    for key, row in read("glossary", language).items():
        here, rest = f"{place}: {key}", dict(row)
        known = names.get((rest.pop("of", ""), key))
        if known is None:
            terms.append(build(Term, row, here, key=key))
        else:
            said: Any = known
            given = {"name": said.name, "meaning": said.meaning, "source": said.source}
            terms.append(build(Term, rest, here, key=key, **given))
    return tuple(terms)


def key_of(member: StrEnum) -> tuple[str, str]:
    """What tells a field value from a value of another enum that is spelled the same."""
    return type(member).__name__, member.value
