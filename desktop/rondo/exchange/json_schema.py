"""A tree is checked against the shipped schema; what does not fit becomes problems a person can act on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import rondo_resources
from rondo.exchange.json_fast_check import Check, compiled
from rondo.exchange.places import Place
from rondo.exchange.problems import Problem, RefusedDocumentError, quoted

if TYPE_CHECKING:
    from jsonschema import ValidationError

FORMAT = "rondo/1"
MOST_PROBLEMS = 20


@cache
def schema() -> dict[str, Any]:
    """The shipped schema of rondo/1."""
    loaded: dict[str, Any] = json.loads(rondo_resources.read_text("rondo-1.schema.json"))
    return loaded


@cache
def _check() -> Check:
    return compiled(schema(), schema())


def check_schema(tree: Any) -> None:
    """The tree fits the schema. RefusedDocumentError with the first problems otherwise."""
    if _check()(tree):
        return
    # Slow, and only needed to say what is wrong.
    from jsonschema import Draft202012Validator

    errors = Draft202012Validator(schema()).iter_errors(tree)
    problems = (problem for error in errors for problem in _problems(error))
    raise RefusedDocumentError(list(islice(problems, MOST_PROBLEMS)))


def _problems(error: ValidationError) -> Iterator[Problem]:
    place, rule = tuple(error.absolute_path), str(error.validator)
    value: Any = error.validator_value
    instance: Any = error.instance
    schema_here: Any = error.schema
    if rule == "additionalProperties":
        yield from _unknown_keys(instance, list(schema_here["properties"]), place)
    elif rule == "required":
        yield from _missing_keys(error, value, place)
    elif rule == "type" and instance is None and place:
        yield Problem("json.needs-something", place)
    else:
        facts = {"found": _found(rule, instance), **_limits(rule, value, schema_here)}
        yield Problem(_key(rule, value), place, facts)


def _found(rule: str, instance: Any) -> object:
    if rule == "maxLength":
        return len(instance)
    return f'"{quoted(instance)}"' if rule == "type" and isinstance(instance, str) else quoted(instance)


def _key(rule: str, value: Any) -> str:
    if rule == "type":
        return f"json.needs-{value if isinstance(value, str) else value[0]}"
    return _KEYS[rule]


def _limits(rule: str, value: Any, schema_here: Any) -> dict[str, object]:
    """What the rule allows, for the places of its message."""
    if rule == "enum":
        return {"allowed": ", ".join("null" if word is None else word for word in value)}
    if rule in ("minimum", "maximum"):
        return {"least": schema_here["minimum"], "most": schema_here["maximum"]}
    return {"most": value} if rule == "maxLength" else {"format": FORMAT} if rule == "const" else {}


_KEYS = {
    "enum": "json.wrong-word",
    "minimum": "json.out-of-range",
    "maximum": "json.out-of-range",
    "maxLength": "json.too-long",
    "const": "json.wrong-format",
    "pattern": "json.not-an-id",
}


def _unknown_keys(instance: Any, known: list[str], place: Place) -> Iterator[Problem]:
    for key in instance:
        if key in known:
            continue
        near = get_close_matches(key.lower(), known, 1)
        if near:
            yield Problem("json.unknown-key-near", place, {"key": quoted(key), "near": near[0]})
        else:
            yield Problem("json.unknown-key", place, {"key": quoted(key), "known": ", ".join(known)})


def _missing_keys(error: ValidationError, required: list[str], place: Place) -> Iterator[Problem]:
    instance: Any = error.instance
    missing = [key for key in required if key not in instance]
    # The library reports each missing key apart, every time with the whole list: speak only once.
    if error.message.startswith(repr(missing[0])):
        for key in missing:
            yield Problem("json.no-format" if key == "format" else "json.missing-key", place, {"key": key})
