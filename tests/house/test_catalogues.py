"""The messages: the same in every language, each one used, and each one that is used there."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Formatter

import polib
import pytest

import rondo_resources
from helpers.house import PACKAGES, none_of, place, product, tree
from rondo.words import LANGUAGES, Words
from rondofile.kinds import EditKind
from rondofile.status import Status

KINDS: dict[str, type[StrEnum]] = {"edit": EditKind, "status": Status}
"""The keys in which storage speaks: one message for each member."""

CATALOGUES = {"words", "_words", "say", "_say"}
OTHERS = [language for language in LANGUAGES if language != "en"]


@cache
def entries(language: str) -> dict[str, polib.POEntry]:
    """Every message of one language by key; a key stands once."""
    files = rondo_resources.names(f"words/{language}", ".po")
    found = [entry for name in files for entry in polib.pofile(rondo_resources.read_text(name))]
    none_of(key for key, times in Counter(entry.msgid for entry in found).items() if times > 1)
    return {entry.msgid: entry for entry in found}


def forms(entry: polib.POEntry) -> list[str]:
    return [*entry.msgstr_plural.values()] if entry.msgid_plural else [entry.msgstr]


def places(entry: polib.POEntry) -> set[str]:
    return {name for text in forms(entry) for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_written_out_in_every_form(language: str) -> None:
    found = entries(language)
    assert len(found) > 20
    none_of(key for key, entry in found.items() if not all(text.strip() for text in forms(entry)))
    none_of(key for key, entry in found.items() if entry.fuzzy or entry.obsolete)
    none_of(key for key, entry in found.items() if entry.msgid_plural and set(entry.msgstr_plural) != {0, 1})


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_keys_plurals_and_places_of_english(language: str) -> None:
    english, other = entries("en"), entries(language)
    none_of(sorted(english.keys() ^ other.keys()))
    none_of(key for key in english if bool(english[key].msgid_plural) != bool(other[key].msgid_plural))
    none_of(key for key in english if places(english[key]) != places(other[key]))


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_is_translated_and_not_copied(language: str) -> None:
    english, other = entries("en"), entries(language)
    sentences = [key for key, entry in english.items() if is_sentence(forms(entry)[-1])]
    none_of(key for key in sentences if forms(english[key]) == forms(other[key]))


def is_sentence(text: str) -> bool:
    """Long enough to differ between languages, and not a command to type."""
    return len(text.split()) >= 5 and not text.startswith("rondo ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said(language: str) -> None:
    words = Words(language)
    for key, entry in entries(language).items():
        facts = dict.fromkeys(places(entry), "x")
        number = {"n": facts.pop("n", 0)}
        said = words.count(key, 2, **facts) if entry.msgid_plural else words(key, **facts, **number)
        assert said


class Mentions:
    """How the code names keys: whole strings, and strings that are computed around their variable part."""

    def __init__(self) -> None:
        self.whole: set[str] = set()
        self.computed: set[tuple[str, str]] = set()
        for path in product():
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    self.whole.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    self.computed.add(ends(node))
        self.computed.discard(("", ""))

    def names(self, key: str) -> bool:
        return key in self.whole or any(
            "." in head + tail and key.startswith(head) and key.endswith(tail) for head, tail in self.computed
        )


def ends(node: ast.JoinedStr) -> tuple[str, str]:
    """The fixed text before the first and after the last computed part of an f-string."""
    first, last = node.values[0], node.values[-1]
    return (
        str(first.value) if isinstance(first, ast.Constant) else "",
        str(last.value) if isinstance(last, ast.Constant) else "",
    )


def test_every_message_is_named_somewhere_in_the_code_or_the_framework() -> None:
    mentions = Mentions()
    framework = "\n".join(
        path.read_text(encoding="utf-8") for path in PACKAGES["rondo_resources"].rglob("*.toml")
    )
    assert len(mentions.whole) > 100
    spoken = {f"{room}.{kind}" for room, kinds in KINDS.items() for kind in kinds}
    rest = [key for key in entries("en") if key not in spoken and f'"{key}"' not in framework]
    none_of(key for key in rest if not mentions.names(key))


@pytest.mark.parametrize("room", KINDS)
def test_every_kind_of_edit_and_every_status_has_a_message(room: str) -> None:
    assert len(KINDS[room]) > 3
    none_of(kind for kind in KINDS[room] if f"{room}.{kind}" not in entries("en"))


def asked(path: Path) -> Iterator[tuple[int, ast.expr]]:
    """The first argument of each call of a catalogue: words(key), words.count(key, n), self._words(key)."""
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func
        if isinstance(called, ast.Attribute) and called.attr in ("count", "template", "places"):
            called = called.value
        name = getattr(called, "attr", getattr(called, "id", ""))
        if name in CATALOGUES:
            yield node.lineno, node.args[0]


def test_every_message_that_the_code_asks_for_is_there() -> None:
    keys = entries("en")
    missing, asked_for = [], 0
    for path in product():
        for line, key in asked(path):
            asked_for += 1
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value not in keys:
                missing.append(f"{place(path)}:{line} {key.value}")
            if isinstance(key, ast.JoinedStr) and not any(fits(known, *ends(key)) for known in keys):
                missing.append(f"{place(path)}:{line} {ast.unparse(key)}")
    assert asked_for > 0
    none_of(missing)


def fits(key: str, head: str, tail: str) -> bool:
    return key.startswith(head) and key.endswith(tail) and len(key) > len(head) + len(tail)
