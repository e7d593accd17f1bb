"""Theme: colours by role, read from the shipped themes. Code that draws names a role, never a colour."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

import rondo_resources

NAMES = ("light", "dark", "high-contrast", "print")


class Theme(Struct, frozen=True, dict=True):
    """`theme["ink"]` is "#rrggbb". KeyError for a role that no theme has."""

    name: str
    colours: Mapping[str, str]

    def __getitem__(self, role: str) -> str:
        return self.colours[role]


@lru_cache(maxsize=len(NAMES))
def load(name: str = "light") -> Theme:
    """The shipped theme of that name."""
    return Theme(name, rondo_resources.read_toml(f"themes/{name}.toml")["colours"])
