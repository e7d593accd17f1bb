"""Fonts that the interface borrows from what ships, for scripts that this computer has no font for."""

from __future__ import annotations

import re

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
_ONE_OF_THEM = re.compile("[\u0590-\u0eff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Any letter of those scripts, and of a few beside them."""


class LentFonts:
    """They are lent once: before the first text that may need them, else when the first window was seen.

    To ask Qt what this computer has, and to have them read, takes as long as to draw the first map.
    """

    def __init__(self) -> None:
        self._lent: tuple[str, ...] | None = None

    def lend_for(self, text: str) -> None:
        """That text can be read in the interface."""
        if self._lent is None and _ONE_OF_THEM.search(text):
            self.lend()

    def lend(self) -> tuple[str, ...]:
        """Every script for which a font ships can be read in the interface; the files that it took."""
        if self._lent is None:
            missing = {name for name, system in SCRIPTS.items() if not QFontDatabase.families(system)}
            needed = [font for font in shipped_fonts() if missing.intersection(font.scripts)]
            for font in needed:
                QFontDatabase.addApplicationFontFromData(QByteArray(font.read()))
            self._lent = tuple(font.file for font in needed)
        return self._lent
