"""Edits of marks: pains, delights, drivers."""

from __future__ import annotations

from typing import Any

from rondofile.edits import Edit
from rondofile.enums import MarkKind
from rondofile.ids import fresh_id
from rondofile.records import Mark


def add(edit: Edit, step: str, kind: MarkKind, text: str = "", **fields: Any) -> Mark:
    """A new mark stands on the step."""
    position = edit.next_position(Mark, "step = ?", (step,))
    mark = Mark(id=fresh_id(), step=step, position=position, kind=kind, text=text, **fields)
    edit.insert(mark)
    return edit.get(Mark, mark.id)


def set_fields(edit: Edit, key: str, **fields: Any) -> Mark:
    """The named fields of the mark have those values; `step` moves it."""
    return edit.change(Mark, key, **fields)


def delete(edit: Edit, *keys: str) -> None:
    """The marks are gone."""
    edit.delete(Mark, *keys)
