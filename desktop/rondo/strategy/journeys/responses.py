"""The response grid: what each of the four experiences would do at each step (domain 5, workshop 2)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from rondo.strategy.framework.table_parts import DemandKind
from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.path import main_path
from rondofile.enums import (
    Actor,
    AwareFirst,
    Experience,
    InformationHow,
    LaneRole,
    Phase,
    Trigger,
)
from rondofile.project import Project
from rondofile.records import Response, Step

OURS = (LaneRole.FIRM, LaneRole.SYSTEM)
_PARTS = re.compile(r"[,;\n]+")


class StepGroup(Struct, frozen=True):
    """The steps of a phase in walking order; no phase: they wait to be sorted."""

    phase: Phase | None
    steps: tuple[Step, ...]


def grouped(project: Project, journey: str) -> tuple[StepGroup, ...]:
    """The steps of a journey by phase, those of the main path first, the others as they were added."""
    place = {step.id: at for at, step in enumerate(main_path(project, journey))}
    steps = sorted(project.steps_of(journey), key=lambda s: (place.get(s.id, len(place)), s.position))
    groups = (StepGroup(p, tuple(s for s in steps if s.phase is p)) for p in (*Phase, None))
    return tuple(group for group in groups if group.steps)


def place_of(framework: Framework, experience: Experience, step: Step) -> DemandKind | None:
    """What the experience asks of such a step (practice 1.4); None where the kind of step is not said."""
    return framework.demand(experience, step.kind).kind if step.kind else None


def responses_by_cell(project: Project, step: str) -> dict[Experience, Response]:
    """The filled cells of a step."""
    return {response.experience: response for response in project.responses_of(step)}


def is_filled(response: Response | None) -> bool:
    """Whether anything stands in the cell."""
    return response is not None and bool(response.text or response.must_know or response.votes)


def any_filled(project: Project, steps: Iterable[Step]) -> bool:
    """Whether anything stands in a cell of one of the steps."""
    return any(is_filled(response) for step in steps for response in project.responses_of(step.id))


def known_items(text: str) -> tuple[str, ...]:
    """The pieces of information that a text names: split at commas, semicolons and line ends, each once."""
    found: dict[str, str] = {}
    for part in _PARTS.split(text):
        name = " ".join(part.split())
        if name:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


HOW = MappingProxyType(
    {
        Experience.RESPOND_TO_DESIRE: InformationHow.TOLD,
        Experience.CURATED_OFFERING: InformationHow.INFERRED,
        Experience.COACH_BEHAVIOR: InformationHow.SENSED,
        Experience.AUTOMATIC_EXECUTION: InformationHow.SENSED,
    }
)
"""How we usually come to know what an experience needs (domain 2.12): the customer names it, we conclude it
from what was liked, we follow how it goes."""

_DOING: dict[Experience, dict[str, Any]] = {
    Experience.RESPOND_TO_DESIRE: {"actor": Actor.BOTH, "trigger": Trigger.CUSTOMER},
    Experience.CURATED_OFFERING: {"actor": Actor.FIRM, "trigger": Trigger.CUSTOMER},
    Experience.COACH_BEHAVIOR: {"actor": Actor.FIRM, "trigger": Trigger.FIRM},
    Experience.AUTOMATIC_EXECUTION: {"actor": Actor.FIRM, "trigger": Trigger.SENSOR},
}


def step_fields(experience: Experience, step: Step) -> dict[str, Any]:
    """What a step of a redesign is like that carries out an idea of that experience at a step of today.

    Phase and kind stay; who does the work, what starts it and who is aware first follow from the
    experience (domain 2.12, C29)."""
    firm_first = experience in (Experience.COACH_BEHAVIOR, Experience.AUTOMATIC_EXECUTION)
    aware = {"aware_first": AwareFirst.FIRM} if firm_first else {}
    return {"phase": step.phase, "kind": step.kind, **_DOING[experience], **aware}
