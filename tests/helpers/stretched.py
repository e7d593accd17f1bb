"""A language that is 40 % longer than English and full of accents: what it clips, a real one will clip."""

from __future__ import annotations

import re

from rondo.words import Words

_ACCENTS = str.maketrans("aeiouAEIOUcnsyCNSY", "áéîöûÁÉÎÖÛçñšýÇÑŠÝ")
_PLACES = re.compile(r"(\{[^}]*\})")
_MORE = " ŵŵŵ"


class StretchedWords(Words):
    """English messages with accents, each at least 40 % longer; the places stay as they are."""

    def template(self, key: str, n: float | None = None) -> str:
        """The message, stretched."""
        return stretched(super().template(key, n))


def stretched(message: str) -> str:
    """The message with accents, and 40 % longer by short words at its end."""
    parts = _PLACES.split(message)
    accented = "".join(part if _PLACES.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    said = sum(len(part) for part in parts if not _PLACES.fullmatch(part))
    more = -(-said * 4 // 10)
    tail = (_MORE * (more // len(_MORE) + 1))[:more].rstrip()
    return accented + tail + "ŵ" * (more - len(tail))
