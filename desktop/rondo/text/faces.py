"""A face: one font as Qt sees it, found by its file and never by a name another font could bear."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from rondo.text import sfnt
from rondo.text.paragraph import is_invisible
from rondofile.digests import sha256_of

LAYOUT_PIXELS = 100.0
"""Texts are laid out at this size and scaled: fine enough (1/6400 em), and long lines stay in range."""

Leaves = tuple[tuple[int, int], ...]
"""First and last code points of stretches that a font leaves to others though it has them."""

_PREFIX = "Rondo "
_IGNORED = frozenset("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2060\u3164\ufeff\uffa0")
_STAND_INS = {"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " "} | {
    chr(code): " " for code in range(0x2000, 0x200B)
}


class Face:
    """A font and what the engine asks of it. `key` names it in glyph runs, `base` is its family in styles;
    `read` gives the font file, which is not kept here: Qt has it twice already."""

    def __init__(self, key: str, read: Callable[[], bytes], base: str = "", leaves: Leaves = ()) -> None:
        self.key, self.base, self._read, self._leaves = key, base, read, leaves
        program = read()
        self.font = layout_font(QFont(_registered(program)))
        self.raw = QRawFont(QByteArray(program), 1000.0, QFont.HintingPreference.PreferNoHinting)
        self.ascent, self.descent = self.raw.ascent() / 1000, self.raw.descent() / 1000
        self._known: dict[str, bool] = {}
        self._ink: dict[int, tuple[float, float]] = {}

    @property
    def program(self) -> bytes:
        """The font file."""
        return self._read()

    def has(self, character: str) -> bool:
        """Whether the font draws the character, or draws nothing because nothing is to be drawn."""
        known = self._known.get(character)
        if known is None:
            known = self._known[character] = self._look(character)
        return known

    def has_all(self, characters: Iterable[str]) -> bool:
        """Whether the font draws all of them."""
        return all(map(self.has, characters))

    def ink(self, glyph: int) -> tuple[float, float]:
        """How far a glyph reaches above and below the baseline, in units of size."""
        reach = self._ink.get(glyph)
        if reach is None:
            box, size = self.raw.boundingRect(glyph), self.raw.pixelSize()
            reach = self._ink[glyph] = (-box.top() / size, box.bottom() / size)
        return reach

    def _look(self, character: str) -> bool:
        if character in _IGNORED or is_invisible(character):
            return True
        if any(first <= ord(character) <= last for first, last in self._leaves):
            return False
        return any(
            self.raw.supportsCharacter(ord(each))
            for each in (character, _STAND_INS.get(character, character))
        )


def layout_font(font: QFont) -> QFont:
    """The font at layout size, without hinting and without any other font merged in."""
    font.setPixelSize(int(LAYOUT_PIXELS))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


def _registered(program: bytes) -> str:
    """The family name under which Qt finds this very program and no other font."""
    family = _PREFIX + sha256_of(program)[:16]
    if family not in QFontDatabase.families():
        QFontDatabase.addApplicationFontFromData(QByteArray(sfnt.alias(program, family)))
    return family


def is_registered_family(family: str) -> bool:
    """Whether a family of the font database is the name of a face."""
    return family.startswith(_PREFIX)
