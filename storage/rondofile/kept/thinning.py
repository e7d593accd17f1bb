"""Thinning: which versions stay. A version that a person named always does, and so does the newest.

Of the others one stays for each of the last 24 hours, 14 days and 8 weeks in which there were any, and
the last of those kept at a turning point. Hours are counted between neighbours in the order of revisions,
never from what the clock says now: a clock that is wrong by years lets nothing go.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from itertools import pairwise

from rondofile.errors import VersionNotKeptError
from rondofile.kept.versions import Version, Versions, Why

HOUR = 3_600.0
SPANS = ((HOUR, 24), (24 * HOUR, 14), (7 * 24 * HOUR, 8))
"""Seconds, and for how many such spans one version stays."""

TURNS = frozenset({Why.OPENED, Why.IMPORT, Why.RELOAD, Why.REVERT})
ONLY_HERE = frozenset({Why.RECEIVED, Why.REPLACED, Why.CONFLICT, Why.UPGRADE})
"""Bytes that may be nowhere else."""

LAST = 24
"""How many of either kind stay, however close together they were made."""

MOST_BYTES = 200 * 1024 * 1024
"""What the versions of one project may take up; those with a name count, and stay."""


def thin(versions: Versions, kept: Collection[Version] = ()) -> int:
    """Only what should stay is there, and `kept`. Returns the bytes of what stays for its name.

    What cannot be removed stays. VersionGoneError where the folder cannot be looked into.
    """
    listed = versions.all()
    for version in excess(listed, kept):
        with suppress(VersionNotKeptError):
            versions.remove(version)
    return sum(version.size for version in listed if version.named)


def excess(listed: Sequence[Version], kept: Collection[Version] = ()) -> tuple[Version, ...]:
    """Those of the versions (newest first) that may go, oldest first."""
    safe = {version.path for version in (*listed[:1], *kept, *(one for one in listed if one.named))}
    stay = safe | {version.path for version in _spread(listed)}
    room = MOST_BYTES - sum(version.size for version in listed if version.path in stay)
    for version in reversed(listed):
        if room < 0 and version.path in stay and version.path not in safe:
            stay.remove(version.path)
            room += version.size
    return tuple(version for version in reversed(listed) if version.path not in stay)


def _spread(listed: Sequence[Version]) -> Iterable[Version]:
    """Those that stay for when or why they were made."""
    free = [version for version in listed if not version.named]
    for group in (TURNS, ONLY_HERE):
        yield from [version for version in free if version.why in group][:LAST]
    times = _times(free)
    for length, count in SPANS:
        seen: dict[float, Version] = {}
        for version, moment in zip(free, times, strict=True):
            seen.setdefault(moment // length, version)
        yield from list(seen.values())[:count]


def _times(listed: Sequence[Version]) -> list[float]:
    """When each was made, by a clock that always ran forwards: where ours did not, it was an hour earlier."""
    times = [listed[0].at] if listed else []
    for newer, older in pairwise(listed):
        passed = newer.at - older.at
        times.append(times[-1] - (passed if passed > 0 else HOUR))
    return times
