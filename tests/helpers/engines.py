"""The text engine that all tests share: what it has set once, it need not set again."""

from __future__ import annotations

from functools import cache

from rondo.text.qt_engine import QtTextEngine


@cache
def engine() -> QtTextEngine:
    """One engine with the shipped fonts alone, so that every machine sets and paints the same.

    What it keeps are plain values by text, style and width: no test can tell whether another was first."""
    return QtTextEngine(system_fonts=False)
