"""What was not taken from a file, in plain sentences: grouped by what became of it, each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rondo.commands.sentence import remark_of
from rondo.words import Words
from rondofile.columns import COLUMNS
from rondofile.project import Project
from rondofile.reading.report import Remark, Report
from rondofile.records import NOUNS, Record

GROUPS = {
    "digest": ("read.digest", "read.seal"),
    "active": ("read.active-part",),
    "beside": ("read.side-file",),
    "lost": ("read.lost-row", "read.duplicate"),
    "emptied": ("read.bad-value", "read.no-such"),
    "cleaned": ("read.cleaned",),
    "missing": ("read.no-table", "read.no-column"),
    "foreign": ("read.foreign-part",),
}
"""What became of it, the weightiest first, and the keys of the remarks that say so."""

_NAMES = ("title", "name", "offer", "text", "label", "card_text")
_LONGEST = 60
_GROUP_OF = {key: group for group, keys in GROUPS.items() for key in keys}


class Group(Struct, frozen=True):
    """`heading`: what became of these; `lines`: one for each, in the order they were met."""

    heading: str
    lines: tuple[str, ...]


def groups(report: Report, project: Project, words: Words) -> tuple[Group, ...]:
    """Every remark of the report in its group; the project gives the things their names."""
    found: dict[str, list[str]] = {}
    for remark in report.remarks:
        group = _GROUP_OF.get(remark.key, "other")
        found.setdefault(group, []).append(_said(remark, group, project, words))
    order = (*GROUPS, "other")
    return tuple(
        Group(words(f"received.group.{group}"), tuple(found[group])) for group in order if group in found
    )


def as_text(name: str, report: Report, project: Project, words: Words) -> str:
    """The whole list as plain text, for a file or a terminal. `name`: of the file."""
    parts = [words("received.title", file=name)]
    for group in groups(report, project, words):
        count = words.count("received.count", len(group.lines))
        parts.append("\n".join((f"{group.heading} ({count})", *(f"- {line}" for line in group.lines))))
    if report.more:
        parts.append(words("received.more", n=words.number(report.more)))
    return "\n\n".join(parts) + "\n"


def _said(remark: Remark, group: str, project: Project, words: Words) -> str:
    if group == "other":
        return remark_of(remark, words)
    reason, _, value = remark.value.partition(": ")
    explained = reason != "" and reason in words
    plain = {
        "place": _begun(_place(remark, project, words)),
        "field": _field(remark, words),
        "value": _bare(value) if explained else remark.value,
        "reason": words(reason) if explained else "",
    }
    key = f"received.said.{remark.key.removeprefix('read.')}"
    if remark.key == "read.lost-row" and (explained or not remark.value):
        key = f"{key}.{'reason' if explained else 'plain'}"
    return words(key, **{name: plain[name] for name in words.places(key)})


def _bare(value: str) -> str:
    """The value without the marks that say it is a text."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] == "'" else value


def _begun(text: str) -> str:
    """The text as the beginning of a line."""
    return text[:1].upper() + text[1:]


def _field(remark: Remark, words: Words) -> str:
    """What people call the field; a part of the file goes by its own name."""
    key = f"received.field.{remark.field}"
    return words(key) if remark.noun in NOUNS and key in words else remark.field or "–"


def _place(remark: Remark, project: Project, words: Words) -> str:
    """The thing by its name, behind what it is part of; by its id where it did not come in."""
    if remark.noun not in NOUNS:
        key = f"received.noun.{remark.noun}"
        return words(key) if key in words else remark.noun
    kind = words(f"received.noun.{remark.noun}")
    if remark.key in GROUPS["missing"]:
        return kind
    record = project.tables[remark.noun].get(remark.id)
    if record is None:
        named = words("received.named", noun=kind, name=remark.id) if remark.id else ""
        return named or words("received.unnamed", noun=kind)
    return ", ".join(
        reversed([_named(noun, one, words) for noun, one in _wholes(remark.noun, record, project)])
    )


def _wholes(noun: str, record: Record, project: Project) -> Iterator[tuple[str, Record]]:
    """The thing and what it is part of, one after the other."""
    while True:
        yield noun, record
        parent = next((column for column in COLUMNS[noun] if column.parent and column.cascade), None)
        whole = project.tables[parent.parent or ""].get(getattr(record, parent.name)) if parent else None
        if parent is None or whole is None:
            return
        noun, record = str(parent.parent), whole


def _named(noun: str, record: Record, words: Words) -> str:
    kind = words(f"received.noun.{noun}")
    name = next((text for field in _NAMES if (text := getattr(record, field, ""))), "")
    if not name:
        return words("received.unnamed", noun=kind)
    name = " ".join(name.split())
    name = name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip()}…"
    return words("received.named", noun=kind, name=name)
