"""A text cut at its own line ends, ready to be laid out. Nothing of the source is lost on the way."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

SPACES = " \t"
"""White space that is not drawn where a line ends; other kinds of space are."""

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
JOINER = "\ufe0d"
"""Stands in the laid-out text for what belongs to the character before and is not drawn by itself."""

_CONTROL = re.compile(f"[\x00-\x1f\x7f-\x9f{JOINER}]")
_LONE_HALF = re.compile("[\ud800-\udfff]")
_ISOLATES, _POP = ("LRI", "RLI", "FSI"), "PDI"


class Paragraph(Struct, frozen=True):
    """One paragraph: `start` in the whole text, its source, and the white space and line end after it."""

    start: int
    source: str
    end: str

    @property
    def drawn(self) -> str:
        """What is laid out: as long as the source, without characters that would steer the layout."""
        if self.source.isprintable():
            return self.source
        plain = self.source.replace("\t", " ")
        return _LONE_HALF.sub("\ufffd", _CONTROL.sub("\u200b", plain))


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a text; at least one, and one more after every line end."""
    start = 0
    for found in _LINE_END.finditer(text):
        yield _paragraph(text, start, found.start(), found.group())
        start = found.end()
    yield _paragraph(text, start, len(text), "")


def _paragraph(text: str, start: int, stop: int, line_end: str) -> Paragraph:
    whole = text[start:stop]
    source = whole.rstrip(SPACES)
    return Paragraph(start, source, whole[len(source) :] + line_end)


def is_right_to_left(text: str) -> bool:
    """Whether the first strong character outside isolates reads from the right (UAX 9, rules P2 and P3)."""
    if text.isascii():
        return False
    depth = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        depth += (kind in _ISOLATES) - (kind == _POP and depth > 0)
        if depth == 0 and kind in ("L", "R", "AL"):
            return kind != "L"
    return False


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


class Places:
    """Places in a text, from Qt's count (UTF-16) to Python's and back."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, character in enumerate(text) if character > "\uffff"]
        self._qt = [at + index for index, at in enumerate(self._wide)]

    @property
    def has_pairs(self) -> bool:
        """Whether the two counts differ."""
        return bool(self._wide)

    def python(self, qt: int) -> int:
        """The index in the Python string; inside a pair it is that of the pair."""
        return qt - bisect_right(self._qt, qt - 1) if self._qt else qt

    def qt(self, python: int) -> int:
        """The index in UTF-16 units."""
        return python + bisect_right(self._wide, python - 1) if self._wide else python
