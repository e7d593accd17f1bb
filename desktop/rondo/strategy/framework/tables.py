"""The tables of the framework: comparison, moves, demands, performers, finders, levels."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from rondo.strategy.framework.parts import ArchitectureText, Dimension
from rondo.strategy.framework.reading import FrameworkError, build, keyed, read, whole
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
from rondofile.enums import Architecture, Experience, StepKind


def tables(language: str, architectures: tuple[ArchitectureText, ...]) -> dict[str, Any]:
    """The fields of a Framework that are tables."""
    finders, spectrum = read("finders", language), read("spectrum", language)
    _only(finders, "finders.toml", "row", "column", "tie")
    _only(spectrum, "spectrum.toml", "spectrum", "moves")
    return {
        "dimensions": _dimensions(language, architectures),
        "spectrum": build(Spectrum, spectrum["spectrum"], "spectrum.toml: spectrum"),
        "moves": keyed(Move, spectrum["moves"], "spectrum.toml: moves"),
        "demands": _demands(language),
        "lane_demands": _lane_demands(language),
        "performers": _performers(language),
        "row_finder": keyed(RowQuestion, finders["row"], "finders.toml: row"),
        "column_finder": keyed(ColumnQuestion, finders["column"], "finders.toml: column"),
        "tie_breakers": keyed(TieBreaker, finders["tie"], "finders.toml: tie"),
        "levels": _levels(language),
    }


def _only(found: dict[str, Any], place: str, *keys: str) -> None:
    for key in {*found} ^ {*keys}:
        raise FrameworkError(f"{place}: {key}", "is missing" if key in keys else "is not known here")


def _dimensions(language: str, architectures: tuple[ArchitectureText, ...]) -> tuple[Dimension, ...]:
    """The rows of the comparison; `of` takes the five texts from a field of the architectures."""
    found = []
    for key, row in read("comparison", language).items():
        rest = dict(row)
        field = rest.pop("of", None)
        if field is not None:
            rest["texts"] = {a.architecture.value: getattr(a, field) for a in architectures}
        found.append(build(Dimension, rest, f"comparison.toml: {key}", key=key))
    return tuple(found)


def _demands(language: str) -> MappingProxyType[tuple[Experience, StepKind], StepDemand]:
    place, found = "demands.toml", {}
    for experience, row in whole(Experience, read("demands", language), place).items():
        for kind, cell in whole(StepKind, row, f"{place}: {experience}").items():
            here = f"{place}: {experience}.{kind}"
            demand = build(StepDemand, cell, here, experience=experience, step_kind=kind)
            if bool(demand.text) == (demand.kind == "none"):
                raise FrameworkError(here, "needs a text, and only where something is asked")
            found[experience, kind] = demand
    return MappingProxyType(found)


def _lane_demands(language: str) -> MappingProxyType[Architecture, tuple[LaneDemandText, ...]]:
    place = "lane_demands.toml"
    rows = whole(Architecture, read("lane_demands", language), place)
    return MappingProxyType({a: keyed(LaneDemandText, row, f"{place}: {a}") for a, row in rows.items()})


def _performers(language: str) -> MappingProxyType[tuple[StepKind, Architecture], Performer]:
    place, found = "performers.toml", {}
    for kind, row in whole(StepKind, read("performers", language), place).items():
        for architecture, cell in whole(Architecture, row, f"{place}: {kind}").items():
            found[kind, architecture] = build(Performer, cell, f"{place}: {kind}.{architecture}")
    return MappingProxyType(found)


def _levels(language: str) -> tuple[Level, ...]:
    rows = read("levels", language)
    _only(rows, "levels.toml", "1", "2", "3", "4")
    return tuple(build(Level, rows[n], f"levels.toml: {n}", number=int(n)) for n in sorted(rows))
