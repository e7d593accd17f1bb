"""Edits of what the brief concludes: conditions, decisions, actions, its own sections, its cover."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from rondofile.edits import Edit
from rondofile.ids import fresh_id
from rondofile.nouns.ordering import reorder
from rondofile.records import Action, BriefSection, Condition, Decision, Info

C = TypeVar("C", Condition, Decision, Action)


def set_cover(edit: Edit, **fields: Any) -> Info:
    """The named fields of the project itself (title, author, ...) have those values."""
    there = edit.rows(Info)
    if there:
        return edit.change(Info, there[0].id, **fields)
    info = Info(**{"id": fresh_id(), **fields})
    edit.insert(info)
    return edit.get(Info, info.id)


def add(edit: Edit, kind: type[C], text: str, **fields: Any) -> C:
    """A new condition, decision or action stands last."""
    record = kind(id=fresh_id(), position=edit.next_position(kind), text=text, **fields)
    edit.insert(record)
    return edit.get(kind, record.id)


def set_fields(edit: Edit, kind: type[C], key: str, **fields: Any) -> C:
    """The named fields of a condition, decision or action have those values."""
    return edit.change(kind, key, **fields)


def set_order(edit: Edit, kind: type[C], keys: Sequence[str]) -> None:
    """The conditions, decisions or actions stand in that order."""
    reorder(edit, kind, keys, edit.rows(kind))


def delete(edit: Edit, kind: type[C], *keys: str) -> None:
    """Those conditions, decisions or actions are gone."""
    edit.delete(kind, *keys)


def set_sections(edit: Edit, sections: Sequence[BriefSection]) -> None:
    """The brief has exactly those sections, in that order."""
    there = {section.id: section for section in edit.rows(BriefSection)}
    edit.delete(BriefSection, *(key for key in there if key not in {section.id for section in sections}))
    for position, section in enumerate(sections):
        wanted = replace(section, position=position)
        if section.id in there:
            edit.update(wanted)
        else:
            edit.insert(wanted)
