"""Every text in a parsed tree becomes clean, and what can be in no project is refused with its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rondo.exchange.json_text import Doubled, NotANumber
from rondo.exchange.places import Place
from rondo.exchange.problems import Problem, quoted, refused
from rondofile.text import clean_text

DEEPEST = 100


def cleaned(tree: Any) -> list[Problem]:
    """The tree, changed in place, holds clean texts only; the notes say where a text was changed.

    RefusedDocumentError for a doubled key, a number that is not finite, or more than 100 levels.
    """
    notes: list[Problem] = []
    waiting: list[tuple[Any, Place]] = [(tree, ())]
    while waiting:
        branch, place = waiting.pop()
        if len(place) > DEEPEST:
            raise refused("json.too-deep")
        _refuse_impossible(branch, place)
        for key, value in _entries(branch):
            if isinstance(value, str):
                if not (value.isascii() and value.isprintable()):
                    _clean_entry(branch, key, (*place, key), notes)
            elif value is not None and not isinstance(value, (bool, int, float)):
                waiting.append((value, (*place, key)))
    return sorted(notes, key=lambda note: note.place)


def _entries(branch: Any) -> Iterable[tuple[Any, Any]]:
    if isinstance(branch, dict):
        return branch.items()
    return enumerate(branch) if isinstance(branch, list) else ()


def _clean_entry(branch: Any, key: str | int, place: Place, notes: list[Problem]) -> None:
    before = branch[key]
    after = clean_text(before)
    if after != before:
        branch[key] = after
        notes.append(Problem("json.cleaned", place))


def _refuse_impossible(branch: Any, place: Place) -> None:
    if isinstance(branch, Doubled):
        raise refused("json.doubled-key", place, key=quoted(branch.key))
    if isinstance(branch, NotANumber):
        raise refused("json.not-a-number", place, number=quoted(branch.text))
