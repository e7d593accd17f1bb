"""Organisations as lines of the outline, each with the sign of its kind."""

from __future__ import annotations

from rondo.strategy.framework.whole import Framework
from rondo.ui.outline.changing.draft import Draft, draft_entry
from rondo.ui.outline.lines.entry import Entry
from rondo.words import Words
from rondofile.enums import PlayerKind
from rondofile.project import Project
from rondofile.records import Player


def firms(
    project: Project, framework: Framework, words: Words, draft: Draft | None = None
) -> tuple[Entry, ...]:
    """Every organisation."""
    lines = [_firm(player, framework, words) for player in project.all(Player)]
    if draft is not None and draft.kind is Player:
        lines.append(draft_entry(draft, mark=framework.mark(kind_of_new(project))))
    return tuple(lines)


def kind_of_new(project: Project) -> PlayerKind:
    """The first organisation is our own firm, every other a rival until it is said what it is."""
    return PlayerKind.OWN if project.own is None else PlayerKind.RIVAL


def _firm(player: Player, framework: Framework, words: Words) -> Entry:
    name = player.name.strip() or words("outline.unnamed.organisation")
    kind = framework.name(player.kind)
    said = words("outline.organisation.said", organisation=name, kind=kind)
    return Entry(("player", player.id), name, Player, player.name, said, mark=framework.mark(player.kind))
