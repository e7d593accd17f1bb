"""What is wrong with, or was changed in, something read: keys and facts, made into sentences later."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from rondo.exchange.places import Place, written
from rondo.words import Words
from rondofile.errors import RondoFileError

LONGEST_QUOTE = 60


class Problem(Struct, frozen=True):
    """One thing to say about one place of a document. `key` names the message, `facts` fill its places."""

    key: str
    place: Place = ()
    facts: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, words: Words) -> str:
        """The problem as a sentence that begins with its place."""
        place = written(self.place) or words("json.whole")
        return words(self.key, place=place, **self.facts)


class RefusedDocumentError(RondoFileError):
    """A document from outside cannot be read. `problems` holds at least one; `key`, `facts` are its."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        self.key = first.key
        self.problems = tuple(problems)
        super().__init__(place=written(first.place), **first.facts)

    def sentence(self, words: Words) -> str:
        """The first problem as one sentence, with how many more were found."""
        first = self.problems[0].sentence(words)
        more = len(self.problems) - 1
        return words.count("json.and-more", more, problem=first) if more else first


def refused(key: str, place: Place = (), /, **facts: object) -> RefusedDocumentError:
    """The refusal for a single problem."""
    return RefusedDocumentError([Problem(key, place, facts)])


def quoted(value: object) -> str:
    """A value from outside as JSON writes it, short and plain enough to stand in a sentence."""
    if isinstance(value, list | dict):
        text = "[…]" if isinstance(value, list) else "{…}"
    else:
        text = value if isinstance(value, str) else json.dumps(value)
    cut = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in cut)
