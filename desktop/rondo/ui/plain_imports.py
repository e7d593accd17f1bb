"""Imports without the look that PySide6 takes at every module."""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """What is imported from now on is imported as Python does, without its source being read.

    PySide6 looks through the source of every module for a wish to spell Qt's names otherwise, and keeps all
    that it read. Nothing here has such a wish, and a start would be longer by a tenth.
    """
    import PySide6.QtCore  # noqa: F401 - which puts its own import in the place of Python's

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
