"""The framework files are checked whole; a slip is named by file and key; an overlay only translates."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

import rondo_resources
from rondo.strategy.framework.assembly import parts
from rondo.strategy.framework.reading import build, laid_over
from rondo.strategy.framework.table_parts import Level
from rondo.strategy.framework.whole import Framework, FrameworkError, load

LANGUAGES = ("nl", "te")
OPTIONAL = {"address", "aliases", "contested", "date", "either", "experience", "kinds", "mark", "mark_name"}
OPTIONAL |= {"meaning", "only", "origin", "special", "then", "towards", "both_ways", "organisation", "of"}
OPTIONAL |= {"experiences", "architectures", "know", "how", "aware_first", "trigger"}
CELL_TEXTS = ("line", "question", "meaning", "incentives", "information", "does")
"""What of a cell is said in the language of the window; names of firms and products stay."""
OUR_WORDS = ("ours", "general", "course")
"""Citations that are no title but our own words about where something comes from."""
UNTRANSLATED = {"letter", "initial", "address", "citation", "mark", "date", "of", "kind", "either", "special"}
UNTRANSLATED |= {"phase", "role", "answer", "origin", "target", "towards", "enters"}
UNTRANSLATED |= {"actor", "how", "aware_first", "trigger"}
IN_ENGLISH_TOO = {"sources.toml", "contested.toml", "pairs.toml"}


def files() -> list[str]:
    return [*rondo_resources.names("framework", ".toml"), *rondo_resources.names("framework/cells", ".toml")]


def leaves(table: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key)


def at(table: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    for key in path[:-1]:
        table = table[key]
    return table


def with_change(monkeypatch: pytest.MonkeyPatch, name: str, changed: dict[str, Any]) -> None:
    real = rondo_resources.read_toml
    monkeypatch.setattr(rondo_resources, "read_toml", lambda n: changed if n == name else real(n))


SLOTS = [(name, path) for name in files() for path in leaves(rondo_resources.read_toml(name))]
NEEDED = [
    (name, path)
    for name, path in SLOTS
    if path[-1] not in OPTIONAL and not (name.endswith("pairs.toml") and path[-1] == "cells")
]


@pytest.mark.parametrize(("name", "path"), NEEDED[::29], ids=lambda value: str(value)[-40:])
def test_a_needed_key_when_missing_then_named_with_its_file(
    monkeypatch: pytest.MonkeyPatch, name: str, path: tuple[str, ...]
) -> None:
    changed = copy.deepcopy(rondo_resources.read_toml(name))
    del at(changed, path)[path[-1]]
    with_change(monkeypatch, name, changed)
    with pytest.raises(FrameworkError) as caught:
        parts("en")
    assert path[-1] in str(caught.value)
    assert name.removeprefix("framework/") in str(caught.value)


def test_many_keys_are_needed() -> None:
    assert len(NEEDED) > 1000


@pytest.mark.parametrize("name", files())
def test_an_unknown_key_when_in_any_file_then_named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    changed = copy.deepcopy(rondo_resources.read_toml(name))
    changed["surprise"] = {"name": "x", "text": "x"}
    with_change(monkeypatch, name, changed)
    with pytest.raises(FrameworkError, match="surprise"):
        parts("en")


WRONG: list[tuple[str, tuple[str, ...], Any, str]] = [
    ("phases", ("recognize", "name"), "", "empty"),
    ("phases", ("recognize", "name"), 3, "must be str"),
    ("phases", ("recognize", "source"), ["no such book"], "sources.toml"),
    ("phases", ("recognize", "source"), [], "is empty"),
    ("phases", ("recognize", "source"), "book", "must be a list"),
    ("step_kinds", ("need", "phase"), "later", "none of"),
    ("architectures", ("connected-producer", "number"), "1", "must be int"),
    ("pairs", ("ink", "cells"), ["Z9"], "no cell Z9"),
    ("demands", ("respond-to-desire", "need", "text"), "Something", "text"),
    ("demands", ("respond-to-desire", "order", "either"), "search", "both ways"),
    ("contested", ("ink-alert", "readings"), {}, "two readings"),
    ("cells/respond-to-desire", ("connected-retailer", "examples", "bigbasket", "contested"), "x", "not in"),
    (
        "cells/respond-to-desire",
        ("connected-retailer", "examples", "bigbasket", "contested"),
        "ink-alert",
        "no reading",
    ),
    ("names", ("Knows", "yes"), "yes", "must be a table"),
    ("levels", ("1", "name"), " padded", "blanks"),
]


@pytest.mark.parametrize(("file", "path", "value", "reason"), WRONG)
def test_a_wrong_value_when_in_a_file_then_refused_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, file: str, path: tuple[str, ...], value: Any, reason: str
) -> None:
    name = f"framework/{file}.toml"
    changed = copy.deepcopy(rondo_resources.read_toml(name))
    at(changed, path)[path[-1]] = value
    with_change(monkeypatch, name, changed)
    with pytest.raises(FrameworkError, match=reason):
        parts("en")


def test_build_when_the_table_gives_what_is_given_then_refused() -> None:
    row = {"number": 1, "name": "a", "meaning": "b", "test": "c", "source": ["ours"]}
    with pytest.raises(FrameworkError, match="number"):
        build(Level, row, "levels.toml: 1", number=1)


def test_overlay_when_it_holds_more_than_english_then_refused() -> None:
    english = {"a": {"name": "x", "source": ["ours"], "number": 1}}
    assert laid_over(english, {"a": {"name": "y"}}, "nl")["a"]["name"] == "y"
    assert english["a"]["name"] == "x"
    extra: list[dict[str, Any]] = [{"b": "x"}, {"a": {"new": "x"}}, {"a": "x"}, {"a": {"source": ["x"]}}]
    extra.append({"a": {"number": "1"}})
    for overlay in extra:
        with pytest.raises(FrameworkError, match="nl: "):
            laid_over(english, overlay, "nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_overlays_translate_every_text_a_brief_prints(language: str) -> None:
    """All but the sources, the examples with their disputes and pairs, and what has no words."""
    missing, checked = [], 0
    for name in files():
        file = name.removeprefix("framework/")
        if file in IN_ENGLISH_TOO:
            continue
        english = rondo_resources.read_toml(name)
        overlay = set(leaves(rondo_resources.read_toml(f"framework/{language}/{file}")))
        for path in leaves(english):
            cell_detail = file.startswith("cells/") and path[-1] not in CELL_TEXTS
            is_text = isinstance(at(english, path)[path[-1]], str) and path[-1] not in UNTRANSLATED
            if is_text and not cell_detail and "aliases" not in path:
                checked += 1
                missing += [(file, path)] if path not in overlay else []
    assert missing == []
    assert checked > 500


@pytest.mark.parametrize("language", LANGUAGES)
def test_overlays_belong_to_a_file_and_leave_keys_alone(language: str) -> None:
    folder = f"framework/{language}"
    names = [*rondo_resources.names(folder, ".toml"), *rondo_resources.names(f"{folder}/cells", ".toml")]
    assert {name.replace(f"/{language}/", "/") for name in names} <= set(files())
    fixed = [
        p
        for n in names
        for p in leaves(rondo_resources.read_toml(n))
        if p[-1] in UNTRANSLATED - {"mark"} and p[0] not in OUR_WORDS
    ]
    assert fixed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_same_tables_and_other_words(language: str) -> None:
    english, other = load(), load(language)
    assert other.language == language
    assert other.performers.keys() == english.performers.keys()
    assert [cell.code for cell in other.cells] == [cell.code for cell in english.cells]
    assert all(a.line != b.line for a, b in zip(english.cells, other.cells, strict=True))
    assert all(a.name != b.name for a, b in zip(english.experiences, other.experiences, strict=True))


def test_load_when_the_language_is_unknown_then_english() -> None:
    assert load("xx").language == "en"
    assert load("nl") is load("nl")


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_names_are_told_apart_within_their_enum(language: str) -> None:
    names: dict[str, list[str]] = {}
    for (enum, _), named in load(language).names.items():
        names.setdefault(enum, []).append(named.name)
    assert len(names) == 24
    assert all(len(set(found)) == len(found) for found in names.values())


def test_a_framework_is_read_as_a_whole_when_the_first_of_its_tables_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    real = rondo_resources.read_toml
    monkeypatch.setattr(rondo_resources, "read_toml", lambda name: asked.append(name) or real(name))
    found = Framework("en")
    at_first = len(asked)
    assert found.phases and found.name(found.phases[0].phase) and len(asked) == at_first
    assert 0 < at_first < len(files()) // 2
    assert len(found.cells) == 20
    assert sorted(asked) == sorted(files())
    assert found.glossary and found.complete() is None and len(asked) == len(files())


def test_what_a_framework_does_not_have_is_not_looked_for_in_files() -> None:
    with pytest.raises(AttributeError, match="surprise"):
        _ = Framework("en").surprise  # type: ignore[attr-defined]
