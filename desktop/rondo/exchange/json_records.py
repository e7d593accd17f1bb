"""A checked tree becomes records: positions from the order of the lists, ids where they are missing."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from types import UnionType
from typing import Any, TypeVar, get_args, get_type_hints

from rondo.exchange.json_ids import Ids
from rondo.exchange.json_shape import DEFAULTS, GROUPS, KEYS, LISTS, NATURAL_KEYS
from rondo.exchange.places import Place
from rondo.exchange.problems import refused
from rondofile.records import (
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

Tree = Mapping[str, Any]
R = TypeVar("R", bound=Record)


def records_of(tree: Tree, ids: Ids) -> Iterator[Record]:
    """Every record of a tree that fits the schema, in the order of the document."""
    brief = tree.get("brief", {})
    project = tree.get("project", {})
    yield _record(Info, project, ids, ("project",), brief_preset=brief.get("preset", ""))
    for key, kind in LISTS:
        for position, (entry, place) in enumerate(_entries(tree, key, ())):
            record = _record(kind, entry, ids, place, position=position)
            yield record
            yield from _children(record, entry, ids, place)
    yield from _list(BriefSection, brief, "sections", ids, ("brief",))
    yield from (_asset(entry, ids, place) for entry, place in _entries(tree, "assets", ()))


def _children(record: Record, tree: Tree, ids: Ids, place: Place) -> Iterator[Record]:
    if isinstance(record, Journey):
        yield from _list(Lane, tree, "lanes", ids, place, journey=record.id)
        for step, entry, at in _nested(Step, tree, "steps", ids, place, journey=record.id):
            yield step
            yield from _members(StepOrigin, "origin", entry, "origins", ids, at, step=step.id)
            yield from _list(StepFeeling, entry, "feelings", ids, at, step=step.id)
            yield from _list(StepInformation, entry, "information", ids, at, step=step.id)
            yield from _list(Mark, entry, "marks", ids, at, step=step.id)
        yield from _list(Link, tree, "links", ids, place, journey=record.id)
        for stretch, entry, at in _nested(Stretch, tree, "stretches", ids, place, journey=record.id):
            yield stretch
            yield from _members(StretchStep, "step", entry, "steps", ids, at, stretch=stretch.id)
        yield from _list(Note, tree, "notes", ids, place, journey=record.id)
    elif isinstance(record, Placement):
        yield from _list(Reading, tree, "readings", ids, place, placement=record.id)
    elif isinstance(record, Segment):
        yield from _list(SegmentRole, tree, "roles", ids, place, segment=record.id)
    elif isinstance(record, Menu):
        yield from _members(MenuChoice, "placement", tree, "choices", ids, place, menu=record.id)
        yield from _list(MenuRule, tree, "rules", ids, place, menu=record.id)


def _list(kind: type[R], tree: Tree, key: str, ids: Ids, place: Place, **parent: str) -> Iterator[R]:
    return (record for record, _, _ in _nested(kind, tree, key, ids, place, **parent))


def _nested(
    kind: type[R], tree: Tree, key: str, ids: Ids, place: Place, **parent: str
) -> Iterator[tuple[R, Tree, Place]]:
    for position, (entry, at) in enumerate(_entries(tree, key, place)):
        yield _record(kind, entry, ids, at, position=position, **parent), entry, at


def _members(
    kind: type[R], field: str, tree: Tree, key: str, ids: Ids, place: Place, **parent: str
) -> Iterator[R]:
    """Rows that stand in the document as a plain list of ids."""
    for position, (other, at) in enumerate(_entries(tree, key, place)):
        facts: dict[str, Any] = {field: other, **parent}
        yield kind(id=ids.natural(kind, facts, at), position=position, **facts)  # type: ignore[call-arg]


def _entries(tree: Tree, key: str, place: Place) -> Iterator[tuple[Any, Place]]:
    return ((entry, (*place, key, index)) for index, entry in enumerate(tree.get(key, ())))


def _record(kind: type[R], tree: Tree, ids: Ids, place: Place, **more: Any) -> R:
    facts = {**DEFAULTS.get(kind, {}), **_fields(kind, tree), **more}
    key = ids.natural(kind, facts, place) if kind in NATURAL_KEYS else ids.own(kind, tree, place)
    facts["id"] = key
    return kind(**facts)


def _fields(kind: type[Record], tree: Tree) -> dict[str, Any]:
    convert = _CONVERTERS[kind]
    fields: dict[str, Any] = {}
    for key, value in tree.items():
        if key in GROUPS:
            for part, inner in value.items():
                name = f"{key}_{part}"
                fields[name] = convert[name](inner) if name in convert and inner is not None else inner
        elif key in KEYS[kind] and key != "id":
            fields[key] = convert[key](value) if key in convert and value is not None else value
    return fields


def _converters(kind: type[Record]) -> Mapping[str, Callable[[Any], Any]]:
    """For each field that is a word of an enum or a number: what makes it of the plain value."""
    converters: dict[str, Callable[[Any], Any]] = {}
    for name, hint in get_type_hints(kind).items():
        types = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        inner = next(each for each in types if each is not type(None))
        if inner in (int, float) or issubclass(inner, StrEnum):
            converters[name] = inner
    return converters


_CONVERTERS = {kind: _converters(kind) for kind in KEYS}


def _asset(tree: Tree, ids: Ids, place: Place) -> Asset:
    try:
        content = base64.b64decode(tree["content"], validate=True)
    except ValueError:
        raise refused("json.not-base64", (*place, "content")) from None
    if sha256(content).hexdigest() != tree["id"]:
        raise refused("json.other-picture", (*place, "id"))
    return _record(Asset, tree, ids, place, content=content)
