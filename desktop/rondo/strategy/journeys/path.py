"""The main path: the one way through a journey on which everything is counted (practice 4.2)."""

from __future__ import annotations

from collections.abc import Mapping

from rondofile.enums import LinkKind, Phase, StepKind
from rondofile.findings import found_once
from rondofile.project import Project
from rondofile.records import Link, Step

_KINDS = tuple(StepKind)
_ORDER = {phase: at for at, phase in enumerate(Phase)}


@found_once(step=None, link=None)
def main_path(project: Project, journey_id: str) -> tuple[Step, ...]:
    """The steps from the earliest recognize step along the next links; no step comes twice.

    At a branch the link with the larger share is followed, else the one drawn first. Steps without
    links are never strung together: an inbox has no path, a lone step that has a phase is one.
    """
    return tuple(project.get(Step, step) for step in _way(project, journey_id))


@found_once(step=("journey", "position", "phase", "kind"), link=None)
def _way(project: Project, journey_id: str) -> tuple[str, ...]:
    """The ids of the steps of the main path."""
    steps = {step.id: step for step in project.steps_of(journey_id)}
    onward = next_links(project, journey_id)
    start = _start(steps, onward)
    at = start.id if start else None
    seen: dict[str, None] = {}
    while at:
        seen[at] = None
        links, at = onward.get(at, ()), None
        for link in links:
            if link.target in steps and link.target not in seen:
                at = link.target
                break
    return tuple(seen)


@found_once(link=None)
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
