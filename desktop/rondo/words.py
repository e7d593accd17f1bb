"""The message catalogue: every sentence a person reads, by key, in the language of that person.

Messages stand in `words/LANGUAGE/*.po` of the resources, one file a room; the key is the msgid, the
sentence the msgstr, with {named} places. Whole sentences only, never glued fragments, so that another
language can order its words as it must. A message missing in a language is taken from English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from string import Formatter

import rondo_resources

LANGUAGES = ("en", "nl", "te")
Forms = tuple[str, ...]
"""A message: its one form, or those of one and of many."""


class Words:
    """The messages of one language. `words(key, **facts)` is a sentence; `words.count` follows a number."""

    def __init__(self, language: str = "en") -> None:
        self.language = language if language in LANGUAGES else "en"
        self._catalogue = catalogue(self.language)

    def __call__(self, key: str, /, **facts: object) -> str:
        """The message with its places filled. KeyError when no language has it."""
        return self.template(key).format(**facts)

    def count(self, key: str, n: float, /, **facts: object) -> str:
        """The message in the plural form that goes with n, which also fills {n}; or its only form."""
        return self.template(key, n).format(n=self.number(n), **facts)

    def template(self, key: str, n: float | None = None) -> str:
        """The message before its places are filled. KeyError when no language has it."""
        forms = self._forms(key)
        if not forms:
            raise KeyError(key)
        return forms[0] if n in (1, None) else forms[-1]

    def places(self, key: str) -> tuple[str, ...]:
        """The names of the places in a message."""
        return tuple(name for _, name, _, _ in Formatter().parse(self.template(key)) if name)

    def __contains__(self, key: str) -> bool:
        return bool(self._forms(key))

    def _forms(self, key: str) -> Forms:
        found = self._catalogue.get(key)
        return found if found is not None else catalogue("en").get(key, ())

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
def catalogue(language: str) -> Mapping[str, Forms]:
    """Every message of one language by its key, without what it takes from English."""
    found: dict[str, Forms] = {}
    for name in rondo_resources.names(f"words/{language}", ".po"):
        found.update(messages(rondo_resources.read_text(name)))
    return found


_LINE = re.compile(r'^(?:(msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(.*)"\s*$', re.MULTILINE)
_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r"}


def messages(text: str) -> dict[str, Forms]:
    """The messages of a .po file by their keys; what is not translated is not among them."""
    found: dict[str, Forms] = {}
    key, forms, part = "", list[str](), ""
    for name, said in [*_LINE.findall(text), ("msgid", "")]:
        part = name or part
        if name == "msgid":
            if key and all(forms):
                found[key] = tuple(forms)
            key, forms = "", []
        if "\\" in said:
            said = _ESCAPED.sub(lambda one: _MEANT.get(one[1], one[1]), said)
        if part == "msgid":
            key += said
        elif name.startswith("msgstr"):
            forms.append(said)
        elif part.startswith("msgstr"):
            forms[-1] += said
    return found
