"""What stands open about permissions in sentences, each with its place."""

from __future__ import annotations

from rondo.strategy.permissions import Remark
from rondo.words import Words


def sentence(remark: Remark, words: Words) -> str:
    """A gap or a question in one sentence."""
    facts = {"item": remark.item.name or words("telling.unnamed.item")}
    if remark.people:
        user, giver = remark.people
        facts |= {"user": user.name, "giver": giver.name}
    text = words(f"permissions.open_{remark.about}", **facts)
    return words("permissions.gap" if remark.about.is_gap else "permissions.question", text=text)


def place_of(remark: Remark) -> str:
    """The group of the figure where it stands."""
    if remark.permission is not None:
        return f"permission-{remark.permission.id}"
    return f"item-{remark.item.id}"
