"""The offers of a range are made: one edit, with the organisations that are new."""

from __future__ import annotations

from collections.abc import Sequence

from rondo.ui.offers.pasting.reading import NewOffer
from rondo.ui.ranges.compared import plain
from rondofile.edits import Edit
from rondofile.enums import PlayerKind
from rondofile.nouns import placements, players


def take(edit: Edit, rows: Sequence[NewOffer]) -> tuple[str, ...]:
    """The ids of the offers, in their order. A new organisation is a rival, made once."""
    made: dict[str, str] = {}
    ids = []
    for row in rows:
        fields = dict(row.fields)
        if row.new_player:
            name = plain(row.new_player)
            if name not in made:
                made[name] = players.add(edit, row.new_player, PlayerKind.RIVAL).id
            fields["player"] = made[name]
        cell = fields.pop("experience", None), fields.pop("architecture", None)
        ids.append(placements.place(edit, fields.pop("offer", ""), cell, **fields).id)
    return tuple(ids)
