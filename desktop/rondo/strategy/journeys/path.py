"""The main path: the one way through a journey on which everything is counted (practice 4.2)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any

from rondofile.enums import LinkKind, Phase, StepKind
from rondofile.findings import Entries, followed, found_once
from rondofile.project import Project
from rondofile.records import Link, Record, Step

Way = tuple[str, ...]

_KINDS = tuple(StepKind)
_ORDER = {phase: at for at, phase in enumerate(Phase)}


@found_once(step=None, link=None)
def main_path(project: Project, journey_id: str) -> tuple[Step, ...]:
    """The steps from the earliest recognize step along the next links; no step comes twice.

    At a branch the link with the larger share is followed, else the one drawn first. Steps without
    links are never strung together: an inbox has no path, a lone step that has a phase is one.
    """
    steps: Mapping[str, Any] = project.tables["step"]
    return tuple(map(steps.__getitem__, path_ids(project, journey_id)))


def _way_after(project: Project, way: tuple[str, ...], entries: Entries, journey_id: str) -> Way | None:
    """The main path after links changed, told from the one before; None where it begins elsewhere."""
    onward = next_links(project, journey_id)
    if not way or way[0] not in onward or not _begins_there(project, way[0], entries, journey_id):
        return None
    touched = {link.source for link in _drawn(entries, journey_id)}.intersection(way)
    there = {step.id for step in project.steps_of(journey_id)} if touched else set[str]()
    for at in sorted(map(way.index, touched)):
        seen = dict.fromkeys(way[: at + 1])
        onto = (link.target for link in onward.get(way[at], ()))
        goes = next((key for key in onto if key in there and key not in seen), None)
        if goes != (way[at + 1] if at + 1 < len(way) else None):
            return _walked(way[at], seen, there, onward)
    return way


def _begins_there(project: Project, start: str, entries: Entries, journey_id: str) -> bool:
    """Whether the path begins where it did: at nothing as early as that, more leads on or in, or less."""
    first = _at(project.get(Step, start).phase)
    drawn = _drawn(entries, journey_id)
    before = _drawn({key: (was, None) for key, (was, _) in entries.items()}, journey_id)
    for key in {link.source for link in drawn}:
        now = _next(project.links_from(key), journey_id)
        was = any(one.id not in entries for one in now) or key in {one.source for one in before}
        if was is not bool(now) and _stands(project, key, journey_id) <= first:
            return False
    for key in {link.target for link in drawn}:
        now = _next(project.links_to(key), journey_id)
        was = any(one.id not in entries for one in now) or key in {one.target for one in before}
        if was is not bool(now) and _stands(project, key, journey_id) <= first:
            return False
    return True


def _stands(project: Project, key: str, journey_id: str) -> int:
    """Where in the order of phases a step stands; last where it is none of that journey."""
    step = project.find(Step, key)
    return _at(step.phase) if step is not None and step.journey == journey_id else len(_ORDER) + 1


def _next(links: Iterable[Link | Record | None], journey_id: str) -> list[Link]:
    """The next links of that journey among them."""
    return [
        link
        for link in links
        if isinstance(link, Link)
        and link.journey == journey_id
        and link.kind is LinkKind.NEXT
        and link.source != link.target
    ]


def _drawn(entries: Entries, journey_id: str) -> list[Link]:
    """The next links of that journey that are there before or after a change."""
    return _next((link for pair in entries.values() for link in pair), journey_id)


@followed("link", _way_after, step=("journey", "position", "phase", "kind"), link=None)
def path_ids(project: Project, journey_id: str) -> tuple[str, ...]:
    """The ids of the steps of the main path."""
    steps = {step.id: step for step in project.steps_of(journey_id)}
    onward = next_links(project, journey_id)
    start = _start(steps, onward)
    return _walked(start.id, {start.id: None}, steps, onward) if start else ()


def _walked(
    at: str | None, seen: dict[str, None], steps: Container[str], onward: Mapping[str, tuple[Link, ...]]
) -> Way:
    """The ids seen and those that follow."""
    while at:
        links, at = onward.get(at, ()), None
        for link in links:
            if link.target in steps and link.target not in seen:
                at = link.target
                seen[at] = None
                break
    return tuple(seen)


def _onward_after(
    project: Project, onward: Mapping[str, tuple[Link, ...]], entries: Entries, journey_id: str
) -> Mapping[str, tuple[Link, ...]]:
    """The next links after some links changed, told from those before."""
    made = dict(onward)
    for source in {link.source for link in _drawn(entries, journey_id)}:
        links = tuple(_next(project.links_from(source), journey_id))
        if links:
            made[source] = _by_share(links)
        else:
            made.pop(source, None)
    return made


@followed("link", _onward_after, link=None)
def next_links(project: Project, journey_id: str) -> Mapping[str, tuple[Link, ...]]:
    """The next links out of each step, the one most cases take first."""
    out: dict[str, tuple[Link, ...]] = {}
    several: set[str] = set()
    following = LinkKind.NEXT
    for link in project.links_of(journey_id):
        source = link.source
        if link.kind is following and source != link.target:
            if source in out:
                several.add(source)
                out[source] = (*out[source], link)
            else:
                out[source] = (link,)
    for source in several:
        out[source] = _by_share(out[source])
    return out


def _by_share(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Links of unknown share divide among them what the known ones leave."""
    known = [link.share for link in links if link.share is not None]
    if not known:
        return links
    rest = max(0.0, 100.0 - sum(known)) / max(1, len(links) - len(known))
    return tuple(sorted(links, key=lambda link: -(rest if link.share is None else link.share)))


def _start(steps: Mapping[str, Step], onward: Mapping[str, tuple[Link, ...]]) -> Step | None:
    """The first step, by phase, of those that lead on, or of those that stand somewhere where none does."""
    drawn = [step for step in steps.values() if step.id in onward] or [s for s in steps.values() if s.phase]
    earliest = min(map(_at, {step.phase for step in drawn}), default=0)
    reached = {link.target for links in onward.values() for link in links}

    def rank(step: Step) -> tuple[bool, int]:
        return step.id in reached, _KINDS.index(step.kind) if step.kind else len(_KINDS)

    return min((step for step in drawn if _at(step.phase) == earliest), key=rank, default=None)


def _at(phase: Phase | None) -> int:
    return _ORDER[phase] if phase else len(_ORDER)
