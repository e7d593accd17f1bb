"""Edits of named pieces of information, and of the steps that gather or use them."""

from __future__ import annotations

from typing import Any

from rondofile.edits import Edit
from rondofile.enums import About, InformationHow, InformationUse
from rondofile.ids import fresh_id
from rondofile.records import Item, StepInformation


def add(edit: Edit, name: str, about: About = About.PERSON) -> Item:
    """A new piece of information has that name."""
    item = Item(id=fresh_id(), position=edit.next_position(Item), name=name, about=about)
    edit.insert(item)
    return edit.get(Item, item.id)


def named(edit: Edit, name: str) -> Item:
    """The piece of information of that name, in any case of letters; a new one where there is none."""
    wanted = name.casefold()
    return next((i for i in edit.rows(Item) if i.name.casefold() == wanted), None) or add(edit, name)


def set_fields(edit: Edit, key: str, **fields: Any) -> Item:
    """The named fields of the piece of information have those values."""
    return edit.change(Item, key, **fields)


def delete(edit: Edit, key: str) -> None:
    """The piece of information is gone, at every step."""
    edit.delete(Item, key)


def attach(edit: Edit, step: str, item: str, how: InformationHow, use: InformationUse) -> StepInformation:
    """The step gathers or uses the item so; where it did already, only how it is had changes."""
    same = edit.rows(StepInformation, "step = ? AND item = ? AND use = ?", (step, item, use.value))
    if same:
        return edit.change(StepInformation, same[0].id, how=how)
    position = edit.next_position(StepInformation, "step = ?", (step,))
    record = StepInformation(id=fresh_id(), step=step, position=position, item=item, how=how, use=use)
    edit.insert(record)
    return record


def detach(edit: Edit, *keys: str) -> None:
    """Those steps gather or use those items no more; the items stay."""
    edit.delete(StepInformation, *keys)
