"""The shipped schema says what the records are, and the fast check says what the schema library says."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rondo_resources
from helpers.projects import projects
from rondo.exchange.json_fast_check import compiled
from rondo.exchange.json_schema import FORMAT, schema
from rondo.exchange.json_shape import GROUPS, KEYS, LISTS
from rondo.exchange.json_writer import write_json
from rondofile.columns import COLUMNS, Column, Kind, defaults_of
from rondofile.records import (
    NOUN_OF,
    NOUNS,
    Asset,
    BriefSection,
    Info,
    Journey,
    Lane,
    Link,
    Mark,
    Menu,
    MenuChoice,
    MenuRule,
    Note,
    Placement,
    Reading,
    Record,
    Segment,
    SegmentRole,
    Step,
    StepFeeling,
    StepInformation,
    StepOrigin,
    Stretch,
    StretchStep,
)

NAMES = {StepFeeling: "feeling", StepInformation: "information", BriefSection: "section", SegmentRole: "role"}
NESTED = (
    (Journey, "lanes", Lane),
    (Journey, "steps", Step),
    (Journey, "links", Link),
    (Journey, "stretches", Stretch),
    (Journey, "notes", Note),
    (Step, "feelings", StepFeeling),
    (Step, "information", StepInformation),
    (Step, "marks", Mark),
    (Placement, "readings", Reading),
    (Segment, "roles", SegmentRole),
    (Menu, "rules", MenuRule),
)
PLAIN_LISTS = ((Step, "origins"), (Stretch, "steps"), (Menu, "choices"))
JSON_TYPES = {
    Kind.TEXT: "string",
    Kind.FLAG: "boolean",
    Kind.INTEGER: "integer",
    Kind.REAL: "number",
    Kind.ID: "string",
    Kind.REFERENCE: "string",
}


def definition(kind: type[Record]) -> dict[str, Any]:
    found: dict[str, Any] = schema()["$defs"][NAMES.get(kind, NOUN_OF[kind])]
    return found


def described(kind: type[Record]) -> Iterator[tuple[Column, dict[str, Any]]]:
    """Each column of a record that a document holds, with what the schema says of it."""
    columns = {column.name: column for column in COLUMNS[NOUN_OF[kind]]}
    for key in KEYS[kind]:
        if key in GROUPS:
            parts = schema()["$defs"][key]["properties"]
            assert tuple(parts) == GROUPS[key]
            yield from ((columns[f"{key}_{part}"], parts[part]) for part in parts)
        else:
            yield columns[key], definition(kind)["properties"][key]
    if kind is Info:
        yield columns["brief_preset"], schema()["$defs"]["brief"]["properties"]["preset"]


@pytest.mark.parametrize("kind", KEYS, ids=lambda kind: kind.__name__)
def test_every_field_has_the_type_words_bounds_and_default_of_the_record(kind: type[Record]) -> None:
    seen = 0
    for column, said in described(kind):
        seen += 1
        if column.choices is not None:
            words = [choice.value for choice in column.choices]
            assert said["enum"] == ([*words, None] if column.optional else words), column
        else:
            plain = JSON_TYPES[column.kind]
            assert said["type"] == ([plain, "null"] if column.optional else plain), column
        if column.kind in (Kind.INTEGER, Kind.REAL):
            assert (said["minimum"], said["maximum"]) == (column.low, column.high), column
        if column.kind is Kind.TEXT:
            assert said["maxLength"] == column.cap, column
        if column.kind in (Kind.ID, Kind.REFERENCE):
            assert "pattern" in said, column
        if column.name != "id" and column.name in defaults_of(kind):
            assert said["default"] == defaults_of(kind)[column.name], column
    assert seen >= 2


def test_every_field_of_every_record_has_its_place_in_a_document() -> None:
    placed = {(NOUN_OF[kind], column.name) for kind in KEYS for column, _ in described(kind)}
    parents = {(NOUN_OF[child], NOUN_OF[parent]) for parent, _, child in NESTED}
    rows = {NOUN_OF[row] for row in (StepOrigin, StretchStep, MenuChoice)}
    left = {
        (noun, column.name)
        for noun, columns in COLUMNS.items()
        for column in columns
        if noun not in rows and column.name != "position" and (noun, column.name) not in placed | parents
    }
    ids = {(NOUN_OF[kind], "id") for kind, keys in KEYS.items() if "id" not in keys}
    assert left == ids | {("asset", "content")}
    assert set(NOUNS.values()) == set(KEYS) | {StepOrigin, StretchStep, MenuChoice}


@pytest.mark.parametrize("kind", KEYS, ids=lambda kind: kind.__name__)
def test_needed_is_what_the_record_cannot_do_without(kind: type[Record]) -> None:
    parents = {NOUN_OF[parent] for parent, _, child in NESTED if child is kind}
    needed = {
        name for name in kind.__struct_fields__ if name not in {"id"} | parents | set(defaults_of(kind))
    }
    if kind is Mark:
        needed -= {"kind"}  # a mark is a pain where nothing else is said
    if kind is Asset:
        needed |= {"id", "content"}
    assert set(definition(kind).get("required", ())) == needed


def test_the_keys_stand_in_the_order_in_which_they_are_written() -> None:
    top = schema()["properties"]
    assert list(top) == ["format", "project", *(key for key, _ in LISTS), "brief", "assets"]
    for kind, keys in KEYS.items():
        lists = [key for parent, key in PLAIN_LISTS if parent is kind]
        lists += [key for parent, key, _ in NESTED if parent is kind]
        lists += ["content"] if kind is Asset else []
        assert list(definition(kind)["properties"]) == [*keys, *lists]


def test_every_object_is_closed_and_every_key_described() -> None:
    objects = [schema(), *schema()["$defs"].values()]
    assert len(objects) > 20
    for part in objects:
        assert part["additionalProperties"] is False and part["description"].endswith(".")
        for key, said in part["properties"].items():
            assert "$ref" in said or len(said["description"]) > 10, key


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["properties"]["format"]["const"] == FORMAT


LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 5), st.sampled_from([0.5, 5.0, -2.0, 1e15, 2.0**31, 1e300]),
    st.sampled_from(["", "a", "a b", "next", "pain", "rondo/1", "a\n", "x" * 501, "a" * 64, "a" * 65]),
    st.just([]), st.just({}), st.just(["a"]), st.just({"id": "a"}),
)  # fmt: skip


def places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every container in a tree with each of its keys."""
    entries = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in list(entries):
        yield tree, key
        yield from places(value)


