"""Icons as shipped: drawings in `currentColor`, coloured on request, and written out for style sheets."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import rondo_resources


@lru_cache(maxsize=256)
def icon_source(name: str) -> str:
    """The SVG of an icon. FileNotFoundError when none of that name ships."""
    return rondo_resources.read_text(f"icons/{name}.svg")


@lru_cache(maxsize=1)
def icon_names() -> frozenset[str]:
    """The names of all icons that ship."""
    return frozenset(name.removeprefix("icons/")[:-4] for name in rondo_resources.names("icons", ".svg"))


def coloured(name: str, colour: str) -> bytes:
    """The SVG of an icon in that colour, "#rrggbb"."""
    return icon_source(name).replace("currentColor", colour).encode()


def icon_file(folder: Path, name: str, colour: str) -> Path | None:
    """A file with the icon in that colour, made where there is none yet; None where it cannot be made."""
    path = folder / f"{name}-{colour.lstrip('#')}.svg"
    if os.path.exists(path):  # noqa: PTH110 - asked a dozen times while a window opens
        return path
    drawing = coloured(name, colour)
    try:
        _write(path, drawing)
    except OSError:
        return None
    return path


def _write(path: Path, data: bytes) -> None:
    """The file holds the data; its folder is only made where it is missing, which it rarely is."""
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
