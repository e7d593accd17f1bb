"""What gestures on links do to the records: many at once, ends moved, ways kept whole. Nothing knows Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rondofile.edits import Edit
from rondofile.enums import LinkKind
from rondofile.ids import fresh_id
from rondofile.nouns import links, steps
from rondofile.records import Link, Step


def connect_all(edit: Edit, pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Each first step leads to the second one, all of one journey; their links' ids."""
    wanted = list(pairs)
    if not wanted:
        return []
    journey = edit.get(Step, wanted[0][0]).journey
    start = edit.next_position(Link, "journey = ?", (journey,))
    made = [
        Link(id=fresh_id(), journey=journey, position=at, source=one, target=other)
        for at, (one, other) in enumerate(wanted, start)
    ]
    edit.insert(*made)
    return [link.id for link in made]


def move_end(edit: Edit, key: str, source: str, target: str, kind: LinkKind) -> Link:
    """The link leads from that step to that one; it keeps its label and what else stands on it."""
    return edit.change(Link, key, source=source, target=target, kind=kind)


def delete_whole(edit: Edit, keys: Iterable[str], bridges: Mapping[str, str]) -> list[str]:
    """The steps are gone; where the way led through them it leads on. Ids of the links that do."""
    steps.delete(edit, *keys)
    return connect_all(edit, bridges.items())


def undo_bridges(edit: Edit, keys: Iterable[str]) -> None:
    """The links that closed a gap are gone again, as far as they are there."""
    there = {link.id for link in edit.rows(Link)}
    links.delete(edit, *(key for key in keys if key in there))


def insert_step(edit: Edit, link: str, title: str, **fields: object) -> str:
    """A new step stands in the middle of the link; its id."""
    return links.insert_step(edit, link, title, **fields).id
