"""Telling: a template, its places filled, and the facts behind it make one sentence.

Templates are whole sentences from the catalogue. What the user wrote keeps its wording; it is set off
in print, and in quotation marks where its own punctuation would tear the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import Formatter

from msgspec.structs import replace

from rondo.strategy.sentences.facts import (
    Fact,
    Ledger,
    Part,
    Sentence,
    all_assumed,
    distinct,
    weakest,
)
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Record

Place = str | Part | Sequence[Part]
_TEARS = frozenset(',;:.!?()[]–—"“”«»')
_END = ".!?…"
_SPELLED = 9


class Telling:
    """Makes sentences of one project in one language."""

    def __init__(self, project: Project, words: Words) -> None:
        self.project = project
        self.words = words
        self.ledger = Ledger(project)

    def tell(
        self, key: str, facts: Iterable[Fact] = (), n: float | None = None, /, **places: Place
    ) -> Sentence:
        """The sentence of that template; its own facts are those named and those of its parts."""
        parts = _clean(self._fill(key, n, places))
        own = distinct([*facts, *(part.fact for part in parts if part.fact)])
        return Sentence(key, parts, own, weakest(own))

    def claim(
        self, key: str, facts: Iterable[Fact] = (), n: float | None = None, /, **places: Place
    ) -> Sentence:
        """The same about the world of today: if all of it is assumed it says so first (practice 4.4)."""
        told = self.tell(key, facts, n, **places)
        if not all_assumed(told.facts):
            return told
        parts = _clean(self._fill("telling.assume", None, {"sentence": _lowered(told.parts)}))
        return replace(told, parts=parts)

    def shortest(self, limit: int, tellings: Iterable[Sentence]) -> Sentence:
        """The first telling of at most that many words, else the last."""
        last: Sentence | None = None
        for last in tellings:
            if len(last.text.split()) <= limit:
                break
        assert last is not None
        return last

    def named(self, record: Record | None, field: str, unnamed: str) -> Part:
        """What the user calls a thing, set off; a plain phrase of the catalogue where it has no name."""
        text = one_line(str(getattr(record, field))) if record else ""
        if record is None or not text:
            fact = self.ledger.fact(record, field) if record else None
            return Part(self.words(f"telling.unnamed.{unnamed}"), fact=fact)
        torn = field == "offer" or any(sign in _TEARS for sign in text)
        return Part(
            self.words("telling.quoted", text=text) if torn else text,
            strong=True,
            fact=self.ledger.fact(record, field),
        )

    def said(self, record: Record, field: str, strong: bool = False) -> Part:
        """What the user wrote there, without its full stop: the sentence around it has its own."""
        text = one_line(str(getattr(record, field))).rstrip(" .;,")
        return Part(text, strong, self.ledger.fact(record, field))

    def says(self, record: Record, field: str) -> bool:
        """Whether the user wrote anything there that a sentence can hold."""
        return bool(self.said(record, field).text)

    def date(self, text: str) -> str:
        """A date as people of this language write it."""
        return self.words.date(one_line(text))

    def number(self, n: int) -> str:
        """A count as people write it in a sentence: three, 12."""
        return self.words(f"telling.number.{n}") if 1 <= n <= _SPELLED else self.words.number(n)

    def times(self, n: int) -> str:
        """How many times: once, twice, three times."""
        return self.words("telling.twice") if n == 2 else self.counted("telling.times", n)

    def counted(self, key: str, n: int) -> str:
        """A number with its noun: three steps."""
        return self.words.template(key, n).format(n=self.number(n))

    def _fill(self, key: str, n: float | None, places: dict[str, Place]) -> Iterable[Part]:
        if n is not None:
            places = {"n": self.number(int(n)), **places}
        for before, name, _, _ in Formatter().parse(self.words.template(key, n)):
            if before:
                yield Part(before)
            if name:
                yield from _parts(places[name])


def one_line(text: str) -> str:
    """The text without line breaks, tabs and double blanks."""
    return " ".join(text.split())


def _parts(place: Place) -> Sequence[Part]:
    if isinstance(place, str):
        return (Part(place),)
    return (place,) if isinstance(place, Part) else place


def _clean(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Plain neighbours joined, one full stop at most, a capital where the sentence begins in our words."""
    joined: list[Part] = []
    for part in parts:
        text = part.text
        if joined and text.startswith(".") and joined[-1].text.endswith(tuple(_END)):
            text = text[1:]
        if joined and joined[-1].strong == part.strong and joined[-1].fact is part.fact is None:
            joined[-1] = replace(joined[-1], text=joined[-1].text + text)
        elif text:
            joined.append(replace(part, text=text))
    if joined and not joined[0].strong and joined[0].fact is None:
        joined[0] = replace(joined[0], text=joined[0].text[:1].upper() + joined[0].text[1:])
    return tuple(joined)


def _lowered(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    first = parts[0]
    if first.strong or first.fact:
        return parts
    return (replace(first, text=first.text[:1].lower() + first.text[1:]), *parts[1:])
