"""A face: one font as Qt sees it, found by its file and never by a name another font could bear."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from rondo.text import sfnt
from rondo.text.shipped import ShippedFont

LAYOUT_PIXELS = 100.0
"""Texts are laid out at this size and scaled: fine enough (1/6400 em), and long lines stay in range."""

_PREFIX = "Rondo "
_IGNORED = frozenset("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2060\u3164\ufeff\uffa0")
_STAND_INS = {"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " "} | {
    chr(code): " " for code in range(0x2000, 0x200B)
}


class Face:
    """A font and what the engine asks of it. `key` names it in glyph runs, `base` is its family in styles."""

    def __init__(self, key: str, font: QFont, raw: QRawFont, base: str = "") -> None:
        self.key, self.font, self.raw, self.base = key, font, raw, base
        self.ascent = raw.ascent() / raw.pixelSize()
        self.descent = raw.descent() / raw.pixelSize()
        self._known: dict[str, bool] = {}
        self._ink: dict[int, tuple[float, float]] = {}

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
        return any(
            self.raw.supportsCharacter(ord(each))
            for each in (character, _STAND_INS.get(character, character))
        )


def is_invisible(character: str) -> bool:
    """Whether a character only steers others: joiners, direction marks, variation selectors, tags."""
    code = ord(character)
    return (
        0x200B <= code <= 0x200F
        or 0x202A <= code <= 0x202E
        or 0x2060 <= code <= 0x206F
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
    )


def shipped_face(font: ShippedFont) -> Face:
    """The face of a shipped font. Its registered family name is its own, so that no installed font of the
    same name (another version, another style) can take its place."""
    data = font.read()
    family = _PREFIX + font.key
    if family not in QFontDatabase.families():
        QFontDatabase.addApplicationFontFromData(QByteArray(sfnt.renamed(data, family)))
    asked = plain_font(QFont(family))
    asked.setWeight(QFont.Weight(font.weight))
    asked.setItalic(font.italic)
    raw = QRawFont(QByteArray(data), 1000.0, QFont.HintingPreference.PreferNoHinting)
    return Face(font.key, asked, raw, font.base)


def plain_font(font: QFont) -> QFont:
    """The font at layout size, without hinting and without any other font merged in."""
    font.setPixelSize(int(LAYOUT_PIXELS))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


def is_shipped_family(family: str) -> bool:
    """Whether a family of the font database is one registered by `shipped_face`."""
    return family.startswith(_PREFIX)
