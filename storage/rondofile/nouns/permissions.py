"""Edits of the permission ledger: what we may know of customers, and what they get for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rondofile.edits import Edit
from rondofile.ids import fresh_id
from rondofile.nouns.ordering import reorder
from rondofile.records import Permission


def add(edit: Edit, item: str, **fields: Any) -> Permission:
    """A new row for that piece of information is the last stair."""
    position = edit.next_position(Permission)
    permission = Permission(id=fresh_id(), position=position, item=item, **fields)
    edit.insert(permission)
    return edit.get(Permission, permission.id)


def set_fields(edit: Edit, key: str, **fields: Any) -> Permission:
    """The named fields of the row have those values."""
    return edit.change(Permission, key, **fields)


def set_order(edit: Edit, keys: Sequence[str]) -> None:
    """The stairs are climbed in that order."""
    reorder(edit, Permission, keys, edit.rows(Permission))


def delete(edit: Edit, *keys: str) -> None:
    """The rows are gone; the pieces of information stay."""
    edit.delete(Permission, *keys)
