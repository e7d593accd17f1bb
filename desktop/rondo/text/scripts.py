"""What a script is called, for the sentence that says which letters had no font."""

from __future__ import annotations

from typing import Any

_COMMON = ("Zyyy", "Zinh", "Zzzz")
_EMOJI = ((0x1F000, 0x1FAFF), (0x2600, 0x27BF))


def script_name(character: str) -> str:
    """The English name of a character's script ("Han", "Thai"), else "Emoji" or "Symbols"."""
    code, name = _script(character)
    if code not in _COMMON:
        return name
    is_emoji = any(first <= ord(character) <= last for first, last in _EMOJI)
    return "Emoji" if is_emoji else "Symbols"


def _script(character: str) -> tuple[str, str]:
    """The ISO 15924 code and the name of a character's script."""
    from fontTools import unicodedata  # only for texts that lack a font: start-up goes without

    table: Any = unicodedata
    code = str(table.script(character))
    return code, str(table.script_name(code, default=code)).replace("_", " ")
