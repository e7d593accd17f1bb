"""Edits of organisations."""

from __future__ import annotations

from typing import Any

from rondofile.edits import Edit
from rondofile.enums import PlayerKind
from rondofile.ids import fresh_id
from rondofile.records import Player


def add(edit: Edit, name: str, kind: PlayerKind = PlayerKind.RIVAL, **fields: Any) -> Player:
    """A new organisation stands last."""
    player = Player(id=fresh_id(), position=edit.next_position(Player), name=name, kind=kind, **fields)
    edit.insert(player)
    return edit.get(Player, player.id)


def set_fields(edit: Edit, key: str, **fields: Any) -> Player:
    """The named fields of the organisation have those values."""
    return edit.change(Player, key, **fields)


def delete(edit: Edit, key: str) -> None:
    """The organisation is gone; its journeys and offers stay without it."""
    edit.delete(Player, key)
