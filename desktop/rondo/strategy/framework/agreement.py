"""What no single file can promise: that the framework files agree with each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from rondo.strategy.framework.cell_parts import Cell, Contested
from rondo.strategy.framework.parts import Citation
from rondo.strategy.framework.reading import FrameworkError
from rondo.strategy.framework.table_parts import StepDemand


def agree(found: Mapping[str, Any]) -> None:
    """FrameworkError unless every citation, code and contested name in the parts leads somewhere."""
    _cited(found)
    codes = {cell.code for cell in found["cells"]}
    for pair in found["pairs"]:
        for code in pair.cells:
            if code not in codes:
                raise FrameworkError(f"pairs.toml: {pair.key}.cells", f"there is no cell {code}")
    _contested(found["cells"], found["contested"])
    _either(found["demands"])


def _cited(found: Mapping[str, Any]) -> None:
    keys = {source.key for source in found["sources"]}
    for place, citation in _citations(found, ""):
        if citation.source not in keys:
            raise FrameworkError(place, f"{citation.source!r} is not in sources.toml")


def _citations(value: Any, place: str) -> Iterator[tuple[str, Citation]]:
    """Every citation below a value with where it stands; FrameworkError where a list of them is empty."""
    if isinstance(value, Citation):
        yield place, value
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from _citations(entry, f"{place} {key}")
    elif isinstance(value, tuple):
        for entry in value:
            yield from _citations(entry, f"{place} {getattr(entry, 'key', '')}".strip())
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            entry = getattr(value, name)
            if name.endswith("source") and entry == ():
                raise FrameworkError(f"{place}.{name}", "is empty")
            yield from _citations(entry, f"{place}.{name}")


def _contested(cells: tuple[Cell, ...], contested: tuple[Contested, ...]) -> None:
    by_key = {entry.key: entry for entry in contested}
    for entry in contested:
        if len(entry.readings) < 2:
            raise FrameworkError(f"contested.toml: {entry.key}", "needs two readings or more")
    for cell in cells:
        for example in cell.examples:
            here = f"{cell.code} {example.key}.contested"
            if not example.contested:
                continue
            if example.contested not in by_key:
                raise FrameworkError(here, f"{example.contested!r} is not in contested.toml")
            readings = by_key[example.contested].readings
            if (cell.experience, cell.architecture) not in {(r.experience, r.architecture) for r in readings}:
                raise FrameworkError(here, "no reading puts it in this cell")


def _either(demands: Mapping[Any, StepDemand]) -> None:
    for (experience, kind), demand in demands.items():
        if demand.either is not None and demands[experience, demand.either].either is not kind:
            raise FrameworkError(f"demands.toml: {experience}.{kind}.either", "must point both ways")
