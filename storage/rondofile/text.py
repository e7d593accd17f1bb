"""The one filter that every text from outside passes before it is kept."""

from __future__ import annotations

import re
import unicodedata

TITLE = 500
"""Most characters of a name or title."""

NOTE = 100_000
"""Most characters of a note."""

_LINE_END = re.compile(r"\r\n?")
_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean_text(text: str, cap: int = NOTE) -> str:
    """The text as it is kept: composed (NFC), without control characters, at most `cap` characters.

    Tab and newline stay, other line ends become newlines; a lone surrogate becomes U+FFFD. Cleaning a
    clean text changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text if len(text) <= cap else text[:cap]
    text = _SURROGATE.sub("\ufffd", _DROPPED.sub("", _LINE_END.sub("\n", text)))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text if len(text) <= cap else text[:cap]
