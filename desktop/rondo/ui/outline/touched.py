"""Which sections of the outline a change is seen in."""

from __future__ import annotations

from rondofile.changes import ChangeSet, Entry
from rondofile.records import Journey, Link, Player, Segment, Situation, Step, Stretch

_SHOWN = ("title", "phase", "lane", "position")


def touched(changes: ChangeSet) -> tuple[str, ...]:
    """Names of sections. Where a step stands inside its cell is not seen here."""
    found = []
    if changes.of(Segment) or changes.of(Situation):
        found.append("segments")
    steps = any(map(_is_seen, changes.of(Step).values()))
    if steps or changes.of(Journey) or changes.of(Stretch) or changes.of(Link):
        found.append("journeys")
    if changes.of(Player):
        found.append("organisations")
    return tuple(found)


def _is_seen(entry: Entry) -> bool:
    before, after = entry
    if before is None or after is None:
        return True
    return any(getattr(before, field) != getattr(after, field) for field in _SHOWN)
