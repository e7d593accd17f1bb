"""Known errors and remarks as one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rondo.words import Words
from rondofile.errors import RondoFileError

if TYPE_CHECKING:
    from rondofile.reading.report import Remark

_FOUND = {
    "json": "file.is-json",
    "pdf": "file.is-pdf",
    "zip": "file.is-zip",
    "xml": "file.is-markup",
    "database": "file.is-database",
}


def sentence_of(problem: RondoFileError, words: Words) -> str:
    """The sentence of an error: its message with its facts."""
    key = problem.key
    if key == "file.not-a-project":
        key = _FOUND.get(str(problem.facts.get("found")), key)
    return _filled(key, problem.facts, words)


def remark_of(remark: Remark, words: Words) -> str:
    """What was met while reading a file, as a sentence without an end."""
    facts = {"noun": remark.noun, "id": remark.id, "field": remark.field, "value": remark.value}
    return _filled(remark.key, facts, words)


def _filled(key: str, facts: Mapping[str, object], words: Words) -> str:
    """The message; a place without a fact gets a dash, a `problem` that names a message is that message."""
    said = {name: facts.get(name, "–") for name in words.places(key)}
    problem = said.get("problem")
    if isinstance(problem, str) and problem in words:
        said["problem"] = words(problem)
    return words(key, **said)
