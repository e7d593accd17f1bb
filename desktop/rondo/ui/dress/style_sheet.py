"""The one style sheet: what a palette cannot say. It stands in `themes/window.qss`, with roles and units."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import rondo_resources
from rondo.ui.dress.icon_files import icon_file

if TYPE_CHECKING:
    from rondo.ui.dress.look import Look

_IMAGE = re.compile(r"\$image\(([a-z0-9-]+), ([a-z-]+)\)")
_ROLE = re.compile(r"\$([a-z]+(?:-[a-z]+)*)")
_UNIT = re.compile(r"(\d+)u\b")


def style_sheet(look: Look) -> str:
    """The sheet for this theme and text size. KeyError for a role that no theme has."""
    sheet = _IMAGE.sub(lambda found: _url(look, found[1], found[2]), _source())
    sheet = _ROLE.sub(lambda found: look[found[1]].name(), sheet)
    return _UNIT.sub(lambda found: f"{look.px(int(found[1]))}px", sheet)


def _url(look: Look, name: str, role: str) -> str:
    """An icon as Qt's style sheets want it: a file. Without a place for files there is no picture."""
    path = icon_file(look.folder, name, look[role].name())
    return f'url("{path.as_posix()}")' if path is not None else "none"


@lru_cache(maxsize=1)
def _source() -> str:
    return re.sub(r"/\*.*?\*/", "", rondo_resources.read_text("themes/window.qss"), flags=re.DOTALL)
