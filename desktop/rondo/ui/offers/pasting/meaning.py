"""What a cell of a range means: a place in the matrix, a state, how we know, as people write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import TypeVar

from rondo.strategy.framework.whole import load
from rondo.ui.ranges.compared import member_of, plain, said
from rondo.words import LANGUAGES
from rondofile.enums import Architecture, Evidence, Experience, PlacementState

T = TypeVar("T")
Cell = tuple[Experience | None, Architecture | None]

ALIKE = 0.84
"""How alike two names must be to be taken for one with a slip of the pen."""
_CODE = re.compile(r"^([dcha0o–—-])\s*([1-5])$")
_INITIALS = dict(zip("dcha", Experience, strict=True))
_COLUMNS = tuple(Architecture)
_BETWEEN = re.compile(r"\s*(?:×|\bx\b|/|\||,|;|·|→|:)\s*", re.IGNORECASE)


def cell_of(text: str) -> Cell | None:
    """The place by its code (C3: row initial and number of the column; –3 is off the grid), or by names."""
    wanted = plain(text) or text.strip()
    code = _CODE.match(text.strip().casefold())
    if code:
        return _INITIALS.get(code[1]), _COLUMNS[int(code[2]) - 1]
    if wanted in off_grid():
        return None, None
    for part in _BETWEEN.finditer(text):
        row, column = text[: part.start()], text[part.end() :]
        found = experience_of(row), architecture_of(column)
        if found[1] is not None and (found[0] is not None or plain(row) in off_grid()):
            return found
    return None


def experience_of(text: str) -> Experience | None:
    """The row by its name, its short test or its initial."""
    wanted = plain(text)
    if wanted in _INITIALS:
        return _INITIALS[wanted]
    return member_of(Experience, wanted, lambda one: f"offers.say_{one}")


def architecture_of(text: str) -> Architecture | None:
    """The column by its name, its short test or its number."""
    wanted = plain(text)
    if wanted in ("1", "2", "3", "4", "5"):
        return _COLUMNS[int(wanted) - 1]
    return member_of(Architecture, wanted, lambda one: f"offers.say_{one}")


def state_of(text: str) -> PlacementState | None:
    """When: by name, or by what people write for it."""
    return member_of(PlacementState, plain(text), lambda one: f"offers.say_{one}")


def evidence_of(text: str) -> Evidence | None:
    """How we know, by name."""
    return member_of(Evidence, plain(text), lambda one: f"offers.say_{one}")


@cache
def off_grid() -> frozenset[str]:
    """What people write for the place off the grid."""
    names = (plain(text) for language in LANGUAGES for text in _off_grid_names(language))
    return frozenset(names) | said("offers.say_off_grid")


def near(text: str, names: Mapping[str, T]) -> tuple[T, bool] | None:
    """What has that name, and whether it is written exactly so; one with a slip of the pen is found too."""
    wanted = plain(text)
    if wanted in names:
        return names[wanted], True
    alike = get_close_matches(wanted, names, n=1, cutoff=ALIKE)
    return (names[alike[0]], False) if alike else None


def _off_grid_names(language: str) -> tuple[str, str]:
    framework = load(language)
    return framework.name(None), framework.short(None)
