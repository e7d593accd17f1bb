"""Edits of links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rondofile.edits import Edit
from rondofile.enums import LinkKind
from rondofile.ids import fresh_id
from rondofile.nouns import steps
from rondofile.records import Link, Step


def connect(edit: Edit, source: str, target: str, kind: LinkKind = LinkKind.NEXT, **fields: Any) -> Link:
    """A new link leads from one step to another of the same journey."""
    journey = edit.get(Step, source).journey
    position = edit.next_position(Link, "journey = ?", (journey,))
    link = Link(
        id=fresh_id(), journey=journey, position=position, source=source, target=target, kind=kind, **fields
    )
    edit.insert(link)
    return edit.get(Link, link.id)


def set_fields(edit: Edit, keys: Iterable[str], **fields: Any) -> None:
    """The named fields of all those links have those values."""
    for key in keys:
        edit.change(Link, key, **fields)


def insert_step(edit: Edit, key: str, title: str, **fields: Any) -> Step:
    """A new step stands in the middle of the link; the way leads through it."""
    link = edit.get(Link, key)
    source = edit.get(Step, link.source)
    fields = {"phase": source.phase, "lane": source.lane, **fields}
    step = steps.add(edit, link.journey, title, after=source.id, **fields)
    connect(edit, step.id, link.target, link.kind)
    edit.change(Link, key, target=step.id)
    return step


def delete(edit: Edit, *keys: str) -> None:
    """The links are gone; the steps stay."""
    edit.delete(Link, *keys)
