"""Fonts that the interface borrows from what ships, for scripts that this computer has no font for."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

from rondo.text.shipped import shipped_fonts

_SYSTEM = QFontDatabase.WritingSystem
SCRIPTS = {
    "Telu": _SYSTEM.Telugu,
    "Deva": _SYSTEM.Devanagari,
    "Arab": _SYSTEM.Arabic,
    "Hebr": _SYSTEM.Hebrew,
    "Thai": _SYSTEM.Thai,
}


def lend_fonts() -> tuple[str, ...]:
    """Every script for which a font ships can be read in the interface. The files that were needed for it."""
    missing = {name for name, system in SCRIPTS.items() if not QFontDatabase.families(system)}
    needed = [font for font in shipped_fonts() if missing.intersection(font.scripts)]
    for font in needed:
        QFontDatabase.addApplicationFontFromData(QByteArray(font.read()))
    return tuple(font.file for font in needed)
