"""The fonts that ship with Rondo: which there are and which comes nearest to a style. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

import rondo_resources

_FOLDER = "fonts"


class ShippedFont(Struct, frozen=True):
    """One shipped font file. `key` names it in glyph runs; `base` is the family a style calls it by;
    `leaves` are code points (first, last) that it has but leaves to a font of their own; `ascent` and
    `descent`, in units of size, are what its lines are measured by on every machine."""

    key: str
    family: str
    weight: int
    italic: bool
    file: str
    version: str
    sha256: str
    scripts: tuple[str, ...]
    base: str
    licence: str
    ascent: float
    descent: float
    leaves: tuple[tuple[int, int], ...] = ()

    def read(self) -> bytes:
        """The file's bytes."""
        return rondo_resources.read_bytes(f"{_FOLDER}/{self.file}")


@lru_cache(maxsize=1)
def shipped_fonts() -> tuple[ShippedFont, ...]:
    """Every shipped font, in the order in which they stand in for each other."""
    entries = rondo_resources.read_toml(f"{_FOLDER}/fonts.toml")["font"]
    return tuple(_shipped(entry) for entry in entries)


def _shipped(entry: dict[str, Any]) -> ShippedFont:
    leaves = tuple((first, last) for first, last in entry.pop("leaves", ()))
    scripts = tuple(entry.pop("scripts"))
    return ShippedFont(key=PurePosixPath(entry["file"]).stem, scripts=scripts, leaves=leaves, **entry)


def fallback_order(family: str, weight: int, italic: bool) -> tuple[ShippedFont, ...]:
    """One font of every shipped family, nearest to the style; the family itself ("sans", "serif") first."""
    by_family: dict[str, list[ShippedFont]] = {}
    for font in shipped_fonts():
        by_family.setdefault(font.family, []).append(font)
    chosen = [_nearest(fonts, weight, italic) for fonts in by_family.values()]
    return tuple(sorted(chosen, key=lambda font: font.base != family))


def _nearest(fonts: Iterable[ShippedFont], weight: int, italic: bool) -> ShippedFont:
    """Weight counts before slope: a heading in the wrong weight is worse than one that stands upright."""
    return min(fonts, key=lambda font: (abs(font.weight - weight), font.italic != italic, -font.weight))
