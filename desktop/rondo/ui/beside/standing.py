"""How every step of a pair stands: as today, changed, new, gone; and the few words on its card."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from rondo.strategy.changes.change import Change, ChangeKind
from rondo.strategy.changes.change_list import ChangeList, Entry
from rondo.ui.desk import Desk
from rondo.ui.escaped import escape
from rondofile.enums import Actor, Phase


class State(StrEnum):
    """What became of a step, or what it came from."""

    SAME = "same"
    CHANGED = "changed"
    WORSE = "worse"
    NEW = "new"
    GONE = "gone"


class Standing(Struct, frozen=True):
    """`tag`: the words on the card; empty for none. `said`: all of it, for the ear and the pointer."""

    state: State
    tag: str = ""
    said: str = ""


def standings(desk: Desk, found: ChangeList) -> dict[str, Standing]:
    """How each step of both journeys stands, by its id."""
    made: dict[str, Standing] = {}
    same = Standing(State.SAME, "", desk.words("changes.unchanged"))
    for entry in found.entries:
        if entry.section == "unchanged":
            made.update(dict.fromkeys(entry.ids, same))
        elif entry.section == "removed":
            tag = desk.words("changes.removed")
            made[entry.before[0].id] = Standing(State.GONE, tag, _said(entry, tag))
        elif entry.section == "added":
            tag = desk.words("beside.tag.new")
            made[entry.after[0].id] = Standing(State.NEW, tag, _said(entry, tag))
    for entry in found.entries:
        if entry.before and entry.after and entry.section != "unchanged":
            _became(desk, entry, made)
    worse = {step.id for detail in found.worse for step in detail.change.after}
    return {
        key: Standing(State.WORSE, one.tag, one.said) if key in worse else one for key, one in made.items()
    }


def counterparts(found: ChangeList) -> Mapping[str, tuple[str, ...]]:
    """For each step those that it became or came from."""
    others: dict[str, dict[str, None]] = {}
    for entry in found.entries:
        for a in entry.before:
            for b in entry.after:
                others.setdefault(a.id, {})[b.id] = None
                others.setdefault(b.id, {})[a.id] = None
    return {key: tuple(them) for key, them in others.items()}


def _became(desk: Desk, entry: Entry, made: dict[str, Standing]) -> None:
    words, said = desk.words, _said(entry, entry.text)
    for step in entry.before:
        tag = ""
        if entry.section == "merged":
            tag = words("beside.tag.joined")
        elif entry.section == "split":
            tag = words("beside.tag.divided")
        made.setdefault(step.id, Standing(State.CHANGED, tag, said))
    for step in entry.after:
        made.setdefault(step.id, Standing(State.CHANGED, _tag(desk, entry), said))


def _tag(desk: Desk, entry: Entry) -> str:
    """The most telling thing about a step that is not as it was."""
    words = desk.words
    if entry.section == "merged":
        return words.count("beside.tag.from", len(entry.before))
    changes = {detail.change.kind: detail.change for detail in entry.details}
    if ChangeKind.RE_LANED in changes:
        return words("beside.tag.lane", lane=changes[ChangeKind.RE_LANED].was or words("changes.unknown"))
    if ChangeKind.MOVED_PHASE in changes:
        return words("beside.tag.phase", was=_named(desk, changes[ChangeKind.MOVED_PHASE]))
    if ChangeKind.ACTOR in changes:
        was = changes[ChangeKind.ACTOR].was
        return words("beside.tag.actor", was=desk.framework.name(Actor(str(was))))
    for kind in (ChangeKind.WAIT, ChangeKind.MINUTES):
        change = changes.get(kind)
        if change and isinstance(change.was, float | int) and isinstance(change.now, float | int):
            times = {"was": words.short_duration(change.was), "now": words.short_duration(change.now)}
            return words(f"beside.tag.{kind}", **times)
    return words("beside.tag.changed")


def _named(desk: Desk, change: Change) -> str:
    return desk.framework.name(Phase(str(change.was))) if change.was else desk.words("changes.unknown")


def _said(entry: Entry, first: str) -> str:
    return "\n".join((first, *(detail.text for detail in entry.details)))


def tip(said: str) -> str:
    """What is said of a step as a tool tip shows it: its lines, and nothing read as anything but letters."""
    return "<br>".join(escape(line) for line in said.splitlines())
