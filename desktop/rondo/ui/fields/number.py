"""Fields for numbers and times: empty means not known, and what cannot be read is never kept."""

from __future__ import annotations

import math
import re
from typing import Any

from rondo.ui.fields.field import Setting
from rondo.ui.fields.line_box import LineBox
from rondo.ui.fields.typed import TypedField
from rondo.words import Words

UNITS = {
    "minutes": 1.0,
    "hours": 60.0,
    "days": 1_440.0,
    "weeks": 10_080.0,
    "months": 43_800.0,
    "years": 525_600.0,
}
"""Minutes. A month is a twelfth of a year."""

LONGEST = 1e9
"""Minutes: what the project file takes."""

_PIECE = re.compile(r"\s*([0-9][0-9.,\u00a0\u202f]*)\s*([^\s\d.,;]*)\.?[,;]?\s*")


class NumberField(TypedField):
    """A number from `least` to `most`, with its unit beside it."""

    EMPTY = None

    def __init__(
        self,
        desk: Setting,
        label: str,
        unit: str = "",
        least: float = 0.0,
        most: float = 1e9,
        whole: bool = False,
        **more: Any,
    ) -> None:
        self._least, self._most, self._whole = least, most, whole
        super().__init__(desk, label, LineBox(), unit=unit, **more)
        self.begin(None)

    def say(self, value: Any) -> str:
        return "" if value is None else self.words.number(value, 6)

    def read(self, text: str) -> float | int | None:
        if not text.strip():
            return None
        number = read_number(text.strip().rstrip("%").strip(), self.words.language)
        if not self._least <= number <= self._most or (self._whole and number != int(number)):
            raise ValueError
        return int(number) if self._whole else number

    def complaint(self) -> str:
        least, most = self.words.number(self._least), self.words.number(self._most)
        return self.words("fields.number_between", least=least, most=most)


class DurationField(TypedField):
    """Minutes, typed as people say them: 35 min, 2 h, 1 h 30 min, 6 weeks."""

    EMPTY = None

    def __init__(self, desk: Setting, label: str, **more: Any) -> None:
        super().__init__(
            desk, label, LineBox(), **{"placeholder": desk.words("fields.duration_like"), **more}
        )
        self.begin(None)

    def say(self, value: Any) -> str:
        return "" if value is None else say_duration(value, self.words)

    def read(self, text: str) -> float | None:
        return read_duration(text, self.words) if text.strip() else None

    def complaint(self) -> str:
        return self.words("fields.not_a_duration")


def read_number(text: str, language: str) -> float:
    """The number written so in that language. ValueError where there is none.

    A point that is followed by other than three digits is a decimal point in every language."""
    text = re.sub(r"[\s\u00a0\u202f']", "", text).replace("−", "-")
    comma_decides = language == "nl"
    if comma_decides and "," not in text and not re.fullmatch(r"-?\d{1,3}(\.\d{3})+", text):
        comma_decides = False
    elif not comma_decides and "." not in text and re.fullmatch(r"-?\d+,\d{1,2}", text):
        comma_decides = True
    text = text.replace(".", "").replace(",", ".") if comma_decides else text.replace(",", "")
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        raise ValueError(text)
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def read_duration(text: str, words: Words) -> float:
    """The minutes that a time is: a number alone is minutes. ValueError where it is no time."""
    total, at = 0.0, 0
    text = text.strip()
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None:
            raise ValueError(text)
        total += read_number(piece[1].rstrip(".,"), words.language) * _minutes(piece[2], words)
        at = piece.end()
    if not 0 <= total <= LONGEST:
        raise ValueError(text)
    return total


def say_duration(minutes: float, words: Words) -> str:
    """The time as short as it can be said without loss."""
    for pieces in ((minutes,), _split(minutes, 10_080.0, 1_440.0), _split(minutes, 60.0, 1.0)):
        text = " ".join(words.short_duration(piece) for piece in pieces if piece)
        try:
            if text and abs(read_duration(text, words) - minutes) < 1e-6:
                return text
        except ValueError:
            continue
    return f"{words.number(minutes, 6)} {words('fields.minutes')}"


def _split(minutes: float, large: float, small: float) -> tuple[float, ...]:
    whole = minutes // large * large
    rest = (minutes - whole) // small * small
    return whole, rest


def _minutes(unit: str, words: Words) -> float:
    if not unit:
        return 1.0
    said = unit.casefold()
    for source in (words, Words("en")):
        for key, minutes in UNITS.items():
            if said in source(f"fields.unit.{key}").casefold().split():
                return minutes
    raise ValueError(unit)
