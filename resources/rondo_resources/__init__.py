"""Data that ships with Rondo, and the one reader of it. Names are relative, with "/" between folders."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def _place(name: str) -> Path:
    if name.startswith("/") or ".." in name.split("/"):
        raise ValueError(f"not a name inside the resources: {name!r}")
    return _HERE.joinpath(*name.split("/"))


def read_bytes(name: str) -> bytes:
    """The bytes of a shipped file. FileNotFoundError when there is none."""
    return _place(name).read_bytes()


def read_text(name: str) -> str:
    """The text of a shipped UTF-8 file. FileNotFoundError when there is none."""
    return _place(name).read_text(encoding="utf-8")


def read_toml(name: str) -> dict[str, Any]:
    """The content of a shipped TOML file."""
    return tomllib.loads(read_text(name))


def names(folder: str, ending: str = "") -> tuple[str, ...]:
    """The names of the files in a shipped folder, sorted, each with its folder before it."""
    with os.scandir(_place(folder)) as entries:
        found = sorted(entry.name for entry in entries if entry.name.endswith(ending) and entry.is_file())
    return tuple(f"{folder}/{name}" for name in found)
