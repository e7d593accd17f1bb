"""The message catalogue: every sentence a person reads, by key, in the language of that person.

Messages stand in `words/LANGUAGE/*.po` of the resources, one file a room; the key is the msgid, the
sentence the msgstr, with {named} places. Whole sentences only, never glued fragments, so that another
language can order its words as it must. A message missing in a language is taken from English.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Sequence
from functools import lru_cache
from string import Formatter
from typing import Any

import polib

import rondo_resources

LANGUAGES = ("en", "nl", "te")


class Words:
    """The messages of one language. `words(key, **facts)` is a sentence; `words.count` follows a number."""

    def __init__(self, language: str = "en") -> None:
        self.language = language if language in LANGUAGES else "en"
        self._catalogue = _catalogue(self.language)

    def __call__(self, key: str, /, **facts: object) -> str:
        """The message with its places filled. KeyError when no language has it."""
        return self.template(key).format(**facts)

    def count(self, key: str, n: float, /, **facts: object) -> str:
        """The message in the plural form that goes with n, which also fills {n}; or its only form."""
        return self.template(key, n).format(n=self.number(n), **facts)

    def template(self, key: str, n: float | None = None) -> str:
        """The message before its places are filled. KeyError when no language has it."""
        found = self._found(key, n)
        if found == key:
            raise KeyError(key)
        return found

    def places(self, key: str) -> tuple[str, ...]:
        """The names of the places in a message."""
        return tuple(name for _, name, _, _ in Formatter().parse(self.template(key)) if name)

    def __contains__(self, key: str) -> bool:
        return self._found(key, None) != key

    def _found(self, key: str, n: float | None) -> str:
        """The message, or the key itself. Early 3.11s miss plural messages in gettext()."""
        found = self._catalogue.gettext(key) if n is None else key
        if found == key:
            found = self._catalogue.ngettext(key, key, 1 if n in (1, None) else 2)
        return self._catalogue.gettext(key) if found == key and n is not None else found

    def number(self, value: float, digits: int = 1) -> str:
        """A number as people of this language write it, with at most `digits` decimals."""
        text = f"{value:,.{digits}f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        whole, _, rest = text.partition(".")
        if self.language == "te":
            whole = _indian(whole.replace(",", ""))
        if self.language == "nl":
            return whole.replace(",", ".") + ("," + rest if rest else "")
        return whole + ("." + rest if rest else "")

    def listed(self, texts: Sequence[str]) -> str:
        """Texts in a row, as people of this language join them: a, b and c."""
        if len(texts) < 2:
            return "".join(texts)
        return self("list.last", before=self("list.comma").join(texts[:-1]), last=texts[-1])

    def duration(self, minutes: float) -> str:
        """A time in the unit people say: 35 minutes, 6 hours, 12 days, 6 weeks."""
        key, amount = _said_as(minutes)
        return self.count(f"duration.{key}", amount)

    def short_duration(self, minutes: float) -> str:
        """The same time where there is little room: 35 min, 6 h, 12 days, 6 weeks."""
        key, amount = _said_as(minutes)
        return self.count(f"duration.short_{key}", amount)

    def date(self, text: str) -> str:
        """A date (2026, 2026-11, 2026-11-22) as people write it; any other text as it is."""
        parts = text.split("-")
        if not all(part.isdigit() for part in parts) or len(parts) not in (2, 3) or len(parts[0]) != 4:
            return text
        numbers = [int(part) for part in parts]
        if not 1 <= numbers[1] <= 12 or (len(numbers) == 3 and not 1 <= numbers[2] <= 31):
            return text
        month = self(f"month.{numbers[1]}")
        if len(numbers) == 2:
            return self("date.month", month=month, year=numbers[0])
        return self("date.day", day=numbers[2], month=month, year=numbers[0])


LONGEST = 525_600.0 * 1_000_000
"""Minutes. A million years stands for all that is longer."""

_UNITS: tuple[tuple[str, int, float], ...] = (
    ("years", 525_600, 2),
    ("weeks", 10_080, 6),
    ("days", 1_440, 2),
    ("hours", 60, 2),
    ("minutes", 1, 1),
)


def _said_as(minutes: float) -> tuple[str, float]:
    """The unit people say a time in, and how many of it; no time is longer than anyone could mean."""
    minutes = min(minutes, LONGEST)
    for key, unit, least in _UNITS:
        amount = minutes / unit
        if amount >= least:
            return key, round(amount) if amount >= 10 or unit == 1 else round(amount * 2) / 2
    return "minutes", round(minutes, 1)


def _indian(whole: str) -> str:
    """Digits grouped as 12,34,567."""
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    head, tail = digits[:-3], digits[-3:]
    pairs = [head[max(end - 2, 0) : end] for end in range(len(head), 0, -2)][::-1]
    return sign + ",".join([*pairs, tail])


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> gettext.GNUTranslations:
    whole = polib.POFile()
    for name in rondo_resources.names(f"words/{language}", ".po"):
        for entry in polib.pofile(rondo_resources.read_text(name)):
            whole.append(entry)
    whole.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    catalogue: Any = gettext.GNUTranslations(io.BytesIO(whole.to_binary()))
    if language != "en":
        catalogue.add_fallback(_catalogue("en"))
    return catalogue  # type: ignore[no-any-return]
