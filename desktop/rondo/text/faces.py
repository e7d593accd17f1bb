"""A face: one font as Qt sees it, found by its file and never by a name another font could bear."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from rondo.text import sfnt
from rondo.text.paragraph import is_invisible
from rondo.text.shipped import ShippedFont
from rondofile.digests import sha256_of

LAYOUT_PIXELS = 100.0
"""Texts are laid out at this size and scaled: fine enough (1/6400 em), and long lines stay in range."""

Leaves = tuple[tuple[int, int], ...]
"""First and last code points of stretches that a font leaves to others though it has them."""

_PREFIX = "Rondo "
_RAW_PIXELS = 1000.0
_IGNORED = frozenset("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2060\u3164\ufeff\uffa0")
_STAND_INS = {"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " "} | {
    chr(code): " " for code in range(0x2000, 0x200B)
}


class Face:
    """A font and what the engine asks of it: one of those that ship, or one of the machine. `key` names it in
    glyph runs, `base` is its family in styles; the font file is not kept here: Qt has it already."""

    def __init__(self, key: str, font: QFont, raw: QRawFont, read: Callable[[], bytes]) -> None:
        self.key, self.font, self.raw, self._read = key, font, raw, read
        self.ascent, self.descent = raw.ascent() / _RAW_PIXELS, raw.descent() / _RAW_PIXELS
        self.base = ""
        self._leaves: Leaves = ()
        self._known: dict[str, bool] = {}
        self._drawn: set[str] = set()
        self._ink: dict[int, tuple[float, float]] = {}

    @classmethod
    def shipped(cls, font: ShippedFont) -> Face:
        """A font that ships. Qt reads it once, and what is known of it beforehand is not worked out."""
        found = layout_font(QFont(_registered(font.sha256, font.read)))
        raw = QRawFont.fromFont(found)
        raw.setPixelSize(_RAW_PIXELS)
        face = cls(font.key, found, raw, font.read)
        face.ascent, face.descent = font.ascent, font.descent
        face.base, face._leaves = font.base, font.leaves
        return face

    @classmethod
    def of_program(cls, key: str, program: bytes) -> Face:
        """A font of the machine, by its complete file."""
        found = layout_font(QFont(_registered(sha256_of(program), lambda: program)))
        raw = QRawFont(QByteArray(program), _RAW_PIXELS, QFont.HintingPreference.PreferNoHinting)
        return cls(key, found, raw, lambda: program)

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
        unknown = set(characters) - self._drawn
        drawn = {character for character in unknown if self.has(character)}
        self._drawn |= drawn
        return len(drawn) == len(unknown)

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


def _registered(digest: str, read: Callable[[], bytes]) -> str:
    """The family name under which Qt finds the program with that sha256, and no other font."""
    family = _PREFIX + digest[:16]
    if family not in QFontDatabase.families():
        QFontDatabase.addApplicationFontFromData(QByteArray(sfnt.alias(read(), family)))
    return family


def is_registered_family(family: str) -> bool:
    """Whether a family of the font database is the name of a face."""
    return family.startswith(_PREFIX)
