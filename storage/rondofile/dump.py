"""A project as plain text, for people and for version control: one edit changes few lines.

Every record is a block that begins with its noun and id and holds one line for each field that says
something. What belongs to a record stands inside its block. Steps stand by id, their order in a list of
its own, so that moving one changes two lines.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rondofile.columns import PART_OF, defaults_of
from rondofile.project import Project
from rondofile.records import NOUN_OF, NOUNS, Record, Step

FIRST_LINE = "rondo text 1"
"""What every dump begins with: its format and the version of that."""

OWNERS: dict[str, str] = {noun: name for noun, (name, _) in PART_OF.items()}
"""The nouns whose records stand inside the block of another, by the field that names it."""

_INDENT = "  "

Parts = dict[tuple[str, str], list[Record]]


def dump(project: Project) -> Iterator[str]:
    """The lines of the text, without line ends. The same content gives the same lines."""
    parts: Parts = defaultdict(list)
    for record in project.records():
        noun = NOUN_OF[type(record)]
        owner = OWNERS.get(noun)
        if owner is not None:
            parts[owner, getattr(record, owner)].append(record)
    yield FIRST_LINE
    for noun, kind in NOUNS.items():
        if noun not in OWNERS:
            yield from _blocks(project.all(kind), parts, "")


def _blocks(records: Sequence[Record], parts: Parts, indent: str) -> Iterator[str]:
    for record in records:
        noun = NOUN_OF[type(record)]
        yield f"{indent}{noun} {record.id}"
        yield from _fields(record, OWNERS.get(noun), indent + _INDENT)
        inside = parts.get((noun, record.id), [])
        steps = [part for part in inside if isinstance(part, Step)]
        yield from _order(steps, indent + _INDENT)
        others = [part for part in inside if not isinstance(part, Step)]
        yield from _blocks([*sorted(steps, key=lambda step: step.id), *others], parts, indent + _INDENT)


def _order(steps: Sequence[Step], indent: str) -> Iterator[str]:
    if steps:
        yield f"{indent}order of steps"
        for step in steps:
            yield f"{indent}{_INDENT}{step.id}  {_quoted(step.title)}"


def _fields(record: Record, owner: str | None, indent: str) -> Iterator[str]:
    defaults = defaults_of(type(record))
    for name in record.__struct_fields__:
        value = getattr(record, name)
        said = name not in defaults or value != defaults[name]
        if said and name not in ("id", "position", owner):
            yield from _field(name, value, indent)


def _field(name: str, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, str) and "\n" in value:
        yield f"{indent}{name}:"
        for line in value.split("\n"):
            yield f"{indent}{_INDENT}| {line}" if line else f"{indent}{_INDENT}|"
    else:
        yield f"{indent}{name}: {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, bytes):
        return f"{len(value)} bytes"  # the id of an asset is the digest of its bytes
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and type(value) is str:
        return _quoted(value)
    return str(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
