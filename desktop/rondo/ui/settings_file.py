"""The file behind the settings: where it makes no sense, it stands beside, and everything is as at first."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

LARGEST = 5_000_000
"""Bytes; what is larger was not written by us."""


def store_at(path: Path) -> QSettings:
    """The settings in that file; empty ones where it is damaged, which is then kept under another name."""
    if not _makes_sense(path):
        _keep_aside(path)
    store = QSettings(str(path), QSettings.Format.IniFormat)
    if store.status() is QSettings.Status.FormatError:
        _keep_aside(path)
        store = QSettings(str(path), QSettings.Format.IniFormat)
    return store


def read_json(text: str) -> Any:
    """What the text says; None where it says nothing that can be read."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _makes_sense(path: Path) -> bool:
    """Whether the file holds lines as Qt writes them; true where there is none or it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            return False
        data = path.read_bytes()
    except OSError:
        return True
    if b"\0" in data:
        return False
    lines = [line.strip() for line in data.splitlines()]
    told = [line for line in lines if line and not line.startswith((b";", b"#"))]
    whole = all((line.startswith(b"[") and line.endswith(b"]")) or b"=" in line for line in told)
    return whole and (not told or told[0].startswith(b"["))


def _keep_aside(path: Path) -> None:
    with suppress(OSError):
        path.replace(path.with_name(f"{path.stem}-damaged{path.suffix}"))
