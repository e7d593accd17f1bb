"""The four experiences step by step: a question for every kind of step, and a flow to start from."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from msgspec import Struct

from rondo.strategy.framework.reading import FrameworkError, keyed, read, whole
from rondofile.enums import Actor, AwareFirst, Experience, InformationHow, StepKind, Trigger


class FlowStep(Struct, frozen=True):
    """Something that the customer or the firm does in the flow of an experience (domain 2.5).

    `know`: what the firm must know there, and `how` it comes to know it; both or neither."""

    key: str
    kind: StepKind
    actor: Actor
    title: str
    know: str = ""
    how: InformationHow | None = None
    aware_first: AwareFirst | None = None
    trigger: Trigger | None = None


def flows(language: str) -> dict[str, Any]:
    """The fields of a Framework about the experiences step by step."""
    return {"prompts": _prompts(language), "flows": _flows(language)}


def _prompts(language: str) -> MappingProxyType[tuple[Experience, StepKind], str]:
    place, found = "prompts.toml", {}
    for experience, row in whole(Experience, read("prompts", language), place).items():
        for kind, text in whole(StepKind, row, f"{place}: {experience}").items():
            if not isinstance(text, str) or not text.strip() or text != text.strip():
                raise FrameworkError(f"{place}: {experience}.{kind}", "must be a text")
            found[experience, kind] = text
    return MappingProxyType(found)


def _flows(language: str) -> MappingProxyType[Experience, tuple[FlowStep, ...]]:
    place, found = "flows.toml", {}
    for experience, row in whole(Experience, read("flows", language), place).items():
        found[experience] = keyed(FlowStep, row, f"{place}: {experience}")
        for step in found[experience]:
            _check(step, f"{place}: {experience}.{step.key}")
        kinds = [list(StepKind).index(step.kind) for step in found[experience]]
        if kinds != sorted(kinds):
            raise FrameworkError(f"{place}: {experience}", "goes back to an earlier kind of step")
    return MappingProxyType(found)


def _check(step: FlowStep, place: str) -> None:
    if step.actor not in (Actor.CUSTOMER, Actor.FIRM):
        raise FrameworkError(f"{place}.actor", "is neither the customer nor the firm")
    if bool(step.know) != (step.how is not None):
        raise FrameworkError(f"{place}.know", "needs how it is known, and the other way round")