@settings(max_examples=60, deadline=None)
@given(projects(most=2), st.data())
def test_the_fast_check_agrees_with_the_schema_library(project: Any, data: st.DataObject) -> None:
    fast, slow = compiled(schema(), schema()), jsonschema.Draft202012Validator(schema())
    tree = json.loads(write_json(project))
    assert fast(tree) and slow.is_valid(tree)
    count = sum(1 for _ in places(tree))
    for _ in range(3):
        broken = copy.deepcopy(tree)
        container, key = list(places(broken))[data.draw(st.integers(0, count - 1))]
        how = data.draw(st.sampled_from(["change", "remove", "add"]))
        if how == "change":
            container[key] = data.draw(LEAVES)
        elif how == "remove":
            del container[key]
        elif isinstance(container, dict):
            container[data.draw(st.sampled_from(["nope", "id", "title", "format"]))] = data.draw(LEAVES)
        assert fast(broken) == slow.is_valid(broken)


def test_a_keyword_that_is_not_checked_is_an_error() -> None:
    with pytest.raises(ValueError, match="uniqueItems"):
        compiled({"type": "array", "items": {"const": 1}, "uniqueItems": True}, {})


@pytest.mark.parametrize("name", rondo_resources.names("samples", ".json"))
def test_the_shipped_cases_fit_the_schema(name: str) -> None:
    jsonschema.validate(json.loads(rondo_resources.read_bytes(name)), schema())
