"""The steps of a journey become one way, in the order in which they stand."""

from __future__ import annotations

from itertools import pairwise

from rondofile.edits import Edit
from rondofile.enums import LinkKind, Phase
from rondofile.nouns import links
from rondofile.project import Project
from rondofile.records import Step

_ON_THE_WAY = (Phase.RECOGNIZE, Phase.REQUEST, Phase.RESPOND)


def missing_links(project: Project, journey: str) -> list[tuple[str, str]]:
    """The pairs that would follow each other, phase after phase, and that no way leads from and to yet.

    Our own learning work is on no way, nor is what waits in the inbox."""
    there = [step for step in project.steps_of(journey) if step.phase in _ON_THE_WAY and step.lane]
    order: list[Step] = [step for phase in _ON_THE_WAY for step in there if step.phase is phase]
    onward = [link for link in project.links_of(journey) if link.kind is LinkKind.NEXT]
    left, entered = {link.source for link in onward}, {link.target for link in onward}
    pairs = ((one.id, other.id) for one, other in pairwise(order))
    return [(one, other) for one, other in pairs if one not in left and other not in entered]


def connect(edit: Edit, pairs: list[tuple[str, str]]) -> None:
    """The way leads from each first step to its second."""
    for one, other in pairs:
        links.connect(edit, one, other, LinkKind.NEXT)
